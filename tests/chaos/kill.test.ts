/** Processes that end in the middle of things. `tests/faults/kill-bot.test.ts` kills the whole program at chosen steps. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRandom } from '../../src/domain/random.js';
import { type Chaos, SEED, startChaos } from '../support/chaos.js';
import { PACKAGE_ROOT } from '../support/cli-app.js';
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
      await bot.stop();
    }
    const last = await startMortalBot(chaos, { indexDir, steps: Number.POSITIVE_INFINITY, random });
    await chaos.settle();
    const counts = await chaos.app.inbox.count();
    await last.stop();
    const { attempts = 0, unsure = 0, ...others } = counts.dead;
    const { noted } = chaos.verify(attempts);
    expect(kills).toBeGreaterThan(5);
    // In doubt is at most what was being sent at that moment, one question a reader.
    expect(noted).toBeLessThanOrEqual(kills * READERS);
    expect(noted).toBeLessThanOrEqual(unsure + attempts);
    expect(others).toEqual({});
    expect(countPayloads(indexDir)).toBe(0);
  });

  test('5: a process of its own, killed with SIGKILL while it sends', async () => {
    const random = createRandom(SEED + 50);
    const indexDir = createFolder('index');
    const isKnown = ({ number, chatId, messageId }: (typeof chaos.asked)[number]) =>
      chaos.numbersIn(chatId).includes(number) ||
      chaos.seen(chatId).some(({ replyTo }) => replyTo === messageId);
    for (let life = 0; life < 2; life += 1) {
      for (let count = 0; count < 8; count += 1) chaos.ask(Math.floor(random() * READERS));
      const bot = startProcess(indexDir);
      let sendsLeft = 1 + Math.floor(random() * 6);
      chaos.api.sabotage = ({ method }) => {
        if (method !== 'sendMessage') return undefined;
        sendsLeft -= 1;
        if (sendsLeft === 0) bot.child.kill('SIGKILL');
        return sendsLeft === 0 && random() < 0.5 ? { kind: 'dropBefore' } : undefined;
      };
      expect(await bot.ended).toBe('SIGKILL');
    }
    chaos.api.sabotage = undefined;
    const last = startProcess(indexDir);
    await chaos.api.until(() => chaos.asked.every(isKnown), 60_000);
    last.child.kill('SIGTERM');
    expect(await last.ended).toBe(0);
    expect(chaos.verify().noted).toBeLessThanOrEqual(2 * READERS);
    expect(countPayloads(indexDir)).toBe(0);
  });
});

function startProcess(indexDir: string) {
  const program = path.join(PACKAGE_ROOT, 'tests/support/bot-process.ts');
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), program, indexDir, chaos.api.apiRoot],
    { cwd: PACKAGE_ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  child.stdout.on('data', (chunk: Buffer) => chaos.lines.push(chunk.toString()));
  const ended = new Promise<number | string | null>((resolve) => {
    child.on('close', (code, signal) => resolve(signal ?? code));
  });
  return { child, ended };
}

/** Updates of which the inbox still holds the words. */
function countPayloads(indexDir: string): number {
  const db = new SqliteDatabase(`${indexDir}/inbox.sqlite`, { readonly: true });
  try {
    return db.prepare("select count(*) from inbox where payload <> ''").pluck().get() as number;
  } finally {
    db.close();
  }
}
