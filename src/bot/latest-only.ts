/**
 * Runs, of several jobs that one reader starts in short order, the last: each letter that is typed in inline mode asks
 * again, and only the newest question is of use. Jobs of different readers run side by side, within a bound.
 */
import type { Clock } from '../ports/clock.js';

const LATEST = {
  /** A job waits so long for a newer one. Clients wait some 300 ms themselves. */
  delayMs: 150,
  /** Jobs of all readers; beyond that they are dropped: the next letter asks again. */
  mostJobs: 100,
} as const;

export interface LatestOnly {
  /**
   * Starts a job, in place of the one that its reader has started before.
   *
   * @param job must not reject; its signal aborts when a newer one has come
   */
  run(readerKey: string, job: (signal: AbortSignal) => Promise<void>): 'started' | 'refused';
  /** Resolves when no job is left, or after `timeoutMs`; tells how many are left. */
  drain(timeoutMs: number): Promise<number>;
}

export function createLatestOnly(clock: Clock): LatestOnly {
  const newest = new Map<string, AbortController>();
  const running = new Set<Promise<void>>();

  return {
    run(readerKey, job) {
      newest.get(readerKey)?.abort();
      if (running.size >= LATEST.mostJobs) return 'refused';
      const own = new AbortController();
      newest.set(readerKey, own);
      const work = async (): Promise<void> => {
        await clock.wait(LATEST.delayMs, own.signal);
        if (!own.signal.aborted) await job(own.signal);
      };
      const done = work().finally(() => {
        running.delete(done);
        if (newest.get(readerKey) === own) newest.delete(readerKey);
      });
      running.add(done);
      return 'started';
    },
    async drain(timeoutMs) {
      const enough = new AbortController();
      await Promise.race([Promise.allSettled(running), clock.wait(timeoutMs, enough.signal)]);
      enough.abort();
      return running.size;
    },
  };
}
