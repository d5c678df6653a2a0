/** Opens the library's SQLite file: WAL, synced at every commit, migrated to the newest schema. */
import { accessSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, Migrator } from 'kysely';
import { AppError } from '../../errors.js';
import { GuardedSqliteDialect } from './guard-connection.js';
import { type DatabaseSchema, migrations } from './schema.js';
import { translateError } from './translate-error.js';

/** Name of the file in the index folder. */
export const LIBRARY_FILE = 'library.sqlite';

/** How long a statement waits for another process, in milliseconds. */
const BUSY_TIMEOUT_MS = 10_000;
/** How long the making of the tables by another program is waited out. */
const BIRTH = { attempts: 20, delayMs: 50 } as const;

/** An open library. */
export interface LibraryDatabase {
  readonly db: Kysely<DatabaseSchema>;
  /** The connection itself, for what Kysely has no words for (pragmas, integrity checks). */
  readonly connection: SqliteDatabase.Database;
  close(): Promise<void>;
}

/** Whether there is a library in a folder, or anything in its place. Makes nothing. */
export function hasLibrary(indexDir: string): boolean {
  try {
    accessSync(join(indexDir, LIBRARY_FILE));
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
}

/**
 * Opens the library in a folder, and makes both where they are missing.
 *
 * @throws AppError INDEX_UNREADABLE (no SQLite file, damaged, no permission), INDEX_BUSY, DISK_FULL
 */
export async function openDatabase(indexDir: string): Promise<LibraryDatabase> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await openOnce(indexDir);
    } catch (error) {
      // Several programs that open a new library at once: SQLite lets one make the tables, and refuses the others at once.
      const isBusy = error instanceof AppError && error.code === 'INDEX_BUSY';
      if (!isBusy || attempt === BIRTH.attempts) throw error;
      await sleep(BIRTH.delayMs);
    }
  }
}

async function openOnce(indexDir: string): Promise<LibraryDatabase> {
  const path = join(indexDir, LIBRARY_FILE);
  const connection = open(indexDir, path);
  const db = new Kysely<DatabaseSchema>({ dialect: new GuardedSqliteDialect(connection, path) });
  const { error } = await new Migrator({ db, provider: migrations }).migrateToLatest();
  if (error === undefined) return { db, connection, close: () => db.destroy() };
  await db.destroy();
  throw translateError(error, path);
}

function open(indexDir: string, path: string): SqliteDatabase.Database {
  let connection: SqliteDatabase.Database | undefined;
  try {
    mkdirSync(indexDir, { recursive: true });
    connection = new SqliteDatabase(path, { timeout: BUSY_TIMEOUT_MS });
    connection.pragma('journal_mode = WAL');
    // FULL: a commit that was reported survives a power cut too, not only a crash of the process.
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    connection.pragma('mmap_size = 268435456');
    return connection;
  } catch (cause) {
    connection?.close();
    throw translateError(cause, path);
  }
}
