/** Parts a book into the chapters that its table of contents names, where that tells how the book is made up. */
import type { ArticleFacts } from '../../domain/article.js';
import type { WebParagraph } from '../../domain/feed.js';
import { simplifyTitle, stripNumber } from '../../ingest/outline-titles.js';
import type { KnownArticle } from '../../ports/document-reader.js';
import { pickChapters } from './pick-chapters.js';
import type { BookEntry } from './read-book-contents.js';

/** A file of a book, with what is written in it. */
export interface BookFile {
  readonly path: string;
  readonly paragraphs: readonly WebParagraph[];
}

/** What a book says of itself; its title is the chapters' when they have none. */
export type BookFacts = ArticleFacts & { readonly title: string };

const CONTENTS_RULES = {
  /** Share of the files that the contents must lead to. */
  minFiles: 0.5,
  /** Share of the text that may stand before the first chapter. */
  maxFront: 0.34,
  /** Characters below the title of a part on a page of its own. */
  maxDivider: 40,
} as const;

/** A file or a heading in it where a chapter begins, counted in paragraphs through the book. */
type Start = readonly [index: number, title: string];

/** @returns `undefined` when the contents do not tell the chapters */
export function partBook(
  files: readonly BookFile[],
  { contents, facts }: { readonly contents: readonly BookEntry[]; readonly facts: BookFacts },
): KnownArticle[] | undefined {
  const paragraphs = files.flatMap((file) => file.paragraphs);
  const places = measureFiles(files);
  const startOf = ({ path }: BookEntry): number =>
    (places.get(path)?.from ?? 0) / Math.max(1, paragraphs.length);
  const starts: Start[] = [];
  const seen = new Set<string>();
  for (const { entry, part } of pickChapters(contents, startOf)) {
    const place = places.get(part?.path ?? entry.path);
    if (place === undefined) continue;
    const isFirst = !seen.has(entry.path);
    seen.add(entry.path);
    const last = starts[starts.length - 1]?.[0] ?? -1;
    // Only the file is known; inside it the heading tells.
    const index = isFirst ? place.from : findHeading(paragraphs, entry.title, { ...place, last });
    if (index !== undefined && index > last) starts.push([index, entry.title]);
  }
  const led = new Set(listPaths(contents));
  const withText = files.filter((file) => file.paragraphs.length > 0);
  const reached = withText.filter(({ path }) => led.has(path)).length;
  const first = starts[0]?.[0] ?? 0;
  const isTold =
    starts.length >= 2 &&
    reached >= withText.length * CONTENTS_RULES.minFiles &&
    first <= paragraphs.length * CONTENTS_RULES.maxFront;
  if (!isTold) return undefined;
  const all: readonly Start[] = first > 0 ? [[0, facts.title], ...starts] : starts;
  return joinEmpty(
    all.map(([index, title], order) =>
      makeChapter(paragraphs.slice(index, all[order + 1]?.[0]), title, facts),
    ),
  );
}

interface FilePlace {
  readonly from: number;
  readonly to: number;
}

function measureFiles(files: readonly BookFile[]): ReadonlyMap<string, FilePlace> {
  let from = 0;
  return new Map(
    files.map(({ path, paragraphs }) => {
      const place = { from, to: from + paragraphs.length };
      from = place.to;
      return [path, place];
    }),
  );
}

const listPaths = (entries: readonly BookEntry[]): string[] =>
  entries.flatMap(({ path, children }) => [path, ...listPaths(children)]);

function isHeadingOf({ text, headingLevel }: WebParagraph, title: string): boolean {
  if (headingLevel === undefined) return false;
  const wanted = simplifyTitle(stripNumber(title));
  return wanted !== '' && simplifyTitle(text).endsWith(wanted);
}

function findHeading(
  paragraphs: readonly WebParagraph[],
  title: string,
  { from, to, last }: FilePlace & { readonly last: number },
): number | undefined {
  const start = Math.max(from, last + 1);
  const found = paragraphs.slice(start, to).findIndex((one) => isHeadingOf(one, title));
  return found < 0 ? undefined : start + found;
}

/** The first heading is the title where it says what the contents say. */
function makeChapter(
  paragraphs: readonly WebParagraph[],
  title: string,
  facts: BookFacts,
): KnownArticle {
  const [first, ...others] = paragraphs;
  const isPrinted = first !== undefined && isHeadingOf(first, title);
  return {
    ...facts,
    title: isPrinted ? first.text : title,
    paragraphs: isPrinted ? others : paragraphs,
  };
}

/** `Part One` on a page of its own stands above the chapter that follows. */
function joinEmpty(chapters: readonly KnownArticle[]): KnownArticle[] {
  const joined: KnownArticle[] = [];
  for (const chapter of chapters) {
    const last = joined[joined.length - 1];
    const words = last?.paragraphs.map(({ text }) => text).join('') ?? '';
    if (last === undefined || words.length > CONTENTS_RULES.maxDivider) joined.push(chapter);
    else {
      const above = [{ text: last.title, headingLevel: 1 }, ...last.paragraphs];
      joined[joined.length - 1] = { ...chapter, paragraphs: [...above, ...chapter.paragraphs] };
    }
  }
  return joined;
}
