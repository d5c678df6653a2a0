/** `/follow` and *Follow this*: a topic is tried on the library before it is started. */
import { Composer } from 'grammy';
import type { BotContext, BotServices } from '../bot-context.js';
import { answerPress, sendScreen } from '../deliver.js';
import { draftTopic } from '../follow-topic.js';
import { mayManage } from '../may-manage.js';
import { onCommand } from '../on-command.js';
import { onPress, openAnswer } from '../on-press.js';
import { openSubscriber } from '../open-subscriber.js';
import { takeTurn } from '../take-turn.js';

/** Creates the feature. */
export function createFollowFeature(services: BotServices): Composer<BotContext> {
  const { clock, logger, createId } = services;
  const composer = new Composer<BotContext>();

  const follow = async (ctx: BotContext, given: string): Promise<void> => {
    const opened = await openSubscriber(ctx, given, services);
    if (opened === undefined) return;
    const { alerts, subscriber, rest } = opened;
    const turn = await takeTurn(ctx, services, () =>
      draftTopic(rest, subscriber, { alerts, texts: ctx.texts, createId, now: clock.now() }),
    );
    if (turn.kind === 'done') await sendScreen(ctx, turn.result, logger);
  };

  onCommand(composer, 'follow', async (ctx, words) => {
    ctx.outcome = 'follow';
    ctx.question = words;
    await follow(ctx, words);
  });

  onPress(composer, 'follow', async (ctx, { answerId }) => {
    const stored = await openAnswer(ctx, answerId, services);
    if (stored === undefined || !(await mayManage(ctx, logger))) return;
    await answerPress(ctx);
    await follow(ctx, stored.question);
  });
  return composer;
}
