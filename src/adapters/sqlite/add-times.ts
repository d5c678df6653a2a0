/** Adds since when subscribers are in their state, and when readers were last seen: who is gone can be forgotten in time. */
import { type Kysely, type Migration, sql } from 'kysely';

export const addTimes: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const [table, column] of [
      ['subscribers', 'state_at'],
      ['readers', 'seen_at'],
    ] as const) {
      await db.schema
        .alterTable(table)
        .addColumn(column, 'integer', (added) => added.notNull().defaultTo(0))
        .execute();
      // Nobody knows since when; the time begins now.
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${Date.now()}`.execute(db);
    }
  },
};
