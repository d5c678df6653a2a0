/** Documents and articles in SQLite. A document comes and goes in one transaction. */
import type { Kysely, Selectable } from 'kysely';
import {
  type Article,
  type ArticleSummary,
  type Block,
  findPages,
  type LibraryDocument,
  type LineStart,
  type PageStart,
} from '../../domain/article.js';
import { AppError } from '../../errors.js';
import type { ArticleStore } from '../../ports/article-store.js';
import { isKeyOf } from './article-key.js';
import { deleteDocument, replaceDocument } from './save-document.js';
import type { DatabaseSchema } from './schema.js';
import { settleJournal } from './settle-journal.js';
import { splitForQuery } from './split-query.js';

type Db = Kysely<DatabaseSchema>;

export function createSqliteArticleStore(db: Db): ArticleStore {
  const getArticles = async (ids: readonly string[]): Promise<Map<string, Article>> => {
    const found = new Map<string, Article>();
    for (const part of splitForQuery(ids)) {
      const rows = await db
        .selectFrom('articles')
        .innerJoin('documents', 'documents.id', 'articles.document_id')
        .select([...SUMMARY_COLUMNS, 'articles.text', 'articles.line_starts', 'documents.path'])
        .where('articles.key', 'in', part)
        .execute();
      for (const row of rows) {
        requireWhole(row);
        const { startPage: _s, endPage: _e, ...facts } = toSummary(row);
        found.set(row.key, { ...facts, text: row.text, ...toLines(row) });
      }
    }
    return found;
  };

  return {
    async findDocument({ contentHash, path }) {
      const rows = await db
        .selectFrom('documents')
        .selectAll()
        .where((where) =>
          where.or([where('content_hash', '=', contentHash), where('path', '=', path)]),
        )
        .execute();
      const row = rows.find((candidate) => candidate.content_hash === contentHash) ?? rows[0];
      return row === undefined ? undefined : toDocument(row);
    },

    async saveDocument(document, articles, tokenSum, alerts) {
      const change = await db
        .transaction()
        .execute((transaction) =>
          replaceDocument(transaction, document, articles, tokenSum, alerts),
        );
      await settleJournal(db);
      return change;
    },

    async removeDocument(path) {
      const removed = await db
        .transaction()
        .execute((transaction) => deleteDocument(transaction, path));
      await settleJournal(db);
      return removed;
    },

    async listDocuments() {
      return (await db.selectFrom('documents').selectAll().orderBy('id').execute()).map(toDocument);
    },

    async listDrafts(path) {
      const rows = await db
        .selectFrom('articles')
        .innerJoin('documents', 'documents.id', 'articles.document_id')
        .select([...SUMMARY_COLUMNS, 'articles.text', 'articles.line_starts', 'articles.blocks'])
        .where('documents.path', '=', path)
        .orderBy('articles.ordinal')
        .execute();
      return rows.map((row) => {
        const { id: _i, document: _d, ordinal: _o, link: _l, ...rest } = toSummary(row);
        const { startPage: _s, endPage: _e, ...facts } = rest;
        const blocks = JSON.parse(row.blocks) as Block[];
        const link = row.article_link === null ? {} : { link: row.article_link };
        return { ...facts, ...link, text: row.text, ...toLines(row), blocks };
      });
    },

    async listArticles() {
      const rows = await db
        .selectFrom('articles')
        .innerJoin('documents', 'documents.id', 'articles.document_id')
        .select([...SUMMARY_COLUMNS, 'articles.characters'])
        .orderBy('documents.id')
        .orderBy('articles.ordinal')
        .execute();
      return rows.map((row) => ({ ...toSummary(row), characters: row.characters }));
    },

    async listArticlesSince(at) {
      const rows = await db
        .selectFrom('articles')
        .innerJoin('documents', 'documents.id', 'articles.document_id')
        .select('articles.key')
        .where('documents.ingested_at', '>=', at)
        .orderBy('documents.ingested_at')
        .orderBy('documents.id')
        .orderBy('articles.ordinal')
        .execute();
      return rows.map(({ key }) => key);
    },

    async getArticle(id) {
      return (await getArticles([id])).get(id);
    },
    getArticles,
  };
}

/** What is quoted must be what was stored. @throws AppError INDEX_UNREADABLE */
function requireWhole(row: SummaryRow & { readonly path: string; readonly text: string }): void {
  if (isKeyOf(row.key, row.path, row)) return;
  throw new AppError(
    'INDEX_UNREADABLE',
    `article ${row.ordinal} of ${row.name} is not as it was stored: the disk has changed it`,
    { hint: 'run: quoth doctor --repair, or quoth restore FILE' },
  );
}

const SUMMARY_COLUMNS = [
  'articles.key',
  'articles.ordinal',
  'articles.title',
  'articles.subtitle',
  'articles.date',
  'articles.date_precision',
  'articles.publisher',
  'articles.author',
  'articles.language',
  'articles.start_line',
  'articles.end_line',
  'articles.page_starts',
  'documents.name',
  'articles.link as article_link',
  'documents.link',
] as const;

type SummaryRow = Pick<
  Selectable<DatabaseSchema['articles']>,
  | 'key'
  | 'ordinal'
  | 'title'
  | 'subtitle'
  | 'date'
  | 'date_precision'
  | 'publisher'
  | 'author'
  | 'language'
  | 'start_line'
  | 'end_line'
  | 'page_starts'
> &
  Pick<Selectable<DatabaseSchema['documents']>, 'name' | 'link'> & {
    readonly article_link: string | null;
  };

function toSummary(row: SummaryRow): Omit<ArticleSummary, 'characters'> {
  const link = row.article_link ?? row.link;
  return {
    id: row.key,
    document: row.name,
    ordinal: row.ordinal,
    title: row.title,
    ...(row.subtitle === null ? {} : { subtitle: row.subtitle }),
    ...(row.date === null ? {} : { date: row.date }),
    ...(row.date_precision === null ? {} : { datePrecision: row.date_precision }),
    ...(row.publisher === null ? {} : { publisher: row.publisher }),
    ...(row.author === null ? {} : { author: row.author }),
    ...(link === null ? {} : { link }),
    language: row.language,
    startLine: row.start_line,
    endLine: row.end_line,
    ...findPages(unpackPages(row.page_starts), {
      startLine: row.start_line,
      endLine: row.end_line,
    }),
  };
}

function toDocument(row: Selectable<DatabaseSchema['documents']>): LibraryDocument {
  return {
    name: row.name,
    path: row.path,
    ...(row.link === null ? {} : { link: row.link }),
    contentHash: row.content_hash,
    bytes: row.bytes,
    encoding: row.encoding,
    ingestedAt: row.ingested_at,
    model: row.model,
  };
}

function toLines(
  row: Pick<Selectable<DatabaseSchema['articles']>, 'line_starts' | 'page_starts'>,
): Pick<Article, 'lineStarts' | 'pageStarts'> {
  const pageStarts = unpackPages(row.page_starts);
  return {
    lineStarts: unpackPairs(row.line_starts),
    ...(pageStarts === undefined ? {} : { pageStarts }),
  };
}

function unpackPages(json: string | null): PageStart[] | undefined {
  return json === null ? undefined : unpackPairs(json);
}

function unpackPairs(json: string): LineStart[] {
  const flat = JSON.parse(json) as number[];
  return Array.from({ length: flat.length / 2 }, (_, i) => [
    flat[2 * i] as number,
    flat[2 * i + 1] as number,
  ]);
}
