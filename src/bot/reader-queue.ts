/**
 * Runs jobs side by side for different readers and in order for each reader, so that one slow question holds up nobody
 * else. Bounded: a reader who sends faster than is answered is refused, and with too much under way the caller waits.
 */
import type { Clock } from '../ports/clock.js';

/** Bounds of the queue. */
export interface QueueLimits {
  /** Jobs of one reader that may wait behind the one that runs. */
  readonly maxWaitingPerReader: number;
  /** Jobs of all readers, waiting ones included. */
  readonly maxJobs: number;
}

export interface ReaderQueue {
  /** Jobs that run or wait. */
  readonly size: number;
  /**
   * Takes a job in, unless the reader has too many already.
   *
   * @param job must not reject
   */
  add(readerKey: string, job: () => Promise<void>): 'taken' | 'refused';
  /** Resolves as soon as there is room for one more job. */
  waitForRoom(): Promise<void>;
  /** Resolves when no job is left, or after `timeoutMs`; tells how many are left. */
  drain(timeoutMs: number): Promise<number>;
}

export function createReaderQueue(limits: QueueLimits, clock: Clock): ReaderQueue {
  const tails = new Map<string, { readonly done: Promise<void>; readonly count: number }>();
  let size = 0;
  let wakers: (() => void)[] = [];

  const finish = (readerKey: string) => {
    size -= 1;
    const tail = tails.get(readerKey);
    if (tail === undefined || tail.count <= 1) tails.delete(readerKey);
    else tails.set(readerKey, { ...tail, count: tail.count - 1 });
    const waiting = wakers;
    wakers = [];
    for (const wake of waiting) wake();
  };
  const nextFinish = () => new Promise<void>((resolve) => wakers.push(resolve));

  return {
    get size() {
      return size;
    },
    add(readerKey, job) {
      const tail = tails.get(readerKey);
      const count = tail?.count ?? 0;
      if (count > limits.maxWaitingPerReader) return 'refused';
      size += 1;
      const done = (tail?.done ?? Promise.resolve()).then(job).finally(() => finish(readerKey));
      tails.set(readerKey, { done, count: count + 1 });
      return 'taken';
    },
    async waitForRoom() {
      while (size >= limits.maxJobs) await nextFinish();
    },
    async drain(timeoutMs) {
      const late = new AbortController();
      const timeout = clock.wait(timeoutMs, late.signal).then(() => 'late' as const);
      while (size > 0) {
        if ((await Promise.race([nextFinish(), timeout])) === 'late') break;
      }
      late.abort();
      return size;
    },
  };
}
