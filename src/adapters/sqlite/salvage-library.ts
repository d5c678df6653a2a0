/**
 * Makes a new library of what can be read of a damaged one, row by row. What is derived from the texts is not looked at
 * here: `repairTables` and a new embedding make up for it.
 */
import { copyFileSync, existsSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { AppError } from '../../errors.js';
import { markLost } from './mark-lost.js';
import { LIBRARY_FILE, openLibraryFile } from './open-database.js';
import { type Row, readDamagedTable } from './read-damaged.js';
import { replaceLibrary } from './replace-library.js';
import { FRESH_PREFIX } from './restore-library.js';

export interface SalvageReport {
  /** One line a table that lost rows. */
  readonly lost: readonly string[];
  readonly keptAside: string;
}

/** Made anew from the passages, or SQLite's and Kysely's own. */
const NOT_COPIED = /^(?:sqlite_|kysely_|passage_terms|passage_vocabulary)/;

/** Made anew from the articles. */
const DERIVED = new Set(['passages', 'token_vectors', 'topic_probes', 'topic_entries']);

/** Tables that the others point to come first. */
const ORDER = ['meta', 'documents', 'articles', 'passages', 'subscribers', 'topics'];

/**
 * Salvages a library. The caller holds the writer's lock.
 *
 * @throws AppError INDEX_UNREADABLE when nothing can be read, DISK_FULL, INDEX_BUSY
 */
export async function salvageLibrary(
  indexDir: string,
  { now }: { readonly now: Date },
): Promise<SalvageReport> {
  const library = join(indexDir, LIBRARY_FILE);
  const copy = join(indexDir, `${FRESH_PREFIX}${process.pid}-damaged.sqlite`);
  const fresh = join(indexDir, `${FRESH_PREFIX}${process.pid}.sqlite`);
  const drop = (path: string): void => {
    for (const suffix of ['', '-wal', '-shm', '-journal'])
      rmSync(`${path}${suffix}`, { force: true });
  };
  try {
    drop(copy);
    drop(fresh);
    copyFileSync(library, copy);
    if (existsSync(`${library}-wal`)) copyFileSync(`${library}-wal`, `${copy}-wal`);
    const damaged = openDamaged(copy, library);
    const lost = await copyTables(damaged, fresh).finally(() => damaged.close());
    const keptAside = replaceLibrary(indexDir, fresh, { name: 'library-damaged', now });
    return { lost, keptAside: keptAside ?? '' };
  } finally {
    drop(copy);
    drop(fresh);
  }
}

/** Opens the copy; a header that SQLite does not take is written anew. @throws AppError INDEX_UNREADABLE */
function openDamaged(copy: string, library: string): SqliteDatabase.Database {
  const tryOpen = (): SqliteDatabase.Database => {
    const connection = new SqliteDatabase(copy, { fileMustExist: true });
    try {
      connection.unsafeMode(true);
      // Without the list of tables nothing can be read.
      connection.prepare("select 1 from sqlite_schema where name = 'articles'").pluck().get();
      if (connection.prepare('select count(*) from sqlite_schema').pluck().get() === 0) {
        throw new Error('it is empty');
      }
      return connection;
    } catch (error) {
      connection.close();
      throw error;
    }
  };
  try {
    return tryOpen();
  } catch {
    writeHeader(copy);
  }
  try {
    return tryOpen();
  } catch (cause) {
    throw new AppError('INDEX_UNREADABLE', `nothing can be read of ${library}`, {
      hint: 'quoth restore FILE puts a backup back; or move it away and run: quoth ingest PATH…',
      cause,
    });
  }
}

/** Size of the pages of every library. */
const PAGE_BYTES = 4096;

/** Writes the first hundred bytes as they stand in every library; source: SQLite's description of its file format. */
function writeHeader(path: string): void {
  const header = Buffer.alloc(100);
  header.write('SQLite format 3\0', 0, 'latin1');
  header.writeUInt16BE(PAGE_BYTES, 16);
  header.set([2, 2, 0, 64, 32, 32], 18);
  header.writeUInt32BE(1, 24);
  header.writeUInt32BE(Math.ceil(statSync(path).size / PAGE_BYTES), 28);
  header.writeUInt32BE(1, 40);
  header.writeUInt32BE(4, 44);
  header.writeUInt32BE(1, 56);
  header.writeUInt32BE(1, 92);
  header.writeUInt32BE(3_053_002, 96);
  const handle = openSync(path, 'r+');
  writeSync(handle, header, 0, header.length, 0);
}

async function copyTables(damaged: SqliteDatabase.Database, fresh: string): Promise<string[]> {
  const target = await openLibraryFile(fresh);
  const { connection } = target;
  try {
    connection.pragma('foreign_keys = OFF');
    const names = connection
      .prepare("select name from sqlite_schema where type = 'table' order by rowid")
      .pluck()
      .all() as string[];
    const rank = (name: string): number =>
      ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length;
    const tables = names.filter((name) => !NOT_COPIED.test(name));
    tables.sort((a, b) => rank(a) - rank(b));
    const lost: string[] = [];
    connection.exec('begin');
    for (const table of tables) {
      const { missing, refused } = copyTable(damaged, connection, table);
      if (table === 'articles') lost.push(...nameLostArticles(damaged, connection, missing));
      // Passages and vectors are made anew.
      else if (!DERIVED.has(table) && missing.length + refused > 0) {
        lost.push(`${table}: ${missing.length + refused} that could not be read`);
      }
    }
    copySequence(damaged, connection);
    connection.exec('commit');
    connection.pragma('journal_mode = DELETE');
    return lost;
  } finally {
    await target.close();
  }
}

function copyTable(
  damaged: SqliteDatabase.Database,
  target: SqliteDatabase.Database,
  table: string,
): { readonly missing: readonly number[]; readonly refused: number } {
  const columns = target
    .prepare(`select name from pragma_table_info(?)`)
    .pluck()
    .all(table) as string[];
  let refused = 0;
  const insert = (row: Row): void => {
    const named = columns.filter((column) => column in row);
    const places = named.map(() => '?').join(', ');
    const statement = target.prepare(
      `insert or replace into ${table} (${named.join(', ')}) values (${places})`,
    );
    try {
      statement.run(named.map((column) => row[column]));
    } catch {
      // Not what the table takes: damaged itself.
      refused += 1;
    }
  };
  const missing = readDamagedTable(damaged, table, insert);
  return { missing, refused };
}

/** Says which articles are lost, by what the index of the table still tells of them. */
function nameLostArticles(
  damaged: SqliteDatabase.Database,
  target: SqliteDatabase.Database,
  missing: readonly number[],
): string[] {
  const lost = new Set(missing);
  const places: { readonly document_id: number; readonly ordinal: number }[] = [];
  try {
    const rows = damaged
      .prepare(
        'select rowid as id, document_id, ordinal from articles indexed by articles_document',
      )
      .iterate() as IterableIterator<{ id: number; document_id: number; ordinal: number }>;
    for (const { id, ...place } of rows) if (lost.delete(id)) places.push(place);
  } catch {
    // The index is damaged as well: the rest is counted only.
  }
  markLost(
    target,
    places.map(({ document_id: id }) => id),
  );
  const nameOf = target.prepare('select name from documents where id = ?').pluck();
  const named = places.map(
    ({ document_id: id, ordinal }) => `article ${ordinal} of ${nameOf.get(id) ?? `document ${id}`}`,
  );
  return lost.size === 0 ? named : [...named, `articles: ${lost.size} more that could not be read`];
}

/** Numbers that were given once are not given again: what is derived from the old library knows them. */
function copySequence(damaged: SqliteDatabase.Database, target: SqliteDatabase.Database): void {
  try {
    const rows = damaged.prepare('select name, seq from sqlite_sequence').all() as {
      readonly name: string;
      readonly seq: number;
    }[];
    for (const { name, seq } of rows) {
      target.prepare('update sqlite_sequence set seq = max(seq, ?) where name = ?').run(seq, name);
    }
  } catch {
    // Then they begin behind the highest one that is there.
  }
}
