/** Finds what is printed on the page and is none of its text: running heads and feet, page numbers. */
import { median } from './arrange-page.js';
import type { PageLine } from './page-text.js';

const RUNNING_RULES = {
  /** Lines from the head and from the foot of a page that are looked at. */
  depth: 2,
  /** Lines of one place differ in height by at most so many points. */
  tolerance: 3,
  /** Pages on which a running line stands at least … */
  minPages: 3,
  /** … and in a document of fewer pages than this, two do. */
  fewPages: 5,
  /** Running lines are set as large as the text at most … */
  maxSize: 1.08,
  /** … unless they stand on this share of the pages: labels in drawings are smaller than any head. */
  largeShare: 0.5,
  /** Longer lines are text. */
  maxLength: 90,
} as const;

/** `3`, `- 3 -`, `第 3 页`, `Page 3 of 9`, `3/9`, `iv`. */
const PAGE_NUMBER =
  /^[-–—·•~|\s]*(?:第?\s*\d{1,4}\s*[页頁]?(?:[\s,，/]*(?:共\s*)?\d{1,4}\s*[页頁]?)?|page\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?|[ivxlc]{1,7})[-–—·•~|\s]*$/i;

interface EdgeLine {
  readonly line: PageLine;
  readonly isHead: boolean;
  /** Words without numbers and spaces. */
  readonly key: string;
  readonly numbers: readonly number[];
  /** From the edge of its page on, from 0. */
  readonly depth: number;
}

/** The lines that are no text. @param lines of all pages */
export function findRunningLines(lines: readonly PageLine[]): ReadonlySet<PageLine> {
  const pages = new Map<number, PageLine[]>();
  for (const line of lines) {
    const list = pages.get(line.page);
    if (list === undefined) pages.set(line.page, [line]);
    else list.push(line);
  }
  const maxSize = median(lines.map(({ size }) => size)) * RUNNING_RULES.maxSize;
  const all = [...pages.values()]
    .flatMap(findEdges)
    .filter(({ line }) => line.text.length <= RUNNING_RULES.maxLength);
  const groups = new Map<string, EdgeLine[]>();
  for (const edge of all) {
    const key = `${edge.isHead} ${edge.key}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [edge]);
    else group.push(edge);
  }
  const minPages = pages.size < RUNNING_RULES.fewPages ? 2 : RUNNING_RULES.minPages;
  const manyPages = Math.max(RUNNING_RULES.fewPages, pages.size * RUNNING_RULES.largeShare);
  const isRunning = (edge: EdgeLine): boolean => {
    const others = groups.get(`${edge.isHead} ${edge.key}`) ?? [];
    if (edge.line.size <= maxSize) {
      return isOnPages(minPages, others, (other) => isTwin(edge, other));
    }
    // Titles of slides, and of chapters that all begin a page, are counted at its head.
    return (
      edge.depth === 0 &&
      isOnPages(manyPages, others, (other) =>
        edge.isHead ? other.line.text === edge.line.text : isTwin(edge, other),
      )
    );
  };
  const found = new Set<PageLine>();
  for (const edge of all) {
    const { line } = edge;
    if (isRunning(edge)) found.add(line);
    else if (line.size > maxSize) continue;
    else if (edge.depth === 0 && PAGE_NUMBER.test(line.text) && isAlone(edge, pages)) {
      found.add(line);
    }
  }
  const edges = all.filter(({ line }) => line.size <= maxSize || found.has(line));
  addPlaces(edges, found);
  return found;
}

/** Whether such lines stand on at least so many pages. @param lines page by page */
function isOnPages(
  least: number,
  lines: readonly EdgeLine[],
  isSuch: (line: EdgeLine) => boolean,
): boolean {
  let count = 0;
  let last = 0;
  for (const edge of lines) {
    if (edge.line.page === last || !isSuch(edge)) continue;
    last = edge.line.page;
    count += 1;
    if (count >= least) return true;
  }
  return false;
}

/** At the same height and, of two lines with the same words, with numbers that fit. */
function isTwin(edge: EdgeLine, other: EdgeLine): boolean {
  if (Math.abs(edge.line.baseline - other.line.baseline) > RUNNING_RULES.tolerance) return false;
  // Numbers in them stay the same, or are page numbers and grow with the pages.
  const pages = edge.line.page - other.line.page;
  return (
    edge.numbers.length === other.numbers.length &&
    edge.numbers.every((number, index) => {
      const difference = number - (other.numbers[index] ?? 0);
      return difference === pages || (difference === 0 && edge.key !== '');
    })
  );
}

const ROMAN_VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** `xiv` at the end of a line, or at its beginning: the pages before the first chapter. */
const ROMAN = /^[ivxlc]{1,7}(?=\s|$)|(?<=\s)[ivxlc]{1,7}$/;

function readRoman(text: string): number {
  const values = [...text].map((letter) => ROMAN_VALUES[letter] ?? 0);
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  );
}

/** Lines at the places of running lines whose words change by chapter. */
function addPlaces(edges: readonly EdgeLine[], found: Set<PageLine>): void {
  for (const edge of edges) {
    if (found.has(edge.line) || edge.depth > 0) continue;
    const neighbours = edges.filter(
      (other) =>
        other.isHead === edge.isHead &&
        other.depth === 0 &&
        Math.abs(other.line.baseline - edge.line.baseline) <= 1 &&
        Math.abs(other.line.page - edge.line.page) <= 6 &&
        Math.abs(other.line.size - edge.line.size) < 0.2,
    );
    const running = neighbours.filter(({ line }) => found.has(line)).length;
    if (running >= 3 && running >= neighbours.length * 0.6) found.add(edge.line);
  }
}

function findEdges(lines: readonly PageLine[]): EdgeLine[] {
  const heights = [...new Set(lines.map(({ baseline }) => Math.round(baseline)))];
  heights.sort((a, b) => b - a);
  const { depth } = RUNNING_RULES;
  return lines.flatMap((line): EdgeLine[] => {
    const place = heights.indexOf(Math.round(line.baseline));
    const fromFoot = heights.length - 1 - place;
    const plain = line.text.replace(ROMAN, (roman) => String(readRoman(roman)));
    const key = plain.replace(/[\d\s]+/g, '').toLowerCase();
    const numbers = (plain.match(/\d+/g) ?? []).map(Number);
    if (place < depth) return [{ line, key, numbers, isHead: true, depth: place }];
    return fromFoot < depth ? [{ line, key, numbers, isHead: false, depth: fromFoot }] : [];
  });
}

/** Whether a page number stands apart from the text. */
function isAlone({ line }: EdgeLine, pages: ReadonlyMap<number, readonly PageLine[]>): boolean {
  const others = pages.get(line.page)?.filter((other) => other !== line) ?? [];
  const nearest = Math.min(...others.map(({ baseline }) => Math.abs(baseline - line.baseline)));
  return others.length > 0 && nearest > line.size * 1.9;
}
