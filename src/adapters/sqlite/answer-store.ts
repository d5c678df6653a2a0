/** Answers that the bot's buttons refer to, kept beside the library so that they outlive a restart. */
import type { Kysely } from 'kysely';
import type { AnswerStore, StoredAnswer } from '../../ports/answer-store.js';
import type { DatabaseSchema } from './schema.js';

export function createSqliteAnswerStore(
  db: Kysely<DatabaseSchema>,
  options: { readonly now?: () => number } = {},
): AnswerStore {
  const now = options.now ?? Date.now;
  return {
    async put(answer) {
      const { id, owner, ...payload } = answer;
      const row = { id, owner, created_at: now(), payload: JSON.stringify(payload) };
      await db
        .insertInto('answers')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },
    async get(id) {
      const row = await db
        .selectFrom('answers')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      return { id: row.id, owner: row.owner, ...JSON.parse(row.payload) } as StoredAnswer;
    },
    async forgetBefore(before) {
      const gone = await db
        .deleteFrom('answers')
        .where('created_at', '<', before)
        .executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
    async removeOf(owner) {
      await db.deleteFrom('answers').where('owner', '=', owner).execute();
    },
  };
}
