/** Passages by the terms they hold. */

export interface LexicalHit {
  readonly id: number;
  /** BM25, higher is better; comparable within one search only. */
  readonly score: number;
}

export interface LexicalIndex {
  /** The best `limit` passages that hold at least one of the terms, best first. */
  search(terms: readonly string[], limit: number): Promise<readonly LexicalHit[]>;
  /** In how many passages each term stands; 0 for unknown terms. */
  countPassagesWith(terms: readonly string[]): Promise<ReadonlyMap<string, number>>;
}
