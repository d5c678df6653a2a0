/** Topics in SQLite. */
import type { Kysely, Selectable } from 'kysely';
import type { Topic } from '../../domain/topic.js';
import type { TopicStore } from '../../ports/topic-store.js';
import type { TopicsTable } from './alerts-schema.js';
import type { DatabaseSchema } from './schema.js';
import { splitForQuery } from './split-query.js';
import { toSubscriber } from './subscriber-store.js';

export function createSqliteTopicStore(db: Kysely<DatabaseSchema>): TopicStore {
  const active = db
    .selectFrom('topics')
    .innerJoin('subscribers', 'subscribers.id', 'topics.subscriber_id')
    .where('topics.state', '=', 'active')
    .where('subscribers.state', '=', 'active');
  return {
    async put(topic) {
      const row = {
        id: topic.id,
        subscriber_id: topic.subscriberId,
        words: topic.words,
        name: topic.name,
        strictness: topic.strictness,
        state: topic.state,
        is_muted: topic.isMuted ? 1 : 0,
        paused_at: topic.pausedAt ?? 0,
        created_at: topic.createdAt,
      };
      await db
        .insertInto('topics')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },
    async get(id) {
      const row = await db.selectFrom('topics').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : toTopic(row);
    },
    async list(subscriberId) {
      const rows = await db
        .selectFrom('topics')
        .selectAll()
        .where('subscriber_id', '=', subscriberId)
        .orderBy('rowid')
        .execute();
      return rows.map(toTopic);
    },
    async listActive(words) {
      if (words === undefined) {
        return (await active.selectAll('topics').orderBy('topics.rowid').execute()).map(toTopic);
      }
      const rows = [];
      for (const part of splitForQuery(words)) {
        rows.push(...(await active.selectAll('topics').where('words', 'in', part).execute()));
      }
      return rows.sort((a, b) => a.rowid - b.rowid).map(toTopic);
    },
    async listWords() {
      const rows = await db.selectFrom('topics').select('words').distinct().execute();
      return rows.map(({ words }) => words);
    },
    async listAll() {
      const rows = await db
        .selectFrom('topics')
        .selectAll()
        .where('state', '!=', 'draft')
        .orderBy('rowid')
        .execute();
      const subscribers = new Map(
        (await db.selectFrom('subscribers').selectAll().execute()).map((row) => [
          row.id,
          toSubscriber(row),
        ]),
      );
      return rows.flatMap((row) => {
        const subscriber = subscribers.get(row.subscriber_id);
        return subscriber === undefined ? [] : [{ topic: toTopic(row), subscriber }];
      });
    },
    async remove(id) {
      await db.transaction().execute(async (transaction) => {
        await transaction
          .updateTable('subscribers')
          .set({ state_at: Date.now() })
          .where('state', '=', 'active')
          .where('id', 'in', (of) =>
            of.selectFrom('topics').select('subscriber_id').where('id', '=', id),
          )
          .execute();
        // Its alerts go with it (on delete cascade).
        await transaction.deleteFrom('topics').where('id', '=', id).execute();
      });
    },
    async forgetDrafts(before) {
      const gone = await db
        .deleteFrom('topics')
        .where('state', '=', 'draft')
        .where('created_at', '<', before)
        .executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
  };
}

function toTopic(row: Omit<Selectable<TopicsTable>, 'rowid'>): Topic {
  return {
    id: row.id,
    subscriberId: row.subscriber_id,
    words: row.words,
    name: row.name,
    strictness: row.strictness,
    state: row.state,
    isMuted: row.is_muted === 1,
    ...(row.paused_at === 0 ? {} : { pausedAt: row.paused_at }),
    createdAt: row.created_at,
  };
}
