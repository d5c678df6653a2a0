/**
 * How long readers wait: 300 questions a minute from 100 readers, and one who floods, with the real model on the samples,
 * over the fake of Telegram's server. The bot is a process of its own. Run after a build:
 * `node --import tsx scripts/measure-bot.mjs [SECONDS]`
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createRandom } from '../src/domain/random.ts';
import { ANN, BOT_INFO, TOKEN } from '../tests/support/bot-fixtures.ts';
import { startFakeBotApi } from '../tests/support/fake-bot-api/server.ts';

const LOAD = { readers: 100, questionsPerMinute: 300, floodPerSecond: 20 };
const seconds = Number(process.argv[2] ?? 60);
const root = fileURLToPath(new URL('..', import.meta.url));
const main = path.join(root, 'dist/main.js');
const index = mkdtempSync(path.join(tmpdir(), 'quoth-measure-'));
const random = createRandom(1);
const questions = JSON.parse(readFileSync(path.join(root, 'samples/questions.json'), 'utf8'));

const ingested = spawnSync(process.execPath, [main, 'ingest', 'samples', '--index', index], {
  cwd: root,
});
if (ingested.status !== 0) throw new Error(String(ingested.stderr));
const api = await startFakeBotApi({ token: TOKEN, botInfo: BOT_INFO });
const bot = spawn(process.execPath, [main, 'bot', '--index', index], {
  cwd: root,
  env: { ...process.env, BOT_TOKEN: TOKEN, QUOTH_API_ROOT: api.apiRoot, QUOTH_LOG_LEVEL: 'warn' },
  stdio: ['ignore', 'ignore', 'inherit'],
});

/** When each reader's open question was sent; a reader has one at a time. */
const openSince = new Map();
const latencies = [];
let floodMessages = 0;
const flooderId = 9999;
api.sabotage = ({ method, payload }) => {
  if (method !== 'sendMessage') return undefined;
  const chatId = Number(payload.chat_id);
  if (chatId === flooderId) floodMessages += 1;
  const since = openSince.get(chatId);
  if (since !== undefined) latencies.push(performance.now() - since);
  openSince.delete(chatId);
  return undefined;
};
const ask = (id) => {
  const reader = { ...ANN, id };
  const { text } = questions[Math.floor(random() * questions.length)];
  api.people.post(api.people.openPrivate(reader), reader, text);
};

await api.until(() => api.queue.isHeld, 60_000);
// The first question loads the model.
openSince.set(1, performance.now());
ask(1);
await api.until(() => latencies.length === 1, 60_000);
latencies.length = 0;

let asked = 0;
let flooded = 0;
const startedAt = performance.now();
const flooding = setInterval(() => {
  ask(flooderId);
  flooded += 1;
}, 1000 / LOAD.floodPerSecond);
while (performance.now() - startedAt < seconds * 1000) {
  const id = 1000 + Math.floor(random() * LOAD.readers);
  if (!openSince.has(id)) {
    openSince.set(id, performance.now());
    ask(id);
    asked += 1;
  }
  const nextAt = startedAt + ((asked + 1) * 60_000) / LOAD.questionsPerMinute;
  await sleep(Math.max(0, nextAt - performance.now()));
}
clearInterval(flooding);
await api.until(() => openSince.size === 0, 30_000).catch(() => undefined);

latencies.sort((a, b) => a - b);
const at = (share) => Math.round(latencies[Math.floor((latencies.length - 1) * share)] ?? 0);
console.log(
  JSON.stringify({
    seconds,
    asked,
    answered: latencies.length,
    p50Ms: at(0.5),
    p90Ms: at(0.9),
    p99Ms: at(0.99),
    slowestMs: at(1),
    flooderSent: flooded,
    flooderGot: floodMessages,
  }),
);
bot.kill('SIGTERM');
await new Promise((resolve) => bot.on('close', resolve));
await api.close();
rmSync(index, { recursive: true, force: true });
