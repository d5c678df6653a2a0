/**
 * How a document is set: wrapped at a width or one paragraph a line, and what its blank lines and indents mean.
 * Measured on the lines themselves, so that nothing needs to be known about the program that made the file.
 */
import { endsSentence } from './punctuation.js';
import type { SourceLine } from './scan-lines.js';

/** What the shape of a document's lines means. */
export interface Layout {
  readonly isChinese: boolean;
  /** Paragraphs are broken over lines at `wrapWidth`. */
  readonly isWrapped: boolean;
  /** Half-width columns of a full line; 0 where nothing is wrapped. */
  readonly wrapWidth: number;
  /** Every line is followed by a blank one, also inside a sentence: blank lines mean nothing. */
  readonly isDoubleSpaced: boolean;
  /** By how much the first line of a paragraph is narrower than the others because its indent was lost; 0: not at all. */
  readonly lostIndent: number;
  /** Paragraphs usually begin with white space. */
  readonly isIndented: boolean;
  /** Lines of text on a full page, where page breaks leave a trace; 0 where they do not. */
  readonly linesPerPage: number;
}

/** Each number decides one question about the layout; all were set on hand-made dumps of known layout and both readers. */
const LAYOUT_RULES = {
  /** A line is full from this share of the wrapping width on. */
  fullLineShare: 0.86,
  /** Wrapped: at least this share of the lines is full … (a third of dialogue and headings is normal) */
  minFullLines: 0.3,
  /** … and at least this share of the full lines ends in mid-sentence (unwrapped paragraphs hardly ever do). */
  minBrokenSentences: 0.5,
  /** Wider than this nobody wraps; such lines are paragraphs. */
  maxWrapWidth: 150,
  /** Narrower than this it is a table or a poem. */
  minWrapWidth: 24,
  /** Double-spaced: this share of the breaks inside a sentence has a blank line in it. */
  minDoubleSpaced: 0.6,
  /** A lost indent of two Chinese characters, give or take the setting of punctuation. */
  lostIndentRange: [3, 6],
  /** A wrapping width is told from this many lines on. */
  minLines: 4,
} as const;

/** Finds the width at which lines are broken: the commonest width in Chinese, nearly the widest in Latin print. */
function findWrapWidth(lines: readonly SourceLine[], isChinese: boolean): number {
  const widths = lines.map((line) => Math.round(line.width)).sort((a, b) => a - b);
  if (!isChinese) return widths[Math.floor(widths.length * 0.96)] ?? 0;
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let best = 0;
  let bestCount = 0;
  for (const width of counts.keys()) {
    if (width < LAYOUT_RULES.minWrapWidth) continue;
    const near = [-1, 0, 1].reduce((sum, step) => sum + (counts.get(width + step) ?? 0), 0);
    const score = near + (counts.get(width) ?? 0);
    if (score > bestCount || (score === bestCount && width > best)) {
      best = width;
      bestCount = score;
    }
  }
  return best;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** Compares lines that surely begin a paragraph with lines that surely go on in one. */
function measureLostIndent(lines: readonly SourceLine[], wrapWidth: number): number {
  const firstLines: number[] = [];
  const innerLines: number[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before === undefined || line.indent > 1 || line.width < wrapWidth * 0.8) continue;
    if (endsSentence(before.text)) {
      if (before.width < wrapWidth * 0.8) firstLines.push(line.width);
    } else if (before.width >= wrapWidth - 3) innerLines.push(line.width);
  }
  if (firstLines.length < 5 || innerLines.length < 10) return 0;
  const lost = Math.round(median(innerLines) - median(firstLines));
  const [least, most] = LAYOUT_RULES.lostIndentRange;
  return lost >= least && lost <= most ? lost : 0;
}

/** The commonest distance between page breaks, in lines of text. */
function measurePage(
  lines: readonly SourceLine[],
  isPageStart: (line: SourceLine) => boolean,
): number {
  const lengths: number[] = [];
  let last = -1;
  for (const [index, line] of lines.entries()) {
    if (!isPageStart(line)) continue;
    if (last >= 0) lengths.push(index - last);
    last = index;
  }
  if (lengths.length < 6) return 0;
  const middle = median(lengths);
  const near = lengths.filter((length) => Math.abs(length - middle) <= middle * 0.1).length;
  return near >= lengths.length / 2 ? middle : 0;
}

/**
 * Tells whether a line opens a page: after a form feed, or, where every line has a blank line behind it, without one.
 */
export function isPageStart(line: SourceLine, isDoubleSpaced: boolean): boolean {
  return line.afterFormFeed || (isDoubleSpaced && line.blanksBefore === 0 && line.indent > 0);
}

/** Measures how a document is set. */
export function detectLayout(lines: readonly SourceLine[], isChinese: boolean): Layout {
  const wrapWidth = findWrapWidth(lines, isChinese);
  const fullLines = lines.filter(
    (line) =>
      line.width >= wrapWidth * LAYOUT_RULES.fullLineShare && line.width <= wrapWidth * 1.12,
  );
  const broken = fullLines.filter((line) => !endsSentence(line.text)).length;
  const isWrapped =
    lines.length >= LAYOUT_RULES.minLines &&
    wrapWidth >= LAYOUT_RULES.minWrapWidth &&
    wrapWidth <= LAYOUT_RULES.maxWrapWidth &&
    fullLines.length >= lines.length * LAYOUT_RULES.minFullLines &&
    broken >= fullLines.length * LAYOUT_RULES.minBrokenSentences;

  let innerBreaks = 0;
  let spacedBreaks = 0;
  let indented = 0;
  for (const [index, line] of lines.entries()) {
    if (line.indent >= 2) indented += 1;
    const before = lines[index - 1];
    if (before === undefined || !isWrapped || endsSentence(before.text)) continue;
    if (before.width < wrapWidth * LAYOUT_RULES.fullLineShare) continue;
    innerBreaks += 1;
    if (line.blanksBefore > 0) spacedBreaks += 1;
  }
  const isDoubleSpaced =
    innerBreaks >= 3 && spacedBreaks >= innerBreaks * LAYOUT_RULES.minDoubleSpaced;
  const paragraphs = isWrapped ? Math.max(1, lines.length - innerBreaks) : lines.length;
  return {
    isChinese,
    isWrapped,
    wrapWidth: isWrapped ? wrapWidth : 0,
    isDoubleSpaced,
    lostIndent: isWrapped && isChinese ? measureLostIndent(lines, wrapWidth) : 0,
    isIndented: indented >= paragraphs * 0.5 && indented <= lines.length * 0.95,
    linesPerPage: measurePage(lines, (line) => isPageStart(line, isDoubleSpaced)),
  };
}
