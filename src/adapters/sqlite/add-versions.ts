/** The migration that brings older versions of articles: what stood in a document before it changed. */
import type { Kysely, Migration } from 'kysely';

/** An article as it was before another one took its place. */
export interface OldArticlesTable {
  /** The id that it had. */
  key: string;
  /** The id of what took its place: an article, or another old one. */
  successor: string;
  path: string;
  document: string;
  link: string | null;
  ordinal: number;
  title: string;
  date: string | null;
  date_precision: 'day' | 'month' | 'year' | null;
  publisher: string | null;
  author: string | null;
  language: string;
  start_line: number;
  end_line: number;
  text: string;
  /** JSON: `[offset, line, offset, line, …]`. */
  line_starts: string;
  arrived_at: string;
  replaced_at: string;
}

/** Adds them. */
export const addVersions: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('old_articles')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('successor', 'text', (column) => column.notNull())
      .addColumn('path', 'text', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addColumn('link', 'text')
      .addColumn('ordinal', 'integer', (column) => column.notNull())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('date', 'text')
      .addColumn('date_precision', 'text')
      .addColumn('publisher', 'text')
      .addColumn('author', 'text')
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('start_line', 'integer', (column) => column.notNull())
      .addColumn('end_line', 'integer', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('line_starts', 'text', (column) => column.notNull())
      .addColumn('arrived_at', 'text', (column) => column.notNull())
      .addColumn('replaced_at', 'text', (column) => column.notNull())
      .execute();
    for (const column of ['successor', 'title', 'path']) {
      await db.schema
        .createIndex(`old_articles_${column}`)
        .on('old_articles')
        .column(column)
        .execute();
    }
    await db.schema.createIndex('articles_title').on('articles').column('title').execute();
  },
};
