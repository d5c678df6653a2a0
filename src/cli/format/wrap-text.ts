/**
 * Breaks a text into lines for a terminal, by display width, with the line-breaking manners of Chinese and Western
 * text. Lines are spans of the text, never copies, so that highlights keep their offsets and nothing is altered.
 */
import { type Grapheme, splitGraphemes } from './display-width.js';

/** `[start, end)` in UTF-16 code units of the wrapped text. */
export interface LineSpan {
  readonly start: number;
  readonly end: number;
}

/** Characters that may not begin a line: closing marks, after the kinsoku rules of JIS X 4051 and GB/T 15834. */
const NEVER_FIRST = /^[，。、；：！？）》」』】〕〉”’…—～·・,.;:!?)\]}%％‰℃々ー]/u;
/** Characters that may not end a line: opening marks. */
const NEVER_LAST = /^[（《「『【〔〈“‘([{$￥¥#]/u;
const BREAK_AFTER = /^[-–—/]/u;
const SPACE = /^[^\S\n]+$/u;

/**
 * Wraps a text to lines of at most `width` columns.
 *
 * Between two lines only white space of the text is left out (the spaces at a break, or one `\n`); an empty paragraph
 * gives an empty line. A word longer than a line is cut. A closing mark begins a line only where a whole line is
 * closing marks.
 *
 * @param width columns, at least 2
 */
export function wrapText(text: string, width: number): LineSpan[] {
  const lines: LineSpan[] = [];
  let start = 0;
  for (const paragraph of text.split('\n')) {
    for (const line of wrapParagraph(paragraph, Math.max(2, width))) {
      lines.push({ start: start + line.start, end: start + line.end });
    }
    start += paragraph.length + 1;
  }
  return lines;
}

/** The lines of `wrapText` as strings. */
export function wrapLines(text: string, width: number): string[] {
  return wrapText(text, width).map(({ start, end }) => text.slice(start, end));
}

function wrapParagraph(paragraph: string, width: number): LineSpan[] {
  const graphemes = splitGraphemes(paragraph);
  const lines: LineSpan[] = [];
  let first = 0;
  let breakAt = -1;
  let columns = 0;
  let index = 0;
  while (index < graphemes.length) {
    const grapheme = graphemes[index] as Grapheme;
    if (index > first && mayBreakBefore(graphemes, index)) breakAt = index;
    // Spaces hang over the margin: they are left out at a break.
    if (columns + grapheme.width > width && !SPACE.test(grapheme.text) && index > first) {
      const next = breakAt > first ? breakAt : cutWord(graphemes, first, index);
      lines.push(trimLine(paragraph, graphemes, first, next));
      first = next;
      index = next;
      breakAt = -1;
      columns = 0;
      continue;
    }
    columns += grapheme.width;
    index += 1;
  }
  lines.push(trimLine(paragraph, graphemes, first, graphemes.length));
  return lines;
}

/** Where to cut when no break is allowed: as late as possible, before something that may begin a line. */
function cutWord(graphemes: readonly Grapheme[], first: number, overflow: number): number {
  for (let index = overflow; index > first + 1; index -= 1) {
    if (!NEVER_FIRST.test(graphemes[index]?.text ?? '')) return index;
  }
  return overflow;
}

function mayBreakBefore(graphemes: readonly Grapheme[], index: number): boolean {
  const before = graphemes[index - 1] as Grapheme;
  const after = graphemes[index] as Grapheme;
  if (SPACE.test(after.text) || NEVER_FIRST.test(after.text)) return false;
  if (SPACE.test(before.text)) return true;
  if (NEVER_LAST.test(before.text)) return false;
  if (before.width === 2 || after.width === 2) return true;
  return BREAK_AFTER.test(before.text) && /^\p{L}/u.test(after.text);
}

function trimLine(
  paragraph: string,
  graphemes: readonly Grapheme[],
  first: number,
  next: number,
): LineSpan {
  const start = graphemes[first]?.start ?? paragraph.length;
  const limit = graphemes[next]?.start ?? paragraph.length;
  return { start, end: start + paragraph.slice(start, limit).trimEnd().length };
}
