/** Tool of the tests: a clock that runs faster than the machine's, and shows several processes the same time. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../src/ports/clock.js';

/** @param epochMs when the clock was right, ms since 1970: from then on it runs `speed` times as fast */
export function createFastClock(epochMs: number, speed: number): Clock {
  const now = () =>
    Math.floor(epochMs + (performance.timeOrigin + performance.now() - epochMs) * speed);
  return {
    now,
    wait: (delayMs, signal) =>
      sleep(delayMs / speed, undefined, signal && { signal }).catch(() => undefined),
  };
}
