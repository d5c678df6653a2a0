/**
 * Splits a paragraph into sentences, Chinese and Western. Nothing is cut out: each sentence is a span of the text, and
 * only white space lies between two of them. Quotes and brackets stay together with what they enclose.
 */
import type { Span } from '../domain/passage.js';

const CJK_FINAL = '。！？｡';
const LATIN_FINAL = '.!?…';
/** Marks that belong to the sentence that they follow. */
const CLOSERS = '”’」』）】》〉〕〗)]}"\'»';
const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '（': '）',
  '(': ')',
  '《': '》',
  '【': '】',
  '〔': '〕',
  '[': ']',
};

/**
 * A quotation or bracket longer than this is split inside like other text: the closing mark was probably forgotten.
 * UTF-16 code units; whole speeches in quotes are longer, asides and titles are shorter.
 */
const MAX_ENCLOSED_LENGTH = 120;

/** Words before a full stop that do not end a sentence. */
const ABBREVIATION =
  /(?:^|[\s(“"'])(?:mr|mrs|ms|dr|prof|st|sr|jr|vs|etc|e\.g|i\.e|cf|no|nos|vol|fig|art|approx|gen|col|rev|hon|inc|ltd|co|corp|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[a-z]|(?:[a-z]\.)+[a-z])$/i;

function endsAtFullStop(text: string, index: number, end: number): boolean {
  const next = text[index + 1];
  if (index + 1 >= end) return true;
  if (next === undefined || !/[\s”’"')\]»]/.test(next)) return false;
  let after = index + 1;
  while (after < end && (/\s/.test(text[after] ?? '') || CLOSERS.includes(text[after] ?? ''))) {
    after += 1;
  }
  const following = text.slice(after, after + 1);
  if (/\p{Ll}/u.test(following)) return false;
  return !ABBREVIATION.test(text.slice(Math.max(0, index - 12), index));
}

/** Whether “!” or “?” before `index` ends a sentence: “"Really?" she asked” goes on. */
function endsAtMark(text: string, index: number, end: number): boolean {
  if (!/[\s”’"')\]»」』）]|\p{Script=Han}/u.test(text[index] ?? '')) return false;
  const rest = text.slice(index, Math.min(end, index + 8));
  return !/^[”’"')\]»」』）\s]*\p{Ll}/u.test(rest);
}

/** The index after the closing mark that belongs to an opening one, or -1 when it is far away or missing. */
function findClosing(text: string, open: number, end: number): number {
  const closing = PAIRS[text[open] ?? ''];
  if (closing === undefined) return -1;
  const limit = Math.min(end, open + MAX_ENCLOSED_LENGTH);
  const found = text.indexOf(closing, open + 1);
  return found >= 0 && found < limit ? found + 1 : -1;
}

function isFinal(text: string, index: number, end: number): boolean {
  const character = text[index] ?? '';
  if (CJK_FINAL.includes(character)) return true;
  if (!LATIN_FINAL.includes(character)) return false;
  if (character === '…') {
    // “……” ends a sentence only before a capital, a CJK text goes on behind it more often than not.
    return text[index + 1] !== '…' && /^\s+\p{Lu}/u.test(text.slice(index + 1, end).slice(0, 4));
  }
  if (character === '.') return endsAtFullStop(text, index, end);
  return index + 1 >= end || endsAtMark(text, index + 1, end);
}

/**
 * Splits `text.slice(start, end)`, one paragraph, into sentences.
 *
 * @returns spans in order, without white space at their ends; empty for white space alone
 */
export function splitSentences(text: string, start: number, end: number): Span[] {
  const sentences: Span[] = [];
  let from = start;
  let index = start;
  const push = (to: number): void => {
    let first = from;
    let last = to;
    while (first < last && /\s/.test(text[first] ?? '')) first += 1;
    while (last > first && /\s/.test(text[last - 1] ?? '')) last -= 1;
    if (first < last) sentences.push({ start: first, end: last });
    from = to;
  };
  while (index < end) {
    const closed = findClosing(text, index, end);
    if (closed > 0) {
      // “……。” at the end of a quotation ends the sentence too, when nothing follows that goes on with it.
      const lastInside = text[closed - 2] ?? '';
      index = closed;
      const endsInside = CJK_FINAL.includes(lastInside) || '.!?'.includes(lastInside);
      const next = text[index] ?? '';
      if (
        endsInside &&
        index < end &&
        /[“‘「『《]|\p{Script=Han}|\s/u.test(next) &&
        isLongQuote(text, from, index)
      ) {
        push(index);
      }
      continue;
    }
    if (isFinal(text, index, end)) {
      index += 1;
      while (index < end && `${CJK_FINAL}!?`.includes(text[index] ?? '')) index += 1;
      while (index < end && CLOSERS.includes(text[index] ?? '')) index += 1;
      push(index);
      continue;
    }
    index += 1;
  }
  push(end);
  return sentences;
}

/** A quotation that is a sentence of its own (“改革开放。”他说 goes on; a long one does not). */
function isLongQuote(text: string, from: number, to: number): boolean {
  const opened = text.slice(from, to).search(/\S/);
  const first = text[from + Math.max(0, opened)] ?? '';
  return !(first in PAIRS) && to - from > 40;
}
