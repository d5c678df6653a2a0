/** What a reader gets: quotes with citations, or a plain word that there are none. */
import type { DatePrecision } from './article.js';
import type { VersionPlace } from './version.js';

/**
 * - `answered`: the quotes answer the question;
 * - `related`: no passage answers it directly, the quotes are the nearest;
 * - `notFound`: the library holds nothing on it; no quotes;
 * - `notAQuestion`: a greeting, thanks, an empty or unreadable text; no quotes.
 */
export type AnswerKind = 'answered' | 'related' | 'notFound' | 'notAQuestion';

/** Where a quote stands. Everything is a copy of what the store holds, never a guess. */
export interface Citation {
  readonly articleId: string;
  readonly document: string;
  readonly title: string;
  readonly date?: string;
  readonly datePrecision?: DatePrecision;
  readonly publisher?: string;
  /** Where a reader can open the article, `https://…`; absent for files. */
  readonly link?: string;
  readonly headings: readonly string[];
  /** Which version of the article it is; absent when there is only one. */
  readonly version?: VersionPlace;
  /** Lines of the document as given, 1-based, inclusive. */
  readonly startLine: number;
  readonly endLine: number;
  /** Pages of the document, 1-based, inclusive; only of documents with pages. */
  readonly startPage?: number;
  readonly endPage?: number;
  /** `[start, end)` in UTF-16 code units of the article's text. */
  readonly start: number;
  readonly end: number;
}

/** `[start, end)` in UTF-16 code units of the quote's own text. */
export type Highlight = readonly [start: number, end: number];

/** A slice of an article with its citation. */
export interface Quote {
  /** `article.text.slice(citation.start, citation.end)`, always. */
  readonly text: string;
  /** The sentences that answer; sorted, not overlapping. */
  readonly highlights: readonly Highlight[];
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  readonly citation: Citation;
  /** Other places that carry nearly the same words (reprints), best first. */
  readonly alsoIn?: readonly Citation[];
  /** Only when asked for (`--explain`): the rank (from 1) and score that each leg gave. */
  readonly explanation?: Readonly<Record<string, LegResult>>;
}

/** What one leg of the search said of a passage. */
export interface LegResult {
  /** From 1; absent when the leg did not bring the passage up itself. */
  readonly rank?: number;
  readonly score: number;
}

/** The answer to one question. */
export interface Answer {
  readonly question: string;
  readonly kind: AnswerKind;
  /** Best first; empty unless `kind` is `answered` or `related`. */
  readonly quotes: readonly Quote[];
  readonly tookMs: number;
}
