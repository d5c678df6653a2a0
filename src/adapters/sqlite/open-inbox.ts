/**
 * Opens the inbox: an SQLite file of its own beside the library, so that it neither waits for an ingest nor gets into a
 * backup. One program at a time has it open; the system lets go of it when that program ends, however it ends.
 */
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, Migrator } from 'kysely';
import { AppError } from '../../errors.js';
import type { Inbox } from '../../ports/inbox.js';
import { GuardedSqliteDialect } from './guard-connection.js';
import { createSqliteInbox } from './inbox.js';
import { type InboxSchema, inboxMigrations } from './inbox-schema.js';
import { translateError } from './translate-error.js';

/** Name of the file in the index folder. */
const INBOX_FILE = 'inbox.sqlite';
/** How long the program before this one is given to end. */
const BUSY_TIMEOUT_MS = 2000;

/** An open inbox. */
export interface OpenInbox {
  /** The inbox of one bot: updates of different bots have the same numbers. */
  forBot(botId: number): Inbox;
  /** Where an inbox lies that was too damaged to be read; a new one has taken its place. */
  readonly setAside?: string;
  close(): Promise<void>;
}

/**
 * Opens the inbox in a folder, and makes both where they are missing.
 *
 * @throws AppError BOT_CONFLICT (another program has it open), DISK_FULL, INDEX_UNREADABLE (no permission)
 */
export async function openInbox(
  indexDir: string,
  { now = new Date() }: { readonly now?: Date } = {},
): Promise<OpenInbox> {
  const path = join(indexDir, INBOX_FILE);
  try {
    return await openFile(path);
  } catch (error) {
    if (!isDamaged(error)) throw explain(error, path, indexDir);
  }
  const setAside = `${path}-damaged-${now.toISOString().replace(/[-:]|\.\d+/g, '')}`;
  renameSync(path, setAside);
  // A journal belongs to the file beside which it lies: SQLite would write it into the new one.
  for (const suffix of ['-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
  try {
    return { ...(await openFile(path)), setAside };
  } catch (error) {
    throw explain(error, path, indexDir);
  }
}

async function openFile(path: string): Promise<OpenInbox> {
  mkdirSync(join(path, '..'), { recursive: true });
  const connection = new SqliteDatabase(path, { timeout: BUSY_TIMEOUT_MS });
  try {
    connection.pragma('locking_mode = EXCLUSIVE');
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    // What readers have written is overwritten when it is forgotten.
    connection.pragma('secure_delete = ON');
    // From here on nobody else gets in.
    connection.exec('begin exclusive; commit');
    if (connection.pragma('quick_check', { simple: true }) !== 'ok') {
      throw new AppError('INDEX_UNREADABLE', `expected an inbox in ${path}, got a damaged file`);
    }
  } catch (error) {
    connection.close();
    throw error;
  }
  const db = new Kysely<InboxSchema>({ dialect: new GuardedSqliteDialect(connection, path) });
  const { error } = await new Migrator({ db, provider: inboxMigrations }).migrateToLatest();
  if (error !== undefined) {
    await db.destroy();
    throw error;
  }
  return { forBot: (botId) => createSqliteInbox(db, { botId }), close: () => db.destroy() };
}

function isDamaged(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^SQLITE_(NOTADB|CORRUPT)/.test(code) || code === 'INDEX_UNREADABLE';
}

function explain(cause: unknown, path: string, indexDir: string): AppError {
  const error = translateError(cause, path);
  if (error.code !== 'INDEX_BUSY') return error;
  const message = `another program runs a bot on the library in ${indexDir}`;
  return new AppError('BOT_CONFLICT', message, { cause });
}
