/** What a store of topics' entries promises. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FollowingLibrary, OpenFollowing } from './following.js';
import { createTopic } from './following.js';

export function describeEntryStore(name: string, open: OpenFollowing): void {
  describe(`EntryStore: ${name}`, () => {
    const kind = { language: 'zh', basis: 'm@1' };
    const packed = (value: number): Uint8Array => Uint8Array.of(value, 0, 255, value);
    let library: FollowingLibrary;
    let reader: number;
    let other: number;
    const follow = (subscriberId: number, id: string, words: string): Promise<void> =>
      library.topics.put({ ...createTopic(id, subscriberId), words });
    const readAll = async (after = 0) =>
      (await library.entries.readSince(kind, after)).map((entry) => ({
        ...entry,
        packed: Uint8Array.from(entry.packed),
      }));
    beforeEach(async () => {
      library = await open();
      const ensure = (chatId: number) =>
        library.subscribers.ensure({ chatId, kind: 'private', language: 'zh' });
      reader = (await ensure(5)).id;
      other = (await ensure(6)).id;
      await follow(reader, 'first001', '海洋');
      await follow(other, 'second02', '海洋');
      await follow(other, 'third003', '稀土');
    });
    afterEach(() => library.close());

    it('names the words that have none, of one language and basis, each once', async () => {
      const { entries } = library;
      await library.topics.put({ ...createTopic('paused01', reader), state: 'paused' });
      expect([...(await entries.listMissing(kind))].sort()).toEqual(['海洋', '稀土']);
      await entries.put(kind, [{ words: '海洋', packed: packed(1) }], 10);
      expect(await entries.listMissing(kind)).toEqual(['稀土']);
      expect(await entries.listMissing({ ...kind, language: 'en' })).toHaveLength(2);
      expect(await entries.listMissing({ ...kind, basis: 'm@2' })).toHaveLength(2);
      await library.subscribers.setChatState(6, 'blocked');
      expect(await entries.listMissing(kind)).toEqual([]);
    });

    it('gives what was put since the last look, and a changed one again', async () => {
      const { entries } = library;
      const both = [
        { words: '海洋', packed: packed(1) },
        { words: '稀土', packed: packed(2) },
      ];
      await entries.put(kind, [...both, { words: 'nobody’s', packed: packed(3) }], 10);
      const first = await readAll();
      expect(first.map(({ id: _, ...entry }) => entry)).toEqual(both);
      expect(await readAll(first[1]?.id)).toEqual([]);
      await entries.put(kind, [{ words: '海洋', packed: packed(4) }], 12);
      const changed = await readAll(first[1]?.id);
      expect(changed.map(({ words, packed: bytes }) => [words, bytes[0]])).toEqual([['海洋', 4]]);
      expect((await readAll()).map(({ words }) => words)).toEqual(['稀土', '海洋']);
    });

    it('names those from when the library was smaller or larger, the oldest first', async () => {
      const { entries } = library;
      await entries.put(kind, [{ words: '稀土', packed: packed(1) }], 10);
      await entries.put(kind, [{ words: '海洋', packed: packed(2) }], 30);
      const list = (from: number, to: number, limit = 9) =>
        entries.listStale(kind, { from, to, limit });
      expect(await list(10, 30)).toEqual([]);
      expect(await list(10.5, 30)).toEqual(['稀土']);
      expect(await list(10, 29)).toEqual(['海洋']);
      expect(await list(40, 50)).toEqual(['稀土', '海洋']);
      expect(await list(40, 50, 1)).toEqual(['稀土']);
    });

    it('loses an entry with the topic that it hangs on, and makes room for another', async () => {
      const { entries } = library;
      await entries.put(kind, [{ words: '稀土', packed: packed(1) }], 10);
      await library.topics.remove('third003');
      expect(await readAll()).toEqual([]);
      await entries.put(kind, [{ words: '海洋', packed: packed(1) }], 10);
      await library.subscribers.forget(5);
      await library.subscribers.forget(6);
      expect(await readAll()).toEqual([]);
    });
  });
}
