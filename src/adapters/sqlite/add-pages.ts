/** The migrations that bring the pages and the links of articles. */
import type { Kysely, Migration } from 'kysely';

/** Adds them. */
export const addPages: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('articles').addColumn('page_starts', 'text').execute();
  },
};

/** Adds those that are not their document's. */
export const addArticleLinks: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('articles').addColumn('link', 'text').execute();
  },
};
