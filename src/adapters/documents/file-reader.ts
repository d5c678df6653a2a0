/** Finds documents and reads them to lines: the only place where documents are taken from a disk. */
import { createHash } from 'node:crypto';
import type { DocumentReader } from '../../ports/document-reader.js';
import { createFinder } from './find-documents.js';
import { parseDocument } from './parse-document.js';
import { createDocumentParser } from './parser.js';
import { readBytes } from './read-bytes.js';

/** How documents are read. */
export interface DocumentReaderOptions {
  /** Larger files are refused before they are read. */
  readonly maxBytes: number;
  /** Languages in which pages without text are read, as tesseract names them. @default '' they are not read */
  readonly ocr?: string;
}

/** Creates a reader of files on this machine. */
export function createDocumentReader({
  maxBytes,
  ocr = '',
}: DocumentReaderOptions): DocumentReader {
  const parser = createDocumentParser();
  const parse: typeof parser = (job) => parser({ ...job, ocr });
  return {
    find: createFinder(maxBytes),
    async read({ name, path }) {
      const bytes = await readBytes(path, maxBytes);
      // Before the bytes are taken apart, for some parsers take them away.
      const contentHash = createHash('sha256').update(bytes).digest('hex');
      const parsed = await parseDocument(bytes, { name, parse });
      return { name, path, contentHash, bytes: bytes.length, ...parsed };
    },
  };
}
