/** `quoth feedback` on a library in memory. */
import { expect, test } from 'vitest';
import { createMemoryFeedbackStore } from '../../src/adapters/memory/feedback-store.js';
import { createMemoryApp, runInProcess } from '../support/cli-app.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Runs the command where there are a good vote of two months ago and two bad ones of today. */
async function runFeedback(...args: string[]) {
  let nowMs = Date.now() - 60 * DAY_MS;
  const feedback = createMemoryFeedbackStore({ now: () => nowMs });
  await feedback.put({ answerId: 'answer01', reader: 'r1' }, { verdict: 'good' });
  nowMs = Date.now();
  await feedback.put({ answerId: 'answer02', reader: 'r1' }, { verdict: 'bad', reason: 'missing' });
  await feedback.put({ answerId: 'answer03', reader: 'r1' }, { verdict: 'bad' });
  return runInProcess(['feedback', ...args], {
    parts: { createApp: async (config) => createMemoryApp(config, { feedback }) },
  });
}

test('quoth feedback counts votes and reasons, over all and of late', async () => {
  const { exitCode, stdout } = await runFeedback();
  expect(exitCode).toBe(0);
  expect(stdout.split('\n').map((line) => line.trim().replace(/ {2,}/g, ' | '))).toEqual([
    'all | 30 days',
    '👍 helpful | 1 | 0',
    '👎 not helpful | 2 | 2',
    'wrong passage | 0 | 0',
    'wrong source | 0 | 0',
    'not found although it is there | 1 | 1',
    'another reason | 0 | 0',
    '',
  ]);
});

test('quoth feedback --json prints the counts', async () => {
  const { stdout } = await runFeedback('--json');
  const reasons = { wrongPassage: 0, wrongSource: 0, missing: 1, other: 0 };
  expect(JSON.parse(stdout)).toEqual({
    all: { good: 1, bad: 2, reasons },
    recent: { good: 0, bad: 2, reasons },
    recentDays: 30,
  });
});
