/** When a feed is pulled next: after its interval, later and later while it fails, never earlier than its server asked. */
import type { Feed } from '../domain/feed.js';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Pulls are spread by up to this share of the delay, so that feeds added together do not stay together. */
const JITTER_SHARE = 0.1;

/**
 * How long a feed is left alone.
 *
 * @param pull.failures since the last success; 0 after a success
 * @param pull.intervalMs between two pulls that succeed
 * @param pull.retryAfterMs that the server asked for; a day at most is granted
 * @param pull.random from 0 to 1
 * @returns milliseconds: the interval, doubled with each failure up to a day, and up to a tenth more
 */
export function findPullDelay(pull: {
  readonly failures: number;
  readonly intervalMs: number;
  readonly retryAfterMs?: number | undefined;
  readonly random: number;
}): number {
  const doubled = Math.min(DAY_MS, pull.intervalMs * 2 ** Math.min(pull.failures, 20));
  const delayMs = Math.max(doubled, Math.min(DAY_MS, pull.retryAfterMs ?? 0));
  return Math.round(delayMs * (1 + JITTER_SHARE * pull.random));
}

/** Whether a feed is to be pulled. One that would be due in more than a day was planned by a clock that was wrong. */
export function isDue(feed: Pick<Feed, 'kind' | 'nextPullAt'>, now: number): boolean {
  if (feed.kind !== 'web') return false;
  return feed.nextPullAt <= now || feed.nextPullAt > now + DAY_MS * (1 + 2 * JITTER_SHARE);
}
