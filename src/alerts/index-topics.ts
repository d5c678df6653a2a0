/**
 * Narrows thousands of topics to the few that a passage may concern, before anything is compared token by token: topics
 * whose vector is near the passage's, and those of whose words it holds a good part.
 */
import { extractTerms } from '../search/terms.js';

/**
 * A topic is a candidate for a passage when either is reached. Of the alerts of 44 topics over the two readers 99 % are
 * kept, and all of those that must fire; of pairs of a passage and a topic that nothing concerns 0.3 % pass, of all pairs
 * (topics of this very library) 9 %.
 */
const NARROWING = {
  /** Centred cosine, -1 to 1. */
  vector: 0.2,
  /** The same for words in another language that the glossary does not know, which lie further off. */
  foreignVector: 0.12,
  /** Share of the topic's weight of words, 0 to 1. */
  words: 0.35,
} as const;

/** One text that stands for a topic in passages of one language. */
export interface IndexedText {
  /** What the caller knows the topic by. */
  readonly topic: number;
  readonly text: string;
  readonly isForeign: boolean;
  /** Centred for passages of the language; L2-normalised. */
  readonly vector: Float32Array;
}

export interface TopicIndex {
  /** Distinct topics that the passage may concern, in no particular order. */
  findCandidates(passage: {
    /** Centred, L2-normalised. */
    readonly vector: Float32Array;
    readonly terms: readonly string[];
  }): readonly number[];
}

/**
 * @param texts of passages in one language
 * @param options.idf of a term in the library, > 0
 */
export function createTopicIndex(
  texts: readonly IndexedText[],
  options: { readonly dimensions: number; readonly idf: (term: string) => number },
): TopicIndex {
  const { dimensions, idf } = options;
  const vectors = new Float32Array(texts.length * dimensions);
  const least = texts.map(({ isForeign }) =>
    isForeign ? NARROWING.foreignVector : NARROWING.vector,
  );
  const postings = new Map<string, { readonly at: number; readonly share: number }[]>();
  texts.forEach(({ text, vector }, at) => {
    vectors.set(vector, at * dimensions);
    const terms = [...new Set(extractTerms(text))];
    const total = terms.reduce((sum, term) => sum + idf(term), 0) || 1;
    for (const term of terms) {
      const list = postings.get(term) ?? [];
      list.push({ at, share: idf(term) / total });
      postings.set(term, list);
    }
  });
  const held = new Float64Array(texts.length);

  return {
    findCandidates(passage) {
      const found = new Set<number>();
      const add = (at: number): void => {
        found.add((texts[at] as IndexedText).topic);
      };
      held.fill(0);
      for (const term of new Set(passage.terms)) {
        for (const { at, share } of postings.get(term) ?? []) {
          held[at] = (held[at] as number) + share;
          if ((held[at] as number) >= NARROWING.words) add(at);
        }
      }
      for (let at = 0, from = 0; at < texts.length; at += 1, from += dimensions) {
        let dot = 0;
        for (let i = 0; i < dimensions; i += 1) {
          dot += (vectors[from + i] as number) * (passage.vector[i] as number);
        }
        if (dot >= (least[at] as number)) add(at);
      }
      return [...found];
    },
  };
}
