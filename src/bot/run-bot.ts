/**
 * Runs the bot, on long polling or behind a webhook, until it is told to stop. Trouble with the network is waited out; a wrong token or a second
 * program with the same token ends it with an error that says so.
 */
import { GrammyError } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import { systemClock } from '../clock.js';
import { AppError } from '../errors.js';
import { describeError } from '../logger.js';
import { type CreateBotOptions, createBot, type QuothBot } from './create-bot.js';
import { pollUpdates } from './poll-updates.js';
import { createInboxRunner, recoverInbox } from './run-inbox.js';
import { serveWebhook, type WebhookSettings } from './serve-webhook.js';
import { setProfile } from './set-profile.js';
import { startDelivery } from './start-delivery.js';
import { startRetention } from './start-retention.js';

/** Times of starting and stopping. */
const RUN = {
  /** Delays between attempts to connect double from the first to the last. */
  firstRetryMs: 1000,
  lastRetryMs: 30_000,
  /** Answers under way get so long to finish; those that do not are taken up at the next start. */
  drainMs: 10_000,
} as const;

export interface RunBotOptions extends Omit<CreateBotOptions, 'readerKey'> {
  /** Stops the bot: no more updates are taken, those under way are finished. */
  readonly signal?: AbortSignal;
  /** Where updates arrive. @default nowhere: they are polled */
  readonly webhook?: WebhookSettings;
  /** Called once the bot listens. */
  readonly onReady?: (username: string) => void;
}

/**
 * Runs the bot. Resolves when it was stopped by `signal` and everything under way is done.
 *
 * @throws AppError BOT_TOKEN_INVALID, BOT_CONFLICT, PORT_UNAVAILABLE
 */
export async function runBot(options: RunBotOptions): Promise<void> {
  const { app, logger, signal, clock = systemClock } = options;
  const quoth = createBot({ ...options, readerKey: await app.readReaderKey() });
  const { bot, metrics } = quoth;
  const me = await connect(quoth, options);
  if (me === undefined) return;
  bot.botInfo = me;

  const inbox = await app.openInbox(me.id, {
    onDamaged: (setAside) => logger.error({ setAside }, 'the inbox was damaged; began a new one'),
  });
  await recoverInbox(inbox, { logger, clock });
  const turns = createInboxRunner({ inbox, handle: quoth.handle, logger, clock });
  metrics.watchQueue(turns);
  metrics.watchInbox(inbox);
  const stop = new AbortController();
  const polling = AbortSignal.any(signal ? [signal, stop.signal] : [stop.signal]);
  const profile = setProfile(bot.api, { logger, signal: polling });
  const forgetting = startRetention(app, { logger, clock, signal: polling });
  const delivering = startDelivery(
    { ...options, botName: me.username },
    { turns, metrics, signal: polling },
  );
  const running = turns.run(polling);
  try {
    const receiving = {
      api: bot.api,
      inbox,
      logger,
      clock,
      signal: polling,
      onReady: () => {
        logger.info({ username: me.username }, 'bot is listening');
        options.onReady?.(me.username);
      },
      onStored: () => turns.wake(),
    };
    if (options.webhook === undefined) await pollUpdates(receiving);
    else await serveWebhook(options.webhook, receiving);
  } catch (error) {
    throw explainEnd(error);
  } finally {
    stop.abort();
    await Promise.all([running, delivering, forgetting]);
    const left = (await turns.drain(RUN.drainMs)) + (await quoth.typing.drain(RUN.drainMs));
    if (left > 0) logger.warn({ left }, 'stopped with turns under way; they are taken up again');
    const enough = new AbortController();
    await Promise.race([profile, clock.wait(RUN.drainMs, enough.signal)]);
    enough.abort();
  }
  logger.info('bot has stopped');
}

/** Asks Telegram who we are, until it answers; `undefined` when stopped meanwhile. */
async function connect(
  { bot }: QuothBot,
  { logger, signal, clock = systemClock, botInfo }: RunBotOptions,
): Promise<UserFromGetMe | undefined> {
  if (botInfo !== undefined) return botInfo;
  for (let delayMs: number = RUN.firstRetryMs; signal?.aborted !== true; ) {
    try {
      return await bot.api.getMe();
    } catch (error) {
      const code = error instanceof GrammyError ? error.error_code : undefined;
      if (code === 401 || code === 404) throw explainEnd(error);
      const asked = error instanceof GrammyError ? error.parameters.retry_after : undefined;
      const waitMs = asked === undefined ? delayMs : asked * 1000;
      logger.warn(
        { code: 'TELEGRAM_UNREACHABLE', waitMs, err: error },
        'could not connect to Telegram; trying again',
      );
      await clock.wait(waitMs, signal);
      delayMs = Math.min(delayMs * 2, RUN.lastRetryMs);
    }
  }
  return undefined;
}

/** The raw error holds token and texts: only what may be shown is taken over. */
function explainEnd(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const code = error instanceof GrammyError ? error.error_code : undefined;
  if (code === 401 || code === 404) {
    return new AppError('BOT_TOKEN_INVALID', 'Telegram does not know the token in BOT_TOKEN');
  }
  if (code === 409) {
    return new AppError('BOT_CONFLICT', 'another program receives the updates of this bot');
  }
  return new AppError('INTERNAL', `the bot stopped: ${describeError(error).message}`);
}
