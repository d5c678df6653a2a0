/** Readers are remembered by a hash of their id, which differs from bot to bot. */
import { createHash } from 'node:crypto';

/** 16 characters `[0-9a-f]`. */
export function hashReader(botId: number, readerId: number): string {
  return createHash('sha256').update(`${botId}:${readerId}`).digest('hex').slice(0, 16);
}
