/** What every store of preferences promises. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReaderStore } from '../../src/ports/reader-store.js';

/** Opens an empty store. */
export type OpenReaderStore = () => Promise<{
  readonly readers: ReaderStore;
  close(): Promise<void>;
}>;

export function describeReaderStore(name: string, open: OpenReaderStore): void {
  describe(`ReaderStore: ${name}`, () => {
    let readers: ReaderStore;
    let close: () => Promise<void>;
    beforeEach(async () => {
      const opened = await open();
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
  });
}
