/** Articles with all that is kept of them when another text takes their place. */
import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from './schema.js';

/** Selects them; the columns are those of `old_articles`. */
export function selectTexts(db: Kysely<DatabaseSchema>) {
  return db
    .selectFrom('articles')
    .innerJoin('documents', 'documents.id', 'articles.document_id')
    .select([
      'articles.key',
      'documents.path',
      'documents.name as document',
      sql<string | null>`coalesce(articles.link, documents.link)`.as('link'),
      'articles.ordinal',
      'articles.title',
      'articles.date',
      'articles.date_precision',
      'articles.publisher',
      'articles.author',
      'articles.language',
      'articles.start_line',
      'articles.end_line',
      'articles.text',
      'articles.line_starts',
      'documents.ingested_at as arrived_at',
    ]);
}
