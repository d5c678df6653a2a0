/** Lexical index on SQLite's FTS5. Terms are made by the core; FTS5 only keeps and counts them. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { LexicalHit, LexicalIndex } from '../../ports/lexical-index.js';
import type { DatabaseSchema } from './schema.js';
import { splitForQuery } from './split-query.js';

export function createSqliteLexicalIndex(db: Kysely<DatabaseSchema>): LexicalIndex {
  return {
    async search(terms, limit) {
      // SQLite would take a NUL for the end of the query.
      const distinct = [...new Set(terms)].filter((term) => term !== '' && !term.includes('\0'));
      if (distinct.length === 0) return [];
      // Quoted, so that nothing a reader types is an operator of FTS5.
      const query = distinct.map((term) => `"${term.replaceAll('"', '""')}"`).join(' OR ');
      const { rows } = await sql<LexicalHit>`
        select rowid as id, -bm25(passage_terms) as score
        from passage_terms where passage_terms match ${query}
        order by bm25(passage_terms), rowid limit ${limit}`.execute(db);
      return rows;
    },

    async countPassagesWith(terms) {
      const distinct = [...new Set(terms)];
      const counts = new Map(distinct.map((term) => [term, 0]));
      for (const part of splitForQuery(distinct)) {
        const rows = await db
          .selectFrom('passage_vocabulary')
          .select(['term', 'doc'])
          .where('term', 'in', part)
          .execute();
        for (const { term, doc } of rows) counts.set(term, doc);
      }
      return counts;
    },
  };
}
