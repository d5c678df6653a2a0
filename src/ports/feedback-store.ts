/** Readers' votes on answers, kept beside the library: no text, only ids and hashes. */
import type { Vote, VoteCounts } from '../domain/feedback.js';

/** Which answer, and who: a hash of the reader's id. */
export interface VoteKey {
  readonly answerId: string;
  readonly reader: string;
}

/** One vote a reader and answer. */
export interface FeedbackStore {
  /** Puts a vote in the place of the one before. */
  put(key: VoteKey, vote: Vote): Promise<void>;
  find(key: VoteKey): Promise<Vote | undefined>;
  /** Takes a vote back; one that is not there is no fault. */
  remove(key: VoteKey): Promise<void>;
  /** Takes back all votes of one reader. */
  removeOf(reader: string): Promise<void>;
  /** Forgets the votes that were put before a moment, in ms since 1970. @returns how many */
  forgetBefore(before: number): Promise<number>;
  /** @param since only votes from then on; milliseconds since 1970 */
  count(since?: number): Promise<VoteCounts>;
}
