/** Looks the library over: the file itself, whether its tables agree, and whether texts are still what was stored. */
import { isKeyOf } from './article-key.js';
import type { LibraryDatabase } from './open-database.js';
import { translateError } from './translate-error.js';

/** An article whose words are not those that were stored. */
interface DamagedArticle {
  readonly id: number;
  readonly document_id: number;
  readonly key: string;
  readonly ordinal: number;
  readonly title: string;
  /** Name of its document. */
  readonly document: string;
}

/** Problems found, empty when there are none. */
export interface LibraryFindings {
  /** What SQLite's own check says, `ok` when nothing is wrong. */
  readonly integrity: string;
  /** Whether the lexical index is damaged or does not agree with the passages; it is made anew from their texts. */
  readonly termsDamaged: boolean;
  /** Passages without token vectors. */
  readonly withoutTokens: number;
  /** Passages without an entry in the lexical index, and entries without a passage. */
  readonly withoutTerms: number;
  /** Passages that reach over the end of their article. */
  readonly outside: number;
  /** Articles whose text is not the one that was stored. */
  readonly damaged: readonly DamagedArticle[];
  /** Documents that have lost passages or vectors. */
  readonly stale: number;
  /** Rows that belong to nothing: articles without a document, passages without an article, and the like. */
  readonly orphans: number;
}

/** Whether nothing is wrong. */
export function isWhole(found: LibraryFindings): boolean {
  const { withoutTokens, withoutTerms, outside, stale, orphans } = found;
  const counts = [withoutTokens, withoutTerms, outside, stale, orphans];
  return (
    found.integrity === 'ok' &&
    !found.termsDamaged &&
    found.damaged.length === 0 &&
    counts.every((count) => count === 0)
  );
}

/**
 * Reads every page of the file: about a second for 1 GB.
 *
 * @throws AppError INDEX_UNREADABLE (so damaged that SQLite cannot even look), DISK_FULL, INDEX_BUSY
 */
export function checkLibrary({ connection }: Pick<LibraryDatabase, 'connection'>): LibraryFindings {
  try {
    return look(connection);
  } catch (cause) {
    throw translateError(cause, connection.name);
  }
}

/** Rows whose owner is gone, as conditions by table. */
export const ORPHANS = {
  token_vectors: 'passage_id not in (select id from passages)',
  passages: 'article_id not in (select id from articles)',
  articles: 'document_id not in (select id from documents)',
  topics: 'subscriber_id not in (select id from subscribers)',
  alerts:
    'topic_id not in (select id from topics) or subscriber_id not in (select id from subscribers)',
} as const;

function look(connection: LibraryDatabase['connection']): LibraryFindings {
  const count = (query: string): number => Number(connection.prepare(query).pluck().get());
  const said = connection.prepare('pragma quick_check').pluck().all() as string[];
  // FTS5 looks over its own tables in the same check; they are derived.
  const isTerms = (line: string): boolean => /fts5|passage_terms/i.test(line);
  const integrity = said.find((line) => line !== 'ok' && !isTerms(line)) ?? 'ok';
  const withoutTerms = tryCount(() =>
    Math.abs(count('select count(*) from passages') - count('select count(*) from passage_terms')),
  );
  return {
    integrity,
    termsDamaged: said.some(isTerms) || withoutTerms === undefined,
    withoutTerms: withoutTerms ?? 0,
    withoutTokens: count(
      'select count(*) from passages where id not in (select passage_id from token_vectors)',
    ),
    outside: count(
      'select count(*) from passages join articles on articles.id = article_id where start_offset < 0 or end_offset > characters or start_offset >= end_offset',
    ),
    damaged: findDamaged(connection),
    stale: listStale(connection).length,
    orphans: Object.entries(ORPHANS).reduce(
      (sum, [table, condition]) => sum + count(`select count(*) from ${table} where ${condition}`),
      0,
    ),
  };
}

/**
 * Paths of the documents whose passages or vectors are not all there: their tokens are not as many as were embedded, or a
 * passage reaches over its article.
 */
export function listStale(connection: LibraryDatabase['connection']): string[] {
  return connection
    .prepare(
      `with counted as (
         select passage_id, iif(json_valid(sentence_tokens),
           lead_tokens + coalesce((select sum(value) from json_each(sentence_tokens)), 0), -1) as tokens
         from token_vectors)
       select path from documents
       where tokens <> coalesce((
           select sum(counted.tokens) from counted join passages on passages.id = passage_id
           join articles on articles.id = article_id where document_id = documents.id), 0)
         or id in (
           select document_id from articles join passages on article_id = articles.id
           left join token_vectors on passage_id = passages.id
           where passage_id is null or not json_valid(headings) or not json_valid(sentences)
             or start_offset < 0 or end_offset > characters or start_offset >= end_offset)
       order by id`,
    )
    .pluck()
    .all() as string[];
}

function tryCount(count: () => number): number | undefined {
  try {
    return count();
  } catch {
    return undefined;
  }
}

/** The articles whose title and text do not give their id any more. */
function findDamaged(connection: LibraryDatabase['connection']): DamagedArticle[] {
  const rows = connection
    .prepare(
      `select articles.id, document_id, key, ordinal, title, text, characters, path, name as document
       from articles join documents on documents.id = document_id`,
    )
    .iterate() as IterableIterator<
    DamagedArticle & { readonly path: string; readonly text: string; readonly characters: number }
  >;
  const damaged: DamagedArticle[] = [];
  for (const { text, path, characters, ...article } of rows) {
    const { title, key } = article;
    if (text.length === characters && isKeyOf(key, path, { title, text })) continue;
    damaged.push(article);
  }
  return damaged;
}
