/** What every store of feeds must keep: what was added, seen and posted, each once, and what is still to be done. */
import { describe, expect, it } from 'vitest';
import type { FeedStore, StoredPost } from '../../src/ports/feed-store.js';

type Open = (now: () => number) => Promise<{ store: FeedStore; close: () => Promise<void> }>;

const WEB = { kind: 'web', address: 'https://harbour.example/feed.xml' } as const;
const NOW = 1_795_000_000_000;

function post(messageId: number, more: Partial<StoredPost> = {}): StoredPost {
  const text = `Post ${messageId}`;
  return { chatId: -1001, messageId, firstId: messageId, date: 10, text, title: 'News', ...more };
}

export function describeFeedStore(name: string, open: Open): void {
  describe(`feed store on ${name}`, () => {
    const within = async (test: (store: FeedStore) => Promise<void>): Promise<void> => {
      const { store, close } = await open(() => NOW);
      await test(store).finally(close);
    };

    it('adds a feed once, due at once, and lists feeds in order', () =>
      within(async (store) => {
        const first = await store.addFeed(WEB);
        expect(first).toEqual({
          isNew: true,
          feed: {
            id: first.feed.id,
            ...WEB,
            addedAt: new Date(NOW).toISOString(),
            nextPullAt: NOW,
            failures: 0,
          },
        });
        const channel = { kind: 'channel', address: 'https://t.me/news', chatId: -1001 } as const;
        const second = await store.addFeed({ ...channel, title: 'News' });
        expect(await store.addFeed(WEB)).toEqual({ isNew: false, feed: first.feed });
        const renamed = { ...channel, address: 'https://t.me/renamed' };
        expect(await store.addFeed(renamed)).toEqual({ isNew: false, feed: second.feed });
        expect(await store.listFeeds()).toEqual([first.feed, second.feed]);
      }));

    it('changes what is given and takes away what is undefined', () =>
      within(async (store) => {
        const { feed } = await store.addFeed(WEB);
        const fault = { code: 'FETCH_FAILED', message: 'no answer' };
        await store.updateFeed(feed.id, {
          title: 'Harbour',
          etag: '"1"',
          lastModified: 'Tue',
          failures: 2,
          fault,
          nextPullAt: 7,
          pulledAt: 6,
        });
        const changed = {
          ...feed,
          title: 'Harbour',
          etag: '"1"',
          lastModified: 'Tue',
          failures: 2,
          fault,
          nextPullAt: 7,
          pulledAt: 6,
        };
        expect(await store.listFeeds()).toEqual([changed]);
        await store.updateFeed(feed.id, { etag: undefined, fault: undefined, failures: 0 });
        const { etag: _, fault: __, ...rest } = changed;
        expect(await store.listFeeds()).toEqual([{ ...rest, failures: 0 }]);
        await store.updateFeed(feed.id, {});
        await store.updateFeed(999, { failures: 3 });
        expect(await store.listFeeds()).toEqual([{ ...rest, failures: 0 }]);
      }));

    it('remembers entries by feed, and forgets them with it', () =>
      within(async (store) => {
        const { feed } = await store.addFeed(WEB);
        const other = await store.addFeed({ kind: 'web', address: 'https://other.example/' });
        await store.rememberEntry(feed.id, 'a', { hash: '1', attempts: 0 });
        await store.rememberEntry(feed.id, 'a', { hash: '2', attempts: 1 });
        await store.rememberEntry(other.feed.id, 'a', { hash: '3', attempts: 0 });
        expect([...(await store.readEntries(feed.id))]).toEqual([
          ['a', { hash: '2', attempts: 1 }],
        ]);
        await store.removeFeed(feed.id);
        await store.removeFeed(feed.id);
        await store.rememberEntry(feed.id, 'b', { hash: '4', attempts: 0 });
        expect(await store.listFeeds()).toEqual([other.feed]);
        expect([...(await store.readEntries(feed.id))]).toEqual([]);
        expect((await store.readEntries(other.feed.id)).size).toBe(1);
        const again = await store.addFeed(WEB);
        expect(again.isNew).toBe(true);
        expect([...(await store.readEntries(again.feed.id))]).toEqual([]);
      }));

    it('keeps posts with all their parts, and finds them', () =>
      within(async (store) => {
        const album = { mediaGroupId: 'g', username: 'news', author: 'Ann' };
        await store.savePost(post(6, { ...album, firstId: 5 }));
        await store.savePost(post(5, album));
        await store.savePost(post(5, { chatId: -1002 }));
        expect(await store.listParts(-1001, 5)).toEqual([
          post(5, album),
          post(6, { ...album, firstId: 5 }),
        ]);
        expect(await store.findAlbum(-1001, 'g')).toEqual(post(5, album));
        expect(await store.findAlbum(-1002, 'g')).toBeUndefined();
        expect(await store.findPost(-1001, 6)).toMatchObject({ firstId: 5 });
        expect(await store.findPost(-1001, 7)).toBeUndefined();
      }));

    it('lists what is still to be ingested, oldest first, until it is done', () =>
      within(async (store) => {
        await store.savePost(post(8, { date: 20 }));
        await store.savePost(post(3, { date: 10 }));
        await store.savePost(post(4, { date: 11, firstId: 3 }));
        expect(await store.listPending()).toEqual([
          { chatId: -1001, firstId: 3 },
          { chatId: -1001, firstId: 8 },
        ]);
        const parts = await store.listParts(-1001, 3);
        // Edited while it was being ingested: it stays to be done.
        await store.savePost(post(4, { date: 11, firstId: 3, text: 'Edited' }));
        await store.markIngested(parts);
        expect((await store.listPending()).map(({ firstId }) => firstId)).toEqual([3, 8]);
        await store.markIngested(await store.listParts(-1001, 3));
        expect((await store.listPending()).map(({ firstId }) => firstId)).toEqual([8]);
      }));
  });
}
