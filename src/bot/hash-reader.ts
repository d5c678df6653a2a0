/**
 * Names for readers where their ids must not stand: in the log, and with the answers that are kept. The key is random and lies
 * in the library, so it differs from installation to installation; without it nobody can try all ids.
 */
import { createHmac } from 'node:crypto';

/** Makes the names: 16 hex digits, always the same for a reader of one library. */
export function createReaderHash(key: string): (readerId: number | string) => string {
  return (readerId) =>
    createHmac('sha256', key).update(String(readerId)).digest('hex').slice(0, 16);
}
