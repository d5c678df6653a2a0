/**
 * Gives stored updates their turns: one at a time in each lane, lanes side by side, never more at once than is good for the
 * machine. What it holds in memory are the updates under way, nothing else.
 */
import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import { createWakeable } from '../intake/wakeable.js';
import type { Clock } from '../ports/clock.js';
import type { ClaimedUpdate, Inbox, TurnResult } from '../ports/inbox.js';
import type { TurnOptions } from './turns.js';

const RUN = {
  /** Turns at once. Most of a turn is waiting for Telegram. */
  mostRunning: 32,
  /** Turns that may be cut off or fail before an update is given up, and a note left. */
  mostAttempts: 3,
  /** Notes that an answer may not have arrived outlast longer troubles. */
  mostNotes: 8,
  /** A turn that failed without a word to anybody comes again after so long, times the attempts made. */
  retryMs: 2000,
  /** How often is looked for what has become due, and how long trouble with the store is waited out. */
  tickMs: 1000,
} as const;

export interface InboxRunner {
  /** Turns under way. */
  readonly size: number;
  /** Says that there are new updates. */
  wake(): void;
  /** Gives turns until the signal aborts; never rejects. Turns under way then go on: see `drain`. */
  run(signal: AbortSignal): Promise<void>;
  /** Resolves when no turn is under way, or after `timeoutMs`; tells how many are. */
  drain(timeoutMs: number): Promise<number>;
}

/** @param options.handle gives an update its turn; what it throws is a failed attempt */
export function createInboxRunner(options: {
  readonly inbox: Inbox;
  readonly handle: (update: Update, turn: TurnOptions) => Promise<TurnResult>;
  readonly logger: Logger;
  readonly clock: Clock;
}): InboxRunner {
  const { inbox, handle, logger, clock } = options;
  const news = createWakeable(clock);
  const running = new Set<Promise<void>>();

  const takeTurn = async (claimed: ClaimedUpdate): Promise<TurnResult> => {
    const { id, updateId, task, attempts, receivedAt } = claimed;
    const most = task === 'note' ? RUN.mostNotes : RUN.mostAttempts;
    // Whoever asked is told: a question does not vanish.
    const givenUp: TurnResult =
      task === 'note' ? { kind: 'dead', reason: 'unsure' } : { kind: 'unsure' };
    try {
      const result = await handle(JSON.parse(claimed.payload) as Update, {
        task,
        receivedAt,
        markSending: (isSending) => inbox.markSending(id, isSending),
      });
      const isOver = result.kind === 'again' && !result.isFree && attempts >= most;
      return isOver ? givenUp : result;
    } catch (error) {
      logger.error({ updateId, attempts, err: error }, 'turn failed');
      if (attempts >= most) return givenUp;
      return { kind: 'again', at: clock.now() + attempts * RUN.retryMs, isFree: false };
    }
  };
  const settle = async (id: number, result: TurnResult): Promise<void> => {
    for (;;) {
      try {
        return await inbox.settle(id, result, clock.now());
      } catch (error) {
        // If the program ends meanwhile, the turn counts as cut off at the next start.
        logger.error({ err: error }, 'could not settle a turn');
        await clock.wait(RUN.tickMs);
      }
    }
  };
  const start = (claimed: ClaimedUpdate): void => {
    const turn = takeTurn(claimed)
      .then((result) => settle(claimed.id, result))
      .finally(() => {
        running.delete(turn);
        news.wake();
      });
    running.add(turn);
  };
  const claim = async (): Promise<number> => {
    const limit = RUN.mostRunning - running.size;
    if (limit <= 0) return 0;
    const { updates, expired } = await inbox.claim({ now: clock.now(), limit });
    if (expired > 0) logger.info({ expired }, 'updates were too old to be answered');
    for (const claimed of updates) start(claimed);
    return updates.length;
  };

  return {
    get size() {
      return running.size;
    },
    wake: () => news.wake(),
    async run(signal) {
      while (!signal.aborted) {
        const started = await claim().catch((error: unknown) => {
          logger.error({ err: error }, 'could not look into the inbox');
          return 0;
        });
        if (started === 0) await news.wait(RUN.tickMs, signal);
      }
    },
    async drain(timeoutMs) {
      const enough = new AbortController();
      const all = Promise.allSettled(running);
      await Promise.race([all, clock.wait(timeoutMs, enough.signal)]);
      enough.abort();
      return running.size;
    },
  };
}

/** Takes up what the last run has left. */
export async function recoverInbox(
  inbox: Inbox,
  { logger, clock }: { readonly logger: Logger; readonly clock: Clock },
): Promise<void> {
  const { mostAttempts, mostNotes } = RUN;
  const left = await inbox.recover({ now: clock.now(), mostAttempts, mostNotes });
  const { waiting } = await inbox.count();
  if (waiting > 0 || left.dead > 0) logger.info({ ...left, waiting }, 'taking up what was left');
}
