/** Bytes of a document → its text, by what its first bytes say it is. */
import { AppError } from '../../errors.js';
import { decodeText } from './decode-text.js';
import { detectFormat, formatOfName } from './formats.js';
import { listArchive } from './list-archive.js';
import type { ParsedDocument } from './parse-jobs.js';
import type { ParseDocument } from './parser.js';

const LINE_END = /\r\n|[\n\r\u2028\u2029]/;

/** @throws AppError of `decodeText` and of the parsers */
export async function parseDocument(
  bytes: Buffer,
  { name, parse }: { readonly name: string; readonly parse: ParseDocument },
): Promise<ParsedDocument> {
  const format = await detectFormat(bytes, name);
  const named = formatOfName(name);
  const isBinary = named === 'pdf' || named === 'docx' || named === 'epub' || named === 'zip';
  if (format === 'zip') {
    if (named === 'zip') {
      // It was opened before, in vain: now it says why.
      await listArchive(bytes, { name, path: name });
      throw new AppError('NO_DOCUMENTS', `expected documents in ${name}, got none`);
    }
    const expected = named === undefined || !isBinary ? 'a text' : `a .${named}`;
    const message = `expected ${expected}, got an archive of other files: ${name}`;
    throw new AppError(isBinary ? 'DOCUMENT_DAMAGED' : 'DOCUMENT_BINARY', message);
  }
  if (format !== 'text' && format !== 'markdown') {
    // Small files lie in a buffer that they share: only a copy can be given away.
    return parse({ kind: format, name, bytes: Uint8Array.from(bytes) });
  }
  if (isBinary) {
    throw new AppError('DOCUMENT_DAMAGED', `expected a .${named}, got something else: ${name}`);
  }
  const { text, encoding, warnings } = decodeText(bytes, name);
  if (!/[^\s\u200B\uFEFF]/.test(text)) {
    throw new AppError('DOCUMENT_EMPTY', `expected a text, got only white space: ${name}`);
  }
  return { encoding, lines: text.split(LINE_END), format, warnings };
}
