/** What the parsing thread of documents is asked and answers. */
import type { DecodedDocument } from '../../ports/document-reader.js';

/** A document to be taken apart. */
export interface DocumentJob {
  readonly kind: 'pdf' | 'docx' | 'html' | 'mhtml' | 'epub' | 'table' | 'jsonl' | 'json';
  /** File name, for messages. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Languages for pages without text; empty: they are not read. */
  readonly ocr?: string;
}

/** What a parser makes of a document. */
export type ParsedDocument = Pick<
  DecodedDocument,
  | 'encoding'
  | 'lines'
  | 'format'
  | 'pageStarts'
  | 'paragraphStarts'
  | 'headings'
  | 'chapters'
  | 'articles'
  | 'warnings'
>;
