/** Finds documents and reads them to lines: the only place where documents are taken from a disk. */
import { createHash } from 'node:crypto';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { AppError, toAppError } from '../../errors.js';
import type { DecodedDocument, DocumentFile, DocumentReader } from '../../ports/document-reader.js';
import { decodeText } from './decode-text.js';
import { detectFormat, FORMAT_NAMES, formatOfName } from './formats.js';
import type { ParsedDocument } from './parse-jobs.js';
import { createDocumentParser, type ParseDocument } from './parser.js';

/** How documents are read. */
export interface DocumentReaderOptions {
  /** Larger files are refused before they are read. */
  readonly maxBytes: number;
}

const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['node_modules']);
const LINE_END = /\r\n|[\n\r\u2028\u2029]/;
/** `2.txt` before `10.txt`, the same everywhere. */
const NATURAL_ORDER = new Intl.Collator('en', { numeric: true });

const isDocument = (name: string): boolean => formatOfName(name) !== undefined;

/** Says in the words of `errors.ts` what the file system said. */
function translate(error: unknown, path: string): AppError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new AppError('PATH_NOT_FOUND', `expected a file or folder, got nothing at ${path}`, {
      cause: error,
    });
  }
  if (code !== '') {
    return new AppError(
      'PATH_UNREADABLE',
      `expected a readable file or folder, got ${code}: ${path}`,
      { cause: error },
    );
  }
  return toAppError(error);
}

async function walk(folder: string, seen: Set<string>): Promise<DocumentFile[]> {
  const place = await realpath(folder);
  if (seen.has(place)) return [];
  seen.add(place);
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => NATURAL_ORDER.compare(a.name, b.name) || (a.name < b.name ? -1 : 1));
  const files: DocumentFile[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.') || SKIPPED_FOLDERS.has(entry.name)) continue;
    const path = join(folder, entry.name);
    // A link may lead nowhere; then it is no document.
    const facts = entry.isSymbolicLink() ? await stat(path).catch(() => undefined) : entry;
    if (facts?.isDirectory() === true) files.push(...(await walk(path, seen)));
    else if (facts?.isFile() === true && isDocument(entry.name))
      files.push({ name: entry.name, path });
  }
  return files;
}

async function findDocuments(given: string): Promise<readonly DocumentFile[]> {
  const path = resolve(given);
  const facts = await stat(path).catch((error: unknown) => {
    throw translate(error, path);
  });
  if (facts.isDirectory()) {
    const files = await walk(path, new Set()).catch((error: unknown) => {
      throw translate(error, path);
    });
    if (files.length > 0) return files;
    throw new AppError(
      'NO_DOCUMENTS',
      `expected ${FORMAT_NAMES} files, got a folder without any: ${path}`,
    );
  }
  const name = basename(path);
  if (!facts.isFile() || !isDocument(name)) {
    const got = facts.isFile() ? extname(name) || 'no extension' : 'no regular file';
    throw new AppError('FORMAT_UNSUPPORTED', `expected ${FORMAT_NAMES}, got ${got}: ${path}`);
  }
  return [{ name, path }];
}

const toMegabytes = (bytes: number): string => `${Math.ceil((bytes / 1024 / 1024) * 10) / 10} MB`;

async function readDocument(
  file: DocumentFile,
  { maxBytes, parse }: { readonly maxBytes: number; readonly parse: ParseDocument },
): Promise<DecodedDocument> {
  const { name, path } = file;
  const fail = (error: unknown): never => {
    throw translate(error, path);
  };
  const { size } = await stat(path).catch(fail);
  if (size === 0) throw new AppError('DOCUMENT_EMPTY', `expected a text, got 0 bytes: ${name}`);
  if (size > maxBytes) {
    throw new AppError(
      'DOCUMENT_TOO_LARGE',
      `expected at most ${maxBytes} bytes (${toMegabytes(maxBytes)}), got ${size}: ${name}`,
    );
  }
  const bytes = await readFile(path).catch(fail);
  const facts = {
    name,
    path,
    contentHash: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
  };
  return { ...facts, ...(await parseDocument(bytes, { name, parse })) };
}

async function parseDocument(
  bytes: Buffer,
  { name, parse }: { readonly name: string; readonly parse: ParseDocument },
): Promise<ParsedDocument> {
  const format = detectFormat(bytes, name);
  // Small files lie in a buffer that they share: only a copy can be given away.
  if (format !== 'text' && format !== 'markdown') {
    return parse({ kind: format, name, bytes: Uint8Array.from(bytes) });
  }
  const named = formatOfName(name);
  if (named === 'pdf' || named === 'docx') {
    throw new AppError('DOCUMENT_DAMAGED', `expected a .${named}, got something else: ${name}`);
  }
  const { text, encoding, warnings } = decodeText(bytes, name);
  if (!/[^\s\u200B\uFEFF]/.test(text)) {
    throw new AppError('DOCUMENT_EMPTY', `expected a text, got only white space: ${name}`);
  }
  return { encoding, lines: text.split(LINE_END), format, warnings };
}

/** Creates a reader of files on this machine. */
export function createDocumentReader({ maxBytes }: DocumentReaderOptions): DocumentReader {
  const parse = createDocumentParser();
  return {
    find: findDocuments,
    read: (file) => readDocument(file, { maxBytes, parse }),
  };
}
