/** Brings what was committed out of the journal into the library file, so that damage to the journal takes nothing with it. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DatabaseSchema } from './schema.js';

/**
 * Empties the journal. A commit is safe in it; but SQLite drops without a word what stands behind a damaged place in it.
 * A program that is reading meanwhile is no fault: then the journal stays until the next time.
 */
export async function settleJournal(db: Kysely<DatabaseSchema>): Promise<void> {
  try {
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
  } catch {
    // A full disk, say. What was committed is committed.
  }
}
