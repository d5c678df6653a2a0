/** The table of what readers have chosen, and the migration that makes it. */
import type { Kysely, Migration } from 'kysely';

export interface ReadersTable {
  /** Hash of the reader's id. */
  id: string;
  /** JSON: `ReaderPreferences`. */
  preferences: string;
  /** The last sign of life, on a day; milliseconds since 1970. */
  seen_at: number;
}

export const addReaders: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('readers')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('preferences', 'text', (column) => column.notNull())
      .execute();
  },
};
