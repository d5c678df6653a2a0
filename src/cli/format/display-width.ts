/**
 * How many columns a text takes in a terminal: two for Chinese, Japanese, Korean and emoji, none for marks that sit
 * on the character before. A small table instead of a library: Unicode's East Asian Width, classes W and F.
 */

/** `[first, last]` code points of width 2, ascending. Source: EastAsianWidth-16.0.0.txt, neighbours joined. */
const WIDE_RANGES: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2329, 0x232a],
  [0x23e9, 0x23ec],
  [0x25fd, 0x25fe],
  [0x2614, 0x2615],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x1b2ff],
  [0x1f200, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f7e0, 0x1f7eb],
  [0x1f900, 0x1faff],
  [0x20000, 0x3fffd],
];

const INVISIBLE = /^[\p{Mark}\p{Cf}\p{Cc}]/u;
const EMOJI = /\p{Emoji_Presentation}|\uFE0F/u;

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** One character as a reader sees it. */
export interface Grapheme {
  readonly text: string;
  /** UTF-16 offset in the text it came from. */
  readonly start: number;
  /** Columns: 0, 1 or 2. */
  readonly width: number;
}

/** Cuts a text into what readers take for characters, in order, without gaps. */
export function splitGraphemes(text: string): Grapheme[] {
  return Array.from(segmenter.segment(text), ({ segment, index }) => ({
    text: segment,
    start: index,
    width: measureGrapheme(segment),
  }));
}

/** Columns that a text takes on one line. Control characters count as nothing, except a tab: one. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const { segment } of segmenter.segment(text)) width += measureGrapheme(segment);
  return width;
}

/** Cuts a text to at most `columns` columns, with `…` at the end when something is cut off. */
export function truncateToWidth(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let width = 1;
  let kept = '';
  for (const grapheme of splitGraphemes(text)) {
    width += grapheme.width;
    if (width > columns) break;
    kept += grapheme.text;
  }
  return `${kept.trimEnd()}…`;
}

/** Fills a text with spaces at the end up to `columns` columns. */
export function padToWidth(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
}

function measureGrapheme(grapheme: string): number {
  if (grapheme === '\t') return 1;
  const codePoint = grapheme.codePointAt(0) ?? 0;
  if (codePoint < 0x300 && grapheme.length === 1)
    return codePoint < 0x20 || codePoint === 0x7f ? 0 : 1;
  if (INVISIBLE.test(grapheme)) return 0;
  if (EMOJI.test(grapheme)) return 2;
  return isWide(codePoint) ? 2 : 1;
}

function isWide(codePoint: number): boolean {
  let low = 0;
  let high = WIDE_RANGES.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = WIDE_RANGES[middle] ?? [0, 0];
    if (codePoint < first) high = middle - 1;
    else if (codePoint > last) low = middle + 1;
    else return true;
  }
  return false;
}
