/** In how many passages terms stand, remembered as long as the library stays as it is: questions share many terms. */
import type { LexicalIndex } from '../ports/lexical-index.js';

/** Terms remembered at most: some 100 bytes each. */
const MOST_TERMS = 50_000;

export type CountTerms = (
  terms: readonly string[],
  generation: number,
) => Promise<ReadonlyMap<string, number>>;

/** @returns counts for the terms asked for, and perhaps for others */
export function createTermCounter(lexical: Pick<LexicalIndex, 'countPassagesWith'>): CountTerms {
  let known = new Map<string, number>();
  let knownGeneration = -1;
  return async (terms, generation) => {
    if (generation !== knownGeneration || known.size > MOST_TERMS) known = new Map();
    knownGeneration = generation;
    const counts = known;
    const missing = terms.filter((term) => !counts.has(term));
    if (missing.length > 0) {
      for (const [term, count] of await lexical.countPassagesWith(missing)) counts.set(term, count);
    }
    return counts;
  };
}
