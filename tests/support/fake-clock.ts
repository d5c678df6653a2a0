/** Tool of the tests: a clock that moves only when told to. */
import type { Clock } from '../../src/ports/clock.js';

export interface FakeClock extends Clock {
  /** Moves on and lets everything that is due run. */
  advance(byMs: number): Promise<void>;
  /** Sets the time back, or forth; delays under way are as long as they were. */
  setBack(byMs: number): void;
  /** Delays that were asked for, in order. */
  readonly waits: readonly number[];
}

export function createFakeClock(): FakeClock {
  let nowMs = 0;
  const waits: number[] = [];
  let sleepers: { readonly dueMs: number; readonly wake: () => void }[] = [];
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    waits,
    now: () => nowMs,
    setBack: (byMs) => {
      nowMs -= byMs;
      sleepers = sleepers.map((sleeper) => ({ ...sleeper, dueMs: sleeper.dueMs - byMs }));
    },
    wait: (delayMs, signal) => {
      waits.push(delayMs);
      return new Promise<void>((resolve) => {
        if (signal?.aborted === true) return resolve();
        const wake = () => {
          signal?.removeEventListener('abort', wake);
          resolve();
        };
        sleepers.push({ dueMs: nowMs + delayMs, wake });
        signal?.addEventListener('abort', wake, { once: true });
      });
    },
    async advance(byMs) {
      const untilMs = nowMs + byMs;
      for (;;) {
        await settle();
        const due = sleepers
          .filter(({ dueMs }) => dueMs <= untilMs)
          .sort((one, other) => one.dueMs - other.dueMs)[0];
        if (due === undefined) break;
        sleepers = sleepers.filter((sleeper) => sleeper !== due);
        nowMs = due.dueMs;
        due.wake();
      }
      nowMs = untilMs;
      await settle();
    },
  };
}

/** A clock on which every wait is over at once. */
export const hastyClock: Clock = { now: () => Date.now(), wait: () => Promise.resolve() };
