/** What readers have chosen, a row each. */
import type { Kysely } from 'kysely';
import type { ReaderPreferences } from '../../domain/reader.js';
import type { ReaderStore } from '../../ports/reader-store.js';
import type { DatabaseSchema } from './schema.js';

export function createSqliteReaderStore(db: Kysely<DatabaseSchema>): ReaderStore {
  return {
    async get(reader) {
      const row = await db
        .selectFrom('readers')
        .select('preferences')
        .where('id', '=', reader)
        .executeTakeFirst();
      return row === undefined ? {} : (JSON.parse(row.preferences) as ReaderPreferences);
    },
    async put(reader, chosen) {
      const preferences = JSON.stringify(chosen);
      await db
        .insertInto('readers')
        .values({ id: reader, preferences })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ preferences }))
        .execute();
    },
    async remove(reader) {
      await db.deleteFrom('readers').where('id', '=', reader).execute();
    },
  };
}
