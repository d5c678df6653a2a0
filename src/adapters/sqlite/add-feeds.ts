/** The migration that brings links of documents, feeds with their entries, and posts of channels. */
import type { Kysely, Migration } from 'kysely';

/** Adds them. */
export const addFeeds: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('documents').addColumn('link', 'text').execute();
    await db.schema
      .createTable('feeds')
      .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('address', 'text', (column) => column.notNull().unique())
      .addColumn('title', 'text')
      .addColumn('chat_id', 'integer', (column) => column.unique())
      .addColumn('added_at', 'text', (column) => column.notNull())
      .addColumn('etag', 'text')
      .addColumn('last_modified', 'text')
      .addColumn('next_pull_at', 'integer', (column) => column.notNull())
      .addColumn('pulled_at', 'integer')
      .addColumn('failures', 'integer', (column) => column.notNull())
      .addColumn('last_error', 'text')
      .execute();
    await db.schema
      .createTable('feed_entries')
      .addColumn('feed_id', 'integer', (column) =>
        column.notNull().references('feeds.id').onDelete('cascade'),
      )
      .addColumn('entry_id', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('feed_entries_key', ['feed_id', 'entry_id'])
      .execute();
    await db.schema
      .createTable('channel_posts')
      .addColumn('chat_id', 'integer', (column) => column.notNull())
      .addColumn('message_id', 'integer', (column) => column.notNull())
      .addColumn('first_id', 'integer', (column) => column.notNull())
      .addColumn('media_group_id', 'text')
      .addColumn('date', 'integer', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('username', 'text')
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('author', 'text')
      .addColumn('pending', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('channel_posts_key', ['chat_id', 'message_id'])
      .execute();
    await db.schema
      .createIndex('channel_posts_pending')
      .on('channel_posts')
      .columns(['pending'])
      .execute();
  },
};
