/** Puts the bot together: what stands around every update, then one Composer a feature, in this order. */
import { randomInt } from 'node:crypto';
import { Bot, BotError } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import type { Logger } from 'pino';
import { systemClock } from '../clock.js';
import { createMetrics, type Metrics } from '../monitor/metrics.js';
import type { Clock } from '../ports/clock.js';
import type { TurnResult } from '../ports/inbox.js';
import { createAnswerKeeper } from './answer-keeper.js';
import type { BotApp } from './bot-app.js';
import type { BotContext, BotServices } from './bot-context.js';
import { createClientOptions } from './client-options.js';
import { createAgainFeature } from './features/again.js';
import { createAlertsFeature } from './features/alerts.js';
import { createArticleFeature } from './features/article.js';
import { createAskFeature } from './features/ask.js';
import { createChannelFeature } from './features/channel.js';
import { createContextFeature } from './features/context.js';
import { createDeliveryFeature } from './features/delivery.js';
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
import { createStatusFeature } from './features/status.js';
import { createTopicsFeature } from './features/topics.js';
import { createTraceFeature } from './features/trace.js';
import { createVoteFeature } from './features/vote.js';
import { createFetchFile } from './fetch-file.js';
import { handleUpdates } from './handle-updates.js';
import { createReaderHash } from './hash-reader.js';
import { observeCalls } from './observe-calls.js';
import { createQuestionGate } from './question-gate.js';
import { createQuestionMemory } from './recall-question.js';
import { retryCalls } from './retry-calls.js';
import { softenCalls } from './soften-calls.js';
import { createTurns, type TurnOptions } from './turns.js';
import { watchReachability } from './watch-reachability.js';

export interface CreateBotOptions {
  readonly token: string;
  /** Bot API server, without a slash at the end. */
  readonly apiRoot: string;
  readonly app: BotApp;
  readonly logger: Logger;
  /** Under which readers are hashed; see `App.readReaderKey`. */
  readonly readerKey: string;
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
  readonly metrics: Metrics;
  /**
   * Gives an update its turn.
   *
   * @throws what went wrong before anybody could be told
   */
  handle(update: Update, turn?: TurnOptions): Promise<TurnResult>;
}

/** Creates the bot; nothing goes over the network. */
export function createBot(options: CreateBotOptions): QuothBot {
  const { token, apiRoot, app, logger, botInfo, clock = systemClock } = options;
  const { metrics = createMetrics(clock) } = options;
  const bot = new Bot<BotContext>(token, {
    ...(botInfo && { botInfo }),
    client: createClientOptions(apiRoot),
  });
  bot.api.config.use(
    observeCalls(metrics, clock),
    watchReachability(logger),
    retryCalls({ clock, logger }),
    softenCalls(logger),
  );

  const turns = createTurns();
  const hashReader = createReaderHash(options.readerKey);
  const answers = createAnswerKeeper({ app, createId, hashReader });
  const services: BotServices = {
    app,
    api: bot.api,
    gate: createQuestionGate(clock.now),
    answers,
    memory: createQuestionMemory({ app, answers, clock }),
    logger,
    clock,
    metrics,
    createId,
    fetchFile: createFetchFile({ api: bot.api, apiRoot, token }),
    hashReader,
    examples: options.examples ?? [],
  };

  // Posts are no reader's.
  bot.use(createChannelFeature(services));
  bot.use(handleUpdates(services, turns));
  bot.use(createMembershipFeature(services));
  bot.use(createAlertsFeature(services));
  bot.use(createStartFeature(services));
  bot.use(createTopicsFeature(services));
  bot.use(createDeliveryFeature(services));
  bot.use(createAskFeature(services));
  bot.use(createAgainFeature(services));
  bot.use(createTraceFeature(services));
  bot.use(createFeedFeature(services));
  bot.use(createFollowFeature(services));
  bot.use(createSettingsFeature(services));
  bot.use(createLanguageFeature(services));
  bot.use(createPrivacyFeature(services));
  bot.use(createStatusFeature(services));
  bot.use(createLibraryFeature(services));
  bot.use(createHelpFeature(services));
  bot.use(createVoteFeature(services));
  bot.use(createMoreFeature(services));
  bot.use(createContextFeature(services));
  bot.use(createArticleFeature(services));
  bot.use(createStaleFeature());

  return {
    bot,
    metrics,
    async handle(update, options) {
      const turn = turns.begin(update, options);
      try {
        await bot.handleUpdate(update);
      } catch (error) {
        // grammY's wrapper holds token and text.
        throw error instanceof BotError ? error.error : error;
      }
      return turn.result;
    },
  };
}

const ID_LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';

/** 36^8 ids: a guess finds one of a million answers once in three million tries. */
function createId(): string {
  return Array.from({ length: 8 }, () => ID_LETTERS[randomInt(ID_LETTERS.length)]).join('');
}
