/**
 * Narrows thousands of topics to the few that a passage may concern, before anything is compared token by token: topics
 * whose vector is near the passage's, and those of whose words it holds a good part.
 */
import { extractTerms } from '../search/terms.js';

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
function chooseLeastVector(
  text: Pick<IndexedText, 'isForeign' | 'isExact'>,
  share: number,
): number {
  const { vector, words, foreignVector } = NARROWING;
  if (text.isForeign) return foreignVector;
  if (share >= words.many) return text.isExact ? -1 : vector.many;
  return share >= words.few ? vector.few : Number.POSITIVE_INFINITY;
}

/** One text that stands for a topic in passages of one language. */
export interface IndexedText {
  /** What the caller knows the topic by. */
  readonly topic: string;
  readonly text: string;
  readonly isForeign: boolean;
  /** Of a topic of nothing but exact words: its words alone decide. */
  readonly isExact: boolean;
  /** Centred for passages of the language; L2-normalised. */
  readonly vector: Float32Array;
}

export interface TopicIndex {
  /** Distinct topics that the passage may concern, in no particular order. */
  findCandidates(passage: {
    /** Centred, L2-normalised. */
    readonly vector: Float32Array;
    readonly terms: readonly string[];
  }): readonly string[];
  /** Whether a topic is in it. */
  has(topic: string): boolean;
  /** Topics that it holds. */
  readonly size: number;
  /**
   * Adds topics.
   * @param topics all that are added, also those without a text
   * @param texts of passages in one language
   * @param idf of a term in the library, > 0
   */
  add(
    topics: readonly string[],
    texts: readonly IndexedText[],
    idf: (term: string) => number,
  ): void;
}

/** Creates an empty index of topics for the passages of one language. */
export function createTopicIndex(): TopicIndex {
  const texts: Omit<IndexedText, 'vector'>[] = [];
  const topics = new Set<string>();
  const postings = new Map<string, { readonly at: number; readonly share: number }[]>();
  let held = new Float64Array(0);
  // All vectors behind each other, with room for more: most of the time goes into reading them.
  let vectors = new Float32Array(0);

  return {
    has: (topic) => topics.has(topic),
    get size() {
      return topics.size;
    },
    add(added, given, idf) {
      for (const topic of added) topics.add(topic);
      for (const { vector, ...text } of given) {
        const at = texts.push(text) - 1;
        const { length } = vector;
        if (vectors.length < texts.length * length) {
          const roomy = new Float32Array(2 * vectors.length + given.length * length);
          roomy.set(vectors);
          vectors = roomy;
        }
        vectors.set(vector, at * length);
        const terms = [...new Set(extractTerms(text.text))];
        const total = terms.reduce((sum, term) => sum + idf(term), 0) || 1;
        for (const term of terms) {
          const list = postings.get(term) ?? [];
          list.push({ at, share: idf(term) / total });
          postings.set(term, list);
        }
      }
      held = new Float64Array(texts.length);
    },
    findCandidates(passage) {
      const found = new Set<string>();
      held.fill(0);
      for (const term of new Set(passage.terms)) {
        for (const { at, share } of postings.get(term) ?? []) {
          held[at] = (held[at] as number) + share;
        }
      }
      const { length } = passage.vector;
      for (let at = 0; at < texts.length; at += 1) {
        const text = texts[at] as (typeof texts)[number];
        const least = chooseLeastVector(text, held[at] as number);
        // Most topics share no word with a passage: nothing is worked out for them.
        if (least === Number.POSITIVE_INFINITY) continue;
        let dot = 0;
        for (let i = 0, from = at * length; i < length; i += 1) {
          dot += (vectors[from + i] as number) * (passage.vector[i] as number);
        }
        if (dot >= least) found.add(text.topic);
      }
      return [...found];
    },
  };
}
