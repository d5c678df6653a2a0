/** What readers have chosen, a row each. */
import type { Kysely } from 'kysely';
import type { ReaderPreferences } from '../../domain/reader.js';
import type { ReaderStore } from '../../ports/reader-store.js';
import type { DatabaseSchema } from './schema.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** @param options.now milliseconds since 1970 */
export function createSqliteReaderStore(
  db: Kysely<DatabaseSchema>,
  options: { readonly now?: () => number } = {},
): ReaderStore {
  const now = options.now ?? Date.now;
  return {
    async get(reader) {
      const row = await db
        .selectFrom('readers')
        .select(['preferences', 'seen_at'])
        .where('id', '=', reader)
        .executeTakeFirst();
      if (row === undefined) return {};
      if (row.seen_at < now() - DAY_MS) {
        await db.updateTable('readers').set({ seen_at: now() }).where('id', '=', reader).execute();
      }
      return JSON.parse(row.preferences) as ReaderPreferences;
    },
    async put(reader, chosen) {
      const row = { preferences: JSON.stringify(chosen), seen_at: now() };
      await db
        .insertInto('readers')
        .values({ id: reader, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },
    async remove(reader) {
      await db.deleteFrom('readers').where('id', '=', reader).execute();
    },
    async forgetBefore(before) {
      const gone = await db.deleteFrom('readers').where('seen_at', '<', before).executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
  };
}
