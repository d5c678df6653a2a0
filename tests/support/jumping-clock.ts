/** Tool of the tests: the machine's clock, which can be moved on; whatever waits for a moment in between is woken once. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../src/ports/clock.js';

export interface JumpingClock extends Clock {
  jump(byMs: number): void;
  /** Waits that are not over. */
  readonly waiting: number;
}

/** Takes the place of the machine's clock in all of the process, `Date` included. */
export function installJumpingClock(): JumpingClock {
  let aheadMs = 0;
  const waits = new Set<{ dueMs: number; readonly over: AbortController }>();
  const MachineDate = Date;
  const now = () => MachineDate.now() + aheadMs;
  globalThis.Date = class extends MachineDate {
    constructor(...parts: [] | ConstructorParameters<typeof Date>) {
      super(...((parts.length > 0 ? parts : [now()]) as ConstructorParameters<typeof Date>));
    }
    static override now = now;
  } as typeof Date;
  return {
    now,
    get waiting() {
      return waits.size;
    },
    jump(byMs) {
      aheadMs += byMs;
      for (const { dueMs, over } of [...waits]) if (dueMs <= now()) over.abort();
    },
    async wait(delayMs, signal) {
      const wait = { dueMs: now() + delayMs, over: new AbortController() };
      const end = () => wait.over.abort();
      waits.add(wait);
      signal?.addEventListener('abort', end);
      if (signal?.aborted) end();
      await sleep(delayMs, undefined, { signal: wait.over.signal }).catch(() => undefined);
      signal?.removeEventListener('abort', end);
      waits.delete(wait);
    },
  };
}
