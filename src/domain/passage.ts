/** The unit that is indexed: a run of whole sentences of one article, under one heading. */

/** `[start, end)` in UTF-16 code units of the article's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A passage before it is stored. */
export interface PassageDraft extends Span {
  /** From the outermost heading to the innermost: `['第三章 实施与监督', '第十二条']`. */
  readonly headings: readonly string[];
  /** Sentences in order; offsets in the article's text; they cover the passage but for white space between them. */
  readonly sentences: readonly Span[];
}

/** A stored passage. */
export interface Passage extends PassageDraft {
  /** Never used again for another passage, even after a deletion. */
  readonly id: number;
  readonly articleId: string;
  /** Place in the article, from 1. */
  readonly ordinal: number;
}

/**
 * Token vectors of one passage, packed (see `search/token-codes.ts`), with the sentence that each token belongs to.
 */
export interface TokenVectors {
  /** Packed vectors of `tokens` tokens. */
  readonly codes: Uint8Array;
  /** Tokens of each sentence of the passage in order; tokens before them (title, headings) are `leadTokens`. */
  readonly sentenceTokens: readonly number[];
  readonly leadTokens: number;
}
