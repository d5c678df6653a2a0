/** The sentences of a passage, best match first. */
import type { RankedPassage } from '../search/search-passages.js';

/** @returns indexes of `sentenceScores`; of equal ones the earlier comes first */
export function rankSentences({ sentenceScores }: Pick<RankedPassage, 'sentenceScores'>): number[] {
  const order = sentenceScores.map((_, index) => index);
  return order.sort((a, b) => (sentenceScores[b] ?? 0) - (sentenceScores[a] ?? 0) || a - b);
}
