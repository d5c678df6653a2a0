/** What matching remembers of topics from one document of a run to the next. */
import type { TopicIndex } from './index-topics.js';
import type { readTopic } from './read-topic.js';
import type { chooseTexts, PreparedTopic } from './score-topic.js';

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
  };
}

/** Indexes and prepared topics are made anew once the library has grown by this share. */
const STALE_SHARE = 0.05;

/** Topics that may be gone before the index is made anew. */
const MAX_GONE = 1000;

/** Texts remembered at most, some 2 KB each. */
const MAX_REMEMBERED = 50_000;
/** Prepared topics kept at most, some 20 KB each. */
const MAX_PREPARED = 5000;

export function createMatchMemory(): MatchMemory {
  const made = { passages: 0, indexes: new Map(), prepared: new Map() };
  return { read: new Map(), vectors: new Map(), texts: new Map(), made };
}

/** Forgets what was made for a library that has grown since, or for more topics that are gone than there are. */
export function refreshMemory(memory: MatchMemory, topics: number, passages: number): void {
  const { made } = memory;
  const isFresh = Math.abs(passages - made.passages) <= made.passages * STALE_SHARE;
  const isTidy = [...made.indexes.values()].every(({ size }) => size <= 2 * topics + MAX_GONE);
  if (!isFresh || !isTidy) memory.made = { passages, indexes: new Map(), prepared: new Map() };
  else if (made.prepared.size >= MAX_PREPARED) made.prepared.clear();
}

/** Makes room where texts have piled up. */
export function forgetTexts({ read, vectors, texts }: MatchMemory): void {
  if (read.size > MAX_REMEMBERED) read.clear();
  if (vectors.size <= MAX_REMEMBERED) return;
  vectors.clear();
  texts.clear();
}
