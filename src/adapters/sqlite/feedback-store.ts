/** Readers' votes, a row each. */
import { type Kysely, sql } from 'kysely';
import { REASONS, type Reason } from '../../domain/feedback.js';
import type { FeedbackStore, VoteKey } from '../../ports/feedback-store.js';
import type { DatabaseSchema } from './schema.js';

export function createSqliteFeedbackStore(
  db: Kysely<DatabaseSchema>,
  options: { readonly now?: () => number } = {},
): FeedbackStore {
  const now = options.now ?? Date.now;
  return {
    async put({ answerId, reader }, { verdict, reason = null }) {
      const row = { answer_id: answerId, reader, verdict, reason, voted_at: now() };
      await db
        .insertInto('feedback')
        .values(row)
        .onConflict((conflict) => conflict.columns(['answer_id', 'reader']).doUpdateSet(row))
        .execute();
    },
    async find({ answerId, reader }: VoteKey) {
      const row = await db
        .selectFrom('feedback')
        .select(['verdict', 'reason'])
        .where('answer_id', '=', answerId)
        .where('reader', '=', reader)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const { verdict, reason } = row;
      return { verdict, ...(reason !== null && { reason }) };
    },
    async remove({ answerId, reader }) {
      await db
        .deleteFrom('feedback')
        .where('answer_id', '=', answerId)
        .where('reader', '=', reader)
        .execute();
    },
    async removeOf(reader) {
      await db.deleteFrom('feedback').where('reader', '=', reader).execute();
    },
    async forgetBefore(before) {
      const gone = await db
        .deleteFrom('feedback')
        .where('voted_at', '<', before)
        .executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
    async count(since = 0) {
      const rows = await db
        .selectFrom('feedback')
        .select(['verdict', 'reason', sql<number>`count(*)`.as('votes')])
        .where('voted_at', '>=', since)
        .groupBy(['verdict', 'reason'])
        .execute();
      const sum = (isCounted: (row: (typeof rows)[number]) => boolean) =>
        rows.filter(isCounted).reduce((total, { votes }) => total + votes, 0);
      return {
        good: sum(({ verdict }) => verdict === 'good'),
        bad: sum(({ verdict }) => verdict === 'bad'),
        reasons: Object.fromEntries(
          REASONS.map((wanted) => [wanted, sum(({ reason }) => reason === wanted)]),
        ) as Record<Reason, number>,
      };
    },
  };
}
