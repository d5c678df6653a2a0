/** Notes of the library, in its table of facts. */
import type { Kysely } from 'kysely';
import type { NoteStore } from '../../ports/note-store.js';
import type { DatabaseSchema } from './schema.js';

export function createSqliteNoteStore(db: Kysely<DatabaseSchema>): NoteStore {
  return {
    async read(key) {
      const row = await db
        .selectFrom('meta')
        .select('value')
        .where('key', '=', key)
        .executeTakeFirst();
      return row?.value;
    },
    async write(key, value) {
      if (value === undefined) await db.deleteFrom('meta').where('key', '=', key).execute();
      else {
        await db
          .insertInto('meta')
          .values({ key, value })
          .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
          .execute();
      }
    },
  };
}
