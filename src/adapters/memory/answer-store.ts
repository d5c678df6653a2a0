/** Answers in memory, a tool of the tests. */
import type { AnswerStore, StoredAnswer } from '../../ports/answer-store.js';

/** @param options.now milliseconds since 1970 */
export function createMemoryAnswerStore(
  options: { readonly now?: () => number } = {},
): AnswerStore {
  const now = options.now ?? Date.now;
  const kept = new Map<string, { readonly answer: StoredAnswer; readonly at: number }>();
  return {
    async put(answer) {
      kept.set(answer.id, { answer: structuredClone(answer), at: now() });
    },
    get: async (id) => kept.get(id)?.answer,
    async forgetBefore(before) {
      const old = [...kept].filter(([, { at }]) => at < before).map(([id]) => id);
      for (const id of old) kept.delete(id);
      return old.length;
    },
    async removeOf(owner) {
      for (const [id, { answer }] of kept) if (answer.owner === owner) kept.delete(id);
    },
  };
}
