/** What the stores of subscribers, topics and probes promise. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FIRST_SCHEDULE, type Topic } from '../../src/domain/topic.js';
import { createDraft } from '../support/drafts.js';
import type { FollowingLibrary, OpenFollowing } from './following.js';
import { createAlert, createTopic } from './following.js';

export function describeTopicStores(name: string, open: OpenFollowing): void {
  describe(`SubscriberStore, TopicStore, ProbeStore: ${name}`, () => {
    let library: FollowingLibrary;
    beforeEach(async () => {
      library = await open();
    });
    afterEach(() => library.close());

    const ensure = (chatId: number, threadId?: number) =>
      library.subscribers.ensure({
        chatId,
        kind: 'group',
        language: 'zh',
        ...(threadId === undefined ? {} : { threadId }),
      });
    const follow = async (subscriberId: number, id: string): Promise<Topic> => {
      const topic = createTopic(id, subscriberId);
      await library.topics.put(topic);
      return topic;
    };

    it('makes a subscriber once a place, a forum topic apart from its chat', async () => {
      const chat = await ensure(-5);
      const thread = await ensure(-5, 9);
      expect(thread.id).not.toBe(chat.id);
      expect(await ensure(-5)).toEqual(chat);
      expect(await library.subscribers.find({ chatId: -5, threadId: 9 })).toEqual(thread);
      expect(await library.subscribers.find({ chatId: -6 })).toBeUndefined();
      expect(await library.subscribers.get(chat.id)).toEqual(chat);
    });

    it('changes what is named and leaves the rest', async () => {
      const { id, schedule } = await ensure(5);
      const daily = { ...schedule, timing: 'daily', hour: 9 } as const;
      await library.subscribers.update(id, { schedule: daily });
      await library.subscribers.update(id, { hasChosenZone: true, collapsedAt: 7 });
      expect(await library.subscribers.get(id)).toMatchObject({
        schedule: daily,
        hasChosenZone: true,
        collapsedAt: 7,
        language: 'zh',
      });
    });

    it('lists topics in the order they came, and puts a changed one in its old place', async () => {
      const { id } = await ensure(5);
      const first = await follow(id, 'zzzzzzz1');
      const second = await follow(id, 'aaaaaaa2');
      const changed = { ...first, strictness: 0.5, isMuted: true, pausedAt: 9, name: 'other' };
      await library.topics.put(changed);
      expect(await library.topics.list(id)).toEqual([changed, second]);
      await library.topics.remove(first.id);
      await library.topics.remove(first.id);
      expect(await library.topics.get(first.id)).toBeUndefined();
    });

    it('counts as active what is neither draft nor paused, of subscribers that can be reached', async () => {
      const { id } = await ensure(5);
      const other = await ensure(6);
      const active = await follow(id, 'active01');
      const paused: Topic = { ...createTopic('paused01', id), state: 'paused' };
      await library.topics.put(paused);
      await library.topics.put({ ...createTopic('draft001', id), state: 'draft' });
      const away = await follow(other.id, 'away0001');
      await library.subscribers.setChatState(6, 'blocked');
      expect(await library.topics.listActive()).toEqual([active]);
      expect(await library.topics.listActive([active.words, 'others'])).toEqual([active]);
      expect(await library.topics.listActive(['others'])).toEqual([]);
      const all = await library.topics.listAll();
      expect(all.map(({ topic }) => topic)).toEqual([active, paused, away]);
      await library.subscribers.setChatState(6, 'active');
      expect(await library.topics.listActive()).toEqual([active, away]);
    });

    it('moves a chat with all its topics and alerts, onto one that is there already too', async () => {
      const old = await ensure(-5);
      const thread = await ensure(-5, 9);
      const there = await ensure(-1005);
      await follow(old.id, 'topic001');
      await follow(thread.id, 'topic002');
      await follow(there.id, 'topic003');
      await library.outbox.add([createAlert(old.id, 'topic001', 'a'.repeat(12))]);
      await library.subscribers.moveChat(-5, -1005);
      await library.subscribers.moveChat(-5, -1005);
      expect(await library.subscribers.find({ chatId: -5 })).toBeUndefined();
      const ids = (await library.topics.list(there.id)).map(({ id }) => id);
      expect(ids).toEqual(['topic001', 'topic003']);
      const moved = await library.subscribers.find({ chatId: -1005, threadId: 9 });
      expect(moved?.id).toBe(thread.id);
      const waiting = await library.outbox.listWaiting(9);
      expect(waiting.map(({ subscriber }) => subscriber.id)).toEqual([there.id]);
    });

    it('lets a forum topic that is gone go on in the chat itself', async () => {
      const thread = await ensure(-5, 9);
      await follow(thread.id, 'topic001');
      await library.subscribers.leaveThread(thread.id);
      expect(await library.subscribers.find({ chatId: -5, threadId: 9 })).toBeUndefined();
      const chat = await library.subscribers.find({ chatId: -5 });
      expect((await library.topics.list(chat?.id ?? 0)).map(({ id }) => id)).toEqual(['topic001']);
    });

    it('forgets a chat with topics and alerts, and nothing else', async () => {
      const gone = await ensure(5);
      const kept = await ensure(6);
      await follow(gone.id, 'topic001');
      await follow(kept.id, 'topic002');
      await library.outbox.add([
        createAlert(gone.id, 'topic001', 'a'.repeat(12)),
        createAlert(kept.id, 'topic002', 'a'.repeat(12)),
      ]);
      expect(await library.subscribers.forget(5)).toBe(1);
      expect(await library.subscribers.forget(5)).toBe(0);
      expect(await library.topics.listAll()).toHaveLength(1);
      expect((await library.outbox.count()).waiting).toBe(1);
    });

    it('forgets who has been gone for long, with topics and alerts, and nobody else', async () => {
      const blocked = await ensure(5);
      const back = await ensure(6);
      const active = await ensure(7);
      for (const { id } of [blocked, back, active]) await follow(id, `topic00${id}`);
      await library.outbox.add([createAlert(blocked.id, `topic00${blocked.id}`, 'a'.repeat(12))]);
      const before = Date.now();
      await library.subscribers.setChatState(5, 'blocked');
      await library.subscribers.setChatState(6, 'blocked');
      await library.subscribers.setChatState(6, 'active');
      const after = Date.now() + 1;
      expect(await library.subscribers.forgetGone(before)).toBe(0);
      // Blocked again: the time does not begin anew.
      await library.subscribers.setChatState(5, 'blocked');
      expect(await library.subscribers.forgetGone(after)).toBe(1);
      expect(await library.subscribers.get(blocked.id)).toBeUndefined();
      expect(await library.topics.get(`topic00${blocked.id}`)).toBeUndefined();
      expect(await library.topics.listAll()).toHaveLength(2);
      expect((await library.outbox.count()).waiting).toBe(0);
    });

    it('forgets who follows nothing and has begun nothing, after as long', async () => {
      const before = Date.now();
      const [, drafting, following] = await Promise.all([5, 6, 7].map((chatId) => ensure(chatId)));
      await follow(following?.id ?? 0, 'topic001');
      await library.topics.put({ ...createTopic('draft001', drafting?.id ?? 0), state: 'draft' });
      expect(await library.topics.listWords()).toHaveLength(2);
      expect(await library.subscribers.forgetGone(before)).toBe(0);
      expect(await library.subscribers.forgetGone(Date.now() + 1)).toBe(1);
      expect(await library.subscribers.find({ chatId: 5 })).toBeUndefined();
      expect(await library.topics.listWords()).toHaveLength(2);
    });

    it('keeps who has only just stopped following, or changed the schedule', async () => {
      const ids = await Promise.all([5, 6, 7].map(async (chatId) => (await ensure(chatId)).id));
      const [stopped = 0, changed = 0, idle = 0] = ids;
      await follow(stopped, 'topic001');
      const first = Date.now();
      while (Date.now() === first) await new Promise((resolve) => setTimeout(resolve, 1));
      const moment = Date.now();
      await library.topics.remove('topic001');
      await library.subscribers.update(changed, { schedule: FIRST_SCHEDULE });
      expect(await library.subscribers.forgetGone(moment)).toBe(1);
      expect(await library.subscribers.get(idle)).toBeUndefined();
      expect(await library.subscribers.get(stopped)).toBeDefined();
    });

    it('forgets drafts that were never started, and no other topics', async () => {
      const { id } = await ensure(5);
      const { createdAt } = await follow(id, 'topic001');
      for (const [draftId, at] of [
        ['draft001', createdAt],
        ['draft002', createdAt + 1],
      ] as const) {
        await library.topics.put({
          ...createTopic(draftId, id),
          state: 'draft',
          createdAt: at,
        });
      }
      expect(await library.topics.forgetDrafts(createdAt + 1)).toBe(1);
      const left = await library.topics.list(id);
      expect(left.map((topic) => topic.id)).toEqual(['topic001', 'draft002']);
    });

    it('keeps probes by text and model, token vectors nearly as they were', async () => {
      const tokenVectors = Float32Array.from({ length: 64 }, (_, i) => Math.sin(i) * 3);
      const probe = {
        model: 'm@1',
        language: 'zh',
        vector: Float32Array.from({ length: 32 }, (_, i) => Math.cos(i)),
        tokenVectors,
        tokenWeights: [1, 2.5],
        backgrounds: { zh: { median: 0.25, passages: 100, libraryPassages: 300 } },
      };
      await library.probes.put([['海洋经济', probe]]);
      const kept = (await library.probes.read(['海洋经济', '别的'], 'm@1')).get('海洋经济');
      expect(kept).toMatchObject({ ...probe, tokenVectors: expect.anything() });
      kept?.tokenVectors.forEach((value, i) => {
        expect(Math.abs(value - (tokenVectors[i] as number))).toBeLessThan(0.03);
      });
      expect(await library.probes.read(['海洋经济'], 'm@2')).toEqual(new Map());
      const vectors = await library.probes.readVectors(['海洋经济', '别的'], 'm@1');
      expect([...vectors]).toEqual([['海洋经济', { language: 'zh', vector: probe.vector }]]);
      await library.probes.put([['别的', probe]]);
      await library.probes.keepOnly(['海洋经济', 'x']);
      const left = await library.probes.read(['海洋经济', '别的'], 'm@1');
      expect([...left.keys()]).toEqual(['海洋经济']);
      await library.probes.keepOnly([]);
      expect(await library.probes.read(['海洋经济'], 'm@1')).toEqual(new Map());
    });

    it('stores the alerts of a document with it, those of articles that were there before left out', async () => {
      const { id } = await ensure(5);
      await follow(id, 'topic001');
      const alertOn = (articleIndex: number, topicId = 'topic001') => ({
        articleIndex,
        subscriberId: id,
        topicId,
        quote: { start: 0, end: 3, text: '早稻。', headings: ['一'], score: 0.1 },
        createdAt: 1,
      });
      const rice = createDraft('稻田', ['早稻。']);
      const first = await library.save('/in/a.txt', [rice], [alertOn(0), alertOn(0, 'unknown1')]);
      expect(first.alerts).toBe(1);
      const bridge = createDraft('大桥', ['通车。']);
      const second = await library.save(
        '/in/a.txt',
        [rice, bridge],
        [alertOn(0), alertOn(1)],
        'later',
      );
      expect(second.alerts).toBe(1);
      const claimed = await library.outbox.claim(id, { now: 5, limit: 9 });
      expect(claimed.map(({ articleId }) => articleId)).toEqual(
        second.articles.map(({ id: articleId }) => articleId),
      );
      expect(claimed[0]?.quote).toEqual(alertOn(0).quote);
    });
  });
}
