/** Puts a copy back as the library: on a second file first, which is looked over before anything is replaced. */
import { copyFileSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppError } from '../../errors.js';
import type { RestoreReport } from '../../upkeep.js';
import { readFacts } from './backup-library.js';
import { checkLibrary, isWhole } from './check-library.js';
import { growGeneration } from './library-state.js';
import { openLibraryFile } from './open-database.js';
import { replaceLibrary } from './replace-library.js';

/** Begins the names of files that are on their way to become the library. */
export const FRESH_PREFIX = 'library.new-';

/**
 * Restores a copy. The caller holds the writer's lock.
 *
 * @throws AppError BACKUP_INVALID, INDEX_FORMAT, INDEX_BUSY, PATH_NOT_FOUND, DISK_FULL
 */
export async function restoreLibrary(
  indexDir: string,
  file: string,
  { now }: { readonly now: Date },
): Promise<RestoreReport> {
  const source = resolve(file);
  if (statSync(source, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new AppError('PATH_NOT_FOUND', `expected a file at ${source}, found none`);
  }
  mkdirSync(indexDir, { recursive: true });
  const fresh = join(indexDir, `${FRESH_PREFIX}${process.pid}.sqlite`);
  try {
    copyFileSync(source, fresh);
    await prepare(fresh, source);
    const { file: _, ...facts } = readFacts(fresh);
    const keptAside = replaceLibrary(indexDir, fresh, { name: 'library-before-restore', now });
    // It describes the library that was there; the next ingest writes one.
    rmSync(join(indexDir, 'manifest.json'), { force: true });
    return {
      restored: { ...facts, file: source },
      ...(keptAside === undefined ? {} : { keptAside }),
    };
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) {
      rmSync(`${fresh}${suffix}`, { force: true });
    }
  }
}

/** Looks a copy over and makes it a library of its own. @throws AppError BACKUP_INVALID, INDEX_FORMAT */
async function prepare(fresh: string, source: string): Promise<void> {
  const refuse = (what: string, cause?: unknown): AppError =>
    new AppError('BACKUP_INVALID', `expected a copy of a library in ${source}, got ${what}`, {
      cause,
    });
  try {
    readFacts(fresh);
  } catch (cause) {
    throw refuse(
      cause instanceof Error ? `something else: ${cause.message}` : 'something else',
      cause,
    );
  }
  const opened = await openLibraryFile(fresh).catch((cause: unknown) => {
    const isOurs = cause instanceof AppError && ['INDEX_FORMAT', 'DISK_FULL'].includes(cause.code);
    throw isOurs ? cause : refuse('a damaged one', cause);
  });
  try {
    const found = checkLibrary(opened);
    if (!isWhole(found)) throw refuse(`a damaged one: ${found.integrity}`);
    // Derived files, and programs that remember the old library, must not take this one for it.
    opened.connection
      .prepare("update meta set value = lower(hex(randomblob(16))) where key = 'library_id'")
      .run();
    await growGeneration(opened.db);
    opened.connection.pragma('journal_mode = DELETE');
  } finally {
    await opened.close();
  }
}
