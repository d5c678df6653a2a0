/** What every store of votes promises. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FeedbackStore } from '../../src/ports/feedback-store.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const START_MS = Date.UTC(2025, 0, 6);
const NONE = { wrongPassage: 0, wrongSource: 0, missing: 0, other: 0 };
const key = (answerId: string, reader = 'reader-1') => ({ answerId, reader });

/** Opens an empty store whose clock the contract holds. */
export type OpenFeedbackStore = (
  now: () => number,
) => Promise<{ readonly feedback: FeedbackStore; close(): Promise<void> }>;

export function describeFeedbackStore(name: string, open: OpenFeedbackStore): void {
  describe(`FeedbackStore: ${name}`, () => {
    let nowMs = START_MS;
    let feedback: FeedbackStore;
    let close: () => Promise<void>;
    beforeEach(async () => {
      nowMs = START_MS;
      const opened = await open(() => nowMs);
      feedback = opened.feedback;
      close = () => opened.close();
    });
    afterEach(() => close());

    it('keeps one vote a reader and answer, the last one', async () => {
      expect(await feedback.find(key('answer01'))).toBeUndefined();
      await feedback.put(key('answer01'), { verdict: 'bad', reason: 'missing' });
      await feedback.put(key('answer01', 'reader-2'), { verdict: 'bad' });
      await feedback.put(key('answer01'), { verdict: 'good' });
      expect(await feedback.find(key('answer01'))).toEqual({ verdict: 'good' });
      expect(await feedback.find(key('answer01', 'reader-2'))).toEqual({ verdict: 'bad' });
      expect(await feedback.count()).toEqual({ good: 1, bad: 1, reasons: NONE });
    });

    it('counts verdicts and reasons, also of the last days only', async () => {
      expect(await feedback.count()).toEqual({ good: 0, bad: 0, reasons: NONE });
      await feedback.put(key('answer01'), { verdict: 'good' });
      await feedback.put(key('answer02'), { verdict: 'bad', reason: 'wrongSource' });
      nowMs += 40 * DAY_MS;
      await feedback.put(key('answer03'), { verdict: 'bad', reason: 'missing' });
      await feedback.put(key('answer04'), { verdict: 'bad' });
      const reasons = { ...NONE, wrongSource: 1, missing: 1 };
      expect(await feedback.count()).toEqual({ good: 1, bad: 3, reasons });
      const recent = { good: 0, bad: 2, reasons: { ...NONE, missing: 1 } };
      expect(await feedback.count(nowMs - 30 * DAY_MS)).toEqual(recent);
    });

    it('takes back one vote, or all of a reader', async () => {
      await feedback.put(key('answer01'), { verdict: 'good' });
      await feedback.put(key('answer02'), { verdict: 'good' });
      await feedback.put(key('answer02', 'reader-2'), { verdict: 'good' });
      await feedback.remove(key('answer01'));
      await feedback.remove(key('answer09'));
      expect(await feedback.count()).toMatchObject({ good: 2 });
      await feedback.removeOf('reader-1');
      expect(await feedback.find(key('answer02', 'reader-2'))).toEqual({ verdict: 'good' });
      expect(await feedback.count()).toMatchObject({ good: 1 });
    });

    it('forgets votes from before a moment, and no others', async () => {
      await feedback.put(key('answer01'), { verdict: 'good' });
      nowMs += DAY_MS;
      await feedback.put(key('answer02'), { verdict: 'bad' });
      expect(await feedback.forgetBefore(START_MS)).toBe(0);
      expect(await feedback.forgetBefore(nowMs)).toBe(1);
      expect(await feedback.count()).toMatchObject({ good: 0, bad: 1 });
    });
  });
}
