/** What keepers have mended, a row each. */
import type { Kysely } from 'kysely';
import type { Correction } from '../../domain/correction.js';
import type { CorrectionStore } from '../../ports/correction-store.js';
import type { DatabaseSchema } from './schema.js';

export function createSqliteCorrectionStore(db: Kysely<DatabaseSchema>): CorrectionStore {
  return {
    async list(path) {
      const rows = await db
        .selectFrom('corrections')
        .select('payload')
        .where('path', '=', path)
        .orderBy('id')
        .execute();
      return rows.map(({ payload }) => JSON.parse(payload) as Correction);
    },
    async add(path, correction) {
      await db
        .insertInto('corrections')
        .values({ path, payload: JSON.stringify(correction) })
        .execute();
    },
  };
}
