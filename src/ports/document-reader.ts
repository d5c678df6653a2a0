/** Where documents come from: bytes in, lines of text out. */
import type { ArticleFacts, PageStart } from '../domain/article.js';
import type { WebParagraph } from '../domain/feed.js';

/** An article that a format tells apart from others: a row of a table, a chapter of a book, a web page. */
export interface KnownArticle extends ArticleFacts {
  readonly title: string;
  readonly paragraphs: readonly WebParagraph[];
}

/** A document's text as it was given, decoded. */
export interface DecodedDocument {
  readonly name: string;
  readonly path: string;
  /** sha256 of the bytes, hex. */
  readonly contentHash: string;
  readonly bytes: number;
  readonly encoding: string;
  /** NFC, without BOM, without line ends. `lines[0]` is line 1 of the file. */
  readonly lines: readonly string[];
  readonly format: 'text' | 'markdown';
  /** Which page each line stands on; only of formats with pages. */
  readonly pageStarts?: readonly PageStart[];
  /** Numbers of the lines that begin a paragraph, where the format says so. */
  readonly paragraphStarts?: ReadonlySet<number>;
  /** Levels of headings by line, 1 the outermost, where the format marks them. */
  readonly headings?: ReadonlyMap<number, number>;
  /** Titles of the articles by the lines that they begin at, as its own outline has them. Empty: it is one article. */
  readonly chapters?: ReadonlyMap<number, string>;
  /** The articles, where the format itself tells them apart; their lines are those of `lines`, title first. */
  readonly articles?: readonly KnownArticle[];
  /** What the reader could not make sense of, for people. */
  readonly warnings: readonly string[];
}

/** A file that was found under the paths given. */
export interface DocumentFile {
  readonly name: string;
  /** Absolute. */
  readonly path: string;
}

export interface DocumentReader {
  /**
   * Finds the documents under a file or folder, in a stable order, hidden files left out. An archive is a folder: its
   * documents have paths below its own.
   * @throws AppError PATH_NOT_FOUND, PATH_UNREADABLE; NO_DOCUMENTS for a folder without any;
   * FORMAT_UNSUPPORTED for a file of another kind
   */
  find(path: string): Promise<readonly DocumentFile[]>;
  /**
   * Reads one document.
   * @throws AppError DOCUMENT_EMPTY, DOCUMENT_BINARY, DOCUMENT_ENCODING_UNKNOWN, DOCUMENT_TOO_LARGE, PATH_UNREADABLE;
   * DOCUMENT_DAMAGED, DOCUMENT_ENCRYPTED, DOCUMENT_UNSAFE, DOCUMENT_SCANNED, DOCUMENT_TOO_COMPLEX of formats that are taken apart
   */
  read(file: DocumentFile): Promise<DecodedDocument>;
}
