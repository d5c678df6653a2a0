/** The key of a library under which readers are hashed: random, made once, kept with the library and shown nowhere. */
import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { DatabaseSchema } from './schema.js';

const KEY = 'reader_key';

/** Reads the key, and makes it when there is none yet; 64 hex digits. */
export async function readReaderKey(db: Kysely<DatabaseSchema>): Promise<string> {
  await db
    .insertInto('meta')
    .values({ key: KEY, value: randomBytes(32).toString('hex') })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  const row = await db
    .selectFrom('meta')
    .select('value')
    .where('key', '=', KEY)
    .executeTakeFirstOrThrow();
  return row.value;
}
