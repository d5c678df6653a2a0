/** Takes the bytes of a document from the disk, or from an archive on it, never more than are allowed. */
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { AppError, toAppError } from '../../errors.js';
import { readFromArchive } from './list-archive.js';

const NOT_THERE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG']);

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** Says in the words of `errors.ts` what the file system said. */
export function translateFault(error: unknown, path: string): AppError {
  if (error instanceof AppError) return error;
  const code = codeOf(error);
  if (NOT_THERE.has(code)) {
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

/** A document's place: a file, or a path in one. */
export interface FilePlace {
  readonly file: string;
  /** Its path in the archive `file`; empty when it is the file itself. */
  readonly inner: string;
}

/** Finds the file that a path leads to, or into. `undefined` when there is none. */
export async function placePath(path: string): Promise<FilePlace | undefined> {
  for (let file = path; ; file = dirname(file)) {
    const facts = await stat(file).catch((error: unknown) => {
      if (!NOT_THERE.has(codeOf(error))) throw error;
      return undefined;
    });
    if (facts?.isFile()) return { file, inner: path.slice(file.length + 1) };
    if (facts !== undefined || file === dirname(file)) return undefined;
  }
}

/** @throws AppError PATH_NOT_FOUND, PATH_UNREADABLE, DOCUMENT_EMPTY, DOCUMENT_TOO_LARGE, those of `openArchive` */
export async function readBytes(path: string, maxBytes: number): Promise<Buffer> {
  try {
    const place = await placePath(path);
    // Asks once more for the file system's own words.
    const file = place?.file ?? path;
    const { size } = await stat(file);
    requireSize(size, { name: basename(file), maxBytes });
    const bytes = await readFile(file);
    if (place === undefined || place.inner === '') return bytes;
    const found = await readFromArchive(bytes, { name: basename(file), inner: place.inner });
    requireSize(found.length, { name: basename(path), maxBytes });
    return found;
  } catch (error) {
    throw translateFault(error, path);
  }
}

function requireSize(
  size: number,
  { name, maxBytes }: { readonly name: string; readonly maxBytes: number },
): void {
  if (size === 0) throw new AppError('DOCUMENT_EMPTY', `expected a text, got 0 bytes: ${name}`);
  if (size <= maxBytes) return;
  throw new AppError(
    'DOCUMENT_TOO_LARGE',
    `expected at most ${maxBytes} bytes (${toMegabytes(maxBytes)}), got ${size}: ${name}`,
  );
}

const toMegabytes = (bytes: number): string => `${Math.ceil((bytes / 1024 / 1024) * 10) / 10} MB`;
