/** How much of a library is in a language. */
import type { LibraryState } from '../ports/article-store.js';

type Languages = Pick<LibraryState, 'languages' | 'passages'>;

/** A language with less than this share of the passages gets no search of its own. */
const LEAST_SHARE = 0.05;

/** Share of a library's passages that are in a language, 0 to 1. */
export function shareOf(language: string, { languages, passages }: Languages): number {
  return (languages.get(language) ?? 0) / Math.max(1, passages);
}

/** Whether it is worth a search of its own: not for a single article, unless the library has nothing else. */
export function isMuchHeld(language: string, library: Languages): boolean {
  const [mainLanguage] = library.languages.keys();
  return language === mainLanguage || shareOf(language, library) >= LEAST_SHARE;
}
