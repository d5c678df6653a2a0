/** `/topics` and the buttons about one topic: start, pause, mute, stricter, looser, rename, delete. */
import { Composer } from 'grammy';
import type { Alerts } from '../../alerts/alerts.js';
import type { Topic } from '../../domain/topic.js';
import type { BotContext, BotServices } from '../bot-context.js';
import { answerPress, editScreen, type Screen, sendScreen } from '../deliver.js';
import { buildBackTestScreen, ensureSubscriber, moveStrictness, wordsOf } from '../follow-topic.js';
import { mayManage } from '../may-manage.js';
import { onCommand } from '../on-command.js';
import { onPress, sayStale } from '../on-press.js';
import { cleanLabel } from '../render/clean-label.js';
import { buildZoneScreen } from '../render/render-settings.js';
import {
  buildAskDeleteScreen,
  buildTopicScreen,
  buildTopicsScreen,
} from '../render/render-topics.js';
import { takeTurn } from '../take-turn.js';

const MAX_NAME_LENGTH = 60;

/** Creates the feature. */
export function createTopicsFeature(services: BotServices): Composer<BotContext> {
  const { app, logger } = services;
  const composer = new Composer<BotContext>();
  /** Messages that ask for a new name, by chat and message; forgotten at a restart. */
  const renaming = new Map<string, string>();

  composer.on('message:text', async (ctx, next) => {
    const { reply_to_message: asked, text, chat } = ctx.message;
    const topicId = renaming.get(`${chat.id}:${asked?.message_id}`);
    if (topicId !== undefined) {
      if (!(await mayManage(ctx, logger))) return;
      renaming.delete(`${chat.id}:${asked?.message_id}`);
      await renameTopic(ctx, topicId, text);
      return;
    }
    await next();
  });

  onCommand(composer, 'topics', async (ctx) => {
    ctx.outcome = 'topics';
    if (!(await mayManage(ctx, logger))) return;
    await sendScreen(ctx, await listScreen(ctx, await app.openAlerts()), logger);
  });

  const listScreen = async (ctx: BotContext, alerts: Alerts): Promise<Screen> => {
    const subscriber = await ensureSubscriber(ctx, alerts);
    const topics = subscriber === undefined ? [] : await alerts.topics.list(subscriber.id);
    return buildTopicsScreen(
      topics.filter(({ state }) => state !== 'draft'),
      ctx.texts,
    );
  };

  const renameTopic = async (ctx: BotContext, topicId: string, given: string): Promise<void> => {
    ctx.outcome = 'rename';
    const alerts = await app.openAlerts();
    const topic = await alerts.topics.get(topicId);
    const name = cleanLabel(given, MAX_NAME_LENGTH);
    if (topic === undefined || name === '') return;
    await alerts.topics.put({ ...topic, name });
    await sendScreen(ctx, { content: ctx.texts.renamed(name) }, logger);
  };

  onPress(composer, 'topic', async (ctx, { what, topicId }) => {
    const alerts = await app.openAlerts();
    const topic = await alerts.topics.get(topicId);
    const subscriber = topic && (await alerts.subscribers.get(topic.subscriberId));
    if (topic === undefined || subscriber === undefined || subscriber.chatId !== ctx.chat?.id) {
      return sayStale(ctx);
    }
    if (!(await mayManage(ctx, logger))) return;
    await answerPress(ctx);
    const show = (screen: Screen): Promise<void> => editScreen(ctx, screen, logger);
    const change = async (changes: Partial<Topic>): Promise<Topic> => {
      const next = { ...topic, ...changes };
      await alerts.topics.put(next);
      return next;
    };
    switch (what) {
      case 'list':
        return show(await listScreen(ctx, alerts));
      case 'open':
        return show(buildTopicScreen(topic, ctx.texts));
      case 'start': {
        await change({ state: 'active' });
        await show({ content: ctx.texts.nowFollowing(cleanLabel(topic.name)) });
        if (!subscriber.hasChosenZone) await sendScreen(ctx, buildZoneScreen(ctx.texts), logger);
        return;
      }
      case 'pause': {
        const next =
          topic.state === 'paused'
            ? await change({ state: 'active' })
            : await change({ state: 'paused' });
        return show(buildTopicScreen(next, ctx.texts));
      }
      case 'mute':
        return show(buildTopicScreen(await change({ isMuted: !topic.isMuted }), ctx.texts));
      case 'stricter':
      case 'looser': {
        const words = wordsOf(topic);
        if (words === undefined) return sayStale(ctx);
        const turn = await takeTurn(ctx, services, () => alerts.backTest(words));
        if (turn.kind === 'refused') return;
        const strictness = moveStrictness(topic, what === 'stricter' ? 1 : -1);
        const next = await change({ strictness });
        return show(buildBackTestScreen(next, turn.result, ctx.texts));
      }
      case 'rename': {
        const asked = await ctx.api.sendMessage(
          subscriber.chatId,
          ctx.texts.askName(cleanLabel(topic.name)),
          {
            reply_markup: { force_reply: true, selective: true },
            ...(subscriber.threadId !== undefined && { message_thread_id: subscriber.threadId }),
          },
        );
        renaming.set(`${subscriber.chatId}:${asked.message_id}`, topic.id);
        return;
      }
      case 'askDelete':
        return show(buildAskDeleteScreen(topic, ctx.texts));
      case 'cancel':
      case 'delete':
        await alerts.topics.remove(topic.id);
        return show({ content: ctx.texts.deleted(cleanLabel(topic.name)) });
    }
  });
  return composer;
}
