/** Opens the library's SQLite file: WAL, synced at every commit, migrated to the newest schema. */
import { accessSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, Migrator } from 'kysely';
import { AppError } from '../../errors.js';
import { GuardedSqliteDialect } from './guard-connection.js';
import { noteVersion, requireKnownTables } from './library-version.js';
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
 * @throws AppError INDEX_UNREADABLE (no SQLite file, damaged, no permission), INDEX_FORMAT (of a newer Quoth), INDEX_BUSY,
 * DISK_FULL
 */
export async function openDatabase(indexDir: string): Promise<LibraryDatabase> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await openLibraryFile(join(indexDir, LIBRARY_FILE));
    } catch (error) {
      // Several programs that open a new library at once: SQLite lets one make the tables, and refuses the others at once.
      const isBusy = error instanceof AppError && error.code === 'INDEX_BUSY';
      if (!isBusy || attempt === BIRTH.attempts) throw error;
      await sleep(BIRTH.delayMs);
    }
  }
}

/**
 * Opens one file as a library, under whatever name, and brings its tables up to date.
 *
 * @throws AppError as `openDatabase`; INDEX_FORMAT when a newer Quoth has changed its tables
 */
export async function openLibraryFile(path: string): Promise<LibraryDatabase> {
  const connection = open(path);
  const db = new Kysely<DatabaseSchema>({ dialect: new GuardedSqliteDialect(connection, path) });
  try {
    await requireKnownTables(connection);
    const migrator = new Migrator({ db, provider: migrations });
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    if (results.length > 0) noteVersion(connection);
    return { db, connection, close: () => db.destroy() };
  } catch (cause) {
    await db.destroy();
    throw translateError(cause, path);
  }
}

function open(path: string): SqliteDatabase.Database {
  let connection: SqliteDatabase.Database | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
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
