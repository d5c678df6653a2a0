/** The table of the inbox, and the migration that makes it. It lies in a file of its own, beside the library. */
import type { Generated, Kysely, Migration, MigrationProvider } from 'kysely';
import { sql } from 'kysely';
import type { DeadReason, InboxTask } from '../../ports/inbox.js';

export interface InboxSchema {
  inbox: {
    /** Order of arrival. */
    id: Generated<number>;
    bot_id: number;
    update_id: number;
    lane: string;
    task: InboxTask;
    state: 'waiting' | 'running' | 'sending' | 'done' | 'dead';
    reason: DeadReason | null;
    attempts: number;
    /** Milliseconds since 1970, as the three below. */
    not_before: number;
    expires_at: number;
    received_at: number;
    finished_at: number | null;
    /** Empty once it is done or dead. */
    payload: string;
  };
}

const createInbox: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('inbox')
      .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('bot_id', 'integer', (column) => column.notNull())
      .addColumn('update_id', 'integer', (column) => column.notNull())
      .addColumn('lane', 'text', (column) => column.notNull())
      .addColumn('task', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('not_before', 'integer', (column) => column.notNull())
      .addColumn('expires_at', 'integer', (column) => column.notNull())
      .addColumn('received_at', 'integer', (column) => column.notNull())
      .addColumn('finished_at', 'integer')
      .addColumn('payload', 'text', (column) => column.notNull())
      .addUniqueConstraint('inbox_once', ['bot_id', 'update_id'])
      .execute();
    // Only what still has to be done: the finished ones, which stay to know repetitions by, must not slow down a claim.
    await sql`create index inbox_open on inbox (bot_id, lane, id)
      where state in ('waiting', 'running', 'sending')`.execute(db);
    await sql`create index inbox_finished on inbox (finished_at)
      where finished_at is not null`.execute(db);
  },
};

/** All migrations by name; a name is never changed and an old one never edited. */
export const inboxMigrations: MigrationProvider = {
  getMigrations: () => Promise.resolve({ '2026-11-25-inbox': createInbox }),
};
