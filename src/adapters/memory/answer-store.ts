/** Answers in memory, a tool of the tests. */
import type { AnswerStore, StoredAnswer } from '../../ports/answer-store.js';

const KEEP_MS = 30 * 24 * 60 * 60 * 1000;

/** @param options.now milliseconds since 1970 */
export function createMemoryAnswerStore(
  options: { readonly now?: () => number } = {},
): AnswerStore {
  const now = options.now ?? Date.now;
  const kept = new Map<string, { readonly answer: StoredAnswer; readonly at: number }>();
  const isTooOld = (at: number): boolean => at < now() - KEEP_MS;
  return {
    async put(answer) {
      kept.set(answer.id, { answer: structuredClone(answer), at: now() });
      for (const [id, { at }] of kept) if (isTooOld(at)) kept.delete(id);
    },
    async get(id) {
      const found = kept.get(id);
      return found === undefined || isTooOld(found.at) ? undefined : found.answer;
    },
    async removeOf(owner) {
      for (const [id, { answer }] of kept) if (answer.owner === owner) kept.delete(id);
    },
  };
}
