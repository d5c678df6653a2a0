/** Time, passed in so that tests never sleep. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `delayMs`, or at once when `signal` is aborted; never rejects. */
  wait(delayMs: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  wait: (delayMs, signal) => sleep(delayMs, undefined, signal && { signal }).catch(() => undefined),
};
