/**
 * One writer at a time. The lock is an exclusive transaction on a small SQLite file: the system lets go of it when the
 * process ends, however it ends, so a lock can never be left over. The pid beside it is for the error message alone.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { AppError } from '../../errors.js';
import { translateError } from './translate-error.js';

export interface WriterLock {
  release(): void;
}

/**
 * @param options.waitMs how long to wait for another writer, in milliseconds; the thread stands still meanwhile @default 0
 * @throws AppError INDEX_BUSY that names the other process; INDEX_UNREADABLE, DISK_FULL
 */
export function acquireWriterLock(
  indexDir: string,
  options: { readonly waitMs?: number } = {},
): WriterLock {
  const path = join(indexDir, 'writer.lock');
  const pidPath = join(indexDir, 'writer.pid');
  try {
    mkdirSync(indexDir, { recursive: true });
    const connection = lock(path, options.waitMs ?? 0);
    try {
      writeFileSync(pidPath, `${process.pid}\n`);
    } catch {
      // A full disk, say: the lock holds all the same.
    }
    return { release: () => void connection.close() };
  } catch (cause) {
    const error = translateError(cause, path);
    if (error.code !== 'INDEX_BUSY') throw error;
    const message = `another quoth (process ${readPid(pidPath)}) is writing to ${indexDir}`;
    throw new AppError('INDEX_BUSY', message, { cause });
  }
}

function lock(path: string, waitMs: number): SqliteDatabase.Database {
  const connection = new SqliteDatabase(path, { timeout: waitMs });
  try {
    connection.exec('begin exclusive');
    return connection;
  } catch (cause) {
    connection.close();
    // Nothing is kept in the file: one that is no database is made anew. Nobody can hold a lock on it.
    if (!(cause instanceof SqliteDatabase.SqliteError) || cause.code !== 'SQLITE_NOTADB')
      throw cause;
    rmSync(path);
    return lock(path, waitMs);
  }
}

function readPid(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim() || 'unknown';
  } catch {
    return 'unknown';
  }
}
