/** When feeds are pulled: later and later while they fail, never earlier than asked, never later than a day or so. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPullDelay, isDue } from '../../src/intake/feed-backoff.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

describe('findPullDelay', () => {
  it('doubles with each failure, up to a day', () => {
    const delays = [0, 1, 2, 3, 4, 5, 6, 50].map((failures) =>
      findPullDelay({ failures, intervalMs: 30 * MINUTE_MS, random: 0 }),
    );
    expect(delays.map((delay) => delay / MINUTE_MS)).toEqual([
      30, 60, 120, 240, 480, 960, 1440, 1440,
    ]);
  });

  it('waits as long as the server asks, a day at most', () => {
    const ask = (retryAfterMs: number) =>
      findPullDelay({ failures: 1, intervalMs: 30 * MINUTE_MS, retryAfterMs, random: 0 });
    expect(ask(MINUTE_MS)).toBe(60 * MINUTE_MS);
    expect(ask(5 * 60 * MINUTE_MS)).toBe(5 * 60 * MINUTE_MS);
    expect(ask(30 * DAY_MS)).toBe(DAY_MS);
  });

  it('spreads feeds by a tenth, and plans nothing that counts as a clock gone wrong', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 100 }),
        fc.integer({ min: 1, max: 1440 }),
        fc.nat({ max: 10 * DAY_MS }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, minutes, retryAfterMs, random) => {
          const plan = { failures, intervalMs: minutes * MINUTE_MS, retryAfterMs };
          const least = findPullDelay({ ...plan, random: 0 });
          const delay = findPullDelay({ ...plan, random });
          expect(delay).toBeGreaterThanOrEqual(least);
          expect(delay).toBeLessThanOrEqual(least * 1.1 + 1);
          expect(isDue({ kind: 'web', nextPullAt: 1000 + delay }, 1000)).toBe(false);
          expect(isDue({ kind: 'web', nextPullAt: 1000 + delay }, 1000 + delay)).toBe(true);
        },
      ),
    );
  });
});

describe('isDue', () => {
  it('never pulls a channel, and forgives a clock that was ahead', () => {
    expect(isDue({ kind: 'channel', nextPullAt: 0 }, 1000)).toBe(false);
    expect(isDue({ kind: 'web', nextPullAt: 1000 + 300 * DAY_MS }, 1000)).toBe(true);
  });
});
