/** A copy of the whole library in one file: articles, vectors, topics, alerts, feeds. One moment of it, whoever writes meanwhile. */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { AppError } from '../../errors.js';
import type { BackupFacts } from '../../upkeep.js';
import { hasLibrary, LIBRARY_FILE } from './open-database.js';
import { translateError } from './translate-error.js';

/**
 * Copies a library. The copy appears under its name only when it is whole.
 *
 * @throws AppError FILE_EXISTS, INDEX_EMPTY, INDEX_UNREADABLE, PATH_NOT_FOUND, DISK_FULL
 */
export function backupLibrary(
  indexDir: string,
  file: string,
  { overwrite = false }: { readonly overwrite?: boolean } = {},
): BackupFacts {
  const library = join(indexDir, LIBRARY_FILE);
  if (!hasLibrary(indexDir)) {
    throw new AppError('INDEX_EMPTY', `there is no library in ${indexDir} yet`);
  }
  const target = resolve(file);
  refuseTarget(target, resolve(library), overwrite);
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    rmSync(temporary, { force: true });
    const connection = new SqliteDatabase(library, { readonly: true, timeout: 10_000 });
    try {
      // A read transaction of its own: writers go on, and what they commit meanwhile is not in the copy.
      connection.prepare('vacuum into ?').run(temporary);
    } finally {
      connection.close();
    }
    const facts = readFacts(temporary);
    syncPath(temporary);
    renameSync(temporary, target);
    syncPath(dirname(target));
    return { ...facts, file: target };
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw translateError(cause, library);
  }
}

function refuseTarget(target: string, library: string, overwrite: boolean): void {
  if (target === library) {
    throw new AppError('USAGE', 'expected another file than the library itself', {
      hint: 'name a file outside the index folder',
    });
  }
  if (!existsSync(dirname(target))) {
    throw new AppError('PATH_NOT_FOUND', `expected a folder at ${dirname(target)}, found none`);
  }
  if (!existsSync(target)) return;
  if (overwrite && statSync(target).isFile()) return;
  throw new AppError('FILE_EXISTS', `there is something at ${target} already`);
}

/** Counts what a library file holds. @throws SQLite's own errors */
export function readFacts(file: string): BackupFacts {
  const connection = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
  try {
    const tables = new Set(connection.prepare('select name from sqlite_schema').pluck().all());
    // A copy made by an older Quoth may lack some of the tables.
    const count = (table: string): number =>
      tables.has(table)
        ? Number(connection.prepare(`select count(*) from ${table}`).pluck().get())
        : 0;
    const models = connection.prepare('select distinct model from documents').pluck().all();
    return {
      file: resolve(file),
      bytes: statSync(file).size,
      documents: count('documents'),
      articles: count('articles'),
      passages: count('passages'),
      topics: count('topics'),
      alerts: count('alerts'),
      feeds: count('feeds'),
      models: models.map(String),
    };
  } finally {
    connection.close();
  }
}

/** Makes sure that a file, or what a folder lists, is on the disk. */
export function syncPath(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
