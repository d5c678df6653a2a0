/**
 * Narrows thousands of topics to the few that a passage may concern, before anything is compared token by token: topics
 * whose vector is near the passage's, and those of whose words it holds a good part.
 */
import type { TermBag } from '../search/term-bag.js';
import type { EntryNumbers, PackedText } from './pack-entry.js';

/**
 * A topic is a candidate for a passage when the passage holds a few of its words and its vector is near, or when it holds many
 * and the vector is not against it. Of 44 topics over the two readers this keeps all
 * articles that must fire, and 92 % of all that would; the others are those that may or may not.
 *
 * 10,000 topics made of the readers' own phrases, so that every one has something to do with them, in a run that knows the
 * topics already (scripts/measure-matching.mjs, real model, 2 busy cores): seven articles of 2 to 7 passages are matched in 0.85
 * of the time that embedding them takes, with the index made anew once; one of 2 passages alone in 1.1, those of one passage in
 * 1.0 to 1.3, English ones into a Chinese library in 2.6 to 7.9. Making the index anew takes about a second; it is done once a
 * process (2 to 6 s with what it reads) and when the library has grown by a tenth.
 */
const NARROWING = {
  /** Centred cosines, -1 to 1: with few of the words, with many. */
  vector: { few: 0.2, many: 0.05 },
  /** Shares of the topic's weight of words, 0 to 1. */
  words: { few: 0.15, many: 0.35 },
  /** Centred cosine for words in another language that the glossary does not know: nothing but the vector tells of them. */
  foreignVector: 0.12,
} as const;

/** The cosine that is asked of a text whose share of words a passage holds. */
function chooseLeastVector(text: Pick<PackedText, 'isForeign' | 'isExact'>, share: number): number {
  const { vector, words, foreignVector } = NARROWING;
  if (text.isForeign) return foreignVector;
  if (share >= words.many) return text.isExact ? -1 : vector.many;
  return share >= words.few ? vector.few : Number.POSITIVE_INFINITY;
}

export interface TopicIndex {
  /** Words of the topics that the passage may concern, each once, in no particular order. */
  findCandidates(passage: {
    /** Centred, L2-normalised. */
    readonly vector: Float32Array;
    readonly terms: Pick<TermBag, 'hashes'>;
  }): readonly string[];
  /** Topics that were added, those counted again that were added again. */
  readonly size: number;
  /**
   * Adds topics, each in place of what stood for its words.
   * @param taken what is taken off the vector of a text by its language: the passages' mean and its shift
   */
  add(topics: readonly IndexedTopic[], taken: (language: string) => Float32Array): void;
}

export interface IndexedTopic {
  readonly words: string;
  readonly entry: EntryNumbers;
}

/** A text in the index. */
type IndexedText = Pick<PackedText, 'isForeign' | 'isExact'> & {
  readonly words: string;
  /** Place of its first term among all. */
  readonly termsAt: number;
  readonly terms: number;
};

/** Creates an empty index of topics for the passages of one language. @param dimensions of the vectors */
export function createTopicIndex(dimensions: number): TopicIndex {
  const texts: IndexedText[] = [];
  /** Of each topic: where its texts begin; they lie behind each other. */
  const places = new Map<string, number>();
  let size = 0;
  // All behind each other, with room for more: most of the time goes into reading them.
  let vectors = new Float32Array(0);
  let hashes = new Uint32Array(0);
  let shares = new Float32Array(0);
  let terms = 0;

  const makeRoom = (added: readonly IndexedTopic[]): void => {
    const found = added.flatMap(({ entry }) => entry.texts);
    const vectorLength = (texts.length + found.length) * dimensions;
    if (vectors.length < vectorLength) vectors = grow(vectors, new Float32Array(2 * vectorLength));
    const termLength = terms + found.reduce((sum, text) => sum + text.terms, 0);
    if (hashes.length >= termLength) return;
    hashes = grow(hashes, new Uint32Array(2 * termLength));
    shares = grow(shares, new Float32Array(2 * termLength));
  };
  const removeTexts = (words: string): void => {
    for (let at = places.get(words) ?? texts.length; texts[at]?.words === words; at += 1) {
      texts[at] = NO_TEXT;
    }
  };
  const addVector = (from: Float32Array, start: number, taken: Float32Array): void => {
    const at = texts.length * dimensions;
    let square = 0;
    for (let i = 0; i < dimensions; i += 1) {
      const value = (from[start + i] as number) - (taken[i] as number);
      vectors[at + i] = value;
      square += value * value;
    }
    const length = Math.sqrt(square) || 1;
    for (let i = at; i < at + dimensions; i += 1) vectors[i] = (vectors[i] as number) / length;
  };

  return {
    get size() {
      return size;
    },
    add(added, taken) {
      makeRoom(added);
      for (const { words, entry } of added) {
        removeTexts(words);
        places.set(words, texts.length);
        size += 1;
        for (const text of entry.texts) {
          addVector(entry.numbers, text.vectorAt, taken(text.language));
          for (let i = 0; i < text.terms; i += 1) {
            hashes[terms + i] = entry.hashes[text.hashesAt + i] as number;
            shares[terms + i] = entry.numbers[text.sharesAt + i] as number;
          }
          const { isForeign, isExact } = text;
          texts.push({ words, isForeign, isExact, termsAt: terms, terms: text.terms });
          terms += text.terms;
        }
      }
    },
    findCandidates(passage) {
      const found = new Set<string>();
      const held = new Set(passage.terms.hashes);
      for (const [index, text] of texts.entries()) {
        if (text === NO_TEXT) continue;
        let share = 0;
        for (let i = text.termsAt; i < text.termsAt + text.terms; i += 1) {
          if (held.has(hashes[i] as number)) share += shares[i] as number;
        }
        const least = chooseLeastVector(text, share);
        // Most topics share no word with a passage: nothing is worked out for them.
        if (least === Number.POSITIVE_INFINITY) continue;
        let dot = 0;
        for (let i = 0, from = index * dimensions; i < dimensions; i += 1) {
          dot += (vectors[from + i] as number) * (passage.vector[i] as number);
        }
        if (dot >= least) found.add(text.words);
      }
      return [...found];
    },
  };
}

/** What stands in the place of a text that was replaced. */
const NO_TEXT: IndexedText = { words: '', isForeign: false, isExact: false, termsAt: 0, terms: 0 };

function grow<T extends Float32Array | Uint32Array>(array: T, larger: T): T {
  larger.set(array);
  return larger;
}
