/**
 * Names for readers where their ids must not stand: in the log, and with the answers that are kept. The bot's token is the
 * key, which differs from installation to installation and is kept secret anyway; without it nobody can try all ids.
 */
import { createHmac } from 'node:crypto';

/** Makes the names of one bot: 16 hex digits, the same for the same reader as long as the token is the same. */
export function createReaderHash(token: string): (readerId: number | string) => string {
  const key = createHmac('sha256', token).update('quoth: names of readers').digest();
  return (readerId) =>
    createHmac('sha256', key).update(String(readerId)).digest('hex').slice(0, 16);
}
