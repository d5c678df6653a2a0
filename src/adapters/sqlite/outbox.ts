/** The outbox in SQLite. Alerts get in with their article (see `save-document.ts`) or through `add`. */
import type { Kysely, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Alert } from '../../domain/topic.js';
import {
  FARTHEST_RETRY_MS,
  type Outbox,
  type OutboxCounts,
  type Settlement,
} from '../../ports/outbox.js';
import type { AlertsTable } from './alerts-schema.js';
import { insertAlerts } from './insert-alerts.js';
import type { DatabaseSchema } from './schema.js';
import { splitForQuery } from './split-query.js';
import { toSubscriber } from './subscriber-store.js';

const WAITING = ['pending', 'retry'] as const;

export function createSqliteOutbox(db: Kysely<DatabaseSchema>): Outbox {
  const listDue = (now: number) =>
    db
      .selectFrom('alerts')
      .innerJoin('topics', 'topics.id', 'alerts.topic_id')
      .where('alerts.state', 'in', WAITING)
      .where((of) =>
        of.or([
          of('alerts.not_before', '<=', now),
          of('alerts.not_before', '>', now + FARTHEST_RETRY_MS),
        ]),
      )
      // What a paused topic has raised before waits until it is resumed.
      .where('topics.state', '=', 'active');

  return {
    add: (alerts) => db.transaction().execute((transaction) => insertAlerts(transaction, alerts)),

    async listWaiting(now) {
      const rows = await listDue(now)
        .innerJoin('subscribers', 'subscribers.id', 'alerts.subscriber_id')
        .where('subscribers.state', '=', 'active')
        .selectAll('subscribers')
        .select((of) => [
          of.fn.count<number>('alerts.id').as('waiting'),
          of.fn.min<number>('alerts.created_at').as('oldest_at'),
        ])
        .groupBy('subscribers.id')
        .orderBy('oldest_at')
        .orderBy('subscribers.id')
        .execute();
      return rows.map(({ waiting, oldest_at, ...row }) => ({
        subscriber: toSubscriber(row),
        waiting,
        oldestAt: oldest_at,
      }));
    },

    async claim(subscriberId, { now, limit }) {
      const rows = await db
        .updateTable('alerts')
        .set({ state: 'sending' })
        .where('id', 'in', (of) =>
          of
            .selectFrom(
              listDue(now)
                .where('alerts.subscriber_id', '=', subscriberId)
                .select('alerts.id')
                .orderBy('alerts.id')
                .limit(limit)
                .as('due'),
            )
            .select('due.id'),
        )
        .returningAll()
        .execute();
      return rows.map(toAlert).sort((a, b) => a.id - b.id);
    },

    async settle(ids, settlement) {
      for (const part of splitForQuery(ids)) {
        const open = db
          .updateTable('alerts')
          .where('id', 'in', part)
          .where('state', '=', 'sending');
        await open.set(toChanges(settlement)).execute();
      }
    },

    async recover(now) {
      const result = await db
        .updateTable('alerts')
        .set(toChanges({ kind: 'ambiguous', at: now }))
        .where('state', '=', 'sending')
        .executeTakeFirst();
      return Number(result.numUpdatedRows);
    },

    async countSent(subscriberId, { since, until }) {
      const { sent } = await db
        .selectFrom('alerts')
        .select((of) => of.fn.countAll<number>().as('sent'))
        .where('subscriber_id', '=', subscriberId)
        .where('sent_at', '>', since)
        .where('sent_at', '<=', until)
        .executeTakeFirstOrThrow();
      return sent;
    },

    async get(id) {
      const row = await db.selectFrom('alerts').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : toAlert(row);
    },

    async listQuotes(topicIds, limit) {
      const quotes = new Map<string, string[]>();
      for (const topicId of topicIds) {
        const rows = await db
          .selectFrom('alerts')
          .select('quote')
          .where('topic_id', '=', topicId)
          .orderBy('id', 'desc')
          .limit(limit)
          .execute();
        if (rows.length > 0) {
          quotes.set(
            topicId,
            rows.map(({ quote }) => quote),
          );
        }
      }
      return quotes;
    },

    count: () => countAlerts(db),
  };
}

async function countAlerts(db: Kysely<DatabaseSchema>): Promise<OutboxCounts> {
  const rows = await db
    .selectFrom('alerts')
    .select((of) => [
      'state',
      of.fn.countAll<number>().as('alerts'),
      of.fn.min<number>('created_at').as('oldest_at'),
      of.fn.sum<number>('ambiguous').as('ambiguous'),
    ])
    .groupBy('state')
    .execute();
  const countOf = (...states: string[]): number =>
    rows.filter(({ state }) => states.includes(state)).reduce((sum, row) => sum + row.alerts, 0);
  const waitingSince = rows
    .filter(({ state }) => state === 'pending' || state === 'retry')
    .map(({ oldest_at }) => oldest_at);
  return {
    waiting: countOf(...WAITING),
    sending: countOf('sending'),
    sent: countOf('sent'),
    dead: countOf('dead'),
    unknown: countOf('unknown'),
    ambiguousAttempts: rows.reduce((sum, row) => sum + row.ambiguous, 0),
    ...(waitingSince.length === 0 ? {} : { oldestAt: Math.min(...waitingSince) }),
  };
}

function toChanges(settlement: Settlement) {
  switch (settlement.kind) {
    case 'sent':
      return { state: 'sent', message_id: settlement.messageId, sent_at: settlement.at } as const;
    case 'retry':
      return { state: 'retry', not_before: settlement.at } as const;
    case 'dead':
      return { state: 'dead', reason: settlement.reason } as const;
    case 'ambiguous':
      return {
        state: sql<'retry' | 'unknown'>`case when ambiguous = 0 then 'retry' else 'unknown' end`,
        not_before: settlement.at,
        ambiguous: sql<number>`ambiguous + 1`,
      };
  }
}

function toAlert(row: Selectable<AlertsTable>): Alert {
  return {
    id: row.id,
    subscriberId: row.subscriber_id,
    topicId: row.topic_id,
    articleId: row.article_key,
    quote: {
      start: row.start_offset,
      end: row.end_offset,
      text: row.quote,
      headings: JSON.parse(row.headings) as string[],
      score: row.score,
    },
    createdAt: row.created_at,
  };
}
