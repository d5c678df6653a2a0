/**
 * What a library holds: documents as they arrived, and the articles found in them.
 * Everything later (passages, quotes, citations) is an offset into an article's text.
 */

/** How exactly a date is known: `2025-01-06`, `2025-01` or `2025`. */
export type DatePrecision = 'day' | 'month' | 'year';

/**
 * `[offset, line]`: from UTF-16 offset `offset` of the article's text on, up to the next entry, the characters stand
 * in line `line` (1-based) of the document as it was given. Sorted by offset; the first entry has offset 0.
 */
export type LineStart = readonly [offset: number, line: number];

/** `[line, page]`: from this line of the document on, up to the next entry, lines stand on this page. Sorted by line. */
export type PageStart = readonly [line: number, page: number];

/** What a source says about an article outside of its text. */
export interface ArticleFacts {
  readonly title?: string;
  /** ISO 8601, as long as `datePrecision` says. */
  readonly date?: string;
  readonly datePrecision?: DatePrecision;
  readonly publisher?: string;
  readonly author?: string;
  /** Where a reader can open it, `https://…`. */
  readonly link?: string;
}

/** One titled text of a document, as the splitter found it; `id` and `document` are given when it is stored. */
export interface ArticleDraft {
  /** Joined over broken lines, white space repaired. Never empty. */
  readonly title: string;
  /** A subtitle, or the kicker line above the title. */
  readonly subtitle?: string;
  /** ISO 8601, as long as `datePrecision` says: `2025-01-06`, `2025-01` or `2025`. */
  readonly date?: string;
  readonly datePrecision?: DatePrecision;
  readonly publisher?: string;
  readonly author?: string;
  /** Where a reader can open it, `https://…`; absent where the document's own link leads there. */
  readonly link?: string;
  /** BCP 47: `zh`, `zh-Hant`, `en`, …; `und` when it cannot be told. */
  readonly language: string;
  /** First line of the article in the document as given, kicker and title included; 1-based. */
  readonly startLine: number;
  /** Last line with text of the article, source line included; 1-based. */
  readonly endLine: number;
  /**
   * The body, without the title lines: paragraphs parted by one `\n`, broken lines rejoined. Every quote is a slice of it.
   * Offsets everywhere are UTF-16 code units of this string.
   */
  readonly text: string;
  readonly lineStarts: readonly LineStart[];
  /** Only of documents with pages; the first entry is of the article's first line. */
  readonly pageStarts?: readonly PageStart[];
  /** The paragraphs of `text`, in order, without gaps but for the `\n` between them. */
  readonly blocks: readonly Block[];
}

/**
 * A paragraph of an article's text.
 * - `heading`: a line that names what follows; `level` 1 is the outermost.
 * - `clause`: a numbered article of a regulation (第十二条, § 4), with or without text behind the number.
 * - `item`: a numbered point （一）, 1., a)
 * - `note`: a remark about the text (※ …, a note of adoption in brackets).
 * - `meta`: byline, dateline, source line, repeated title: kept in the text, not worth a passage of its own.
 * - `paragraph`: all else.
 */
export interface Block {
  readonly kind: 'heading' | 'clause' | 'item' | 'paragraph' | 'note' | 'meta';
  readonly start: number;
  readonly end: number;
  /** Nesting of a heading, clause or item, 1 (outermost) to 6; absent for the others. */
  readonly level?: number;
  /** What a citation shows of a heading or clause: `第三章 实施与监督`, `第十二条`, `一、2024 年工作回顾`. */
  readonly label?: string;
}

/** A stored article. */
export interface Article extends Omit<ArticleDraft, 'blocks'> {
  /** Stable: the same article of the same document keeps its id over re-ingests. 12 characters `[0-9a-f]`. */
  readonly id: string;
  /** File name of the document. */
  readonly document: string;
  /** Place in the document, from 1. */
  readonly ordinal: number;
  /** Address where the document can be read, `https://…`; only of what came from the web or a channel. */
  readonly link?: string;
}

/** An article without its text, for lists. */
export type ArticleSummary = Omit<Article, 'text' | 'lineStarts' | 'pageStarts'> & {
  /** Pages of the first and the last line; only of documents with pages. */
  readonly startPage?: number;
  readonly endPage?: number;
  /** Length of the text in UTF-16 code units. */
  readonly characters: number;
};

/** What arrived: a file, a feed entry, a channel post. */
export interface LibraryDocument {
  /** File name, as citations show it. */
  readonly name: string;
  /** Absolute path or address it was read from; unique in a library. */
  readonly path: string;
  /** Where a reader can open it, `https://…`; absent for files. */
  readonly link?: string;
  /** sha256 of the bytes as given, hex. */
  readonly contentHash: string;
  readonly bytes: number;
  /** What the bytes were decoded from: `utf-8`, `utf-16le`, `gb18030`, `big5`, … */
  readonly encoding: string;
  /** ISO 8601, UTC. */
  readonly ingestedAt: string;
  /** Which model its vectors are of: `id@sha256`, the hash shortened to 12 digits. */
  readonly model: string;
}

/**
 * Finds the line of the document that a character of the article's text stands in.
 *
 * @param lineStarts sorted, not empty
 * @param offset UTF-16 offset in the article's text
 * @returns 1-based line number
 */
export function findLine(lineStarts: readonly LineStart[], offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle]?.[0] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return lineStarts[low]?.[1] ?? 1;
}

/** Finds the page that a line stands on; `undefined` where the document has no pages. */
export function findPage(
  pageStarts: readonly PageStart[] | undefined,
  line: number,
): number | undefined {
  return pageStarts?.findLast(([start]) => start <= line)?.[1];
}

/** The pages of a run of lines, as citations and lists state them; empty where the document has no pages. */
export function findPages(
  pageStarts: readonly PageStart[] | undefined,
  { startLine, endLine }: { readonly startLine: number; readonly endLine: number },
): { readonly startPage?: number; readonly endPage?: number } {
  const startPage = findPage(pageStarts, startLine);
  const endPage = findPage(pageStarts, endLine);
  return startPage === undefined || endPage === undefined ? {} : { startPage, endPage };
}

/** The part of a document's page map that an article needs. */
export function cutPageStarts(
  pageStarts: readonly PageStart[],
  { startLine, endLine }: { readonly startLine: number; readonly endLine: number },
): readonly PageStart[] {
  const first = findPage(pageStarts, startLine);
  const inside = pageStarts.filter(([line]) => line > startLine && line <= endLine);
  return first === undefined ? inside : [[startLine, first], ...inside];
}

/** A language without script or region: `zh` for `zh-Hant`. */
export function baseLanguage(language: string): string {
  return language.split('-')[0] ?? language;
}
