/**
 * Updates from Telegram on their way to their answers. They are stored before Telegram is told that they have arrived, so
 * that a question is never lost, and each is answered once: waiting → running → sending → done, or dead with a reason.
 */

/** An update before it is stored. Times in ms since 1970. */
export interface NewUpdate {
  /** Telegram's number: the same update may arrive more than once. */
  readonly updateId: number;
  /** Updates of one lane are handled one after the other, in the order in which they arrived; lanes side by side. */
  readonly lane: string;
  /** From then on nobody waits for an answer, or Telegram takes none. */
  readonly expiresAt: number;
  /** The update itself as JSON. Forgotten as soon as it is done or dead. */
  readonly payload: string;
}

/**
 * What is to be done with an update.
 * - `answer`: handle it;
 * - `note`: its answer may or may not have arrived: say so. It is never answered again.
 */
export type InboxTask = 'answer' | 'note';

/** An update whose turn has come. */
export interface ClaimedUpdate {
  readonly id: number;
  readonly updateId: number;
  readonly task: InboxTask;
  /** How often its turn has come, this time included, for this task. */
  readonly attempts: number;
  /** When it arrived; ms since 1970. */
  readonly receivedAt: number;
  readonly payload: string;
}

/**
 * Why an update is not answered, or not known to be.
 * - `expired`: nobody waits any more;
 * - `attempts`: a note that was cut off again and again;
 * - `failed`: a fault, for which the reader was asked to excuse;
 * - `refused`: the reader asked too much at once, and was told so;
 * - `unsure`: its answer may not have arrived, and the reader was told so.
 */
export const DEAD_REASONS = ['expired', 'attempts', 'failed', 'refused', 'unsure'] as const;
export type DeadReason = (typeof DEAD_REASONS)[number];

/** What became of a turn. Times in ms since 1970. */
export type TurnResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'dead'; readonly reason: DeadReason }
  /** Nothing has been sent: again from `at` on. `isFree`: the attempt does not count. */
  | { readonly kind: 'again'; readonly at: number; readonly isFree: boolean }
  /** Something may have been sent: from now on its task is `note`. */
  | { readonly kind: 'unsure' };

/** Numbers about the inbox. */
export interface InboxCounts {
  readonly waiting: number;
  /** Those under way. */
  readonly running: number;
  readonly done: number;
  readonly dead: Readonly<Partial<Record<DeadReason, number>>>;
  /** When the oldest waiting one arrived; ms since 1970. */
  readonly oldestAt?: number;
}

export const INBOX_LIMITS = {
  /** No turn is put off for longer: what lies further ahead was written before the clock was set back. */
  longestWaitMs: 15 * 60 * 1000,
} as const;

export interface Inbox {
  /**
   * Stores updates, all or none; when it resolves they outlive a crash and a power cut. Those that were stored before are
   * left out.
   *
   * @returns how many were new
   */
  add(updates: readonly NewUpdate[], now: number): Promise<number>;
  /**
   * Takes the oldest update of each lane in which none is under way, oldest first: nobody else gets them. What has expired
   * dies instead. @param options.limit most updates that are taken
   */
  claim(options: { readonly now: number; readonly limit: number }): Promise<{
    readonly updates: readonly ClaimedUpdate[];
    readonly expired: number;
  }>;
  /** Notes that from now on something of the answer may have been sent, or that after all nothing was. */
  markSending(id: number, isSending: boolean): Promise<void>;
  /** Ends a turn. */
  settle(id: number, result: TurnResult, now: number): Promise<void>;
  /**
   * At the start, before the first claim: turns that were cut off. Where nothing can have been sent the update waits again,
   * unless its turn has come `mostAttempts` times: it may be the one that ends the program. Then, and where something may
   * have been sent, its task is `note`. A note that was cut off `mostNotes` times dies.
   */
  recover(options: {
    readonly now: number;
    readonly mostAttempts: number;
    readonly mostNotes: number;
  }): Promise<{
    readonly again: number;
    readonly unsure: number;
    readonly dead: number;
  }>;
  count(): Promise<InboxCounts>;
}
