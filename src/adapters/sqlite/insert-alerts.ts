/** Writes alerts to the outbox, each once for its subscriber, topic and article; part of the caller's transaction. */
import type { Kysely } from 'kysely';
import type { NewAlert } from '../../ports/outbox.js';
import type { DatabaseSchema } from './schema.js';

/** @returns how many were new */
export async function insertAlerts(
  db: Kysely<DatabaseSchema>,
  alerts: readonly NewAlert[],
): Promise<number> {
  let added = 0;
  for (const { subscriberId, topicId, articleId, quote, createdAt } of alerts) {
    // A topic may have been paused or removed while the document was being read.
    const topic = await db
      .selectFrom('topics')
      .select('id')
      .where('id', '=', topicId)
      .where('subscriber_id', '=', subscriberId)
      .where('state', '=', 'active')
      .executeTakeFirst();
    if (topic === undefined) continue;
    const result = await db
      .insertInto('alerts')
      .values({
        subscriber_id: subscriberId,
        topic_id: topicId,
        article_key: articleId,
        start_offset: quote.start,
        end_offset: quote.end,
        quote: quote.text,
        headings: JSON.stringify(quote.headings),
        score: quote.score,
        created_at: createdAt,
        state: 'pending',
        not_before: 0,
        ambiguous: 0,
        message_id: null,
        sent_at: null,
        reason: null,
      })
      .onConflict((conflict) =>
        conflict.columns(['subscriber_id', 'topic_id', 'article_key']).doNothing(),
      )
      .executeTakeFirst();
    added += Number(result.numInsertedOrUpdatedRows ?? 0n);
  }
  return added;
}
