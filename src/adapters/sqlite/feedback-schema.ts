/** The table of readers' votes, and the migration that makes it. */
import type { Kysely, Migration } from 'kysely';
import type { Reason, Vote } from '../../domain/feedback.js';

export interface FeedbackTable {
  answer_id: string;
  /** Hash of the reader's id. */
  reader: string;
  verdict: Vote['verdict'];
  reason: Reason | null;
  /** Milliseconds since 1970. */
  voted_at: number;
}

export const addFeedback: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('feedback')
      .addColumn('answer_id', 'text', (column) => column.notNull())
      .addColumn('reader', 'text', (column) => column.notNull())
      .addColumn('verdict', 'text', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addColumn('voted_at', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('feedback_key', ['answer_id', 'reader'])
      .execute();
    await db.schema.createIndex('feedback_age').on('feedback').column('voted_at').execute();
  },
};
