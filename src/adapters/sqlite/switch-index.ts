/** Puts the passages and vectors of a second library, made of the same articles, in place of the library's own. */
import type SqliteDatabase from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '../../errors.js';
import { passageText } from '../../search/load-passages.js';
import { extractTerms } from '../../search/terms.js';
import type { LibraryDatabase } from './open-database.js';
import { translateError } from './translate-error.js';

/** Key under which the library remembers what a reindex has made it with. */
const MAKER = 'maker';

const makerSchema = z.object({ modelKey: z.string(), folder: z.string() });

/** The model that made a library, and where it lies. */
type Maker = Readonly<z.infer<typeof makerSchema>>;

/** What a reindex has made the library with; `undefined` when there never was one. */
export function readMaker({ connection }: LibraryDatabase): Maker | undefined {
  const value = connection.prepare('select value from meta where key = ?').pluck().get(MAKER);
  try {
    return makerSchema.parse(JSON.parse(String(value)));
  } catch {
    return undefined;
  }
}

/**
 * Switches in one transaction. The caller holds the writer's lock.
 *
 * @param fresh file of the second library, closed: all documents and articles of the library, with passages of their own
 * @throws AppError INTERNAL when the two do not hold the same articles, DISK_FULL, INDEX_BUSY; then nothing has changed
 */
export function switchIndex({ connection }: LibraryDatabase, fresh: string, maker: Maker): void {
  try {
    connection.prepare('attach ? as fresh').run(fresh);
    try {
      connection
        .transaction(() => {
          requireSameArticles(connection);
          replacePassages(connection);
          insertTerms(connection);
          connection
            .prepare('insert or replace into meta (key, value) values (?, ?)')
            .run(MAKER, JSON.stringify(maker));
          connection.exec(
            `insert into meta (key, value) values ('generation', '1')
              on conflict (key) do update set value = cast(value as integer) + 1`,
          );
        })
        .immediate();
    } finally {
      connection.exec('detach fresh');
    }
  } catch (cause) {
    throw translateError(cause, fresh);
  }
}

function requireSameArticles(connection: SqliteDatabase.Database): void {
  const differ = connection
    .prepare(
      `select count(*) from (
        select path, key from main.documents join main.articles on document_id = documents.id
        except
        select path, key from fresh.documents join fresh.articles on document_id = documents.id
      )`,
    )
    .pluck()
    .get() as number;
  if (differ === 0) return;
  throw new AppError('INTERNAL', `${differ} articles are missing in the second index`);
}

function replacePassages(connection: SqliteDatabase.Database): void {
  // New numbers: programs that have the old vector index in memory must not take a new passage for an old one.
  const last = connection
    .prepare("select seq from main.sqlite_sequence where name = 'passages'")
    .pluck();
  const offset = Number(last.get() ?? 0);
  connection.exec(`
    insert into main.passage_terms (passage_terms) values ('delete-all');
    delete from main.token_vectors;
    delete from main.passages`);
  connection
    .prepare(
      `insert into main.passages
        (id, article_id, ordinal, start_offset, end_offset, headings, sentences, vector)
      select passage.id + ?, article.id, passage.ordinal, start_offset, end_offset, headings, sentences, vector
      from fresh.passages as passage
      join fresh.articles as source on source.id = passage.article_id
      join main.articles as article on article.key = source.key`,
    )
    .run(offset);
  connection
    .prepare(
      `insert into main.token_vectors (passage_id, lead_tokens, sentence_tokens, codes)
      select passage_id + ?, lead_tokens, sentence_tokens, codes from fresh.token_vectors
      where passage_id + ? in (select id from main.passages)`,
    )
    .run(offset, offset);
  connection.exec(`
    update main.documents set (token_sum, tokens, vector_sum, model) =
      (select token_sum, tokens, vector_sum, model from fresh.documents as source where source.path = documents.path)`);
}

function insertTerms(connection: SqliteDatabase.Database): void {
  const passages = connection.prepare(
    `select id, start_offset as start, end_offset as end, headings from main.passages
    where article_id = ? order by ordinal`,
  );
  const insert = connection.prepare('insert into main.passage_terms (rowid, terms) values (?, ?)');
  const ids = connection.prepare('select id from main.articles order by id').pluck().all();
  const get = connection.prepare('select title, text from main.articles where id = ?');
  for (const id of ids) {
    const article = get.get(id) as { title: string; text: string };
    for (const row of passages.all(id) as PassageRow[]) {
      const passage = { ...row, headings: JSON.parse(row.headings) as string[] };
      insert.run(row.id, extractTerms(passageText(article, passage)).join(' '));
    }
  }
}

interface PassageRow {
  readonly id: number;
  readonly start: number;
  readonly end: number;
  readonly headings: string;
}
