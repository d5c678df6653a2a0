/** What matching remembers of topics from one document of a run to the next. */
import type { LibraryState } from '../ports/article-store.js';
import type { CountTerms } from './count-new.js';
import type { TopicIndex } from './index-topics.js';
import type { PreparedTopic } from './prepare-topic.js';

export type KnownVector = { readonly language: string; readonly vector: Float32Array };

export interface MatchMemory {
  /** What hangs on the library's means, which a few more passages hardly move. */
  made: {
    /** Passages that the library held. */
    readonly passages: number;
    /** By passage language, with the last entry of the store that is in it. */
    readonly indexes: Map<string, { readonly index: TopicIndex; readonly lastId: number }>;
    readonly prepared: Map<string, PreparedTopic>;
    /** In how many passages of the library terms stand. */
    readonly counts: Map<string, number>;
  };
  /** Of the library as it was last. */
  generation: number;
}

/** Indexes and prepared topics are made anew once the library has grown by this share. */
const STALE_SHARE = 0.1;

/** Topics in an index at most: more than any library has, only the same ones worked out again and again. */
const MOST_INDEXED = 1_000_000;

/** Prepared topics kept at most, some 20 KB each. */
const MAX_PREPARED = 5000;

/** Counts remembered at most, some 100 bytes each. */
const MAX_COUNTS = 100_000;

function makeNothing(passages: number): MatchMemory['made'] {
  return { passages, indexes: new Map(), prepared: new Map(), counts: new Map() };
}

export function createMatchMemory(): MatchMemory {
  return { made: makeNothing(0), generation: 0 };
}

/** Forgets what was made for a library that has grown since, or was put back to an older copy. */
export function refreshMemory(
  memory: MatchMemory,
  { passages, generation }: Pick<LibraryState, 'passages' | 'generation'>,
): void {
  const { made } = memory;
  const isFresh = Math.abs(passages - made.passages) <= made.passages * STALE_SHARE;
  const isTidy = [...made.indexes.values()].every(({ index }) => index.size <= MOST_INDEXED);
  if (!isFresh || !isTidy || generation < memory.generation) memory.made = makeNothing(passages);
  else if (made.prepared.size >= MAX_PREPARED) made.prepared.clear();
  if (made.counts.size >= MAX_COUNTS) made.counts.clear();
  memory.generation = generation;
}

/** Counts terms, each once while what was made is fresh. */
export function rememberCounts(lexical: CountTerms, memory: MatchMemory): CountTerms {
  return {
    async countPassagesWith(terms) {
      const { counts } = memory.made;
      const missing = terms.filter((term) => !counts.has(term));
      for (const [term, count] of await lexical.countPassagesWith(missing)) counts.set(term, count);
      return new Map(terms.map((term) => [term, counts.get(term) ?? 0]));
    },
  };
}
