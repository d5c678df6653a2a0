/**
 * Delivery under fire: blocked readers, migrated groups, floods, lost answers and a kill. Nobody misses an alert, and nobody
 * gets one twice but after an ambiguous attempt, which is counted. QUOTH_DELIVERY_READERS makes it larger (10000).
 */
import { describe, expect, it } from 'vitest';
import { createMemoryLibrary } from '../../src/adapters/memory/library.js';
import { createMemoryOutbox } from '../../src/adapters/memory/outbox.js';
import {
  createMemorySubscriberStore,
  createMemoryTopicStore,
} from '../../src/adapters/memory/topic-stores.js';
import { DELIVERY, type DeliveryPorts, deliverAlerts } from '../../src/alerts/deliver-alerts.js';
import { PACE } from '../../src/alerts/pace-sends.js';
import { FIRST_SCHEDULE, type Schedule } from '../../src/domain/topic.js';
import type { AlertMessage, SendOutcome } from '../../src/ports/notifier.js';
import { createAlert, createTopic } from '../contracts/following.js';
import { createFakeClock } from '../support/fake-clock.js';

const READERS = Number(process.env['QUOTH_DELIVERY_READERS'] ?? 300);
const MINUTE_MS = 60_000;

function createWorld() {
  const { following } = createMemoryLibrary(32);
  const outbox = createMemoryOutbox(following);
  const subscribers = createMemorySubscriberStore(following);
  const topics = createMemoryTopicStore(following);
  const clock = createFakeClock();
  /** What arrived at each chat, by article; with when. */
  const arrived = new Map<number, { articleId: string; at: number }[]>();
  const messages: AlertMessage[] = [];
  let answer: (message: AlertMessage) => SendOutcome | 'lost' = () => ({
    kind: 'sent',
    messageId: messages.length,
  });
  const ports: DeliveryPorts = {
    outbox,
    subscribers,
    topics,
    clock,
    forget: (chatId) => subscribers.forget(chatId),
    show: async (alert) => ({
      alert,
      topicName: 'x',
      citation: {
        articleId: alert.articleId,
        document: 'a.txt',
        title: 't',
        headings: [],
        startLine: 1,
        endLine: 1,
        start: 0,
        end: 5,
      },
    }),
    notifier: {
      async send(message) {
        messages.push(message);
        const outcome = answer(message);
        if (outcome === 'lost' || outcome.kind === 'sent') {
          const { chatId } = message.subscriber;
          const list = arrived.get(chatId) ?? [];
          for (const { alert } of message.alerts) {
            list.push({ articleId: alert.articleId, at: clock.now() });
          }
          arrived.set(chatId, list);
        }
        return outcome === 'lost' ? { kind: 'ambiguous' } : outcome;
      },
    },
  };
  return {
    outbox,
    subscribers,
    topics,
    clock,
    arrived,
    messages,
    ports,
    following,
    setAnswer: (next: typeof answer) => {
      answer = next;
    },
    async follow(chatId: number, schedule: Partial<Schedule> = {}) {
      const kind = chatId < 0 ? 'group' : 'private';
      const { id } = await subscribers.ensure({ chatId, kind, language: 'en' });
      await subscribers.update(id, { schedule: { ...FIRST_SCHEDULE, ...schedule } });
      const topicId = `t${chatId}`;
      await topics.put(createTopic(topicId, id));
      return {
        id,
        raise: (...articles: string[]) =>
          outbox.add(
            articles.map((article) => ({
              ...createAlert(id, topicId, article),
              createdAt: clock.now(),
            })),
          ),
      };
    },
    /** Delivers for so long on the fake clock. */
    async run(forMs: number) {
      const stop = new AbortController();
      const running = deliverAlerts(ports, stop.signal);
      await clock.advance(forMs);
      stop.abort();
      await clock.advance(DELIVERY.pollMs);
      await running;
    },
  };
}

describe('delivery', () => {
  it('sends what waits, and what another process adds, within ten seconds', async () => {
    const world = createWorld();
    const { raise } = await world.follow(1);
    await raise('article00001');
    const stop = new AbortController();
    const running = deliverAlerts(world.ports, stop.signal);
    await world.clock.advance(1000);
    await raise('article00002');
    await world.clock.advance(9000);
    stop.abort();
    await running;
    expect(world.arrived.get(1)?.map(({ articleId }) => articleId)).toEqual([
      'article00001',
      'article00002',
    ]);
  });

  it('keeps to one message a second in a chat and one in three seconds in a group', async () => {
    const world = createWorld();
    await (await world.follow(1)).raise('a1', 'a2', 'a3');
    await (await world.follow(-1)).raise('a1', 'a2', 'a3');
    await world.run(MINUTE_MS);
    for (const [chatId, gap] of [
      [1, PACE.chatMs],
      [-1, PACE.groupMs],
    ] as const) {
      const times = (world.arrived.get(chatId) ?? []).map(({ at }) => at);
      expect(times).toHaveLength(3);
      times.slice(1).forEach((at, i) => {
        expect(at - (times[i] as number)).toBeGreaterThanOrEqual(gap);
      });
    }
  });

  it('holds the whole lane for as long as Telegram asks, and counts no failure', async () => {
    const world = createWorld();
    for (let chatId = 1; chatId <= 5; chatId += 1) {
      await (await world.follow(chatId)).raise('a1');
    }
    let isFlooded = true;
    const attempts: number[] = [];
    world.setAnswer(() => {
      attempts.push(world.clock.now());
      if (!isFlooded) return { kind: 'sent', messageId: 1 };
      isFlooded = false;
      return { kind: 'flooded', retryAfterMs: 20_000 };
    });
    await world.run(MINUTE_MS);
    expect(attempts).toHaveLength(6);
    expect((attempts[1] as number) - (attempts[0] as number)).toBeGreaterThanOrEqual(20_000);
    expect(await world.outbox.count()).toMatchObject({ sent: 5, ambiguousAttempts: 0 });
  });

  it('collapses more than five in an hour into one message, and goes on after the hour', async () => {
    const world = createWorld();
    const { raise } = await world.follow(1);
    await raise('a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7');
    await world.run(MINUTE_MS);
    expect(world.messages.map(({ reason, alerts }) => [reason, alerts.length])).toEqual([
      ['flood', 7],
    ]);
    await world.clock.advance(MINUTE_MS);
    await raise('a8');
    await world.run(10 * MINUTE_MS);
    expect(world.messages).toHaveLength(1);
    await world.run(60 * MINUTE_MS);
    expect(world.messages.at(-1)).toMatchObject({ reason: 'instant' });
  });

  it('waits for the hour of a digest, and through quiet hours', async () => {
    const world = createWorld();
    const daily = await world.follow(1, { timing: 'daily', hour: 8 });
    const quiet = await world.follow(2, { quietFrom: 0, quietTo: 7 });
    await daily.raise('a1', 'a2');
    await quiet.raise('a1');
    await world.run(6 * 60 * MINUTE_MS);
    expect(world.messages).toEqual([]);
    await world.run(90 * MINUTE_MS);
    expect(world.messages.map(({ subscriber }) => subscriber.chatId)).toEqual([2]);
    await world.run(60 * MINUTE_MS);
    expect(world.messages[1]).toMatchObject({ reason: 'digest', subscriber: { chatId: 1 } });
    expect(world.messages[1]?.alerts).toHaveLength(2);
  });

  it('keeps an alert of the night until quiet hours end where the reader lives, and is silent then', async () => {
    const HOUR_MS = 60 * MINUTE_MS;
    const world = createWorld();
    // The clock starts at midnight UTC: 8 in the morning in Shanghai.
    const night = { quietFrom: 22, quietTo: 7, timeZone: 'Asia/Shanghai' };
    const silent = await world.follow(1, { ...night, isSilent: true });
    const loud = await world.follow(2, night);
    const flooded = await world.follow(3, night);
    await world.clock.advance(16 * HOUR_MS);
    await silent.raise('a1');
    await loud.raise('a1');
    await flooded.raise('a1', 'a2', 'a3', 'a4', 'a5', 'a6');
    await world.run(7 * HOUR_MS - MINUTE_MS);
    expect(world.messages).toEqual([]);
    await world.run(2 * MINUTE_MS);
    const sent = world.messages.map(({ subscriber, isSilent, reason, alerts }) => [
      subscriber.chatId,
      isSilent,
      reason,
      alerts.length,
    ]);
    expect(sent).toEqual([
      [1, true, 'instant', 1],
      [2, false, 'instant', 1],
      [3, false, 'flood', 6],
    ]);
    await world.run(24 * HOUR_MS);
    expect(world.messages).toHaveLength(3);
  });

  it('is held up by no clock that is set back', async () => {
    const DAY_MS = 24 * 60 * MINUTE_MS;
    const world = createWorld();
    await world.clock.advance(100 * DAY_MS);
    const instant = await world.follow(1);
    const daily = await world.follow(2, { timing: 'daily', hour: 8 });
    await instant.raise('a1', 'a2');
    await daily.raise('a1');
    let answers = 0;
    world.setAnswer(() => {
      answers += 1;
      if (answers === 1) return 'lost';
      return answers === 2
        ? { kind: 'flooded', retryAfterMs: 5000 }
        : { kind: 'sent', messageId: 1 };
    });
    const stop = new AbortController();
    const running = deliverAlerts(world.ports, stop.signal);
    await world.clock.advance(500);
    world.clock.setBack(50 * DAY_MS);
    await world.clock.advance(MINUTE_MS);
    expect(new Set(world.arrived.get(1)?.map(({ articleId }) => articleId))).toEqual(
      new Set(['a1', 'a2']),
    );
    await instant.raise('a3');
    await world.clock.advance(10_000);
    expect(world.arrived.get(1)?.at(-1)?.articleId).toBe('a3');
    expect(world.messages.at(-1)?.reason).toBe('instant');
    await world.clock.advance(DAY_MS);
    expect(world.arrived.get(2)).toHaveLength(1);
    stop.abort();
    await world.clock.advance(DELIVERY.pollMs);
    await running;
  });

  it('asks who the reader is right before each message: a round of thousands takes minutes', async () => {
    const world = createWorld();
    await (await world.follow(1)).raise('a1');
    const second = await world.follow(2);
    await second.raise('a1');
    world.setAnswer(() => {
      void world.subscribers.update(second.id, { state: 'blocked' });
      return { kind: 'sent', messageId: 1 };
    });
    await world.run(MINUTE_MS);
    expect(world.messages.map(({ subscriber }) => subscriber.chatId)).toEqual([1]);
  });

  it('sends without a sound what is muted', async () => {
    const world = createWorld();
    const { id, raise } = await world.follow(1);
    await raise('a1');
    await world.topics.put({ ...createTopic('t1', id), isMuted: true });
    await world.run(MINUTE_MS);
    expect(world.messages[0]?.isSilent).toBe(true);
  });

  it('lets an article that has gone, gone', async () => {
    const world = createWorld();
    await (await world.follow(1)).raise('a1');
    const stop = new AbortController();
    const running = deliverAlerts({ ...world.ports, show: async () => undefined }, stop.signal);
    await world.clock.advance(5000);
    stop.abort();
    await running;
    expect(await world.outbox.count()).toMatchObject({ dead: 1, waiting: 0 });
    expect(world.messages).toEqual([]);
  });

  it('takes the message under way at a kill for ambiguous, and sends it once more', async () => {
    const world = createWorld();
    const { id, raise } = await world.follow(1);
    await raise('a1');
    // Killed between the claim and the answer.
    await world.outbox.claim(id, { now: 0, limit: 1 });
    await world.run(MINUTE_MS);
    expect(world.arrived.get(1)).toHaveLength(1);
    expect(await world.outbox.count()).toMatchObject({ sent: 1, ambiguousAttempts: 1 });
  });

  it('killed while it writes down that a reader has blocked the bot, tries no other alert on that reader', async () => {
    const world = createWorld();
    const { outbox } = world;
    await (await world.follow(1)).raise('a1', 'a2');
    world.setAnswer(() => ({ kind: 'unreachable', state: 'blocked', reason: 'blocked' }));
    const stop = new AbortController();
    const ports = {
      ...world.ports,
      outbox: { ...outbox, settle: () => new Promise<never>(() => {}) },
    };
    void deliverAlerts(ports, stop.signal);
    await world.clock.advance(MINUTE_MS);
    stop.abort();
    expect(world.messages).toHaveLength(1);
    world.setAnswer(() => ({ kind: 'sent', messageId: 1 }));
    await world.run(MINUTE_MS);
    expect(await outbox.count()).toMatchObject({ waiting: 2, dead: 0 });
    await world.subscribers.setChatState(1, 'active');
    await world.run(MINUTE_MS);
    expect(world.arrived.get(1)?.map(({ articleId }) => articleId)).toEqual(['a1', 'a2']);
  });

  it(`loses and repeats nothing for ${READERS} readers under fire`, {
    timeout: 900_000,
  }, async () => {
    const world = createWorld();
    const articles = ['article00001', 'article00002'];
    for (let chatId = 1; chatId <= READERS; chatId += 1) {
      await (await world.follow(chatId % 10 === 0 ? -chatId : chatId)).raise(...articles);
    }
    let calls = 0;
    const lost = new Map<number, number>();
    const moved = new Set<number>();
    let sentBefore = Number.NEGATIVE_INFINITY;
    let shortestGap = Number.POSITIVE_INFINITY;
    world.setAnswer(({ subscriber: { chatId } }) => {
      calls += 1;
      shortestGap = Math.min(shortestGap, world.clock.now() - sentBefore);
      sentBefore = world.clock.now();
      if (chatId % 50 === 7) {
        const reason = 'Forbidden: bot was blocked by the user';
        return { kind: 'unreachable', state: 'blocked', reason };
      }
      if (chatId % 100 === 0 && chatId > -1_000_000) {
        moved.add(chatId);
        return { kind: 'moved', chatId: chatId - 1_000_000 };
      }
      if (calls % 97 === 0) return { kind: 'flooded', retryAfterMs: 5000 };
      if (calls % 41 === 0) {
        lost.set(chatId, (lost.get(chatId) ?? 0) + 1);
        return 'lost';
      }
      return { kind: 'sent', messageId: calls };
    });
    // Stopped in the middle and started again, as after a restart.
    await world.run(READERS * 20);
    await world.run(READERS * 400 + 10 * MINUTE_MS);

    const counts = await world.outbox.count();
    // Of each blocked reader one alert was refused; the other waits for the reader to come back.
    const blocked = Array.from({ length: READERS }, (_, i) => i + 1).filter((i) => i % 50 === 7);
    expect(counts).toMatchObject({
      waiting: blocked.length,
      dead: blocked.length,
      sending: 0,
    });
    let repeats = 0;
    for (let reader = 1; reader <= READERS; reader += 1) {
      const chatId = reader % 10 === 0 ? -reader : reader;
      if (chatId % 50 === 7) {
        expect(world.arrived.get(chatId)).toBeUndefined();
        continue;
      }
      const seen = world.arrived.get(moved.has(chatId) ? chatId - 1_000_000 : chatId) ?? [];
      expect(new Set(seen.map(({ articleId }) => articleId)), String(chatId)).toEqual(
        new Set(articles),
      );
      const extra = seen.length - articles.length;
      const excuse = lost.get(moved.has(chatId) ? chatId - 1_000_000 : chatId) ?? 0;
      expect(extra).toBeLessThanOrEqual(excuse);
      repeats += extra;
    }
    const losses = [...lost.values()].reduce((sum, count) => sum + count, 0);
    expect(counts.ambiguousAttempts).toBe(losses);
    expect(repeats).toBeLessThanOrEqual(losses);
    expect(losses).toBeGreaterThan(0);
    expect(moved.size).toBeGreaterThan(0);
    expect(shortestGap).toBeGreaterThanOrEqual(PACE.overallMs);
  });
});
