/** The migration that brings the pages of articles. */
import type { Kysely, Migration } from 'kysely';

/** Adds them. */
export const addPages: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('articles').addColumn('page_starts', 'text').execute();
  },
};
