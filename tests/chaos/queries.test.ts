/** Updates that come again over a webhook, and inline queries that nobody waits for any more. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRandom } from '../../src/domain/random.js';
import { type Chaos, SEED, startChaos } from '../support/chaos.js';
import { findPort } from '../support/find-port.js';
import { startRoughWay } from '../support/rough-way.js';

let chaos: Chaos;
beforeEach(async () => {
  chaos = await startChaos();
});
afterEach(() => chaos.close());

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

describe(`with the seed ${SEED}`, () => {
  test('4: a webhook that loses updates and brings others twice, to a bot that goes and comes', async () => {
    const random = createRandom(SEED + 40);
    const port = await findPort();
    const way = await startRoughWay({ port, random, share: 0.4 });
    const webhook = { url: way.url, secret: 'secret', host: '127.0.0.1', port };
    const { inbox } = chaos.app;
    const { add } = inbox;
    inbox.add = async (...given) => {
      if (random() < 0.1) throw new Error('the disk is full');
      return add(...given);
    };
    for (let life = 0; life < 4; life += 1) {
      for (let count = 0; count < 6; count += 1) chaos.ask(count);
      const bot = chaos.start({ webhook });
      for (let count = 0; count < 12; count += 1) {
        chaos.ask(Math.floor(random() * 6));
        if (random() < 0.5) await pause(20);
      }
      await pause(random() * 200);
      await bot.stop();
    }
    const bot = chaos.start({ webhook });
    await chaos.settle();
    await chaos.api.until(() => chaos.api.queue.pending.length === 0);
    await bot.stop();
    await way.close();
    expect(chaos.verify()).toEqual({ answered: 72, noted: 0 });
    expect(Math.max(...Object.values(way.troubles))).toBeGreaterThan(0);
  });

  test('8: inline queries that Telegram has given up, in the store and under way: dropped, and nothing waits for them', async () => {
    const random = createRandom(SEED + 80);
    const { inbox } = chaos.app;
    const { claim } = inbox;
    let held: 'store' | 'library' | undefined;
    const waiting: (() => void)[] = [];
    inbox.claim = async (given) =>
      held === 'store' ? { updates: [], expired: 0 } : await claim(given);
    chaos.app.beforeAnswer = async () => {
      if (held === 'library') await new Promise<void>((resolve) => waiting.push(resolve));
    };
    const bot = chaos.start();
    const late: string[] = [];
    let updates = 0;
    for (let round = 0; round < 12; round += 1) {
      held = round % 2 === 0 ? 'store' : 'library';
      const isLate = round > 9 || random() < 0.6;
      const typed: string[] = [];
      for (let count = 1 + Math.floor(random() * 8); count > 0; count -= 1) {
        const reader = chaos.readerAt(20 + Math.floor(random() * 4));
        typed.push(chaos.api.people.type(reader, `rule #${round}${count}`));
      }
      chaos.ask(round % 3);
      updates += typed.length + 1;
      await chaos.api.until(() => chaos.api.queue.pending.length === 0);
      if (held === 'library') await chaos.api.until(() => waiting.length > 0);
      if (isLate) chaos.jump(31_000 + Math.floor(random() * 120_000));
      held = undefined;
      for (const finish of waiting.splice(0)) finish();
      await chaos.settle(updates);
      if (isLate) late.push(...typed);
      if (random() < 0.3) chaos.jump(-Math.floor(random() * 3_600_000));
    }
    const last = chaos.api.people.type(chaos.readerAt(30), 'rule #99');
    const answerTo = (id: string) => chaos.api.world.inlineQueries.get(id)?.answered;
    await chaos.api.until(() => answerTo(last));
    await bot.stop();
    expect(chaos.verify()).toEqual({ answered: 12, noted: 0 });
    expect(late.filter((id) => answerTo(id))).toEqual([]);
    const outcomes = chaos.lines.flatMap(
      (line) => /"type":"inline","outcome":"(\w+)"/.exec(line)?.[1] ?? [],
    );
    const seen = [...chaos.api.world.inlineQueries.keys()].filter((id) => answerTo(id));
    expect(outcomes.filter((outcome) => outcome === 'answered')).toHaveLength(seen.length);
    // Under way, and before their turn.
    expect(outcomes).toContain('expired');
    expect((await inbox.count()).dead['expired']).toBeGreaterThan(0);
    expect(chaos.lines.join('')).not.toMatch(/failed|refused/);
  });
});
