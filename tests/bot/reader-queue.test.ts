/** Readers side by side, each in order, and not without end. */
import { describe, expect, it } from 'vitest';
import { createReaderQueue } from '../../src/bot/reader-queue.js';
import { createFakeClock, hastyClock } from '../support/fake-clock.js';

function createJob() {
  let finish = () => {};
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let isStarted = false;
  return {
    finish,
    get isStarted() {
      return isStarted;
    },
    run: () => {
      isStarted = true;
      return done;
    },
  };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('createReaderQueue', () => {
  it('runs one job a reader at a time, readers side by side', async () => {
    const queue = createReaderQueue({ maxWaitingPerReader: 5, maxJobs: 10 }, hastyClock);
    const [first, second, other] = [createJob(), createJob(), createJob()];
    queue.add('lin', first.run);
    queue.add('lin', second.run);
    queue.add('ann', other.run);
    await settle();
    expect([first.isStarted, second.isStarted, other.isStarted]).toEqual([true, false, true]);
    first.finish();
    await settle();
    expect(second.isStarted).toBe(true);
  });

  it('refuses what a reader sends beyond the bound, and takes more later', async () => {
    const queue = createReaderQueue({ maxWaitingPerReader: 1, maxJobs: 10 }, hastyClock);
    const jobs = [createJob(), createJob(), createJob()];
    expect(jobs.map(({ run }) => queue.add('lin', run))).toEqual(['taken', 'taken', 'refused']);
    expect(queue.add('ann', createJob().run)).toBe('taken');
    jobs[0]?.finish();
    await settle();
    expect(queue.add('lin', createJob().run)).toBe('taken');
  });

  it('lets the caller wait while it is full', async () => {
    const queue = createReaderQueue({ maxWaitingPerReader: 5, maxJobs: 1 }, hastyClock);
    const job = createJob();
    queue.add('lin', job.run);
    let hasRoom = false;
    const room = queue.waitForRoom().then(() => {
      hasRoom = true;
    });
    await settle();
    expect(hasRoom).toBe(false);
    job.finish();
    await room;
    expect(queue.size).toBe(0);
  });

  it('drains, but not for ever', async () => {
    const clock = createFakeClock();
    const queue = createReaderQueue({ maxWaitingPerReader: 5, maxJobs: 9 }, clock);
    const job = createJob();
    queue.add('lin', job.run);
    const late = queue.drain(1000);
    await clock.advance(1000);
    expect(await late).toBe(1);
    const inTime = queue.drain(1000);
    job.finish();
    expect(await inTime).toBe(0);
  });
});
