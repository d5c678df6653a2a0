/** Migration: since when a topic has been paused, so that its reader can catch up. */
import type { Kysely, Migration } from 'kysely';

export const addPauses: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('topics')
      .addColumn('paused_at', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  },
};
