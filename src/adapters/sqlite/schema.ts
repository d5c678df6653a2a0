/** Tables of the library as Kysely sees them, and the migrations that make them. */
import type { Generated, Kysely, Migration, MigrationProvider } from 'kysely';
import { sql } from 'kysely';
import { addCorrections } from './add-corrections.js';
import { addFeeds } from './add-feeds.js';
import { addArticleLinks, addPages } from './add-pages.js';
import { addPauses } from './add-pauses.js';
import { addTimes } from './add-times.js';
import { addTopicEntries } from './add-topic-entries.js';
import { addVersions, type OldArticlesTable } from './add-versions.js';
import {
  type AlertsTable,
  alertsMigration,
  type SubscribersTable,
  type TopicEntriesTable,
  type TopicProbesTable,
  type TopicsTable,
} from './alerts-schema.js';
import { addFeedback, type FeedbackTable } from './feedback-schema.js';
import { addReaders, type ReadersTable } from './readers-schema.js';

export interface DatabaseSchema {
  meta: { key: string; value: string };
  documents: {
    id: Generated<number>;
    name: string;
    path: string;
    /** Where a reader can open it; null for files. */
    link: string | null;
    content_hash: string;
    bytes: number;
    encoding: string;
    ingested_at: string;
    /** Sum of the token vectors of its passages, float64, and how many they are: the library's mean is made of them. */
    token_sum: Uint8Array;
    tokens: number;
    /** Sum of the pooled vectors of its passages, float64. */
    vector_sum: Uint8Array;
    /** Which model its vectors are of: `id@sha256`. */
    model: string;
  };
  articles: {
    /** Row number; `key` is the id that the rest of Quoth knows. */
    id: Generated<number>;
    key: string;
    document_id: number;
    ordinal: number;
    title: string;
    subtitle: string | null;
    date: string | null;
    date_precision: 'day' | 'month' | 'year' | null;
    publisher: string | null;
    author: string | null;
    language: string;
    start_line: number;
    end_line: number;
    text: string;
    /** Length of the text in UTF-16 code units (SQLite would count code points). */
    characters: number;
    /** JSON: `[offset, line, offset, line, …]`. */
    line_starts: string;
    /** JSON: `[line, page, line, page, …]`; null where the document has no pages. */
    page_starts: string | null;
    /** Where a reader can open it; null where the document's own link leads there. */
    link: string | null;
    /** JSON: the blocks, from which passages can be cut again without the file. */
    blocks: string;
  };
  passages: {
    id: Generated<number>;
    article_id: number;
    ordinal: number;
    start_offset: number;
    end_offset: number;
    /** JSON: array of headings. */
    headings: string;
    /** JSON: `[start, end, start, end, …]`. */
    sentences: string;
    /** float32, little endian, `dimensions` long. */
    vector: Uint8Array;
  };
  token_vectors: {
    passage_id: number;
    lead_tokens: number;
    /** JSON: tokens of each sentence. */
    sentence_tokens: string;
    codes: Uint8Array;
  };
  /** FTS5 without content: terms parted by spaces. */
  passage_terms: { rowid: number; terms: string };
  /** FTS5's own view of the terms. */
  passage_vocabulary: { term: string; doc: number; cnt: number };
  answers: { id: string; owner: string; created_at: number; payload: string };
  feeds: {
    id: Generated<number>;
    kind: 'web' | 'channel';
    address: string;
    title: string | null;
    /** Telegram's id of a channel, once known. */
    chat_id: number | null;
    added_at: string;
    etag: string | null;
    last_modified: string | null;
    /** Milliseconds since 1970, as the two below. */
    next_pull_at: number;
    pulled_at: number | null;
    /** Since the last success. */
    failures: number;
    /** JSON: code and message of the last failure; null when the last pull was fine. */
    last_error: string | null;
  };
  feed_entries: {
    feed_id: number;
    entry_id: string;
    hash: string;
    /** Times that the full text could not be had. */
    attempts: number;
  };
  channel_posts: {
    chat_id: number;
    message_id: number;
    /** First message of the article that the post belongs to. */
    first_id: number;
    media_group_id: string | null;
    /** Seconds since 1970. */
    date: number;
    text: string;
    username: string | null;
    title: string;
    author: string | null;
    /** 1: not in the library yet. */
    pending: number;
  };
  corrections: {
    id: Generated<number>;
    /** Of the document. */
    path: string;
    /** JSON: a correction. */
    payload: string;
  };
  subscribers: SubscribersTable;
  topics: TopicsTable;
  topic_probes: TopicProbesTable;
  topic_entries: TopicEntriesTable;
  alerts: AlertsTable;
  old_articles: OldArticlesTable;
  readers: ReadersTable;
  feedback: FeedbackTable;
}

const initial: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('meta')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute();
    await sql`insert into meta (key, value) values ('library_id', lower(hex(randomblob(16))))`.execute(
      db,
    );
    await db.schema
      .createTable('documents')
      .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('path', 'text', (column) => column.notNull().unique())
      .addColumn('content_hash', 'text', (column) => column.notNull().unique())
      .addColumn('bytes', 'integer', (column) => column.notNull())
      .addColumn('encoding', 'text', (column) => column.notNull())
      .addColumn('ingested_at', 'text', (column) => column.notNull())
      .addColumn('token_sum', 'blob', (column) => column.notNull())
      .addColumn('tokens', 'integer', (column) => column.notNull())
      .addColumn('vector_sum', 'blob', (column) => column.notNull())
      .addColumn('model', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('articles')
      .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('key', 'text', (column) => column.notNull().unique())
      .addColumn('document_id', 'integer', (column) =>
        column.notNull().references('documents.id').onDelete('cascade'),
      )
      .addColumn('ordinal', 'integer', (column) => column.notNull())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('subtitle', 'text')
      .addColumn('date', 'text')
      .addColumn('date_precision', 'text')
      .addColumn('publisher', 'text')
      .addColumn('author', 'text')
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('start_line', 'integer', (column) => column.notNull())
      .addColumn('end_line', 'integer', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('characters', 'integer', (column) => column.notNull())
      .addColumn('line_starts', 'text', (column) => column.notNull())
      .addColumn('blocks', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('articles_document')
      .on('articles')
      .columns(['document_id', 'ordinal'])
      .unique()
      .execute();
    await db.schema
      .createTable('passages')
      .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('article_id', 'integer', (column) =>
        column.notNull().references('articles.id').onDelete('cascade'),
      )
      .addColumn('ordinal', 'integer', (column) => column.notNull())
      .addColumn('start_offset', 'integer', (column) => column.notNull())
      .addColumn('end_offset', 'integer', (column) => column.notNull())
      .addColumn('headings', 'text', (column) => column.notNull())
      .addColumn('sentences', 'text', (column) => column.notNull())
      .addColumn('vector', 'blob', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('passages_article')
      .on('passages')
      .columns(['article_id', 'ordinal'])
      .unique()
      .execute();
    await db.schema
      .createTable('token_vectors')
      .addColumn('passage_id', 'integer', (column) =>
        column.primaryKey().references('passages.id').onDelete('cascade'),
      )
      .addColumn('lead_tokens', 'integer', (column) => column.notNull())
      .addColumn('sentence_tokens', 'text', (column) => column.notNull())
      .addColumn('codes', 'blob', (column) => column.notNull())
      .execute();
    // The core makes the terms. "ascii" takes everything else but ASCII marks as it is; "unicode61" would fold and cut
    // it: Thai and Hindi words fall apart at their vowel signs, Greek ones change their last letter.
    await sql`create virtual table passage_terms using fts5(
      terms, content='', contentless_delete=1, tokenize="ascii tokenchars '._:/'")`.execute(db);
    await sql`create virtual table passage_vocabulary using fts5vocab(passage_terms, 'row')`.execute(
      db,
    );
    await db.schema
      .createTable('answers')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('created_at', 'integer', (column) => column.notNull())
      .addColumn('payload', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('answers_age').on('answers').column('created_at').execute();
  },
};

/** All migrations by name; a name is never changed and an old one never edited. */
export const migrations: MigrationProvider = {
  getMigrations: () =>
    Promise.resolve({
      '2026-11-23-initial': initial,
      '2026-11-25-alerts': alertsMigration,
      '2026-11-25-feeds': addFeeds,
      '2026-11-26-c-readers': addReaders,
      '2026-11-26-c2-feedback': addFeedback,
      '2026-11-26-f-pages': addPages,
      '2026-11-26-g-article-links': addArticleLinks,
      '2026-11-26-h-pauses': addPauses,
      '2026-11-26-l-versions': addVersions,
      '2026-11-26-o-times': addTimes,
      '2026-11-26-p-corrections': addCorrections,
      '2026-11-30-topic-entries': addTopicEntries,
    }),
};
