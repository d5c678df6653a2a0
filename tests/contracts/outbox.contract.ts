/** What every outbox promises. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Settlement } from '../../src/ports/outbox.js';
import {
  createAlert,
  createTopic,
  type FollowingLibrary,
  type OpenFollowing,
} from './following.js';

export function describeOutbox(name: string, open: OpenFollowing): void {
  describe(`Outbox: ${name}`, () => {
    let library: FollowingLibrary;
    let subscriberId: number;

    beforeEach(async () => {
      library = await open();
      const place = { chatId: 5, kind: 'private', language: 'en' } as const;
      subscriberId = (await library.subscribers.ensure(place)).id;
      await library.topics.put(createTopic('topic001', subscriberId));
      await library.topics.put(createTopic('topic002', subscriberId));
    });
    afterEach(() => library.close());

    const raise = (...articles: string[]) =>
      library.outbox.add(articles.map((article) => createAlert(subscriberId, 'topic001', article)));
    const claim = (now = 10, limit = 10) => library.outbox.claim(subscriberId, { now, limit });
    const settleAll = async (settlement: Settlement, now?: number): Promise<number> => {
      const claimed = await claim(now);
      await library.outbox.settle(
        claimed.map(({ id }) => id),
        settlement,
      );
      return claimed.length;
    };

    it('takes each alert once for its subscriber, topic and article', async () => {
      expect(await raise('article00001', 'article00002')).toBe(2);
      expect(await raise('article00001', 'article00003')).toBe(1);
      expect(
        await library.outbox.add([createAlert(subscriberId, 'topic002', 'article00001')]),
      ).toBe(1);
      await settleAll({ kind: 'sent', messageId: 7, at: 5 });
      expect(await raise('article00001')).toBe(0);
      expect(await library.outbox.count()).toMatchObject({ sent: 4, waiting: 0 });
    });

    it('takes none of topics that are unknown, not active, or of somebody else', async () => {
      await library.topics.put({ ...createTopic('topic003', subscriberId), state: 'paused' });
      const add = (subscriber: number, topicId: string) =>
        library.outbox.add([createAlert(subscriber, topicId, 'article00001')]);
      expect(await add(subscriberId, 'topic003')).toBe(0);
      expect(await add(subscriberId, 'topic009')).toBe(0);
      expect(await add(subscriberId + 1, 'topic001')).toBe(0);
    });

    it('hands out the oldest first, each to one taker only', async () => {
      await raise('article00001', 'article00002', 'article00003');
      const first = await claim(10, 2);
      const second = await claim(10, 2);
      expect([...first, ...second].map(({ articleId }) => articleId)).toEqual([
        'article00001',
        'article00002',
        'article00003',
      ]);
      expect(await claim()).toEqual([]);
      expect(first[0]?.quote).toEqual(createAlert(1, 'topic001', 'article00001').quote);
      expect(await library.outbox.get(first[0]?.id ?? 0)).toEqual(first[0]);
      expect(await library.outbox.get(999)).toBeUndefined();
    });

    it('lists who waits, longest first, without those that cannot be reached or have paused', async () => {
      const other = await library.subscribers.ensure({
        chatId: 6,
        kind: 'private',
        language: 'zh',
      });
      await library.topics.put(createTopic('topic004', other.id));
      await raise('article00001', 'article00002');
      await library.outbox.add([
        { ...createAlert(other.id, 'topic004', 'article00001'), createdAt: 500 },
      ]);
      const list = async () =>
        (await library.outbox.listWaiting(10)).map(({ subscriber, waiting, oldestAt }) => [
          subscriber.chatId,
          waiting,
          oldestAt,
        ]);
      expect(await list()).toEqual([
        [6, 1, 500],
        [5, 2, 1000],
      ]);
      await library.subscribers.setChatState(6, 'blocked');
      expect(await list()).toEqual([[5, 2, 1000]]);
      await library.topics.put({ ...createTopic('topic001', subscriberId), state: 'paused' });
      expect(await list()).toEqual([]);
      expect(await claim()).toEqual([]);
    });

    it('brings back what was not sent when its time has come', async () => {
      await raise('article00001');
      await settleAll({ kind: 'retry', at: 100 });
      expect(await claim(99)).toEqual([]);
      expect(await library.outbox.listWaiting(99)).toEqual([]);
      expect(await claim(100)).toHaveLength(1);
    });

    it('tries what may have arrived once more, then counts it as unknown', async () => {
      await raise('article00001');
      expect(await settleAll({ kind: 'ambiguous', at: 100 })).toBe(1);
      expect(await settleAll({ kind: 'ambiguous', at: 200 }, 100)).toBe(1);
      expect(await claim(1000)).toEqual([]);
      expect(await library.outbox.count()).toMatchObject({
        unknown: 1,
        ambiguousAttempts: 2,
        waiting: 0,
      });
    });

    it('takes what was cut off in mid-sending for ambiguous', async () => {
      await raise('article00001', 'article00002');
      await claim(10, 1);
      expect(await library.outbox.recover(50)).toBe(1);
      expect(await library.outbox.recover(50)).toBe(0);
      expect(await claim(50)).toHaveLength(2);
      expect(await library.outbox.recover(60)).toBe(2);
      expect(await library.outbox.count()).toMatchObject({ unknown: 1, waiting: 1 });
    });

    it('settles only what is being sent', async () => {
      await raise('article00001');
      const [alert] = await claim();
      const ids = [alert?.id ?? 0];
      await library.outbox.settle(ids, { kind: 'dead', reason: 'blocked' });
      await library.outbox.settle(ids, { kind: 'sent', messageId: 7, at: 5 });
      expect(await library.outbox.count()).toMatchObject({ dead: 1, sent: 0 });
    });

    it('counts what was sent since a moment, and says how old the oldest is that waits', async () => {
      await raise('article00001', 'article00002');
      await settleAll({ kind: 'sent', messageId: 7, at: 5000 });
      await raise('article00003');
      const count = (since: number, until: number) =>
        library.outbox.countSent(subscriberId, { since, until });
      expect(await count(4999, 5000)).toBe(2);
      expect(await count(5000, 9000)).toBe(0);
      // By a clock that has been set back since, they have not been sent yet.
      expect(await count(0, 4999)).toBe(0);
      expect((await library.outbox.count()).oldestAt).toBe(1000);
    });

    it('lists the newest quotes of a topic, whatever became of them', async () => {
      await raise('article00001', 'article00002', 'article00003');
      const quotes = await library.outbox.listQuotes(['topic001', 'topic002'], 2);
      expect([...quotes]).toEqual([
        ['topic001', ['words of article00003', 'words of article00002']],
      ]);
    });

    it('drops the alerts of a topic that is removed', async () => {
      await raise('article00001');
      await library.topics.remove('topic001');
      expect((await library.outbox.count()).waiting).toBe(0);
    });
  });
}
