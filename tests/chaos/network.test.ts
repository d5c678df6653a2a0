/** Telegram and the network in trouble: floods, faults, connections that break at every place, repetitions, a bad token. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRandom } from '../../src/domain/random.js';
import { type Chaos, HURRIED, SEED, sabotageCalls, startChaos } from '../support/chaos.js';
import { BotApiRefusal } from '../support/fake-bot-api/refusal.js';
import type { Fault } from '../support/fake-bot-api/server.js';

let chaos: Chaos;
beforeEach(async () => {
  chaos = await startChaos();
});
afterEach(() => chaos.close());

const flood = (seconds: number) => (): Fault => ({
  kind: 'refusal',
  refusal: new BotApiRefusal(429, `Too Many Requests: retry after ${seconds}`, {
    retry_after: seconds,
  }),
});
const FLOODS = [flood(1), flood(5), flood(40)];
const FAULTS: readonly (() => Fault)[] = [
  () => ({ kind: 'badGateway' }),
  () => ({ kind: 'refusal', refusal: new BotApiRefusal(500, 'Internal Server Error') }),
  () => ({ kind: 'slow', seconds: 20 }),
  () => ({ kind: 'slow', seconds: 70 }),
  () => ({ kind: 'garbled' }),
];
const BREAKS: readonly (() => Fault)[] = [
  () => ({ kind: 'dropBefore' }),
  () => ({ kind: 'dropAfter' }),
  () => ({ kind: 'cutShort' }),
];

/** Six readers ask six questions each, some before the bot is there. */
async function askAndVerify(seed: number, options: Parameters<Chaos['start']>[0] = {}) {
  const random = createRandom(seed);
  for (let count = 0; count < 12; count += 1) chaos.ask(count % 6);
  const bot = chaos.start(options);
  for (let count = 0; count < 24; count += 1) {
    chaos.ask(Math.floor(random() * 6));
    if (random() < 0.5) await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await chaos.settle();
  await bot.stop();
  return chaos.verify();
}

describe(`with the seed ${SEED}, every question is answered once, or its reader told`, () => {
  test('1: floods of 1, 5 and 40 seconds, of polls and of getMe too', async () => {
    const random = createRandom(SEED);
    chaos.api.failNext('getMe', FLOODS[1]?.() as Fault);
    chaos.api.sabotage = sabotageCalls(random, FLOODS, 0.2);
    const { answered, noted } = await askAndVerify(SEED);
    expect({ answered, noted }).toEqual({ answered: 36, noted: 0 });
  });

  test('2: gateway errors, server errors, slow answers, halves of answers', async () => {
    chaos.api.sabotage = sabotageCalls(createRandom(SEED + 1), FAULTS, 0.15);
    const { answered } = await askAndVerify(SEED, HURRIED);
    expect(answered).toBeGreaterThan(18);
  });

  test('3: connections that break before, after and within a call', async () => {
    chaos.api.sabotage = sabotageCalls(createRandom(SEED + 2), BREAKS, 0.15);
    const { answered } = await askAndVerify(SEED, HURRIED);
    expect(answered).toBeGreaterThan(18);
  });

  test('3: all of it at once', async () => {
    const all = [...FLOODS, ...FAULTS, ...BREAKS];
    chaos.api.sabotage = sabotageCalls(createRandom(SEED + 3), all, 0.2);
    await askAndVerify(SEED, HURRIED);
  });

  test('4: updates that come again, and out of order', async () => {
    const random = createRandom(SEED + 4);
    for (let count = 0; count < 24; count += 1) chaos.ask(count % 6);
    const updates = [...chaos.api.queue.pending];
    const bot = chaos.start();
    for (const update of updates.toSorted(() => random() - 0.5)) {
      chaos.api.queue.repeat(update);
      if (random() < 0.3) await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await chaos.settle();
    for (const update of updates) chaos.api.queue.repeat(update);
    await chaos.api.until(() => chaos.api.queue.pending.length === 0);
    await bot.stop();
    expect(chaos.verify()).toEqual({ answered: 24, noted: 0 });
  });

  test('12: a token that is revoked and given again, and a second program', async () => {
    for (let count = 0; count < 12; count += 1) chaos.ask(count % 6);
    for (const [code, words, expected] of [
      [401, 'Unauthorized', 'BOT_TOKEN_INVALID'],
      [409, 'Conflict: terminated by other getUpdates request', 'BOT_CONFLICT'],
    ] as const) {
      const refusal = new BotApiRefusal(code, words);
      const bot = chaos.start();
      await chaos.api.until(() => chaos.api.queue.pending.length === 0);
      chaos.api.failNext('getUpdates', { kind: 'refusal', refusal });
      chaos.ask(1);
      await expect(bot.finished).rejects.toMatchObject({ code: expected });
    }
    const bot = chaos.start();
    await chaos.settle();
    await bot.stop();
    expect(chaos.verify()).toEqual({ answered: 14, noted: 0 });
  });
});
