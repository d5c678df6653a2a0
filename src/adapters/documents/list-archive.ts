/** Archives (.zip) as folders of documents: an entry is the document `archive.zip/folder/entry.txt`. */
import { basename } from 'node:path';
import { AppError } from '../../errors.js';
import type { DocumentFile } from '../../ports/document-reader.js';
import { formatOfName } from './formats.js';
import { ARCHIVE_LIMITS, type Archive, openArchive } from './open-archive.js';

const isSkipped = (path: string): boolean =>
  path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');

/** The documents of an archive, archives in it included, in the order of their names. @throws AppError of `openArchive` */
export async function listArchive(
  bytes: Buffer,
  file: DocumentFile,
  depth = 1,
): Promise<DocumentFile[]> {
  const archive = await openArchive(bytes, file.name);
  try {
    const found: DocumentFile[] = [];
    for (const { path } of archive.entries) {
      if (isSkipped(path)) continue;
      const format = formatOfName(path);
      if (format === undefined) continue;
      const inner = { name: basename(path), path: `${file.path}/${path}` };
      if (format !== 'zip') found.push(inner);
      else if (depth < ARCHIVE_LIMITS.maxDepth) {
        found.push(...(await listArchive(await archive.read(path), inner, depth + 1)));
      } else throw refuseDepth(file.name);
    }
    return found;
  } finally {
    archive.close();
  }
}

/** Unpacks the document at a path below an archive. @throws AppError PATH_NOT_FOUND, and those of `openArchive` */
export async function readFromArchive(
  bytes: Buffer,
  place: { readonly name: string; readonly inner: string },
  depth = 1,
): Promise<Buffer> {
  const archive = await openArchive(bytes, place.name);
  try {
    if (has(archive, place.inner)) return await archive.read(place.inner);
    const outer = archive.entries.find(
      ({ path }) => formatOfName(path) === 'zip' && place.inner.startsWith(`${path}/`),
    );
    if (outer === undefined) {
      throw new AppError('PATH_NOT_FOUND', `expected ${place.inner} in ${place.name}, found none`);
    }
    if (depth >= ARCHIVE_LIMITS.maxDepth) throw refuseDepth(place.name);
    const inner = place.inner.slice(outer.path.length + 1);
    const name = basename(outer.path);
    return await readFromArchive(await archive.read(outer.path), { name, inner }, depth + 1);
  } finally {
    archive.close();
  }
}

const has = (archive: Archive, wanted: string): boolean =>
  archive.entries.some(({ path }) => path === wanted);

function refuseDepth(name: string): AppError {
  return new AppError(
    'DOCUMENT_UNSAFE',
    `expected archives at most ${ARCHIVE_LIMITS.maxDepth} deep, got more: ${name}`,
  );
}
