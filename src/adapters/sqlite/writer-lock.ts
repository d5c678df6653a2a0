/**
 * One writer at a time. The lock is an exclusive transaction on a small SQLite file: the system lets go of it when the
 * process ends, however it ends, so a lock can never be left over. The pid beside it is for the error message alone.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import { AppError } from '../../errors.js';
import { translateError } from './translate-error.js';

export interface WriterLock {
  release(): void;
}

/**
 * Takes the lock, or fails at once.
 *
 * @throws AppError INDEX_BUSY that names the other process; INDEX_UNREADABLE, DISK_FULL
 */
export function acquireWriterLock(indexDir: string): WriterLock {
  const path = join(indexDir, 'writer.lock');
  const pidPath = join(indexDir, 'writer.pid');
  try {
    mkdirSync(indexDir, { recursive: true });
    const connection = lock(path);
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

/** How often a lock that is held is asked for. */
const LOCK_POLL_MS = 100;

/**
 * Waits for the lock without holding anything up: the program answers meanwhile.
 *
 * @param options.waitMs how long to wait for another writer, in milliseconds; may be infinite
 * @throws AppError as `acquireWriterLock`, INTERRUPTED
 */
export async function waitForWriterLock(
  indexDir: string,
  options: { readonly waitMs: number; readonly signal?: AbortSignal },
): Promise<WriterLock> {
  const until = performance.now() + options.waitMs;
  for (;;) {
    try {
      return acquireWriterLock(indexDir);
    } catch (error) {
      const isBusy = error instanceof AppError && error.code === 'INDEX_BUSY';
      if (!isBusy || performance.now() >= until) throw error;
    }
    await sleep(LOCK_POLL_MS, undefined, options.signal && { signal: options.signal }).catch(() => {
      throw new AppError('INTERRUPTED', 'the ingest was stopped before its end');
    });
  }
}

function lock(path: string): SqliteDatabase.Database {
  const connection = new SqliteDatabase(path, { timeout: 0 });
  try {
    connection.exec('begin exclusive');
    return connection;
  } catch (cause) {
    connection.close();
    // Nothing is kept in the file: one that is no database is made anew. Nobody can hold a lock on it.
    if (!(cause instanceof SqliteDatabase.SqliteError) || cause.code !== 'SQLITE_NOTADB')
      throw cause;
    rmSync(path);
    return lock(path);
  }
}

function readPid(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim() || 'unknown';
  } catch {
    return 'unknown';
  }
}
