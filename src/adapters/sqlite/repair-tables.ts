/** Brings the tables of a library that SQLite can read back into agreement; texts that the disk has changed go. */
import { passageText } from '../../search/load-passages.js';
import { extractTerms } from '../../search/terms.js';
import { adoptArticles } from './adopt-articles.js';
import { checkLibrary, listStale, ORPHANS } from './check-library.js';
import { growGeneration } from './library-state.js';
import { markLost } from './mark-lost.js';
import type { LibraryDatabase } from './open-database.js';

export interface TableRepair {
  readonly mended: readonly string[];
  readonly lost: readonly string[];
  /** Paths of documents whose passages have to be made anew from their stored articles. */
  readonly stale: readonly string[];
}

/**
 * Repairs the tables, in one transaction. The caller holds the writer's lock.
 *
 * @param model that the documents count to whose own row is lost
 * @throws AppError INDEX_UNREADABLE, DISK_FULL
 */
export async function repairTables(library: LibraryDatabase, model: string): Promise<TableRepair> {
  const { connection, db } = library;
  const mended: string[] = [];
  const lost: string[] = [];
  const run = (query: string): number => connection.prepare(query).run().changes;
  const { termsDamaged, withoutTerms } = checkLibrary(library);

  connection.pragma('foreign_keys = OFF');
  connection.exec('begin immediate');
  try {
    for (const name of adoptArticles(connection, model)) {
      lost.push(`where the articles of ${name} came from; their texts are kept under this name`);
    }
    for (const { id, document_id, ordinal, document } of checkLibrary(library).damaged) {
      run(`delete from articles where id = ${id}`);
      markLost(connection, [document_id]);
      lost.push(`article ${ordinal} of ${document}: its text was damaged on the disk`);
    }
    // Owners first: what an orphan leaves behind is an orphan too.
    for (const [table, condition] of Object.entries(ORPHANS).reverse()) {
      const removed = run(`delete from ${table} where ${condition}`);
      if (removed > 0) mended.push(`${table}: ${removed} that belonged to nothing removed`);
    }
    const empty = 'id not in (select document_id from articles)';
    for (const name of connection
      .prepare(`select name from documents where ${empty}`)
      .pluck()
      .all()) {
      lost.push(`${name}: none of its articles is left`);
    }
    run(`delete from documents where ${empty}`);
    run(`insert into meta (key, value) values ('library_id', lower(hex(randomblob(16))))
      on conflict do nothing`);
    run(
      `update articles set line_starts = '[0,' || start_line || ']' where not json_valid(line_starts)`,
    );
    run('update articles set page_starts = null where not json_valid(page_starts)');
    run(`update articles set blocks = json_array(
      json_object('kind', 'paragraph', 'start', 0, 'end', characters)) where not json_valid(blocks)`);
    const stale = listStale(connection);
    const hasChanged = mended.length + lost.length + stale.length > 0;
    if (termsDamaged || withoutTerms > 0 || hasChanged) {
      rebuildTerms(connection);
      if (termsDamaged || withoutTerms > 0) mended.push('the lexical index: made anew');
      await growGeneration(db);
    }
    connection.exec('commit');
    return { mended, lost, stale };
  } catch (error) {
    if (connection.inTransaction) connection.exec('rollback');
    throw error;
  } finally {
    connection.pragma('foreign_keys = ON');
  }
}

/** Makes the lexical index anew from the texts; what is left of the old one need not be readable. */
function rebuildTerms(connection: LibraryDatabase['connection']): void {
  const makers = ['passage_terms', 'passage_vocabulary'].map((name) =>
    String(connection.prepare('select sql from sqlite_schema where name = ?').pluck().get(name)),
  );
  connection.exec('drop table passage_vocabulary; drop table passage_terms');
  for (const maker of makers) connection.exec(maker);
  const insert = connection.prepare('insert into passage_terms (rowid, terms) values (?, ?)');
  const rows = connection
    .prepare(
      `select passages.id, title, text, start_offset as start, end_offset as "end", headings
       from passages join articles on articles.id = article_id
       where json_valid(headings) order by passages.id`,
    )
    .all() as {
    readonly id: number;
    readonly title: string;
    readonly text: string;
    readonly start: number;
    readonly end: number;
    readonly headings: string;
  }[];
  for (const { id, title, text, start, end, headings } of rows) {
    const place = { start, end, headings: JSON.parse(headings) as string[] };
    insert.run(id, extractTerms(passageText({ title, text }, place)).join(' '));
  }
}
