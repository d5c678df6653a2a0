/** What a keeper has mended of how a document was split; kept beside it, and done again whenever it is split anew. */
import type { DatePrecision } from './article.js';

/** Names an article as it stood when it was mended. */
interface ArticleAnchor {
  readonly title: string;
  readonly startLine: number;
}

export type Correction = { readonly anchor: ArticleAnchor } & CorrectionChange;

/**
 * - `join`: the article goes on in the one before it;
 * - `whole`: all articles of the document are one, under the title of the first;
 * - `split`: a new article begins at a line, 1-based, of the document;
 * - `title`, `date`: what it is called, when it is of. No date: none is known.
 */
export type CorrectionChange =
  | { readonly kind: 'join' | 'whole' }
  | { readonly kind: 'split'; readonly line: number }
  | { readonly kind: 'title'; readonly title: string }
  | { readonly kind: 'date'; readonly date?: string; readonly datePrecision?: DatePrecision };
