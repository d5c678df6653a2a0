/** Reads what can be read of a damaged table: row by row, around the pages that SQLite refuses. */
import type SqliteDatabase from 'better-sqlite3';

export type Row = Readonly<Record<string, unknown>>;

/** Ids that are tried one by one between two places that can be read. */
const MOST_PROBES = 2_000_000;

/**
 * Reads a table with a row id, from both ends up to the damage, then id by id in between.
 *
 * @param onRow called once for each row that could be read
 * @returns ids of rows that an index of the table names but that could not be read
 */
export function readDamagedTable(
  connection: SqliteDatabase.Database,
  table: string,
  onRow: (row: Row, rowid: number) => void,
): number[] {
  const seen = new Set<number>();
  const take = (row: Row): number => {
    const { rowid__: rowid, ...rest } = row;
    const id = Number(rowid);
    if (!seen.has(id)) {
      seen.add(id);
      onRow(rest, id);
    }
    return id;
  };
  const upTo = scan(connection, table, 'asc', take);
  const named = new Set(listIndexedIds(connection, table));
  if (upTo.isWhole) return [...named].filter((id) => !seen.has(id));
  const downTo = scan(connection, table, 'desc', take);
  const from = (upTo.last ?? 0) + 1;
  const to = (downTo.last ?? Math.max(readLastId(connection, table), ...named, from)) + 1;
  const wanted = to - from > MOST_PROBES ? named : range(from, to);
  for (const id of wanted) {
    try {
      const found = connection
        .prepare(`select rowid as rowid__, * from ${table} where rowid = ?`)
        .get(id) as Row | undefined;
      if (found !== undefined) take(found);
    } catch {
      // This one lies in the damage.
    }
  }
  return [...named].filter((id) => !seen.has(id));
}

function* range(from: number, to: number): Generator<number> {
  for (let id = from; id < to; id += 1) yield id;
}

function scan(
  connection: SqliteDatabase.Database,
  table: string,
  direction: 'asc' | 'desc',
  take: (row: Row) => number,
): { readonly isWhole: boolean; readonly last: number | undefined } {
  let last: number | undefined;
  try {
    const rows = connection
      .prepare(`select rowid as rowid__, * from ${table} not indexed order by rowid ${direction}`)
      .iterate();
    for (const row of rows) last = take(row as Row);
    return { isWhole: true, last };
  } catch {
    return { isWhole: false, last };
  }
}

/** Row ids that the indexes of a table name: they tell of rows that are lost. */
function listIndexedIds(connection: SqliteDatabase.Database, table: string): number[] {
  const ids = new Set<number>();
  for (const index of listIndexes(connection, table)) {
    try {
      const rows = connection.prepare(`select rowid from ${table} indexed by ${index}`).pluck();
      for (const id of rows.iterate()) ids.add(Number(id));
    } catch {
      // Damaged too, or for some of the rows only.
    }
  }
  return [...ids];
}

function listIndexes(connection: SqliteDatabase.Database, table: string): string[] {
  try {
    const names = connection.prepare(
      "select name from sqlite_schema where type = 'index' and tbl_name = ?",
    );
    return names.pluck().all(table) as string[];
  } catch {
    return [];
  }
}

/** The highest id that was ever given in a table, as SQLite notes it. */
function readLastId(connection: SqliteDatabase.Database, table: string): number {
  try {
    const noted = connection.prepare('select seq from sqlite_sequence where name = ?');
    return Number(noted.pluck().get(table) ?? 0);
  } catch {
    return 0;
  }
}
