/** The migration that brings what keepers have mended. */
import type { Kysely, Migration } from 'kysely';

/** Adds it. By path, not by document: it outlives a document that is taken out and comes back. */
export const addCorrections: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('corrections')
      .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('path', 'text', (column) => column.notNull())
      .addColumn('payload', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('corrections_path').on('corrections').columns(['path']).execute();
  },
};
