/** How fast a reader may ask: never more than the bucket and what has come back, never less for who keeps to the pace. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReaderPace, PACE } from '../../src/bot/pace-readers.js';

const LIMITS = { burst: 4, refillMs: 1000, mostBuckets: 50 };

describe('createReaderPace', () => {
  it('lets a burst through, then one in each span', () => {
    let nowMs = 0;
    const pace = createReaderPace(() => nowMs, LIMITS);
    const take = () => pace.take('lin', 1);
    expect([take(), take(), take(), take()].map(({ kind }) => kind)).toEqual(Array(4).fill('go'));
    expect(take()).toEqual({ kind: 'tooFast', waitMs: 1000, isNews: true });
    nowMs = 400;
    expect(take()).toEqual({ kind: 'tooFast', waitMs: 600, isNews: false });
    nowMs = 1000;
    expect(take()).toEqual({ kind: 'go' });
    expect(take()).toEqual({ kind: 'tooFast', waitMs: 1000, isNews: true });
  });

  it('never lets more through than the burst and what has come back', () => {
    const step = fc.record({
      afterMs: fc.integer({ min: 0, max: 3000 }),
      cost: fc.constantFrom(PACE.messageCost, PACE.pressCost),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        let nowMs = 0;
        const pace = createReaderPace(() => nowMs, LIMITS);
        const taken: { readonly at: number; readonly cost: number }[] = [];
        for (const { afterMs, cost } of steps) {
          nowMs += afterMs;
          if (pace.take('lin', cost).kind === 'go') taken.push({ at: nowMs, cost });
        }
        for (const [first, { at: from }] of taken.entries()) {
          let sum = 0;
          for (const { at, cost } of taken.slice(first)) {
            sum += cost;
            expect(sum).toBeLessThanOrEqual(LIMITS.burst + (at - from) / LIMITS.refillMs + 1e-6);
          }
        }
      }),
    );
  });

  it('never refuses who keeps to the pace, whatever others do', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 }), (floods) => {
        let nowMs = 0;
        const pace = createReaderPace(() => nowMs, LIMITS);
        for (const flood of floods) {
          for (let count = 0; count < flood; count += 1) pace.take('flooder', 1);
          expect(pace.take('lin', 1)).toEqual({ kind: 'go' });
          nowMs += LIMITS.refillMs;
        }
      }),
    );
  });

  it('keeps its word: after the wait that it names the reader may go on', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1500 }), { minLength: 6 }), (gaps) => {
        let nowMs = 0;
        const pace = createReaderPace(() => nowMs, LIMITS);
        for (const gap of gaps) {
          nowMs += gap;
          const verdict = pace.take('lin', 1);
          if (verdict.kind === 'go') continue;
          nowMs += verdict.waitMs;
          expect(pace.take('lin', 1)).toEqual({ kind: 'go' });
        }
      }),
    );
  });

  it('locks nobody out when the clock is set back', () => {
    let nowMs = 1_000_000;
    const pace = createReaderPace(() => nowMs, LIMITS);
    for (let count = 0; count < 5; count += 1) pace.take('lin', 1);
    nowMs = 0;
    expect(pace.take('lin', 1).kind).toBe('tooFast');
    nowMs = LIMITS.refillMs;
    expect(pace.take('lin', 1).kind).toBe('go');
  });

  it('remembers no more readers than it may, the slow ones least', () => {
    let nowMs = 0;
    const pace = createReaderPace(() => nowMs, LIMITS);
    for (let count = 0; count < 5; count += 1) pace.take('flooder', 1);
    for (let reader = 0; reader < 500; reader += 1) {
      nowMs += LIMITS.refillMs;
      pace.take(String(reader), 1);
      for (let count = 0; count < 5; count += 1) pace.take('flooder', 1);
      expect(pace.size).toBeLessThanOrEqual(LIMITS.mostBuckets);
    }
    expect(pace.take('flooder', 1).kind).toBe('tooFast');
  });
});
