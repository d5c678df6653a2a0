/** Migration: what narrowing has worked out of topics' words, so that a new process need not do it again. */
import type { Kysely, Migration } from 'kysely';

export const addTopicEntries: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('topic_entries')
      .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('topic_id', 'text', (column) =>
        column.notNull().references('topics.id').onDelete('cascade'),
      )
      .addColumn('words', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('basis', 'text', (column) => column.notNull())
      .addColumn('passages', 'integer', (column) => column.notNull())
      .addColumn('packed', 'blob', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('topic_entries_words')
      .on('topic_entries')
      .columns(['words', 'language', 'basis', 'passages'])
      .execute();
    await db.schema
      .createIndex('topic_entries_topic')
      .on('topic_entries')
      .column('topic_id')
      .execute();
    await db.schema.createIndex('topics_words').on('topics').column('words').execute();
  },
};
