/** Votes in memory, a tool of the tests. */
import { REASONS, type Reason, type Vote } from '../../domain/feedback.js';
import type { FeedbackStore, VoteKey } from '../../ports/feedback-store.js';

/** @param options.now milliseconds since 1970 */
export function createMemoryFeedbackStore(
  options: { readonly now?: () => number } = {},
): FeedbackStore {
  const now = options.now ?? Date.now;
  const votes = new Map<string, VoteKey & { readonly vote: Vote; readonly at: number }>();
  const keyOf = ({ answerId, reader }: VoteKey) => `${answerId} ${reader}`;
  const drop = (isDropped: (kept: VoteKey & { readonly at: number }) => boolean) => {
    for (const [key, kept] of votes) if (isDropped(kept)) votes.delete(key);
  };
  return {
    async put(key, vote) {
      votes.set(keyOf(key), { ...key, vote, at: now() });
    },
    find: async (key) => votes.get(keyOf(key))?.vote,
    remove: async (key) => void votes.delete(keyOf(key)),
    removeOf: async (reader) => drop((kept) => kept.reader === reader),
    async forgetBefore(before) {
      const { size } = votes;
      drop(({ at }) => at < before);
      return size - votes.size;
    },
    async count(since = 0) {
      const counted = [...votes.values()].filter(({ at }) => at >= since).map(({ vote }) => vote);
      const reasons = REASONS.map((reason) => [
        reason,
        counted.filter((vote) => vote.reason === reason).length,
      ]);
      return {
        good: counted.filter(({ verdict }) => verdict === 'good').length,
        bad: counted.filter(({ verdict }) => verdict === 'bad').length,
        reasons: Object.fromEntries(reasons) as Record<Reason, number>,
      };
    },
  };
}
