/** Questions through the gate: bounded, in order for each reader, and nobody is passed twice by the same reader. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createQuestionGate } from '../../src/bot/question-gate.js';

const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A gate with a record of what has entered, started and ended. */
let nowMs = 0;

function createRecordedGate(limits: Parameters<typeof createQuestionGate>[1]) {
  const gate = createQuestionGate(() => nowMs, limits);
  const started: { readonly reader: string; readonly number: number }[] = [];
  const running = new Map<string, () => void>();
  const counts = new Map<string, number>();
  return {
    gate,
    started,
    running,
    /** The number of the question among its reader's; `undefined` when it was refused. */
    enter(reader: string): { readonly number: number; readonly ahead: number } | undefined {
      const number = counts.get(reader) ?? 0;
      const place = gate.enter(reader, () => {
        started.push({ reader, number });
        expect(running.has(reader)).toBe(false);
        return new Promise<void>((resolve) => {
          running.set(reader, () => {
            running.delete(reader);
            resolve();
          });
        });
      });
      if (place === undefined) return undefined;
      counts.set(reader, number + 1);
      return { number, ahead: place.ahead };
    },
    async finishOne(at: number): Promise<void> {
      const ends = [...running.values()];
      ends[at % Math.max(1, ends.length)]?.();
      await settle();
    },
  };
}

const WIDE = { mostRunning: 2, mostWaitingOfReader: 1000, mostWaiting: 10_000 };

const action = fc.oneof(
  fc.record({ kind: fc.constant('ask' as const), reader: fc.constantFrom('a', 'b', 'c', 'd') }),
  fc.record({ kind: fc.constant('finish' as const), at: fc.nat(3) }),
);

describe('createQuestionGate', () => {
  it('lets in one question a reader, and no more at once than it may', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(action, { maxLength: 60 }),
        fc.integer({ min: 1, max: 3 }),
        async (actions, mostRunning) => {
          const recorded = createRecordedGate({ ...WIDE, mostRunning });
          let asked = 0;
          for (const step of actions) {
            if (step.kind === 'finish') await recorded.finishOne(step.at);
            else if (recorded.enter(step.reader) !== undefined) asked += 1;
            await settle();
            expect(recorded.running.size).toBeLessThanOrEqual(mostRunning);
            // Nobody waits while there is room, unless their own question is under way.
            const ended = recorded.started.length - recorded.running.size;
            expect(recorded.gate.size).toBe(asked - ended);
          }
          while (recorded.running.size > 0) await recorded.finishOne(0);
          expect(recorded.started).toHaveLength(asked);
          expect(recorded.gate.size).toBe(0);
        },
      ),
    );
  });

  it('keeps the order of each reader, and lets nobody pass another one twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 80 }), async (actions) => {
        const recorded = createRecordedGate(WIDE);
        /** For readers who had nothing under way: how many had started when they came. */
        const firsts: { readonly reader: string; readonly number: number; readonly at: number }[] =
          [];
        const open = (reader: string) => recorded.running.has(reader);
        const waiting = new Map<string, number>();
        for (const step of actions) {
          if (step.kind === 'finish') await recorded.finishOne(step.at);
          else {
            const before = recorded.started.length;
            const hasStarted = recorded.started.filter(({ reader }) => reader === step.reader);
            const isIdle =
              !open(step.reader) && hasStarted.length === (waiting.get(step.reader) ?? 0);
            const entered = recorded.enter(step.reader);
            if (entered === undefined) continue;
            waiting.set(step.reader, entered.number + 1);
            if (isIdle) firsts.push({ reader: step.reader, number: entered.number, at: before });
          }
          await settle();
        }
        while (recorded.running.size > 0) await recorded.finishOne(0);
        for (const reader of ['a', 'b', 'c', 'd']) {
          const own = recorded.started.filter((one) => one.reader === reader);
          expect(own.map(({ number }) => number)).toEqual(own.map((_, index) => index));
        }
        for (const { reader, number, at } of firsts) {
          const begin = recorded.started.findIndex(
            (one) => one.reader === reader && one.number === number,
          );
          const between = recorded.started.slice(at, begin).map((one) => one.reader);
          expect(new Set(between).size).toBe(between.length);
        }
      }),
    );
  });

  it('refuses what one reader has too much, and takes others all the same', async () => {
    const recorded = createRecordedGate({ mostRunning: 1, mostWaitingOfReader: 2, mostWaiting: 9 });
    const numbers = Array.from({ length: 9 }, () => recorded.enter('flooder')?.number);
    await settle();
    expect(numbers).toEqual([0, 1, 2, ...Array(6).fill(undefined)]);
    expect(recorded.enter('lin')).toEqual({ number: 0, ahead: 2 });
    await recorded.finishOne(0);
    await recorded.finishOne(0);
    expect(recorded.started.map(({ reader }) => reader)).toEqual(['flooder', 'flooder', 'lin']);
  });

  it('refuses everybody when it is full, and nobody any more when it is not', async () => {
    const recorded = createRecordedGate({ mostRunning: 1, mostWaitingOfReader: 5, mostWaiting: 2 });
    for (const reader of ['a', 'b', 'c']) expect(recorded.enter(reader)).toBeDefined();
    expect(recorded.enter('d')).toBeUndefined();
    await settle();
    await recorded.finishOne(0);
    expect(recorded.enter('d')).toBeDefined();
  });

  it('tells since when the oldest one waits', async () => {
    nowMs = 1000;
    const recorded = createRecordedGate({ ...WIDE, mostRunning: 1 });
    recorded.enter('a');
    expect(recorded.gate.oldestAt).toBeUndefined();
    for (const reader of ['b', 'c']) {
      nowMs += 500;
      recorded.enter(reader);
    }
    await settle();
    expect(recorded.gate.oldestAt).toBe(1500);
    await recorded.finishOne(0);
    expect(recorded.gate.oldestAt).toBe(2000);
  });

  it('goes on after work that fails, and hands the failure on', async () => {
    const gate = createQuestionGate(() => 0, { ...WIDE, mostRunning: 1 });
    const failing = gate.enter('a', () => Promise.reject(new Error('broken')));
    const next = gate.enter('b', async () => 'fine');
    await expect(failing?.done).rejects.toThrow('broken');
    expect(await next?.done).toBe('fine');
    expect(gate.size).toBe(0);
  });
});
