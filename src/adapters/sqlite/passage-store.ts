/** Passages and their vectors in SQLite. */
import type { Kysely } from 'kysely';
import type { Passage, Span, TokenVectors } from '../../domain/passage.js';
import type { PassageStore } from '../../ports/article-store.js';
import { toFloats } from './blobs.js';
import type { DatabaseSchema } from './schema.js';
import { splitForQuery } from './split-query.js';

export function createSqlitePassageStore(db: Kysely<DatabaseSchema>): PassageStore {
  const columns = [
    'passages.id',
    'articles.key',
    'passages.ordinal',
    'passages.start_offset',
    'passages.end_offset',
    'passages.headings',
    'passages.sentences',
  ] as const;
  const select = () =>
    db
      .selectFrom('passages')
      .innerJoin('articles', 'articles.id', 'passages.article_id')
      .select(columns);

  return {
    async getPassages(ids) {
      const found = new Map<number, Passage>();
      for (const part of splitForQuery(ids)) {
        const rows = await select().where('passages.id', 'in', part).execute();
        for (const row of rows) found.set(row.id, toPassage(row));
      }
      return ids.flatMap((id) => found.get(id) ?? []);
    },

    async listPassages(articleId) {
      const rows = await select()
        .where('articles.key', '=', articleId)
        .orderBy('passages.ordinal')
        .execute();
      return rows.map(toPassage);
    },

    async readTokenVectors(ids) {
      const found = new Map<number, TokenVectors>();
      for (const part of splitForQuery(ids)) {
        const rows = await db
          .selectFrom('token_vectors')
          .selectAll()
          .where('passage_id', 'in', part)
          .execute();
        for (const row of rows) {
          found.set(row.passage_id, {
            codes: row.codes,
            leadTokens: row.lead_tokens,
            sentenceTokens: JSON.parse(row.sentence_tokens) as number[],
          });
        }
      }
      return found;
    },

    async readVectors(ids) {
      const found = new Map<number, Float32Array>();
      for (const part of splitForQuery(ids)) {
        const rows = await db
          .selectFrom('passages')
          .select(['id', 'vector'])
          .where('id', 'in', part)
          .execute();
        for (const row of rows) found.set(row.id, toFloats(row.vector));
      }
      return found;
    },

    async listPassageIds() {
      const rows = await db.selectFrom('passages').select('id').orderBy('id').execute();
      return rows.map(({ id }) => id);
    },
  };
}

function toPassage(row: {
  readonly id: number;
  readonly key: string;
  readonly ordinal: number;
  readonly start_offset: number;
  readonly end_offset: number;
  readonly headings: string;
  readonly sentences: string;
}): Passage {
  const flat = JSON.parse(row.sentences) as number[];
  const sentences: Span[] = [];
  for (let i = 0; i < flat.length; i += 2) {
    sentences.push({ start: flat[i] as number, end: flat[i + 1] as number });
  }
  return {
    id: row.id,
    articleId: row.key,
    ordinal: row.ordinal,
    start: row.start_offset,
    end: row.end_offset,
    headings: JSON.parse(row.headings) as string[],
    sentences,
  };
}
