/** Waiting that can be cut short: for loops that look from time to time, and at once when something has happened. */
import type { Clock } from '../ports/clock.js';

export interface Wakeable {
  /** Ends the wait under way, or the next one. */
  wake(): void;
  /** Resolves after `delayMs`, when woken, or when `signal` aborts. */
  wait(delayMs: number, signal: AbortSignal): Promise<void>;
}

/** Creates something to wait on. */
export function createWakeable(clock: Clock): Wakeable {
  let woken = new AbortController();
  return {
    wake: () => woken.abort(),
    async wait(delayMs, signal) {
      await clock.wait(delayMs, AbortSignal.any([woken.signal, signal]));
      woken = new AbortController();
    },
  };
}
