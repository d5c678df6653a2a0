/**
 * Narrows thousands of topics to the few that a passage may concern, before anything is compared token by token: topics
 * whose vector is near the passage's, and those of whose words it holds a good part.
 */
import { centre } from '../domain/vectors.js';
import type { TermBag } from '../search/term-bag.js';
import type { EntryNumbers, PackedText } from './pack-entry.js';

/**
 * A topic is a candidate for a passage when the passage holds a few of its words and its vector is near, or when it holds many
 * and the vector is not against it. Of 44 topics over the two readers this keeps all
 * articles that must fire, and 92 % of all that would; the others are those that may or may not.
 *
 * 10,000 topics made of the readers' own phrases, so that every one has something to do with them: see the README, and
 * scripts/measure-matching.mjs.
 */
const NARROWING = {
  /** Centred cosines, -1 to 1: with few of the words, with many. */
  vector: { few: 0.2, many: 0.05 },
  /** Shares of the topic's weight of words, 0 to 1. */
  words: { few: 0.15, many: 0.35 },
  /**
   * Centred cosine for words in another language that the glossary does not know: nothing but the vector tells of them. Of
   * 39,000 pairs of English passages and Chinese topics with a cosine of 0.11 to 0.19 none came nearer to what a topic asks
   * than 0.063. A topic that asks for less gets more: `looser` for each step, down to `least`.
   */
  foreignVector: { usual: 0.2, looser: 0.06, least: 0.12 },
} as const;

/** The cosine that is asked of a text whose share of words a passage holds. */
function chooseLeastVector(text: Pick<PackedText, 'isForeign' | 'isExact'>, share: number): number {
  const { vector, words, foreignVector } = NARROWING;
  if (text.isForeign) return foreignVector.least;
  if (share >= words.many) return text.isExact ? -1 : vector.many;
  return share >= words.few ? vector.few : Number.POSITIVE_INFINITY;
}

/** A topic that a passage may concern. */
export interface Candidate {
  readonly words: string;
  /** Centred cosine of its text that is nearest to the passage. */
  readonly cosine: number;
  /** Whether the glossary knows it not; else it stays a candidate however much is asked. */
  readonly isForeign: boolean;
}

/** Whether a candidate may reach what a topic asks. @param strictness of the topic; of several the loosest */
export function mayReach({ cosine, isForeign }: Candidate, strictness: number): boolean {
  const { usual, looser, least } = NARROWING.foreignVector;
  return !isForeign || cosine >= Math.max(least, usual + looser * Math.min(0, strictness));
}

export interface TopicIndex {
  /** The topics that the passage may concern, each once, in no particular order. */
  findCandidates(passage: {
    /** Centred, L2-normalised. */
    readonly vector: Float32Array;
    readonly terms: Pick<TermBag, 'hashes'>;
  }): readonly Candidate[];
  /** Topics that were added, those counted again that were added again. */
  readonly size: number;
  /**
   * Adds topics, each in place of what stood for its words. The vectors of their entries are centred in place when they are
   * first needed: most topics share no word with any passage.
   * @param taken what is taken off the vector of a text by its language: the passages' mean and its shift
   */
  add(topics: readonly IndexedTopic[], taken: (language: string) => Float32Array): void;
}

export interface IndexedTopic {
  readonly words: string;
  readonly entry: EntryNumbers;
}

/** A text in the index. */
interface IndexedText {
  readonly words: string;
  readonly entry: EntryNumbers;
  readonly place: PackedText;
  /** What is still to be taken off its vector. */
  taken: Float32Array | undefined;
}

/** Creates an empty index of topics for the passages of one language. @param dimensions of the vectors */
export function createTopicIndex(dimensions: number): TopicIndex {
  const texts: (IndexedText | undefined)[] = [];
  /** Of each topic: where its texts begin; they lie behind each other. */
  const places = new Map<string, number>();
  let size = 0;

  const readVector = (text: IndexedText): Float32Array => {
    const { vectorAt } = text.place;
    const vector = text.entry.numbers.subarray(vectorAt, vectorAt + dimensions);
    if (text.taken !== undefined) vector.set(centre(vector, text.taken));
    text.taken = undefined;
    return vector;
  };

  return {
    get size() {
      return size;
    },
    add(added, taken) {
      for (const { words, entry } of added) {
        for (let at = places.get(words) ?? texts.length; texts[at]?.words === words; at += 1) {
          texts[at] = undefined;
        }
        places.set(words, texts.length);
        size += 1;
        for (const place of entry.texts) {
          texts.push({ words, entry, place, taken: taken(place.language) });
        }
      }
    },
    findCandidates(passage) {
      const found = new Map<string, Candidate>();
      const held = new Set(passage.terms.hashes);
      for (const text of texts) {
        if (text === undefined) continue;
        const { words, place, entry } = text;
        let share = 0;
        for (let i = 0; i < place.terms; i += 1) {
          const isHeld = held.has(entry.hashes[place.hashesAt + i] as number);
          if (isHeld) share += entry.numbers[place.sharesAt + i] as number;
        }
        const least = chooseLeastVector(place, share);
        // Most topics share no word with a passage: nothing is worked out for them.
        if (least === Number.POSITIVE_INFINITY) continue;
        const cosine = dot(readVector(text), passage.vector);
        if (cosine < least) continue;
        const known = found.get(words);
        const isForeign = place.isForeign && known?.isForeign !== false;
        found.set(words, { words, isForeign, cosine: Math.max(cosine, known?.cosine ?? cosine) });
      }
      return [...found.values()];
    },
  };
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < b.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
