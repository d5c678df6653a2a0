/** Which version of an article a quote is of, in the reader's language. */
import type { VersionPlace } from '../domain/version.js';
import type { Texts } from './texts.js';

/** @returns an empty string for an article without versions */
export function sayVersion(place: VersionPlace | undefined, texts: Pick<Texts, 'version'>): string {
  if (place === undefined) return '';
  return texts.version(place.number, place.of, place.newest.date ?? '');
}
