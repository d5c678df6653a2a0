/** Preferences in memory, a tool of the tests. */
import type { ReaderPreferences } from '../../domain/reader.js';
import type { ReaderStore } from '../../ports/reader-store.js';

export function createMemoryReaderStore(): ReaderStore {
  const kept = new Map<string, ReaderPreferences>();
  return {
    get: async (reader) => kept.get(reader) ?? {},
    put: async (reader, preferences) => void kept.set(reader, structuredClone(preferences)),
    remove: async (reader) => void kept.delete(reader),
  };
}
