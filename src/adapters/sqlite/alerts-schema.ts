/** Tables of topics and alerts, and the migration that makes them. */
import type { Generated, Kysely, Migration } from 'kysely';
import { sql } from 'kysely';

export interface SubscribersTable {
  id: Generated<number>;
  chat_id: number;
  /** 0 for the chat itself. */
  thread_id: number;
  kind: 'private' | 'group' | 'channel';
  language: string;
  state: 'active' | 'blocked' | 'gone';
  /** JSON. */
  schedule: string;
  has_chosen_zone: number;
  collapsed_at: number;
  /** Since when it is in its state. */
  state_at: number;
}

export interface TopicsTable {
  /** Row number: the order in which topics were added. */
  rowid: Generated<number>;
  id: string;
  subscriber_id: number;
  words: string;
  name: string;
  strictness: number;
  state: 'draft' | 'active' | 'paused';
  is_muted: number;
  /** Ms since 1970; 0: nothing to catch up with. See `add-pauses.ts`. */
  paused_at: Generated<number>;
  created_at: number;
}

export interface TopicProbesTable {
  /** sha256 of the text, hex: the words themselves stand with their topics only. */
  text_hash: string;
  model: string;
  language: string;
  /** float32, little endian. */
  vector: Uint8Array;
  /** JSON. */
  token_weights: string;
  /** A token: its scale as float32, little endian, then a signed byte a dimension. */
  token_vectors: Uint8Array;
  /** JSON. */
  backgrounds: string;
}

/** See `add-topic-entries.ts`. */
export interface TopicEntriesTable {
  id: Generated<number>;
  /** One of the topics with these words. */
  topic_id: string;
  words: string;
  /** Of the passages that it is compared with. */
  language: string;
  /** What it was worked out with. */
  basis: string;
  /** Passages that the library held then. */
  passages: number;
  packed: Uint8Array;
}

export interface AlertsTable {
  id: Generated<number>;
  subscriber_id: number;
  topic_id: string;
  article_key: string;
  start_offset: number;
  end_offset: number;
  /** The quote's words, so that reprints are known after the article has gone. */
  quote: string;
  /** JSON: array of headings. */
  headings: string;
  score: number;
  created_at: number;
  state: 'pending' | 'sending' | 'sent' | 'retry' | 'dead' | 'unknown';
  not_before: number;
  /** Attempts that may have arrived. */
  ambiguous: number;
  message_id: number | null;
  sent_at: number | null;
  reason: string | null;
}

export const alertsMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('subscribers')
      .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('chat_id', 'integer', (column) => column.notNull())
      .addColumn('thread_id', 'integer', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('schedule', 'text', (column) => column.notNull())
      .addColumn('has_chosen_zone', 'integer', (column) => column.notNull())
      .addColumn('collapsed_at', 'integer', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('subscribers_place')
      .on('subscribers')
      .columns(['chat_id', 'thread_id'])
      .unique()
      .execute();
    await db.schema
      .createTable('topics')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('subscriber_id', 'integer', (column) =>
        column.notNull().references('subscribers.id').onDelete('cascade'),
      )
      .addColumn('words', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('strictness', 'real', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('is_muted', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'integer', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('topics_subscriber').on('topics').column('subscriber_id').execute();
    await db.schema
      .createTable('topic_probes')
      .addColumn('text_hash', 'text', (column) => column.notNull())
      .addColumn('model', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('vector', 'blob', (column) => column.notNull())
      .addColumn('token_weights', 'text', (column) => column.notNull())
      .addColumn('token_vectors', 'blob', (column) => column.notNull())
      .addColumn('backgrounds', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('topic_probes_key', ['text_hash', 'model'])
      .execute();
    await db.schema
      .createTable('alerts')
      .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('subscriber_id', 'integer', (column) =>
        column.notNull().references('subscribers.id').onDelete('cascade'),
      )
      .addColumn('topic_id', 'text', (column) =>
        column.notNull().references('topics.id').onDelete('cascade'),
      )
      .addColumn('article_key', 'text', (column) => column.notNull())
      .addColumn('start_offset', 'integer', (column) => column.notNull())
      .addColumn('end_offset', 'integer', (column) => column.notNull())
      .addColumn('quote', 'text', (column) => column.notNull())
      .addColumn('headings', 'text', (column) => column.notNull())
      .addColumn('score', 'real', (column) => column.notNull())
      .addColumn('created_at', 'integer', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('not_before', 'integer', (column) => column.notNull())
      .addColumn('ambiguous', 'integer', (column) => column.notNull())
      .addColumn('message_id', 'integer')
      .addColumn('sent_at', 'integer')
      .addColumn('reason', 'text')
      .execute();
    await db.schema
      .createIndex('alerts_once')
      .on('alerts')
      .columns(['subscriber_id', 'topic_id', 'article_key'])
      .unique()
      .execute();
    await db.schema.createIndex('alerts_topic').on('alerts').columns(['topic_id', 'id']).execute();
    // Only what still has to be done: what was sent stays, and must not slow down the look for what waits.
    await sql`create index alerts_open on alerts (state, subscriber_id, id)
      where state in ('pending', 'retry', 'sending')`.execute(db);
  },
};
