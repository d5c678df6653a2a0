/** A long run: what the program keeps, in memory and in the store, is bounded by settings and not by what readers have done. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createRandom } from '../../src/domain/random.js';
import { ANN, BOT_INFO, TOKEN } from '../support/bot-fixtures.js';
import { SEED } from '../support/chaos.js';
import { PACKAGE_ROOT } from '../support/cli-app.js';
import { type FakeBotApi, startFakeBotApi } from '../support/fake-bot-api/server.js';
import type { Holding } from '../support/long-run-process.js';
import { createTemporaryFolders } from '../support/temporary.js';

const createFolder = createTemporaryFolders('chaos-memory');
const ROUND = { hours: 4, updates: 60 } as const;
const ROUNDS = 48;
/** Rounds of which anything may be left: all is kept for a day, and looked at every six hours; the inbox keeps two days. */
const KEPT = { rows: 1 + (24 + 6) / ROUND.hours, inbox: 1 + 48 / ROUND.hours } as const;
/** More than answers are remembered. */
const READERS = 2000;
const LAST_ROUNDS = 6;
/** When all that has a bound is full: what the heap may grow from the half of the run to its end. */
const MOST_GROWTH_BYTES = 4 * 1024 * 1024;
const TABLES = ['answers', 'readers', 'feedback', 'topics', 'subscribers', 'topic_probes'] as const;
const WORDS = ['清河大桥', '图书馆', 'harbour', 'ferry', '供热管网', 'lighthouse', 'rules', 'tide'];

test(`with the seed ${SEED}: eight days and 2,880 updates leave no more behind than two days`, async () => {
  let aheadMs = 0;
  const clock = () => Date.now() + aheadMs;
  const api = await startFakeBotApi({ token: TOKEN, botInfo: BOT_INFO, clock });
  const indexDir = createFolder('index');
  const bot = startProcess(indexDir, api.apiRoot);
  await bot.ready;
  const act = createCrowd(api);
  const holdings: Holding[] = [];
  const rows: Record<string, number>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let count = 0; count < ROUND.updates; count += 1) act();
    await api.until(() => api.queue.pending.length === 0, 60_000);
    await expect.poll(() => bot.ask('open'), { timeout: 60_000, interval: 20 }).toBe(0);
    const jumpMs = ROUND.hours * 60 * 60 * 1000;
    holdings.push((await bot.ask({ jumpMs })) as Holding);
    rows.push(countRows(indexDir));
    aheadMs += jumpMs;
  }
  expect(await bot.end()).toEqual([0, null]);
  await api.close();

  // All of it happened: answers, votes, choices, topics.
  for (const table of TABLES)
    expect(Math.max(...rows.map((row) => row[table] ?? 0))).toBeGreaterThan(0);
  for (const [at, row] of rows.entries()) {
    for (const table of TABLES) {
      expect(row[table], `${table} in round ${at}`).toBeLessThanOrEqual(KEPT.rows * ROUND.updates);
    }
    expect(holdings[at]?.inboxRows).toBeLessThanOrEqual(KEPT.inbox * ROUND.updates);
  }
  const [half, end] = [findLeast(holdings.slice(0, ROUNDS / 2)), findLeast(holdings)];
  // Idle: a poll that is held, delivery, retention, and what looks after them.
  expect(end.resources).toBeLessThanOrEqual(20);
  expect(end.waits).toBeLessThanOrEqual(8);
  expect(end.heapBytes - half.heapBytes).toBeLessThan(MOST_GROWTH_BYTES);
  // Labels are words of the program.
  expect(end.figures - half.figures).toBeLessThan(20);
  for (const words of ['update failed', TOKEN, 'What do they say', '清河大桥']) {
    expect(bot.log()).not.toContain(words);
  }
}, 600_000);

/** The least that is held in the last rounds: a call that is just ending and garbage come and go, a leak stays. */
function findLeast(holdings: readonly Holding[]): Omit<Holding, 'inboxRows'> {
  const least = (of: (holding: Holding) => number): number =>
    Math.min(...holdings.slice(-LAST_ROUNDS).map(of));
  return {
    heapBytes: least(({ heapBytes }) => heapBytes),
    resources: least(({ resources }) => resources),
    waits: least(({ waits }) => waits),
    figures: least(({ figures }) => figures),
  };
}

function startProcess(indexDir: string, apiRoot: string) {
  const program = path.join(PACKAGE_ROOT, 'tests/support/long-run-process.ts');
  const child = fork(program, [indexDir, apiRoot], {
    cwd: PACKAGE_ROOT,
    execArgv: ['--expose-gc', '--import', import.meta.resolve('tsx')],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let log = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    log += chunk.toString();
  });
  const hear = async () => ((await once(child, 'message')) as [unknown])[0];
  return {
    ready: hear(),
    log: () => log,
    async ask(message: 'open' | { readonly jumpMs: number }): Promise<unknown> {
      child.send(message);
      return hear();
    },
    async end(): Promise<unknown[]> {
      child.disconnect();
      return once(child, 'exit');
    },
  };
}

/** @returns lets one of the readers do something */
function createCrowd({ people, world }: FakeBotApi): () => void {
  const random = createRandom(SEED + 13);
  const pick = <Item>(items: readonly Item[]): Item | undefined =>
    items[Math.floor(random() * items.length)];
  const group = people.openGroup(-100_000, 'x');
  const press = (): void => {
    const chats = [...world.chats.values()].filter(({ messages }) => messages.size > 1);
    const message = [...(pick(chats)?.messages.values() ?? [])].at(-1);
    const button = pick(message?.reply_markup?.inline_keyboard.flat() ?? []);
    if (message === undefined || button === undefined || !('callback_data' in button)) return;
    people.pressData({ ...ANN, id: message.chat.id }, message, button.callback_data);
  };
  return () => {
    const reader = { ...ANN, id: 5000 + Math.floor(random() * READERS) };
    const chat = people.openPrivate(reader);
    const words = `${pick(WORDS)} ${pick(WORDS)} ${Math.floor(random() * 1e6)}`;
    const chance = random();
    if (chance < 0.45) people.post(chat, reader, `What do they say about ${words}?`);
    else if (chance < 0.55) people.type(reader, words);
    else if (chance < 0.57) people.post(chat, reader, `/follow ${words}`);
    else if (chance < 0.65) people.post(chat, reader, pick(['/settings', '/library', '/topics']));
    else if (chance < 0.7) people.post(group, reader, `/ask ${words}?`);
    else press();
  };
}

function countRows(indexDir: string): Record<string, number> {
  const db = new SqliteDatabase(path.join(indexDir, 'library.sqlite'), { readonly: true });
  const count = (table: string) => db.prepare(`select count(*) from ${table}`).pluck().get();
  try {
    return Object.fromEntries(TABLES.map((table) => [table, Number(count(table))]));
  } finally {
    db.close();
  }
}
