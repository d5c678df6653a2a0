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
  /** Running lines are set as large as the text at most. */
  maxSize: 1.08,
  /** Longer lines are text. */
  maxLength: 90,
} as const;

/** `3`, `- 3 -`, `第 3 页`, `Page 3 of 9`, `3/9`, `iv`. */
const PAGE_NUMBER =
  /^[-–—·•~|\s]*(?:第?\s*\d{1,4}\s*[页頁]?(?:[\s,，/]*(?:共\s*)?\d{1,4}\s*[页頁]?)?|page\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?|[ivxlc]{1,7})[-–—·•~|\s]*$/i;

interface EdgeLine {
  readonly line: PageLine;
  readonly isHead: boolean;
  /** Words without digits and spaces. */
  readonly key: string;
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
  const textSize = median(lines.map(({ size }) => size));
  const edges = [...pages.values()]
    .flatMap(findEdges)
    .filter(
      ({ line }) =>
        line.text.length <= RUNNING_RULES.maxLength &&
        line.size <= textSize * RUNNING_RULES.maxSize,
    );
  const minPages = pages.size < RUNNING_RULES.fewPages ? 2 : RUNNING_RULES.minPages;
  const found = new Set<PageLine>();
  for (const edge of edges) {
    const { line } = edge;
    const twins = edges.filter((other) => isTwin(edge, other));
    const onPages = new Set(twins.map((other) => other.line.page));
    if (onPages.size >= minPages) found.add(line);
    else if (edge.depth === 0 && PAGE_NUMBER.test(line.text) && isAlone(edge, pages)) {
      found.add(line);
    }
  }
  addPlaces(edges, found);
  return found;
}

/** The same words at the same height, digits aside. */
function isTwin(edge: EdgeLine, other: EdgeLine): boolean {
  if (edge.isHead !== other.isHead || edge.key !== other.key) return false;
  if (Math.abs(edge.line.baseline - other.line.baseline) > RUNNING_RULES.tolerance) return false;
  // Numbers in them stay the same, or are page numbers and grow with the pages.
  const numbers = edge.line.text.match(/\d+/g) ?? [];
  const otherNumbers = other.line.text.match(/\d+/g) ?? [];
  const pages = edge.line.page - other.line.page;
  return (
    numbers.length === otherNumbers.length &&
    numbers.every((number, index) => {
      const difference = Number(number) - Number(otherNumbers[index]);
      return difference === pages || (difference === 0 && edge.key !== '');
    })
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
    const key = line.text.replace(/[\d\s]+/g, '').toLowerCase();
    if (place < depth) return [{ line, isHead: true, key, depth: place }];
    return fromFoot < depth ? [{ line, isHead: false, key, depth: fromFoot }] : [];
  });
}

/** Whether a page number stands apart from the text. */
function isAlone({ line }: EdgeLine, pages: ReadonlyMap<number, readonly PageLine[]>): boolean {
  const others = pages.get(line.page)?.filter((other) => other !== line) ?? [];
  const nearest = Math.min(...others.map(({ baseline }) => Math.abs(baseline - line.baseline)));
  return others.length > 0 && nearest > line.size * 1.9;
}
