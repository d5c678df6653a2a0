/** Subscribers in SQLite. */
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { ChatPlace, Schedule, Subscriber } from '../../domain/topic.js';
import { FIRST_SCHEDULE } from '../../domain/topic.js';
import type { SubscriberStore } from '../../ports/topic-store.js';
import type { SubscribersTable } from './alerts-schema.js';
import type { DatabaseSchema } from './schema.js';

/** @param options.now milliseconds since 1970 */
export function createSqliteSubscriberStore(
  db: Kysely<DatabaseSchema>,
  options: { readonly now?: () => number } = {},
): SubscriberStore {
  const now = options.now ?? Date.now;
  const find = async ({ chatId, threadId }: ChatPlace): Promise<Subscriber | undefined> => {
    const row = await db
      .selectFrom('subscribers')
      .selectAll()
      .where('chat_id', '=', chatId)
      .where('thread_id', '=', threadId ?? 0)
      .executeTakeFirst();
    return row === undefined ? undefined : toSubscriber(row);
  };
  const get = async (id: number): Promise<Subscriber | undefined> => {
    const row = await db
      .selectFrom('subscribers')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row === undefined ? undefined : toSubscriber(row);
  };

  return {
    find,
    get,
    async ensure({ chatId, threadId, kind, language }) {
      await db
        .insertInto('subscribers')
        .values({
          chat_id: chatId,
          thread_id: threadId ?? 0,
          kind,
          language,
          state: 'active',
          schedule: JSON.stringify(FIRST_SCHEDULE),
          has_chosen_zone: 0,
          collapsed_at: 0,
          state_at: now(),
        })
        .onConflict((conflict) => conflict.columns(['chat_id', 'thread_id']).doNothing())
        .execute();
      return (await find({
        chatId,
        ...(threadId === undefined ? {} : { threadId }),
      })) as Subscriber;
    },
    async update(id, changes) {
      const { kind, language, state, schedule, hasChosenZone, collapsedAt } = changes;
      const row = {
        ...(kind === undefined ? {} : { kind }),
        ...(language === undefined ? {} : { language }),
        ...(state === undefined ? {} : { state, state_at: now() }),
        ...(schedule === undefined ? {} : { schedule: JSON.stringify(schedule), state_at: now() }),
        ...(hasChosenZone === undefined ? {} : { has_chosen_zone: hasChosenZone ? 1 : 0 }),
        ...(collapsedAt === undefined ? {} : { collapsed_at: collapsedAt }),
      };
      if (Object.keys(row).length === 0) return;
      await db.updateTable('subscribers').set(row).where('id', '=', id).execute();
    },
    async setChatState(chatId, state) {
      await db
        .updateTable('subscribers')
        .set({ state, state_at: now() })
        .where('chat_id', '=', chatId)
        .where('state', '!=', state)
        .execute();
    },
    async moveChat(fromChatId, toChatId) {
      await db.transaction().execute(async (transaction) => {
        const rows = await transaction
          .selectFrom('subscribers')
          .select(['id', 'thread_id'])
          .where('chat_id', '=', fromChatId)
          .execute();
        for (const { id, thread_id } of rows) {
          await moveSubscriber(transaction, id, { chat_id: toChatId, thread_id });
        }
      });
    },
    async leaveThread(id) {
      await db.transaction().execute(async (transaction) => {
        const row = await transaction
          .selectFrom('subscribers')
          .select('chat_id')
          .where('id', '=', id)
          .executeTakeFirst();
        if (row !== undefined) {
          await moveSubscriber(transaction, id, { chat_id: row.chat_id, thread_id: 0 });
        }
      });
    },
    async forget(chatId) {
      return db.transaction().execute(async (transaction) => {
        const topics = await transaction
          .selectFrom('topics')
          .innerJoin('subscribers', 'subscribers.id', 'topics.subscriber_id')
          .select('topics.id')
          .where('subscribers.chat_id', '=', chatId)
          .execute();
        // Topics and alerts go with their subscriber (on delete cascade).
        await transaction.deleteFrom('subscribers').where('chat_id', '=', chatId).execute();
        return topics.length;
      });
    },
    async forgetGone(before) {
      const gone = await db
        .deleteFrom('subscribers')
        .where('state_at', '<', before)
        .where((of) =>
          of.or([
            of('state', '!=', 'active'),
            of('id', 'not in', of.selectFrom('topics').select('topics.subscriber_id')),
          ]),
        )
        .executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
  };
}

/** Gives a subscriber another place; where somebody is there already, hands all over to that one. */
async function moveSubscriber(
  db: Transaction<DatabaseSchema>,
  id: number,
  place: { readonly chat_id: number; readonly thread_id: number },
): Promise<void> {
  const there = await db
    .selectFrom('subscribers')
    .select('id')
    .where('chat_id', '=', place.chat_id)
    .where('thread_id', '=', place.thread_id)
    .executeTakeFirst();
  if (there === undefined) {
    await db.updateTable('subscribers').set(place).where('id', '=', id).execute();
    return;
  }
  if (there.id === id) return;
  const owner = { subscriber_id: there.id };
  await db.updateTable('topics').set(owner).where('subscriber_id', '=', id).execute();
  await db.updateTable('alerts').set(owner).where('subscriber_id', '=', id).execute();
  await db.deleteFrom('subscribers').where('id', '=', id).execute();
}

export function toSubscriber(row: Selectable<SubscribersTable>): Subscriber {
  return {
    id: row.id,
    chatId: row.chat_id,
    ...(row.thread_id === 0 ? {} : { threadId: row.thread_id }),
    kind: row.kind,
    language: row.language,
    state: row.state,
    schedule: { ...FIRST_SCHEDULE, ...(JSON.parse(row.schedule) as Partial<Schedule>) },
    hasChosenZone: row.has_chosen_zone === 1,
    collapsedAt: row.collapsed_at,
  };
}
