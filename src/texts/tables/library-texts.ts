/** What is said while a reader looks through the library. How to add a text: see `../texts.ts`. */
import { fixed } from './variables.js';

export const LIBRARY_TEXTS = {
  // Looking through the library.
  libraryHolds: (articles: number, documents: number) => ({ articles, documents }),
  /** Dates as they are known: `2025-01-06`, `2025-01` or `2025`. */
  libraryDates: (from: string, to: string) => ({ from, to, span: from === to ? 'day' : 'range' }),
  libraryHow: fixed,
  documentsTitle: fixed,
  monthsTitle: fixed,
  newestTitle: fixed,
  /** Stands in place of a month. */
  undated: fixed,
  articleCount: (count: number) => ({ count }),
  articleHow: fixed,
  titlesFound: (count: number) => ({ count }),
  /** Titles that were found but not listed. */
  moreTitles: (count: number) => ({ count }),
  noSuchTitle: (words: string) => ({ words }),
  byDocumentButton: fixed,
  byDateButton: fixed,
  newestButton: fixed,
  /** Leads to the first screen of the library. */
  libraryButton: fixed,
  libraryCommand: fixed,
  latestCommand: fixed,
  articleCommand: fixed,
} as const;
