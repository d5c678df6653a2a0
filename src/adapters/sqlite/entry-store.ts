/** What narrowing has worked out of topics, in SQLite. Its rows hang on topics, and go with them (on delete cascade). */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { EntryStore, TopicEntry } from '../../ports/topic-store.js';
import type { DatabaseSchema } from './schema.js';
import { splitForQuery } from './split-query.js';

export function createSqliteEntryStore(db: Kysely<DatabaseSchema>): EntryStore {
  return {
    async listMissing({ language, basis }) {
      const { rows } = await sql<{ words: string }>`
        select distinct topics.words from topics
        join subscribers on subscribers.id = topics.subscriber_id
        where topics.state = 'active' and subscribers.state = 'active' and not exists (
          select 1 from topic_entries as entry
          where entry.words = topics.words and entry.language = ${language} and entry.basis = ${basis}
        )`.execute(db);
      return rows.map(({ words }) => words);
    },
    async listStale({ language, basis }, { from, to, limit }) {
      const rows = await db
        .selectFrom('topic_entries')
        .select('words')
        .where('language', '=', language)
        .where('basis', '=', basis)
        .where((where) => where.or([where('passages', '<', from), where('passages', '>', to)]))
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(({ words }) => words);
    },
    async readSince({ language, basis }, after) {
      const { rows } = await sql<TopicEntry>`
        select id, words, packed from topic_entries
        where id > ${after} and language = ${language} and basis = ${basis} order by id`.execute(
        db,
      );
      return rows;
    },
    async put({ language, basis }, entries, passages) {
      const packedOf = new Map(entries.map(({ words, packed }) => [words, packed]));
      await db.transaction().execute(async (transaction) => {
        for (const part of splitForQuery([...packedOf.keys()])) {
          const owners = await transaction
            .selectFrom('topics')
            .select(['words', (of) => of.fn.min('id').as('topic_id')])
            .where('words', 'in', part)
            .groupBy('words')
            .execute();
          await transaction
            .deleteFrom('topic_entries')
            .where('words', 'in', part)
            .where('language', '=', language)
            .execute();
          for (const owner of owners) {
            const packed = packedOf.get(owner.words) ?? new Uint8Array();
            await transaction
              .insertInto('topic_entries')
              .values({ ...owner, language, basis, passages, packed })
              .execute();
          }
        }
      });
    },
  };
}
