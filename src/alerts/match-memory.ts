/** What matching remembers of topics from one document of a run to the next. */
import type { CountTerms } from './count-new.js';
import type { TopicIndex } from './index-topics.js';
import type { PreparedTopic } from './prepare-topic.js';
import type { readTopic } from './read-topic.js';
import type { chooseTexts } from './score-topic.js';

export type KnownVector = { readonly language: string; readonly vector: Float32Array };

/** Of topics: what does not change with the library. */
export interface MatchMemory {
  /** Topics as they were read, by their words. */
  readonly read: Map<string, ReturnType<typeof readTopic>>;
  readonly vectors: Map<string, KnownVector>;
  /** The texts that stand for a topic, by passage language and subject. */
  readonly texts: Map<string, ReturnType<typeof chooseTexts>>;
  /** What hangs on the library's means, which a few more passages hardly move. */
  made: {
    /** Passages that the library held. */
    readonly passages: number;
    readonly indexes: Map<string, TopicIndex>;
    readonly prepared: Map<string, PreparedTopic>;
    /** In how many passages of the library terms stand. */
    readonly counts: Map<string, number>;
  };
}

/** Indexes and prepared topics are made anew once the library has grown by this share. */
const STALE_SHARE = 0.1;

/** Topics that may be gone before the index is made anew. */
const MAX_GONE = 1000;

/** Texts remembered at most, some 2 KB each. */
const MAX_REMEMBERED = 50_000;
/** Prepared topics kept at most, some 20 KB each. */
const MAX_PREPARED = 5000;

/** Counts remembered at most, some 100 bytes each. */
const MAX_COUNTS = 100_000;

function makeNothing(passages: number): MatchMemory['made'] {
  return { passages, indexes: new Map(), prepared: new Map(), counts: new Map() };
}

export function createMatchMemory(): MatchMemory {
  return { read: new Map(), vectors: new Map(), texts: new Map(), made: makeNothing(0) };
}

/** Forgets what was made for a library that has grown since, or for more topics that are gone than there are. */
export function refreshMemory(memory: MatchMemory, topics: number, passages: number): void {
  const { made } = memory;
  const isFresh = Math.abs(passages - made.passages) <= made.passages * STALE_SHARE;
  const isTidy = [...made.indexes.values()].every(({ size }) => size <= 2 * topics + MAX_GONE);
  if (!isFresh || !isTidy) memory.made = makeNothing(passages);
  else if (made.prepared.size >= MAX_PREPARED) made.prepared.clear();
  if (made.counts.size >= MAX_COUNTS) made.counts.clear();
}

/** Makes room where texts have piled up. */
export function forgetTexts({ read, vectors, texts }: MatchMemory): void {
  if (read.size > MAX_REMEMBERED) read.clear();
  if (vectors.size <= MAX_REMEMBERED) return;
  vectors.clear();
  texts.clear();
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
