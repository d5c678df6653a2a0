/** Puts the bot together: what stands around every update, then one Composer a feature, in this order. */
import { randomInt } from 'node:crypto';
import { Bot } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import type { Logger } from 'pino';
import { systemClock } from '../clock.js';
import { createMetrics, type Metrics } from '../monitor/metrics.js';
import type { Clock } from '../ports/clock.js';
import { createAnswerKeeper } from './answer-keeper.js';
import type { BotApp } from './bot-app.js';
import type { BotContext, BotServices } from './bot-context.js';
import { createAlertsFeature } from './features/alerts.js';
import { createArticleFeature } from './features/article.js';
import { createAskFeature } from './features/ask.js';
import { createChannelFeature } from './features/channel.js';
import { createContextFeature } from './features/context.js';
import { createFeedFeature } from './features/feed.js';
import { createFollowFeature } from './features/follow.js';
import { createHelpFeature } from './features/help.js';
import { createLanguageFeature } from './features/language.js';
import { createLibraryFeature } from './features/library.js';
import { createMembershipFeature } from './features/membership.js';
import { createMoreFeature } from './features/more.js';
import { createPrivacyFeature } from './features/privacy.js';
import { createSettingsFeature } from './features/settings.js';
import { createStaleFeature } from './features/stale.js';
import { createStartFeature } from './features/start.js';
import { createTopicsFeature } from './features/topics.js';
import { createVoteFeature } from './features/vote.js';
import { queueUpdates } from './handle-updates.js';
import { createReaderHash } from './hash-reader.js';
import { observeCalls } from './observe-calls.js';
import { createQuestionGate } from './question-gate.js';
import { createReaderQueue, type QueueLimits, type ReaderQueue } from './reader-queue.js';
import { createQuestionMemory } from './recall-question.js';
import { retryCalls } from './retry-calls.js';
import { watchReachability } from './watch-reachability.js';

/** One reader's questions are answered one after the other; a hundred updates at once is more than a bot here sees. */
const QUEUE_LIMITS: QueueLimits = { maxWaitingPerReader: 5, maxJobs: 100 };

/** Longer than the 30 s that a poll is held. */
export const CLIENT_TIMEOUT_SECONDS = 60;

export interface CreateBotOptions {
  readonly token: string;
  /** Bot API server, without a slash at the end. */
  readonly apiRoot: string;
  readonly app: BotApp;
  readonly logger: Logger;
  /** Questions that `/start` offers; the first two are shown. @default none */
  readonly examples?: readonly string[];
  /** What `getMe` would answer; spares the call. */
  readonly botInfo?: UserFromGetMe;
  /** @default the machine's */
  readonly clock?: Clock;
  /** @default figures that nobody reads */
  readonly metrics?: Metrics;
}

/** A bot that is not running yet. */
export interface QuothBot {
  readonly bot: Bot<BotContext>;
  /** Updates under way. `bot.handleUpdate` returns before they are done. */
  readonly queue: ReaderQueue;
  readonly metrics: Metrics;
  /** From now on updates are left to Telegram. */
  stopAccepting(): void;
}

/** Creates the bot; nothing goes over the network. */
export function createBot(options: CreateBotOptions): QuothBot {
  const { token, apiRoot, app, logger, botInfo, clock = systemClock } = options;
  const { metrics = createMetrics(clock) } = options;
  const bot = new Bot<BotContext>(token, {
    ...(botInfo && { botInfo }),
    client: { apiRoot, timeoutSeconds: CLIENT_TIMEOUT_SECONDS },
  });
  bot.api.config.use(
    observeCalls(metrics, clock),
    watchReachability(logger),
    retryCalls({ clock, logger }),
  );

  const queue = createReaderQueue(QUEUE_LIMITS, clock);
  metrics.watchQueue(queue);
  const hashReader = createReaderHash(token);
  const answers = createAnswerKeeper({ app, createId, hashReader });
  const services: BotServices = {
    app,
    api: bot.api,
    gate: createQuestionGate(),
    answers,
    memory: createQuestionMemory({ app, answers, clock }),
    logger,
    clock,
    metrics,
    createId,
    hashReader,
    examples: options.examples ?? [],
  };
  let isStopping = false;

  // Posts are no reader's: they are kept at once, before anything is queued.
  bot.use(createChannelFeature(services));
  bot.use(queueUpdates(services, { queue, isStopping: () => isStopping }));
  bot.use(createMembershipFeature(services));
  bot.use(createAlertsFeature(services));
  bot.use(createStartFeature(services));
  bot.use(createTopicsFeature(services));
  bot.use(createAskFeature(services));
  bot.use(createFeedFeature(services));
  bot.use(createFollowFeature(services));
  bot.use(createSettingsFeature(services));
  bot.use(createLanguageFeature(services));
  bot.use(createPrivacyFeature(services));
  bot.use(createLibraryFeature(services));
  bot.use(createHelpFeature(services));
  bot.use(createVoteFeature(services));
  bot.use(createMoreFeature(services));
  bot.use(createContextFeature(services));
  bot.use(createArticleFeature(services));
  bot.use(createStaleFeature());
  // Handlers report for themselves; what arrives here went wrong before the queue. The error holds token and text.
  bot.catch(({ error }) => logger.error({ err: error }, 'update could not be queued'));

  return {
    bot,
    queue,
    metrics,
    stopAccepting: () => {
      isStopping = true;
    },
  };
}

const ID_LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';

/** 36^8 ids: a guess finds one of a million answers once in three million tries. */
function createId(): string {
  return Array.from({ length: 8 }, () => ID_LETTERS[randomInt(ID_LETTERS.length)]).join('');
}
