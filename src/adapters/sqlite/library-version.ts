/** Which version of Quoth a library needs: one that knows all the changes of tables that were made to it. */
import type SqliteDatabase from 'better-sqlite3';
import { AppError } from '../../errors.js';
import { readVersion } from '../../version.js';
import { migrations } from './schema.js';

/**
 * Makes sure that this program knows every change that was made to the tables.
 *
 * @throws AppError INDEX_FORMAT that names the version which made the change; SQLite's own errors
 */
export async function requireKnownTables(connection: SqliteDatabase.Database): Promise<void> {
  if (!hasTable(connection, 'kysely_migration')) return;
  const known = Object.keys(await migrations.getMigrations());
  const made = connection.prepare('select name from kysely_migration').pluck().all() as string[];
  if (made.every((name) => known.includes(name))) return;
  const version = readNoted(connection);
  const by = version === undefined ? 'a newer Quoth' : `Quoth ${version}`;
  throw new AppError(
    'INDEX_FORMAT',
    `the library ${connection.name} was last changed by ${by}, this is Quoth ${readVersion()}`,
    { hint: `use ${by} or a later one, or name another folder with --index` },
  );
}

/** Notes that this version has changed the tables, so that an older one can name it. */
export function noteVersion(connection: SqliteDatabase.Database): void {
  connection
    .prepare(
      `insert into meta (key, value) values ('quoth_version', ?)
       on conflict (key) do update set value = excluded.value`,
    )
    .run(readVersion());
}

function readNoted(connection: SqliteDatabase.Database): string | undefined {
  if (!hasTable(connection, 'meta')) return undefined;
  const noted = connection.prepare("select value from meta where key = 'quoth_version'").pluck();
  const version = noted.get();
  return version === undefined ? undefined : String(version);
}

function hasTable(connection: SqliteDatabase.Database, name: string): boolean {
  const found = connection.prepare("select 1 from sqlite_schema where type = 'table' and name = ?");
  return found.get(name) !== undefined;
}
