/** Alerts for many at once, while readers ask. `tests/faults/delivery.test.ts` does it with processes that are killed. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRandom } from '../../src/domain/random.js';
import { createAlert, createTopic } from '../contracts/following.js';
import { type Chaos, SEED, startChaos } from '../support/chaos.js';
import { ARTICLES } from '../support/fake-app.js';
import { BotApiRefusal } from '../support/fake-bot-api/refusal.js';
import type { Fault } from '../support/fake-bot-api/server.js';

const READERS = 300;
const FIRST_ID = 20_000;
/** Supergroups have ids beyond it. */
const MOVED_ID = 1_000_000_000_000;
/** Of a hundred readers two have blocked the bot, one group has moved, one chat is not found. */
const FATES = ['blocked', 'blocked', 'moved', 'notFound'] as const;
const CHANCES = { flood: 0.01, lost: 0.03, broken: 0.02 } as const;

let chaos: Chaos;
beforeEach(async () => {
  chaos = await startChaos();
});
afterEach(() => chaos.close());

interface Reader {
  readonly fate: (typeof FATES)[number] | 'reached';
  /** Where the alert is to be seen. */
  readonly chatId: number;
}

/** Readers with an alert each, of whom the seed chooses who is out of reach. */
async function populate(random: () => number): Promise<ReadonlyMap<number, Reader>> {
  const { world } = chaos.api;
  const { subscribers, topics, outbox } = chaos.app.alerts;
  const [article] = ARTICLES as [(typeof ARTICLES)[number]];
  const readers = new Map<number, Reader>();
  const fates = Array.from({ length: READERS }, (_, at) => FATES[at % 100]);
  for (const [at, fate = 'reached'] of fates.toSorted(() => random() - 0.5).entries()) {
    const isGroup = fate === 'moved' || random() < 0.1;
    const chatId = isGroup ? -FIRST_ID - at : FIRST_ID + at;
    const newId = fate === 'moved' ? -MOVED_ID - at : chatId;
    if (fate !== 'notFound') {
      const place = world.addChat(
        isGroup
          ? { id: chatId, type: 'group', title: 'x' }
          : { id: chatId, type: 'private', first_name: 'x' },
      );
      if (fate === 'blocked') {
        place.closed = { errorCode: 403, description: 'Forbidden: bot was blocked by the user' };
      }
      if (fate === 'moved') {
        world.addChat({ id: newId, type: 'supergroup', title: 'x' });
        place.movedTo = newId;
      }
    }
    const kind = isGroup ? 'group' : 'private';
    const { id } = await subscribers.ensure({ chatId, kind, language: 'en' });
    const topic = createTopic(String(at).padStart(8, '0'), id);
    await topics.put(topic);
    const quote = { start: 0, end: 20, text: article.text.slice(0, 20), headings: [], score: 1 };
    await outbox.add([{ ...createAlert(id, topic.id, article.id), quote, createdAt: 1 + at }]);
    readers.set(at, { fate, chatId: newId });
  }
  return readers;
}

describe(`with the seed ${SEED}`, () => {
  test('7: a broadcast to three hundred, some blocked, moved and not found, with floods and breaks', async () => {
    const random = createRandom(SEED + 7);
    const readers = await populate(random);
    /** Attempts of which the bot cannot know what became, by reader. */
    const doubts = new Map<number, number>();
    let floodedUntil = 0;
    let callsWhileFlooded = 0;
    const flood = (seconds: number): Fault => {
      const words = `Too Many Requests: retry after ${seconds}`;
      return {
        kind: 'refusal',
        refusal: new BotApiRefusal(429, words, { retry_after: seconds }),
      };
    };
    chaos.api.sabotage = ({ method, payload }) => {
      const chatId = Number(payload['chat_id']);
      if (method !== 'sendMessage' || Math.abs(chatId) < FIRST_ID) return undefined;
      const now = chaos.clock.now();
      if (now < floodedUntil) {
        callsWhileFlooded += 1;
        return flood(Math.ceil((floodedUntil - now) / 1000));
      }
      const chance = random();
      if (chance < CHANCES.flood) {
        const seconds = [1, 5, 40][Math.floor(random() * 3)] ?? 1;
        floodedUntil = now + seconds * 1000;
        return flood(seconds);
      }
      // What is refused anyway leaves no doubt.
      const place = chaos.api.world.chats.get(chatId);
      const isOpen = place !== undefined && place.closed === undefined && !place.movedTo;
      if (!isOpen || chance > CHANCES.flood + CHANCES.lost + CHANCES.broken) return undefined;
      const size = Math.abs(chatId);
      const at = size - (size >= MOVED_ID ? MOVED_ID : FIRST_ID);
      doubts.set(at, (doubts.get(at) ?? 0) + 1);
      return { kind: chance < CHANCES.flood + CHANCES.lost ? 'dropAfter' : 'badGateway' };
    };
    const bot = chaos.start();
    for (let count = 0; count < 30; count += 1) {
      chaos.ask(count % 6);
      if (random() < 0.5) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const isOver = async () => {
      const { waiting, sending } = await chaos.app.alerts.outbox.count();
      return waiting + sending;
    };
    await expect.poll(isOver, { timeout: 60_000 }).toBe(0);
    await chaos.settle();
    await bot.stop();

    const unreachable = { blocked: 0, notFound: 0 };
    for (const [at, { fate, chatId }] of readers) {
      const seen = chaos.api.world.see(chatId).length;
      if (fate === 'blocked' || fate === 'notFound') {
        unreachable[fate] += 1;
        expect(seen, `alerts to ${fate} ${chatId}`).toBe(0);
        continue;
      }
      const times = doubts.get(at) ?? 0;
      expect(seen, `alerts to ${chatId}, after ${times} doubts`).toBeLessThanOrEqual(
        times === 0 ? 1 : 2,
      );
      // Two attempts in doubt are given up, and counted as unknown.
      if (times < 2) expect(seen, `alerts to ${chatId}`).toBeGreaterThanOrEqual(1);
    }
    expect(unreachable).toEqual({ blocked: 6, notFound: 3 });
    const { dead, unknown, ambiguousAttempts, sent } = await chaos.app.alerts.outbox.count();
    const doubtful = [...doubts.values()];
    expect(ambiguousAttempts).toBe(doubtful.reduce((sum, times) => sum + times, 0));
    expect(unknown).toBe(doubtful.filter((times) => times > 1).length);
    expect({ all: dead + unknown + sent, callsWhileFlooded }).toEqual({
      all: READERS,
      callsWhileFlooded: 0,
    });
    // Readers who ask do not wait for it.
    expect(chaos.verify()).toEqual({ answered: 30, noted: 0 });
  });
});
