/** A document that has lost some of its articles counts as changed: when its file comes by again, it is read anew. */
import type SqliteDatabase from 'better-sqlite3';

const LOST = 'lost:';

/** Marks documents as incomplete. @param ids row numbers */
export function markLost(connection: SqliteDatabase.Database, ids: readonly number[]): void {
  const mark = connection.prepare(
    `update documents set content_hash = '${LOST}' || id || ':' || content_hash
     where id = ? and content_hash not like '${LOST}%'`,
  );
  for (const id of ids) mark.run(id);
}
