/** Of the questions that one reader types, the last one counts. */
import { describe, expect, it } from 'vitest';
import { createLatestOnly } from '../../src/bot/latest-only.js';
import { createFakeClock } from '../support/fake-clock.js';

describe('latest only', () => {
  it('starts the last job of a reader, and no reader’s for another', async () => {
    const clock = createFakeClock();
    const latest = createLatestOnly(clock);
    const ran: string[] = [];
    const run = (reader: string, name: string) =>
      latest.run(reader, async () => void ran.push(name));
    for (const letters of ['t', 'ti', 'tid', 'tide']) run('ann', letters);
    run('lin', 'crab');
    await clock.advance(1000);
    expect(ran).toEqual(['tide', 'crab']);
    expect(await latest.drain(0)).toBe(0);
  });

  it('tells a job that is under way that a newer one has come', async () => {
    const clock = createFakeClock();
    const latest = createLatestOnly(clock);
    let finish = () => {};
    const signals: AbortSignal[] = [];
    latest.run('ann', (signal) => {
      signals.push(signal);
      return new Promise((resolve) => (finish = resolve));
    });
    await clock.advance(1000);
    expect(signals[0]?.aborted).toBe(false);
    latest.run('ann', async (signal) => void signals.push(signal));
    expect(signals[0]?.aborted).toBe(true);
    await clock.advance(1000);
    expect(signals[1]?.aborted).toBe(false);
    finish();
    expect(await latest.drain(1000)).toBe(0);
  });

  it('drops what is too much, and takes jobs again when others are done', async () => {
    const clock = createFakeClock();
    const latest = createLatestOnly(clock);
    const run = (reader: number) => latest.run(String(reader), async () => {});
    for (let reader = 0; reader < 100; reader += 1) expect(run(reader)).toBe('started');
    expect(run(100)).toBe('refused');
    await clock.advance(1000);
    expect(run(100)).toBe('started');
  });
});
