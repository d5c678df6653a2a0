/** Which entries of a table of contents are chapters: those of the top level, or below it where the top is the book or its parts. */

/** An entry of an outline, with those below it. */
interface ContentsEntry<Entry> {
  readonly title: string;
  readonly children: readonly Entry[];
}

interface Chapter<Entry> {
  readonly entry: Entry;
  /** The part that it is the first chapter of. */
  readonly part?: Entry;
}

/** An entry with this share of the document is the book. */
const BOOK_SHARE = 0.7;

/** `Part II`, `第二部分`: the chapters are below it. */
const PART =
  /^(?:(?:part|book|volume|teil|buch|band|partie|parte|часть|phần|الجزء)(?!\p{L})|(?:第\s?[\d一二三四五六七八九十]+\s?|[上中下])(?:部分?|篇|编|編|卷)(?:\s|$|[^\p{L}]))/iu;

/** @param startOf where an entry begins, as a share of the document */
export function pickChapters<Entry extends ContentsEntry<Entry>>(
  entries: readonly Entry[],
  startOf: (entry: Entry) => number,
): readonly Chapter<Entry>[] {
  const book = entries.find((entry, index) => {
    const next = entries[index + 1];
    const end = next === undefined ? 1 : startOf(next);
    return entry.children.length >= 2 && end - startOf(entry) >= BOOK_SHARE;
  });
  return entries.flatMap((entry): readonly Chapter<Entry>[] => {
    if (entry === book) return pickChapters(entry.children, startOf);
    const [first, ...others] = entry.children;
    if (first === undefined || !PART.test(entry.title)) return [{ entry }];
    return [{ entry: first, part: entry }, ...others.map((other) => ({ entry: other }))];
  });
}
