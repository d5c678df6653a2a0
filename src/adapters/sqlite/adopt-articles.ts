/** Articles whose document can no longer be read are kept under a document of their own. */
import type SqliteDatabase from 'better-sqlite3';
import { makeArticleKey } from './article-key.js';

/**
 * Makes documents for articles that have none. Their passages are to be made anew afterwards.
 *
 * @returns the names of the new documents
 */
export function adoptArticles(connection: SqliteDatabase.Database, model: string): string[] {
  const orphans = connection
    .prepare(
      `select id, document_id, title, text from articles
       where document_id not in (select id from documents) order by document_id, ordinal`,
    )
    .all() as {
    readonly id: number;
    readonly document_id: number;
    readonly title: string;
    readonly text: string;
  }[];
  const ids = [...new Set(orphans.map(({ document_id: id }) => id))];
  const insert = connection.prepare(
    `insert into documents (id, name, path, content_hash, bytes, encoding, ingested_at, token_sum, tokens,
       vector_sum, model)
     values (?, ?, ?, ?, 0, 'utf-8', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), x'', 0, x'', ?)`,
  );
  const rename = connection.prepare('update articles set key = ? where id = ?');
  return ids.map((id) => {
    const name = `recovered-${id}`;
    const path = `recovered:${id}`;
    insert.run(id, name, path, `lost:${id}:`, model);
    const seen = new Set<string>();
    for (const article of orphans.filter(({ document_id: owner }) => owner === id)) {
      let repeat = 0;
      let key = makeArticleKey(path, article, repeat);
      while (seen.has(key)) key = makeArticleKey(path, article, ++repeat);
      seen.add(key);
      rename.run(key, article.id);
    }
    return name;
  });
}
