/** Adds to subscribers since when they are in their state, so that those who are gone can be forgotten in time. */
import { type Kysely, type Migration, sql } from 'kysely';

export const addStateTimes: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('subscribers')
      .addColumn('state_at', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    // Nobody knows since when; the time begins now.
    await sql`update subscribers set state_at = ${Date.now()}`.execute(db);
  },
};
