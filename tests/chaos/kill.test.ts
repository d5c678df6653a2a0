/** Processes that end in the middle of things. `tests/faults/kill-bot.test.ts` kills the whole program at chosen steps. */
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRandom } from '../../src/domain/random.js';
import { type Chaos, SEED, startChaos } from '../support/chaos.js';
import { startMortalBot } from '../support/mortal-bot.js';
import { createTemporaryFolders } from '../support/temporary.js';

const createFolder = createTemporaryFolders('chaos-kill');
/** Calls and steps of a life: the first of them are spent on coming up. */
const MOST_STEPS = 90;
const READERS = 6;

let chaos: Chaos;
beforeEach(async () => {
  chaos = await startChaos();
});
afterEach(() => chaos.close());

describe(`with the seed ${SEED}`, () => {
  test('5: killed at random moments, again and again, on one inbox', async () => {
    const random = createRandom(SEED + 5);
    const indexDir = createFolder('index');
    let kills = 0;
    for (let life = 0; life < 15; life += 1) {
      for (let count = 0; count < 4; count += 1) chaos.ask(Math.floor(random() * READERS));
      const steps = 1 + Math.floor(random() * MOST_STEPS);
      const bot = await startMortalBot(chaos, { indexDir, steps, random });
      const end = await Promise.race([
        bot.died.then(() => 'killed'),
        chaos.settle().then(() => 'idle'),
      ]);
      if (end === 'killed') kills += 1;
      else await bot.stop();
    }
    const last = await startMortalBot(chaos, { indexDir, steps: Number.POSITIVE_INFINITY, random });
    await chaos.settle();
    const counts = await chaos.app.inbox.count();
    await last.stop();
    const { attempts = 0, ...dead } = counts.dead;
    const { noted } = chaos.verify(attempts);
    expect(kills).toBeGreaterThan(5);
    // In doubt is at most what was being sent at that moment, one question a reader.
    expect(noted).toBeLessThanOrEqual(kills * READERS);
    expect(dead).toEqual(noted === 0 ? {} : { unsure: noted });
    expect(countPayloads(indexDir)).toBe(0);
  });
});

/** Updates of which the inbox still holds the words. */
function countPayloads(indexDir: string): number {
  const db = new SqliteDatabase(`${indexDir}/inbox.sqlite`, { readonly: true });
  try {
    return db.prepare("select count(*) from inbox where payload <> ''").pluck().get() as number;
  } finally {
    db.close();
  }
}
