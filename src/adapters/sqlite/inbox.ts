/** The inbox in SQLite. Every change is one transaction, synced before it is reported. */
import type { Kysely, Transaction } from 'kysely';
import {
  INBOX_LIMITS,
  type Inbox,
  type InboxCounts,
  type NewUpdate,
  type TurnResult,
} from '../../ports/inbox.js';
import type { InboxSchema } from './inbox-schema.js';

const OPEN = ['waiting', 'running', 'sending'] as const;
/** Telegram repeats an update for a day at most. */
const KEEP_FINISHED_MS = 48 * 60 * 60 * 1000;
/** What is left of a finished update: its number and what became of it, nothing of its reader. */
const FORGOTTEN = { payload: '', lane: '' } as const;

/** @param options.botId numbers of updates are a bot's own */
export function createSqliteInbox(
  db: Kysely<InboxSchema>,
  { botId }: { readonly botId: number },
): Inbox {
  const update = (on: Kysely<InboxSchema> = db) =>
    on.updateTable('inbox').where('bot_id', '=', botId);
  const die = (reason: 'expired' | 'attempts', now: number, on?: Kysely<InboxSchema>) =>
    update(on).set({ ...FORGOTTEN, state: 'dead', reason, finished_at: now });

  return {
    add: (updates, now) =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .deleteFrom('inbox')
          .where('finished_at', '<', now - KEEP_FINISHED_MS)
          .execute();
        let added = 0;
        for (const one of updates) {
          added += await insert(transaction, { botId, one, now });
        }
        return added;
      }),

    claim: ({ now, limit }) =>
      db.transaction().execute(async (transaction) => {
        const expired = await die('expired', now, transaction)
          .where('state', '=', 'waiting')
          .where('expires_at', '<=', now)
          .executeTakeFirst();
        const rows = await update(transaction)
          .set((of) => ({ state: 'running', attempts: of('attempts', '+', 1) }))
          .where('id', 'in', (of) =>
            of
              .selectFrom((from) =>
                from
                  .selectFrom('inbox')
                  .where('bot_id', '=', botId)
                  .where('state', 'in', OPEN)
                  .select((select) => select.fn.min<number>('id').as('head_id'))
                  .groupBy('lane')
                  .as('heads'),
              )
              .innerJoin('inbox as head', 'head.id', 'heads.head_id')
              .where('head.state', '=', 'waiting')
              .where((head) =>
                head.or([
                  head('head.not_before', '<=', now),
                  // The clock was set back.
                  head('head.not_before', '>', now + INBOX_LIMITS.longestWaitMs),
                ]),
              )
              .orderBy('head.id')
              .limit(limit)
              .select('head.id'),
          )
          .returning(['id', 'update_id', 'task', 'attempts', 'received_at', 'payload'])
          .execute();
        const updates = rows
          .sort((a, b) => a.id - b.id)
          .map(({ update_id: updateId, received_at: receivedAt, ...row }) => ({
            ...row,
            updateId,
            receivedAt,
          }));
        return { updates, expired: Number(expired.numUpdatedRows) };
      }),

    async markSending(id, isSending) {
      await update()
        .set({ state: isSending ? 'sending' : 'running' })
        .where('id', '=', id)
        .where('state', 'in', ['running', 'sending'])
        .execute();
    },

    async settle(id, result, now) {
      await settleOne(db, { botId, id, result, now });
    },

    recover: ({ now, mostAttempts, mostNotes }) =>
      db.transaction().execute(async (transaction) => {
        const unsure = await update(transaction)
          .set({ task: 'note', state: 'waiting', attempts: 0, not_before: 0 })
          .where('task', '=', 'answer')
          .where((cut) =>
            cut.or([
              cut('state', '=', 'sending'),
              cut.and([cut('state', '=', 'running'), cut('attempts', '>=', mostAttempts)]),
            ]),
          )
          .executeTakeFirst();
        const dead = await die('attempts', now, transaction)
          .where('state', 'in', ['running', 'sending'])
          .where('task', '=', 'note')
          .where('attempts', '>=', mostNotes)
          .executeTakeFirst();
        const again = await update(transaction)
          .set({ state: 'waiting' })
          .where('state', 'in', ['running', 'sending'])
          .executeTakeFirst();
        return {
          again: Number(again.numUpdatedRows),
          unsure: Number(unsure.numUpdatedRows),
          dead: Number(dead.numUpdatedRows),
        };
      }),

    count: () => countUpdates(db, botId),
  };
}

/** @returns 1 when it was new */
async function insert(
  transaction: Transaction<InboxSchema>,
  { botId, one, now }: { readonly botId: number; readonly one: NewUpdate; readonly now: number },
): Promise<number> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('inbox')
    .values({
      bot_id: botId,
      update_id: one.updateId,
      lane: one.lane,
      task: 'answer',
      state: 'waiting',
      reason: null,
      attempts: 0,
      not_before: 0,
      expires_at: one.expiresAt,
      received_at: now,
      finished_at: null,
      payload: one.payload,
    })
    .onConflict((conflict) => conflict.columns(['bot_id', 'update_id']).doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0);
}

async function settleOne(
  db: Kysely<InboxSchema>,
  options: {
    readonly botId: number;
    readonly id: number;
    readonly result: TurnResult;
    readonly now: number;
  },
): Promise<void> {
  const { botId, id, result, now } = options;
  const open = db
    .updateTable('inbox')
    .where('bot_id', '=', botId)
    .where('id', '=', id)
    .where('state', 'in', ['running', 'sending']);
  switch (result.kind) {
    case 'done':
      await open.set({ ...FORGOTTEN, state: 'done', finished_at: now }).execute();
      return;
    case 'dead': {
      const { reason } = result;
      await open.set({ ...FORGOTTEN, state: 'dead', reason, finished_at: now }).execute();
      return;
    }
    case 'again':
      await open
        .set((of) => ({
          state: 'waiting',
          not_before: Math.min(result.at, now + INBOX_LIMITS.longestWaitMs),
          attempts: of('attempts', '-', result.isFree ? 1 : 0),
        }))
        .execute();
      return;
    case 'unsure':
      await open.set({ task: 'note', state: 'waiting', not_before: 0, attempts: 0 }).execute();
  }
}

async function countUpdates(db: Kysely<InboxSchema>, botId: number): Promise<InboxCounts> {
  const rows = await db
    .selectFrom('inbox')
    .select((of) => [
      'state',
      'reason',
      of.fn.countAll<number>().as('updates'),
      of.fn.min<number>('received_at').as('oldest_at'),
    ])
    .where('bot_id', '=', botId)
    .groupBy(['state', 'reason'])
    .execute();
  const countOf = (...states: string[]): number =>
    rows.filter(({ state }) => states.includes(state)).reduce((sum, row) => sum + row.updates, 0);
  const oldestAt = rows.find(({ state }) => state === 'waiting')?.oldest_at;
  const dead: Partial<Record<string, number>> = {};
  for (const { reason, updates } of rows) if (reason !== null) dead[reason] = updates;
  return {
    waiting: countOf('waiting'),
    running: countOf('running', 'sending'),
    done: countOf('done'),
    dead,
    ...(oldestAt === undefined ? {} : { oldestAt }),
  };
}
