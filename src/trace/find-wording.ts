/** Where a wording stands in a text, however it is written: Traditional or Simplified, in capitals, over a line's end. */
import type { Span } from '../domain/passage.js';
import { foldWithMap } from './fold-with-map.js';

/** A letter of a script that parts words by spaces. */
const SPACED_LETTER = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u;

/**
 * Finds it.
 *
 * @param wording as a reader types it
 * @returns spans of the text, in order, not overlapping
 */
export function findWording(text: string, wording: string): readonly Span[] {
  const wanted = foldWithMap(wording).text;
  if (wanted === '') return [];
  const folded = foldWithMap(text);
  const found: Span[] = [];
  for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at)) {
    const start = folded.starts[at] as number;
    const last = folded.starts[at + wanted.length - 1] as number;
    const end = last + (String.fromCodePoint(text.codePointAt(last) ?? 0).length || 1);
    if (isWhole(text, start, end)) found.push({ start, end });
    at += wanted.length;
  }
  return found;
}

/** Not within a longer word: “art” is not in “party”. */
function isWhole(text: string, start: number, end: number): boolean {
  const splits = (at: number) =>
    SPACED_LETTER.test(text[at - 1] ?? '') && SPACED_LETTER.test(text[at] ?? '');
  return !splits(start) && !splits(end);
}

/** The sentence around a span, at most 200 characters to either side. */
export function findSentence(text: string, { start, end }: Span): Span {
  const before = text.slice(Math.max(0, start - MOST_AROUND), start);
  const after = text.slice(end, end + MOST_AROUND);
  const ends = [...before.matchAll(SENTENCE_END)].at(-1);
  const next = after.search(SENTENCE_END);
  const from = start - before.length + (ends === undefined ? 0 : ends.index + ends[0].length);
  const until = next < 0 ? end + after.length : end + next + (/\n/.test(after[next] ?? '') ? 0 : 1);
  return trim(text, from, until);
}

const MOST_AROUND = 200;
const SENTENCE_END = /[。！？!?；;\n]|\.(?=\s|$)/gu;

function trim(text: string, start: number, end: number): Span {
  const part = text.slice(start, end);
  return {
    start: start + (part.length - part.trimStart().length),
    end: end - (part.length - part.trimEnd().length),
  };
}
