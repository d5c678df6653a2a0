/** The passages worth a closer look: nearest by vector, and best by words. */
import type { LibraryState } from '../ports/article-store.js';
import type { LexicalIndex } from '../ports/lexical-index.js';
import type { VectorIndex } from '../ports/vector-index.js';
import { isMuchHeld } from './language-share.js';
import type { PreparedQuestion } from './prepare-question.js';
import type { QuestionTerms } from './score-terms.js';
import { isSingleCharacter } from './terms.js';

/** How widely candidates are collected; the best of them are compared token by token. */
const CANDIDATES = {
  vector: 100,
  lexical: 60,
  /** Times as many when the question has filters, which leave only some of them. */
  filtered: 8,
  /** Below this many passages every term is looked up. */
  smallLibrary: 2000,
  /**
   * In a larger one the rarest terms, as long as they stand in no more passages than this, summed up: what is frequent finds
   * nothing by itself, and each passage costs the index a quarter of a microsecond.
   */
  mostPostings: 20_000,
  leastTerms: 3,
} as const;

export interface Candidates {
  /** By their better rank in the two legs. */
  readonly ids: readonly number[];
  /** Rank (from 1) of each passage in the legs that brought it up. */
  readonly vectorRanks: ReadonlyMap<number, number>;
  readonly lexicalRanks: ReadonlyMap<number, number>;
}

export async function findCandidates(
  question: PreparedQuestion,
  state: LibraryState,
  ports: {
    readonly lexical: Pick<LexicalIndex, 'search'>;
    readonly vectors: VectorIndex;
    readonly noVector: boolean;
    readonly noLexical: boolean;
  },
): Promise<Candidates> {
  const vectorRanks = new Map<number, number>();
  const depth = question.isFiltered ? CANDIDATES.filtered : 1;
  if (!ports.noVector) {
    for (const [language, { pooled }] of question.vectors) {
      if (!isMuchHeld(language, state)) continue;
      ports.vectors.search(pooled, depth * CANDIDATES.vector).forEach(({ id }, rank) => {
        vectorRanks.set(id, Math.min(rank + 1, vectorRanks.get(id) ?? rank + 1));
      });
    }
  }
  const hits = ports.noLexical
    ? []
    : await ports.lexical.search(
        chooseTerms(question.terms, state.passages),
        depth * CANDIDATES.lexical,
      );
  const lexicalRanks = new Map(hits.map(({ id }, rank) => [id, rank + 1]));
  const rankOf = (id: number): number =>
    Math.min(vectorRanks.get(id) ?? Infinity, lexicalRanks.get(id) ?? Infinity);
  const ids = [...new Set([...vectorRanks.keys(), ...lexicalRanks.keys()])];
  ids.sort((a, b) => rankOf(a) - rankOf(b) || a - b);
  return { ids, vectorRanks, lexicalRanks };
}

/** The terms that can find something: known ones, pairs rather than single characters, in large libraries the rare ones. */
function chooseTerms({ idf, passagesWith }: QuestionTerms, passages: number): string[] {
  const countOf = (term: string): number => passagesWith.get(term) ?? 0;
  const known = [...idf.keys()].filter((term) => countOf(term) > 0);
  const pairs = known.filter((term) => !isSingleCharacter(term));
  const chosen = pairs.length > 0 ? pairs : known;
  if (passages < CANDIDATES.smallLibrary) return chosen;
  const rarestFirst = [...chosen].sort((a, b) => countOf(a) - countOf(b));
  let postings = 0;
  return rarestFirst.filter((term, place) => {
    postings += countOf(term);
    return place < CANDIDATES.leastTerms || postings <= CANDIDATES.mostPostings;
  });
}
