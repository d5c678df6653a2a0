/** The library's generation, counts and token sum. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { baseLanguage } from '../../domain/article.js';
import { sumRows } from '../../domain/vectors.js';
import type { LibraryState, LibraryStateSource } from '../../ports/article-store.js';
import type { DatabaseSchema } from './schema.js';

const GENERATION = 'generation';
const LIBRARY_ID = 'library_id';

/** Says that the library has changed; part of the transaction that changes it. */
export async function growGeneration(db: Kysely<DatabaseSchema>): Promise<void> {
  await db
    .insertInto('meta')
    .values({ key: GENERATION, value: '1' })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({ value: sql<string>`cast(meta.value as integer) + 1` }),
    )
    .execute();
}

export function createSqliteStateSource(
  db: Kysely<DatabaseSchema>,
  { dimensions }: { readonly dimensions: number },
): LibraryStateSource {
  let cached: LibraryState | undefined;
  return {
    async readState() {
      const rows = await db
        .selectFrom('meta')
        .selectAll()
        .where('key', 'in', [GENERATION, LIBRARY_ID])
        .execute();
      const meta = new Map(rows.map(({ key, value }) => [key, String(value)]));
      const generation = Number(meta.get(GENERATION) ?? 0);
      if (cached?.generation === generation) return cached;
      // One statement, so that the counts and the sum are of one moment.
      const counts = await db
        .selectNoFrom((select) => [
          select
            .selectFrom('documents')
            .select((of) => of.fn.countAll<number>().as('n'))
            .as('documents'),
          select
            .selectFrom('articles')
            .select((of) => of.fn.countAll<number>().as('n'))
            .as('articles'),
          select
            .selectFrom('passages')
            .select((of) => of.fn.countAll<number>().as('n'))
            .as('passages'),
        ])
        .executeTakeFirstOrThrow();
      const sums = await db
        .selectFrom('documents')
        .select(['token_sum', 'tokens', 'vector_sum', 'model'])
        .execute();
      const languages = await db
        .selectFrom('passages')
        .innerJoin('articles', 'articles.id', 'passages.article_id')
        .select(['articles.language', (of) => of.fn.countAll<number>().as('passages')])
        .groupBy('articles.language')
        .execute();
      cached = {
        libraryId: meta.get(LIBRARY_ID) ?? '',
        generation,
        documents: counts.documents ?? 0,
        articles: counts.articles ?? 0,
        passages: counts.passages ?? 0,
        tokenSum: {
          sum: sumRows(
            sums.map(({ token_sum }) => readFloats(token_sum, dimensions)),
            dimensions,
          ),
          tokens: sums.reduce((total, { tokens }) => total + tokens, 0),
        },
        vectorSum: sumRows(
          sums.map(({ vector_sum }) => readFloats(vector_sum, dimensions)),
          dimensions,
        ),
        languages: countByBase(languages),
        models: [...new Set(sums.map(({ model }) => model))],
      };
      return cached;
    },
  };
}

/** A blob as `dimensions` float64 numbers; one of another model may be longer or shorter. */
function readFloats(blob: Uint8Array, dimensions: number): Float64Array {
  const bytes = new Uint8Array(dimensions * 8);
  bytes.set(blob.subarray(0, bytes.length));
  return new Float64Array(bytes.buffer);
}

function countByBase(rows: readonly { language: string; passages: number }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { language, passages } of rows) {
    const base = baseLanguage(language);
    counts.set(base, (counts.get(base) ?? 0) + passages);
  }
  return new Map([...counts].sort((a, b) => b[1] - a[1]));
}
