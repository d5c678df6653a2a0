/** Entries of an outline → the lines that they name: chapters, each an article, and the headings inside them. */
import { isNumberAlone, simplifyTitle, stripNumber } from '../../ingest/outline-titles.js';
import type { PdfText } from './lay-out-pdf.js';
import { pickChapters } from './pick-chapters.js';
import type { OutlineEntry } from './read-outline.js';

/** What an outline says of the lines of its document. */
export interface PlacedOutline {
  /** Titles of the chapters by the lines that they begin at. Empty: the document is one article. */
  readonly chapters: ReadonlyMap<number, string>;
  /** Levels of the headings by their lines, 1 the outermost. */
  readonly headings: ReadonlyMap<number, number>;
}

/** Each number decides what an outline is believed; set on 26 manuals, guides and papers. */
const OUTLINE_RULES = {
  /** Share of the titles that must stand where the outline says: others are names of files or numbers of pages. */
  minFound: 0.6,
  /** What stands before the first chapter, cover, contents and preface, as a share of the pages. */
  maxFront: 0.34,
  /** Characters of a chapter, on the average. */
  minChapter: 400,
  /** Up to so many pages, sections that begin in the middle of a page are those of one paper. */
  paperPages: 30,
  /** Lines that a title may be broken over. */
  maxTitleLines: 4,
} as const;

interface Place {
  readonly line: number;
  /** Its title stands there. */
  readonly isFound: boolean;
}

/**
 * Finds the chapters of a document.
 *
 * @returns `undefined` when the outline does not say how the document is made up
 */
export function placeOutline(
  outline: readonly OutlineEntry[],
  text: PdfText,
  pageCount: number,
): PlacedOutline | undefined {
  const pages = listPages(text);
  const find = (entry: OutlineEntry): Place | undefined => findPlace(entry, text, pages);
  const chapters = pickChapters(outline, ({ page }) => (page - 1) / pageCount);
  const starts = new Map<number, string>();
  let found = 0;
  let last = 0;
  for (const { entry, part } of chapters) {
    const place = find(entry);
    if (place?.isFound) found += 1;
    // What stands under the title of a part goes with its first chapter.
    const line = (part === undefined ? undefined : find(part))?.line ?? place?.line ?? 0;
    if (line <= last) continue;
    starts.set(line, entry.title);
    last = line;
  }
  const first = chapters[0]?.entry.page ?? 0;
  const characters = text.lines.reduce((sum, line) => sum + line.trim().length, 0);
  const isBelieved =
    starts.size >= 2 &&
    found >= chapters.length * OUTLINE_RULES.minFound &&
    first <= pageCount * OUTLINE_RULES.maxFront + 2;
  if (!isBelieved) return undefined;
  const headings = new Map<number, number>();
  const mark = (entries: readonly OutlineEntry[], level: number): void => {
    for (const entry of entries) {
      const place = find(entry);
      if (place?.isFound && !headings.has(place.line)) headings.set(place.line, level);
      mark(entry.children, level + 1);
    }
  };
  mark(outline, 1);
  const opening = [...starts.keys()].filter((line) => pages.starts.has(line)).length;
  const isPaper = pageCount <= OUTLINE_RULES.paperPages && opening * 2 < starts.size;
  const isOne = isPaper || characters < starts.size * OUTLINE_RULES.minChapter;
  return { chapters: isOne ? new Map() : starts, headings };
}

interface Pages {
  /** Numbers of the lines of each page, in order. */
  readonly lines: ReadonlyMap<number, readonly number[]>;
  /** Lines that open a page. */
  readonly starts: ReadonlySet<number>;
}

function listPages({ printed, pageStarts }: PdfText): Pages {
  const lines = new Map<number, number[]>();
  for (const [number, { page }] of printed) {
    const list = lines.get(page);
    if (list === undefined) lines.set(page, [number]);
    else list.push(number);
  }
  return { lines, starts: new Set(pageStarts.map(([line]) => line)) };
}

/** The line that an entry leads to: where its title stands, else the next one below the place, or on the pages after it. */
function findPlace(entry: OutlineEntry, text: PdfText, pages: Pages): Place | undefined {
  const own = pages.lines.get(entry.page) ?? [];
  const top = entry.top ?? Infinity;
  const below = (number: number): number => top - (text.printed.get(number)?.baseline ?? 0);
  const named = own
    .filter((number) => isTitle(entry.title, number, text))
    .sort((a, b) => Math.abs(below(a)) - Math.abs(below(b)) || a - b)[0];
  if (named !== undefined) return { line: withNumber(named, own, text), isFound: true };
  const next = own.find((number) => below(number) >= -1) ?? own.at(-1);
  if (next !== undefined) return { line: next, isFound: false };
  const later = text.pageStarts.find(([, page]) => page > entry.page);
  return later === undefined ? undefined : { line: later[0], isFound: false };
}

/** Whether a title begins at a line, also broken over several, or with its number there or in the outline only. */
function isTitle(title: string, line: number, { printed, lines }: PdfText): boolean {
  const wanted = [simplifyTitle(title), simplifyTitle(stripNumber(title))];
  const longest = Math.max(...wanted.map(({ length }) => length));
  let joined = '';
  for (
    let at = line, count = 0;
    count < OUTLINE_RULES.maxTitleLines && at <= lines.length;
    at += 1
  ) {
    if (!printed.has(at)) continue;
    count += 1;
    joined += ` ${lines[at - 1]?.trim()}`;
    const forms = [simplifyTitle(joined), simplifyTitle(stripNumber(joined))];
    if (forms.some((form) => form !== '' && wanted.includes(form))) return true;
    if ((forms[1]?.length ?? 0) > longest) return false;
  }
  return false;
}

/** A number on a line of its own above its title belongs to it. */
function withNumber(line: number, own: readonly number[], { lines }: PdfText): number {
  const above = own[own.indexOf(line) - 1];
  return above !== undefined && isNumberAlone(lines[above - 1] ?? '') ? above : line;
}
