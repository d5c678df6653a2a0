/** Which version of an article a quote is of, in the reader's language. */
import type { VersionPlace } from '../domain/version.js';
import type { Texts } from './texts.js';

/** @returns an empty string for an article without versions */
export function sayVersion(
  place: VersionPlace | undefined,
  texts: Pick<Texts, 'newestVersion' | 'olderVersion' | 'olderVersionUndated'>,
): string {
  if (place === undefined) return '';
  const { number, of, newest } = place;
  if (number === of) return texts.newestVersion(of);
  return newest.date === undefined
    ? texts.olderVersionUndated(number, of)
    : texts.olderVersion(number, of, newest.date);
}
