/**
 * Takes away what belongs to the printed page and not to the text: page numbers, running headers, separators.
 * Every line taken away is reported, so that nothing gets lost in silence.
 */
import { endsSentence, squeeze } from './punctuation.js';
import { readByline } from './read-bylines.js';
import type { Contents } from './read-contents.js';
import { findDates, isDateLine } from './read-dates.js';
import type { MarkdownLines } from './read-markdown.js';
import { readSourceLine } from './read-source-lines.js';
import type { SourceLine } from './scan-lines.js';

/** Why a line is not part of any article. */
type DropReason =
  | 'page number'
  | 'running header'
  | 'separator'
  | 'underline'
  | 'table of contents'
  | 'front matter';

/** A line that is left out of all articles. */
export interface DroppedLine {
  readonly line: SourceLine;
  readonly reason: DropReason;
}

/** What is left of a document, and what was taken away. */
export interface CleanLines {
  readonly lines: readonly SourceLine[];
  readonly dropped: readonly DroppedLine[];
  /** Numbers of lines that follow a separator. */
  readonly afterSeparator: ReadonlySet<number>;
  /** Numbers of lines that follow a page number or a running header. */
  readonly afterPageBreak: ReadonlySet<number>;
}

const NO_MARKDOWN = { underlines: new Set<number>(), frontMatter: new Set<number>() };

const NOISE_RULES = {
  /** Lines between two page numbers at least; closer together they are a table. */
  minLinesPerPage: 4,
  /** A running header recurs at least this often … */
  minHeaderCount: 4,
  /** … on lines this far apart at least … */
  minHeaderGap: 8,
  /** … and at most this far: no page has more lines … */
  maxHeaderGap: 120,
  /** … with this share of the distances within a quarter of their median. */
  minRegularGaps: 0.7,
} as const;

const SEPARATOR = /^(?:[-—–_=*~·•☆★◇◆■□●○#＊＝－﹡\s]){3,}$/;
const BARE_NUMBER = /^\d{1,4}$/;
/** `- 28 -`, `— 28 —`, `第 28 页`, `Page 3 of 9`, `28 / 120`. */
const DECORATED_NUMBER =
  /^(?:[-—–·•~]+\s?\d{1,4}\s?[-—–·•~]+|第\s?\d{1,4}\s?页(?:[\s,，/]*共\s?\d{1,4}\s?页)?|page\s\d{1,4}(?:\s(?:of|\/)\s\d{1,4})?|\d{1,4}\s?\/\s?\d{1,4})$/i;

/** What stands at the head or the foot of a page, in documents whose pages are known; everything in others. */
function findEdges(lines: readonly SourceLine[], isPaged: boolean): readonly SourceLine[] {
  if (!isPaged) return lines;
  const isStart = (index: number): boolean => lines[index]?.afterFormFeed ?? true;
  return lines.filter((_, index) => [-1, 0, 1, 2].some((step) => isStart(index + step)));
}

/** Bare numbers are page numbers when they stand alone and grow through the document. */
function findPageNumbers(lines: readonly SourceLine[]): Set<number> {
  const found = new Set<number>();
  let lastValue = 0;
  let lastIndex = -NOISE_RULES.minLinesPerPage;
  for (const [index, line] of lines.entries()) {
    if (DECORATED_NUMBER.test(line.text)) found.add(line.number);
    if (!BARE_NUMBER.test(line.text)) continue;
    const value = Number(line.text);
    const isCrowded = [-2, -1, 1, 2].some((step) =>
      BARE_NUMBER.test(lines[index + step]?.text ?? ''),
    );
    const maxValue = lastValue + Math.max(3, (index - lastIndex) / NOISE_RULES.minLinesPerPage);
    const isFirst = found.size === 0 && value <= 2000;
    if (isCrowded || value <= lastValue || (!isFirst && value > maxValue)) continue;
    if (index - lastIndex < NOISE_RULES.minLinesPerPage) continue;
    found.add(line.number);
    lastValue = value;
    lastIndex = index;
  }
  return found;
}

/** `某某学习资料 第 3 页`, `The Courier Page 2 of 4`: the same words with a page number that grows by one. */
function isNumberedFooter(texts: readonly string[]): boolean {
  const pages = texts.map(
    (text) =>
      /(?:\bpage\s?|第\s?|[-—·|]\s?)(\d{1,4})(?:\s?of\s\d+|\s?[页頁].*|\s?[-—·|])?$/i.exec(
        text,
      )?.[1],
  );
  return (
    pages.length >= 3 &&
    pages.every((page, order) => order === 0 || Number(page) === Number(pages[order - 1]) + 1)
  );
}

/** A dateline, a source or a byline: it stands under every article of a paper, and is a fact of each. */
function statesFact(text: string): boolean {
  return (
    isDateLine(text) ||
    findDates(text)[0]?.start === 0 ||
    readSourceLine(text) !== undefined ||
    readByline(text) !== undefined
  );
}

/**
 * The same short line again and again, at the distance of a page. Digits in it may change.
 * What states a fact of an article is no header, unless it stands at the edge of a page.
 */
function findRunningHeaders(
  lines: readonly SourceLine[],
  pageNumbers: ReadonlySet<number>,
): Set<number> {
  const places = new Map<string, number[]>();
  const isPageNumber = (line: SourceLine | undefined): boolean =>
    line !== undefined && pageNumbers.has(line.number);
  for (const [index, line] of lines.entries()) {
    if (line.width > 70 || endsSentence(line.text) || /^[（(#]|[：:]$|[，；。]/.test(line.text))
      continue;
    const isAtEdge =
      line.afterFormFeed || isPageNumber(lines[index - 1]) || isPageNumber(lines[index + 1]);
    if (!isAtEdge && statesFact(line.text)) continue;
    const key = squeeze(line.text).replace(/\d+/g, '');
    if (key.length < 2) continue;
    const list = places.get(key);
    if (list === undefined) places.set(key, [index]);
    else list.push(index);
  }
  const found = new Set<number>();
  for (const indexes of places.values()) {
    if (isNumberedFooter(indexes.map((index) => lines[index]?.text ?? ''))) {
      for (const index of indexes) found.add(lines[index]?.number ?? 0);
    }
    if (indexes.length < NOISE_RULES.minHeaderCount) continue;
    const gaps = indexes.slice(1).map((index, order) => index - (indexes[order] ?? 0));
    const middle = [...gaps].sort((a, b) => a - b)[gaps.length >> 1] ?? 0;
    const regular = gaps.filter((gap) => Math.abs(gap - middle) <= middle / 4).length;
    if (middle < NOISE_RULES.minHeaderGap || middle > NOISE_RULES.maxHeaderGap) continue;
    if (regular < gaps.length * NOISE_RULES.minRegularGaps) continue;
    // The first line of the document may be a title that is then repeated on every page.
    for (const index of indexes) if (index > 0) found.add(lines[index]?.number ?? 0);
  }
  return found;
}

/**
 * Takes page numbers, running headers, separators and the table of contents out of a document.
 *
 * @param markdown its underlines are no separators, its front matter stays
 * @param isPaged the format tells where pages begin: a number elsewhere is of a footnote, a line that recurs is text
 */
export function dropNoise(
  lines: readonly SourceLine[],
  markdown: Pick<MarkdownLines, 'underlines' | 'frontMatter'> = NO_MARKDOWN,
  contents: Pick<Contents, 'lines'> = { lines: new Set() },
  isPaged = false,
): CleanLines {
  const rest = lines.filter((line) => !contents.lines.has(line.number));
  const edges = new Set(findEdges(rest, isPaged).map(({ number }) => number));
  const atEdge = (found: ReadonlySet<number>) => new Set([...found].filter((n) => edges.has(n)));
  const pageNumbers = atEdge(findPageNumbers(rest));
  const headers = atEdge(findRunningHeaders(rest, pageNumbers));
  const findReason = ({ number, text }: SourceLine): DropReason | undefined => {
    if (contents.lines.has(number)) return 'table of contents';
    if (markdown.frontMatter.has(number)) return text === '---' ? 'separator' : 'front matter';
    if (markdown.underlines.has(number)) return 'underline';
    if (SEPARATOR.test(text)) return 'separator';
    if (pageNumbers.has(number)) return 'page number';
    return headers.has(number) ? 'running header' : undefined;
  };
  const kept: SourceLine[] = [];
  const dropped: DroppedLine[] = [];
  const afterSeparator = new Set<number>();
  const afterPageBreak = new Set<number>();
  let pending: 'separator' | 'page' | undefined;
  for (const line of lines) {
    const reason = findReason(line);
    if (reason === undefined) {
      if (pending === 'separator') afterSeparator.add(line.number);
      else if (pending === 'page') afterPageBreak.add(line.number);
      pending = undefined;
      kept.push(line);
      continue;
    }
    dropped.push({ line, reason });
    if (reason === 'separator' || reason === 'table of contents') pending = 'separator';
    else if (reason !== 'underline') pending ??= 'page';
  }
  return { lines: kept, dropped, afterSeparator, afterPageBreak };
}
