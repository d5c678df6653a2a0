/** Documents that stand in the code, a tool of the tests. */
import { createHash } from 'node:crypto';
import { AppError } from '../../errors.js';
import type { DocumentFile, DocumentReader } from '../../ports/document-reader.js';

const SUPPORTED = /\.(txt|md)$/;

/**
 * Reads from `texts`, path → text as UTF-8; the caller may change it between calls.
 *
 * @param texts absolute paths
 */
export function createMemoryDocumentReader(texts: ReadonlyMap<string, string>): DocumentReader {
  const toFile = (path: string): DocumentFile => ({
    name: path.slice(path.lastIndexOf('/') + 1),
    path,
  });
  return {
    async find(path) {
      if (texts.has(path)) {
        if (SUPPORTED.test(path)) return [toFile(path)];
        throw new AppError('FORMAT_UNSUPPORTED', `expected .txt or .md, got ${path}`);
      }
      const inside = [...texts.keys()].filter((other) => other.startsWith(`${path}/`));
      if (inside.length === 0) {
        throw new AppError('PATH_NOT_FOUND', `expected a file or folder, got nothing at ${path}`);
      }
      const found = inside.filter((other) => SUPPORTED.test(other) && !/\/\./.test(other)).sort();
      if (found.length === 0) throw new AppError('NO_DOCUMENTS', `expected documents in ${path}`);
      return found.map(toFile);
    },
    async read({ name, path }) {
      const text = texts.get(path);
      if (text === undefined) throw new AppError('PATH_NOT_FOUND', `expected a file at ${path}`);
      if (text.trim() === '') throw new AppError('DOCUMENT_EMPTY', `expected a text in ${name}`);
      return {
        name,
        path,
        contentHash: createHash('sha256').update(text).digest('hex'),
        bytes: Buffer.byteLength(text),
        encoding: 'utf-8',
        lines: text
          .replace(/^\uFEFF/, '')
          .normalize('NFC')
          .split(/\r\n|\n/),
        format: path.endsWith('.md') ? 'markdown' : 'text',
        warnings: [],
      };
    },
  };
}
