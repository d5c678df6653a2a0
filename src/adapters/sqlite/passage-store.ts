/** Passages and their vectors in SQLite. */
import type { Kysely } from 'kysely';
import type { Passage, Span, TokenVectors } from '../../domain/passage.js';
import type { PassageStore } from '../../ports/article-store.js';
import type { DatabaseSchema } from './schema.js';

/** SQLite takes at most 32,766 parameters; fewer keep its parser quick. */
const IDS_A_QUERY = 1000;

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
      for (const part of chunk(ids)) {
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
      for (const part of chunk(ids)) {
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
      for (const part of chunk(ids)) {
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

/** Copies a blob, whose place in memory need not suit floats. */
function toFloats(blob: Uint8Array): Float32Array {
  return new Float32Array(Uint8Array.from(blob).buffer);
}

function chunk(ids: readonly number[]): number[][] {
  const parts: number[][] = [];
  for (let from = 0; from < ids.length; from += IDS_A_QUERY)
    parts.push(ids.slice(from, from + IDS_A_QUERY));
  return parts;
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
