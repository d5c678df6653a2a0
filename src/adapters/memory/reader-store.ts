/** Preferences in memory, a tool of the tests. */
import type { ReaderPreferences } from '../../domain/reader.js';
import type { ReaderStore } from '../../ports/reader-store.js';

/** @param options.now milliseconds since 1970 */
export function createMemoryReaderStore(
  options: { readonly now?: () => number } = {},
): ReaderStore {
  const now = options.now ?? Date.now;
  const kept = new Map<string, { readonly preferences: ReaderPreferences; seenAt: number }>();
  return {
    async get(reader) {
      const found = kept.get(reader);
      if (found !== undefined) found.seenAt = now();
      return found?.preferences ?? {};
    },
    async put(reader, preferences) {
      kept.set(reader, { preferences: structuredClone(preferences), seenAt: now() });
    },
    remove: async (reader) => void kept.delete(reader),
    async forgetBefore(before) {
      const { size } = kept;
      for (const [reader, { seenAt }] of kept) if (seenAt < before) kept.delete(reader);
      return size - kept.size;
    },
  };
}
