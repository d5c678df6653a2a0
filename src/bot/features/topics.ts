/** `/topics` and the buttons about one topic: start, pause, mute, stricter, looser, rename, delete. */
import { Composer } from 'grammy';
import type { Topic } from '../../domain/topic.js';
import type { BotContext, BotServices } from '../bot-context.js';
import { findChatPlace } from '../chat-place.js';
import { answerPress, editScreen, type Screen, sendScreen } from '../deliver.js';
import { buildBackTestScreen, moveStrictness, wordsOf } from '../follow-topic.js';
import { mayManageSubscriber } from '../may-manage.js';
import { onCommand } from '../on-command.js';
import { onPress, sayStale } from '../on-press.js';
import { openSubscriber } from '../open-subscriber.js';
import { cleanLabel } from '../render/clean-label.js';
import { buildZoneScreen } from '../render/render-settings.js';
import {
  buildAskDeleteScreen,
  buildTopicScreen,
  buildTopicsScreen,
  readAskedName,
  renderAskName,
} from '../render/render-topics.js';
import { takeTurn } from '../take-turn.js';

const MAX_NAME_LENGTH = 60;

/** Creates the feature. */
export function createTopicsFeature(services: BotServices): Composer<BotContext> {
  const { app, logger } = services;
  const composer = new Composer<BotContext>();

  composer.on('message:text', async (ctx, next) => {
    const { reply_to_message: asked, text } = ctx.message;
    const isOurs = asked?.from?.id === ctx.me.id;
    const topicId = isOurs ? readAskedName(asked.entities ?? []) : undefined;
    if (topicId === undefined) return next();
    await renameTopic(ctx, topicId, text);
  });

  onCommand(composer, 'topics', async (ctx, rest) => {
    ctx.outcome = 'topics';
    const opened = await openSubscriber(ctx, rest, services);
    if (opened === undefined) return;
    await sendScreen(ctx, await listScreen(ctx, opened.subscriber.id), logger);
  });

  onPress(composer, 'topics', async (ctx, { subscriberId, page }) => {
    const subscriber = await (await app.openAlerts()).subscribers.get(subscriberId);
    if (!(await mayManageSubscriber(ctx, subscriber, logger))) return;
    await answerPress(ctx);
    await editScreen(ctx, await listScreen(ctx, subscriberId, page), logger);
  });

  const listScreen = async (ctx: BotContext, subscriberId: number, page = 0): Promise<Screen> => {
    const topics = await (await app.openAlerts()).topics.list(subscriberId);
    const started = topics.filter(({ state }) => state !== 'draft');
    return buildTopicsScreen(started, ctx.texts, page);
  };

  const openTopic = async (topicId: string) => {
    const alerts = await app.openAlerts();
    const topic = await alerts.topics.get(topicId);
    const subscriber = topic && (await alerts.subscribers.get(topic.subscriberId));
    return { alerts, topic, subscriber };
  };

  const renameTopic = async (ctx: BotContext, topicId: string, given: string): Promise<void> => {
    ctx.outcome = 'rename';
    const { alerts, topic, subscriber } = await openTopic(topicId);
    const name = cleanLabel(given, MAX_NAME_LENGTH);
    if (topic === undefined || name === '') return;
    if (!(await mayManageSubscriber(ctx, subscriber, logger))) return;
    await alerts.topics.put({ ...topic, name });
    await sendScreen(ctx, { content: ctx.texts.renamed(name) }, logger);
  };

  onPress(composer, 'topic', async (ctx, { what, topicId }) => {
    const { alerts, topic, subscriber } = await openTopic(topicId);
    if (!(await mayManageSubscriber(ctx, subscriber, logger))) return;
    if (topic === undefined || subscriber === undefined) return;
    await answerPress(ctx);
    const open = (shown: Topic): Screen =>
      buildTopicScreen(shown, ctx.texts, { isInChannel: ctx.chat?.type === 'channel' });
    const show = (screen: Screen): Promise<void> => editScreen(ctx, screen, logger);
    const change = async (changes: Partial<Topic>): Promise<Topic> => {
      const next = { ...topic, ...changes };
      await alerts.topics.put(next);
      return next;
    };
    const showBackTest = async (changes: Partial<Topic>): Promise<void> => {
      const words = wordsOf(topic);
      if (words === undefined) return sayStale(ctx);
      const turn = await takeTurn(ctx, services, () => alerts.backTest(words));
      if (turn.kind === 'refused') return;
      return show(buildBackTestScreen(await change(changes), turn.result, ctx.texts));
    };
    switch (what) {
      case 'open':
        return show(open(topic));
      case 'start': {
        await change({ state: 'active' });
        await show({ content: ctx.texts.nowFollowing(cleanLabel(topic.name)) });
        if (subscriber.hasChosenZone) return;
        await alerts.subscribers.update(subscriber.id, { hasChosenZone: true });
        return sendScreen(ctx, buildZoneScreen(subscriber, ctx.texts), logger);
      }
      case 'pause': {
        if (topic.state === 'paused') return show(open(await change({ state: 'active' })));
        // What it has missed since an earlier pause is still to be caught up with.
        const { pausedAt = services.clock.now() } = topic;
        return show(open(await change({ state: 'paused', pausedAt })));
      }
      case 'catchUp': {
        const turn = await takeTurn(ctx, services, () =>
          alerts.catchUp(topic, services.clock.now()),
        );
        if (turn.kind === 'refused') return;
        const { pausedAt: _, ...caughtUp } = topic;
        await alerts.topics.put(caughtUp);
        await show(open(caughtUp));
        return sendScreen(ctx, { content: ctx.texts.caughtUp(turn.result) }, logger);
      }
      case 'mute':
        return show(open(await change({ isMuted: !topic.isMuted })));
      case 'stricter':
      case 'looser':
        return showBackTest({ strictness: moveStrictness(topic, what === 'stricter' ? 1 : -1) });
      case 'keepBoth':
        return showBackTest({});
      case 'merge': {
        for (const { id, state } of await alerts.topics.list(subscriber.id)) {
          if (state === 'draft') await alerts.topics.remove(id);
        }
        return show({ content: ctx.texts.merged(cleanLabel(topic.name)) });
      }
      case 'rename': {
        const { text, entities } = renderAskName(topic, ctx.me.username, ctx.texts);
        const place = findChatPlace(ctx);
        await ctx.api.sendMessage(place?.chatId ?? subscriber.chatId, text, {
          entities: [...entities],
          link_preview_options: { is_disabled: true },
          reply_markup: { force_reply: true, selective: true },
          ...(place?.threadId !== undefined && { message_thread_id: place.threadId }),
        });
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
