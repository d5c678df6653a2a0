/** `/status`, for keepers in a private chat: the library, the questions and alerts under way, the feeds, and what is at fault. */

import { Composer } from 'grammy';
import { toAppError } from '../../errors.js';
import type { Texts } from '../../texts/texts.js';
import type { BotContext, BotServices } from '../bot-context.js';
import { sendScreen } from '../deliver.js';
import { isKeeper } from '../is-keeper.js';
import { onCommand } from '../on-command.js';
import { withTyping } from '../typing.js';
import { describeState, nameFeed } from './feed.js';

const NONE_DEAD = { expired: 0, attempts: 0, failed: 0, refused: 0, unsure: 0 } as const;

/** Feeds that are named; of more there is the number alone. */
const MOST_FEEDS = 10;

/** Creates the feature. */
export function createStatusFeature(services: BotServices): Composer<BotContext> {
  const { app, clock, logger } = services;
  const composer = new Composer<BotContext>();
  onCommand(composer, 'status', async (ctx, _, next) => {
    if (!isKeeper(ctx.from, app) || ctx.chat?.type !== 'private') return next();
    ctx.outcome = 'status';
    const content = await withTyping(ctx, clock, () => describeStatus(ctx.texts, services));
    await sendScreen(ctx, { content }, logger);
  });
  return composer;
}

async function describeStatus(texts: Texts, services: BotServices): Promise<string> {
  const { app, clock, gate, metrics } = services;
  const { topics, outbox } = await app.openAlerts();
  const [all, counts, library, votes, index, feeds, inbox] = await Promise.all([
    topics.listAll(),
    outbox.count(),
    app.countLibrary(),
    app.feedback.count(),
    describeIndex(texts, services),
    describeFeeds(texts, services),
    metrics.countInbox(),
  ]);
  const { waiting, sent, dead, unknown, ambiguousAttempts, oldestAt } = counts;
  const ageOf = (at: number | undefined, unitMs: number) =>
    at === undefined ? 0 : Math.max(0, Math.round((clock.now() - at) / unitMs));
  return [
    texts.statusLibrary(library),
    index,
    texts.statusBot({
      questions: gate.size,
      oldestSeconds: ageOf(gate.oldestAt, 1000),
      pollSeconds: ageOf(metrics.lastPollAt, 1000),
    }),
    ...(inbox === undefined
      ? []
      : [
          texts.statusInbox({
            ...NONE_DEAD,
            ...inbox.dead,
            waiting: inbox.waiting,
            running: inbox.running,
            oldestSeconds: ageOf(inbox.oldestAt, 1000),
          }),
        ]),
    texts.statusAlerts({
      topics: all.length,
      waiting,
      oldestMinutes: ageOf(oldestAt, 60_000),
      sent,
      dead,
      unknown,
      ambiguous: ambiguousAttempts,
    }),
    feeds,
    texts.statusVotes(votes.good, votes.bad),
  ].join('\n');
}

/** Opens what the next question would need: the same as `/readyz`. */
async function describeIndex(texts: Texts, { app }: BotServices): Promise<string> {
  try {
    await app.warmUp();
    return texts.statusReady;
  } catch (thrown) {
    const { code, hint } = toAppError(thrown);
    return texts.statusNotReady(code, hint);
  }
}

async function describeFeeds(texts: Texts, { app }: BotServices): Promise<string> {
  const feeds = await app.intake.feeds.list();
  const failing = feeds.filter(({ fault }) => fault !== undefined);
  const named = failing
    .slice(0, MOST_FEEDS)
    .map((feed) => `• ${feed.id} · ${nameFeed(feed)} · ${describeState(feed, texts)}`);
  return [texts.statusFeeds(feeds.length, failing.length), ...named].join('\n');
}
