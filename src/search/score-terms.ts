/** BM25 of single passages, and how much of a question's words a passage holds. */
import type { Gloss } from './gloss-question.js';
import { countOf, type TermBag } from './term-bag.js';
import type { NamedThing } from './translate-words.js';

/** Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009. */
export const BM25 = {
  /** How fast repeats of a term stop counting, 0 (at once) to 3. */
  k1: 1.2,
  /** How much long passages are marked down, 0 to 1; ours are all of about the same length. */
  b: 0.4,
} as const;

/** A question's distinct terms with their weights in this library. */
export interface QuestionTerms {
  /** Inverse document frequency of each distinct term, natural logarithm, > 0. */
  readonly idf: ReadonlyMap<string, number>;
  /** Share of the weight that lies on terms which the library holds at all, 0 to 1. */
  readonly knownShare: number;
  /** Passages that hold each term. */
  readonly passagesWith: ReadonlyMap<string, number>;
  /** What the lexicon knows of a question, by the language of the passages. */
  readonly named?: ReadonlyMap<string, NamedThings>;
  /** Such a question word by word in languages of the library. */
  readonly glosses?: readonly Gloss[];
}

/** Things that a question names, as passages of one language write them. */
export interface NamedThings {
  readonly things: readonly NamedThing[];
  /** Share of them that the library does not name anywhere, 0 to 1. */
  readonly unheldShare: number;
}

/** What the words say of one passage. */
export interface TermScore {
  /** BM25 divided by the most that these terms could reach, 0 to 1. */
  readonly bm25: number;
  /** Share of the question's weight that the passage holds, 0 to 1. */
  readonly coverage: number;
}

/**
 * Weighs a question's terms.
 *
 * @param passagesWith number of passages that hold each term; unknown terms count as 0
 */
export function weighTerms(
  terms: readonly string[],
  passagesWith: ReadonlyMap<string, number>,
  passages: number,
): QuestionTerms {
  const idf = new Map<string, number>();
  let known = 0;
  let all = 0;
  for (const term of new Set(terms)) {
    const count = passagesWith.get(term) ?? 0;
    // Another process may be adding passages just now: a count is never taken for more than all of them.
    const weight = Math.log(1 + (Math.max(passages, count) - count + 0.5) / (count + 0.5));
    idf.set(term, weight);
    all += weight;
    if (count > 0) known += weight;
  }
  return { idf, knownShare: all > 0 ? known / all : 0, passagesWith };
}

/**
 * Scores one passage.
 *
 * @param averageTerms average number of terms of a passage, > 0
 */
export function scoreTerms(
  question: QuestionTerms,
  passageTerms: TermBag,
  averageTerms: number,
): TermScore {
  const norm = BM25.k1 * (1 - BM25.b + (BM25.b * passageTerms.total) / averageTerms);
  let score = 0;
  let most = 0;
  let covered = 0;
  for (const [term, idf] of question.idf) {
    const count = countOf(passageTerms, term);
    most += idf;
    if (count === 0) continue;
    covered += idf;
    score += (idf * count * (BM25.k1 + 1)) / (count + norm);
  }
  // A term's share is at most k1 + 1 (many repeats); 1 is what one occurrence in an average passage gives.
  return most === 0
    ? { bm25: 0, coverage: 0 }
    : { bm25: score / (most * (BM25.k1 + 1)), coverage: covered / most };
}
