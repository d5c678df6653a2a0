/** One turn of an update: what is to be done with it, what has been sent in it, and what came of it. */
import type { Update } from 'grammy/types';
import type { InboxTask, TurnResult } from '../ports/inbox.js';

/** What a turn is given, and what it leaves behind. */
export interface Turn {
  readonly task: InboxTask;
  /** When the update arrived; ms since 1970. */
  readonly receivedAt: number | undefined;
  /** Notes, before the first message leaves, that something may have been sent, or that after all nothing was. */
  markSending(isSending: boolean): Promise<void>;
  /** Messages that have certainly been sent. */
  sent: number;
  /** A message may have been sent, and nobody knows. */
  isUnsure: boolean;
  /** @default done */
  result: TurnResult;
}

export type TurnOptions = Partial<Pick<Turn, 'task' | 'receivedAt' | 'markSending'>>;

/** Updates under way with their turns; grammY hands the update on as it is. */
export interface Turns {
  begin(update: Update, options?: TurnOptions): Turn;
  /** The turn of an update; a plain one when it was not begun here. */
  of(update: Update): Turn;
}

export function createTurns(): Turns {
  const turns = new WeakMap<Update, Turn>();
  const begin: Turns['begin'] = (update, options = {}) => {
    const turn: Turn = {
      task: 'answer',
      receivedAt: undefined,
      markSending: () => Promise.resolve(),
      ...options,
      sent: 0,
      isUnsure: false,
      result: { kind: 'done' },
    };
    turns.set(update, turn);
    return turn;
  };
  return { begin, of: (update) => turns.get(update) ?? begin(update) };
}
