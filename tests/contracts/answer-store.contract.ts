/** What every answer store promises. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnswerStore, StoredAnswer } from '../../src/ports/answer-store.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const START_MS = Date.UTC(2025, 0, 6);

const ANSWER: StoredAnswer = {
  id: 'ab12cd34',
  owner: 'owner-1',
  question: '早稻什么时候插完？',
  quotes: [
    { articleId: '0123456789ab', start: 0, end: 7 },
    { articleId: 'ba9876543210', start: 8, end: 16 },
  ],
  shown: 1,
};

/** Opens an empty store whose clock the contract holds. */
export type OpenAnswerStore = (
  now: () => number,
) => Promise<{ readonly answers: AnswerStore; close(): Promise<void> }>;

export function describeAnswerStore(name: string, open: OpenAnswerStore): void {
  describe(`AnswerStore: ${name}`, () => {
    let nowMs = START_MS;
    let answers: AnswerStore;
    let close: () => Promise<void>;

    beforeEach(async () => {
      nowMs = START_MS;
      const opened = await open(() => nowMs);
      answers = opened.answers;
      close = () => opened.close();
    });
    afterEach(() => close());

    it('gives back what was put, and undefined for what never was', async () => {
      expect(await answers.get('ab12cd34')).toBeUndefined();
      await answers.put(ANSWER);
      expect(await answers.get('ab12cd34')).toEqual(ANSWER);
      expect(await answers.get('zz12cd34')).toBeUndefined();
    });

    it('puts another answer in place of one with the same id, owner included', async () => {
      await answers.put(ANSWER);
      const next: StoredAnswer = { ...ANSWER, owner: 'owner-2', question: '晚稻呢？', shown: 2 };
      await answers.put(next);
      expect(await answers.get('ab12cd34')).toEqual(next);
    });

    it('forgets the answers of one owner', async () => {
      await answers.put(ANSWER);
      await answers.put({ ...ANSWER, id: 'other001', owner: 'owner-2' });
      await answers.removeOf('owner-1');
      await answers.removeOf('owner-3');
      expect(await answers.get('ab12cd34')).toBeUndefined();
      expect((await answers.get('other001'))?.owner).toBe('owner-2');
    });

    it('forgets what was last put before a moment, and nothing else', async () => {
      await answers.put(ANSWER);
      await answers.put({ ...ANSWER, id: 'renewed1' });
      nowMs = START_MS + 20 * DAY_MS;
      await answers.put({ ...ANSWER, id: 'renewed1', shown: 2 });
      await answers.put({ ...ANSWER, id: 'younger1' });
      expect(await answers.forgetBefore(START_MS)).toBe(0);
      expect(await answers.forgetBefore(START_MS + 1)).toBe(1);
      expect(await answers.forgetBefore(START_MS + 1)).toBe(0);
      expect(await answers.get('ab12cd34')).toBeUndefined();
      expect(await answers.get('renewed1')).toMatchObject({ shown: 2 });
      expect(await answers.get('younger1')).toBeDefined();
    });
  });
}
