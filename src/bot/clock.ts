/** The machine's own clock. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../ports/clock.js';

export type { Clock };

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  wait: (delayMs, signal) => sleep(delayMs, undefined, signal && { signal }).catch(() => undefined),
};
