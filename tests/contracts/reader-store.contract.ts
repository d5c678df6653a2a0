/** What every store of preferences promises. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReaderStore } from '../../src/ports/reader-store.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const START_MS = Date.UTC(2025, 0, 6);

/** Opens an empty store whose clock the contract holds. */
export type OpenReaderStore = (now: () => number) => Promise<{
  readonly readers: ReaderStore;
  close(): Promise<void>;
}>;

export function describeReaderStore(name: string, open: OpenReaderStore): void {
  describe(`ReaderStore: ${name}`, () => {
    let nowMs = START_MS;
    let readers: ReaderStore;
    let close: () => Promise<void>;
    beforeEach(async () => {
      nowMs = START_MS;
      const opened = await open(() => nowMs);
      readers = opened.readers;
      close = () => opened.close();
    });
    afterEach(() => close());

    it('knows nothing of who has chosen nothing', async () => {
      expect(await readers.get('reader-1')).toEqual({});
    });

    it('gives back what was put last, each reader their own', async () => {
      await readers.put('reader-1', { language: 'zh', quotes: 2 });
      await readers.put('reader-2', { quotes: 5 });
      await readers.put('reader-1', { language: 'en' });
      expect(await readers.get('reader-1')).toEqual({ language: 'en' });
      expect(await readers.get('reader-2')).toEqual({ quotes: 5 });
    });

    it('forgets one reader only', async () => {
      await readers.put('reader-1', { quotes: 1 });
      await readers.put('reader-2', { quotes: 2 });
      await readers.remove('reader-1');
      await readers.remove('reader-3');
      expect(await readers.get('reader-1')).toEqual({});
      expect(await readers.get('reader-2')).toEqual({ quotes: 2 });
    });

    it('forgets readers without a sign of life, and no others', async () => {
      await readers.put('silent', { quotes: 1 });
      await readers.put('reading', { quotes: 2 });
      nowMs += 10 * DAY_MS;
      await readers.get('reading');
      await readers.put('choosing', { quotes: 3 });
      expect(await readers.forgetBefore(START_MS)).toBe(0);
      expect(await readers.forgetBefore(nowMs)).toBe(1);
      expect(await readers.get('silent')).toEqual({});
      expect(await readers.get('reading')).toEqual({ quotes: 2 });
      expect(await readers.get('choosing')).toEqual({ quotes: 3 });
    });
  });
}
