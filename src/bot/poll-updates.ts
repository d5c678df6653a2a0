/**
 * Long polling: asks Telegram for updates and stores them before the next call confirms them. Trouble with the network or
 * the disk is waited out, and nothing is confirmed meanwhile.
 */
import { type Api, GrammyError } from 'grammy';
import type { Logger } from 'pino';
import type { Clock } from '../ports/clock.js';
import type { Inbox } from '../ports/inbox.js';
import { describeUpdate } from './describe-update.js';
import { readFloodMs } from './telegram-errors.js';

/** What is asked of Telegram; all else never arrives. */
export const ALLOWED_UPDATES = [
  'message',
  'callback_query',
  'channel_post',
  'edited_channel_post',
  'my_chat_member',
] as const;

const POLL = {
  /** A poll is held so long when nothing happens; Telegram allows 50. */
  heldSeconds: 30,
  /** Telegram's own maximum. */
  mostUpdates: 100,
  /** Delays after trouble double from the first to the last. */
  firstRetryMs: 1000,
  lastRetryMs: 30_000,
} as const;

export interface PollOptions {
  readonly api: Api;
  readonly inbox: Inbox;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Called once, before the first poll. */
  readonly onReady: () => void;
  /** Called when updates have been stored. */
  readonly onStored: () => void;
}

/**
 * Polls until the signal aborts, and then tells Telegram what has arrived.
 *
 * @throws GrammyError 401, 404 or 409: going on is of no use
 */
export async function pollUpdates(options: PollOptions): Promise<void> {
  const { api, logger, clock, signal } = options;
  let offset = 0;
  let isReady = false;
  let delayMs: number = POLL.firstRetryMs;
  while (!signal.aborted) {
    try {
      if (!isReady) {
        // Telegram refuses to be polled while it sends to an address.
        await api.deleteWebhook();
        isReady = true;
        options.onReady();
      }
      offset = await pollOnce(options, offset);
      delayMs = POLL.firstRetryMs;
    } catch (error) {
      if (signal.aborted) break;
      const code = error instanceof GrammyError ? error.error_code : undefined;
      if (code === 401 || code === 404 || code === 409) throw error;
      const waitMs = readFloodMs(error) ?? delayMs;
      logger.warn({ err: error, waitMs }, 'could not take in updates; trying again');
      await clock.wait(waitMs, signal);
      delayMs = Math.min(delayMs * 2, POLL.lastRetryMs);
    }
  }
  if (offset === 0) return;
  await api.getUpdates({ offset, limit: 1, timeout: 0 }).catch((error: unknown) => {
    logger.warn({ err: error }, 'could not confirm the last updates; they may come again');
  });
}

/** @returns the offset of the next poll: it confirms what has been stored in this one */
async function pollOnce(
  { api, inbox, clock, signal, onStored }: PollOptions,
  offset: number,
): Promise<number> {
  const updates = await within(signal, (own) =>
    api.getUpdates(
      {
        offset,
        limit: POLL.mostUpdates,
        timeout: POLL.heldSeconds,
        allowed_updates: ALLOWED_UPDATES,
      },
      own as Parameters<Api['getUpdates']>[1],
    ),
  );
  const last = updates.at(-1);
  if (last === undefined) return offset;
  const now = clock.now();
  await inbox.add(
    updates.map((update) => describeUpdate(update, now)),
    now,
  );
  onStored();
  return last.update_id + 1;
}

/** grammY leaves a listener on every signal that it is given: so each poll has one of its own. */
async function within<Result>(
  signal: AbortSignal,
  work: (own: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const own = new AbortController();
  const stop = () => own.abort();
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    return await work(own.signal);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
