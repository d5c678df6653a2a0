/** The program as an operator runs it: `start` without a terminal, and the bot, each a process of its own. */
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { zh } from '../../src/texts/zh.js';
import { BOT_INFO, LIN, TOKEN } from '../support/bot-fixtures.js';
import { PACKAGE_ROOT } from '../support/cli-app.js';
import { type FakeBotApi, startFakeBotApi } from '../support/fake-bot-api/server.js';
import { runQuoth, startQuoth } from '../support/quoth-process.js';
import { createTemporaryFolders } from '../support/temporary.js';

const createFolder = createTemporaryFolders('process');
const index = createFolder('index');
const corpus = path.join(PACKAGE_ROOT, 'samples/town-gazette-1998.txt');
let api: FakeBotApi;

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

beforeAll(async () => {
  api = await startFakeBotApi({ token: TOKEN, botInfo: BOT_INFO });
});
afterAll(() => api.close());

test('start without a terminal fills the library, says what to do next, and ends', async () => {
  const env = { QUOTH_INDEX: index, QUOTH_CORPUS: corpus };
  const first = await runQuoth(['start'], { env });
  expect(first.exitCode).toBe(0);
  expect(first.stdout).toMatch(/^added +town-gazette-1998\.txt: \d+ articles, \d+ passages/m);
  expect(first.stdout).toContain('Next:\n  npm run ask -- "your question"');
  const second = await runQuoth(['start'], { env });
  expect(second).toMatchObject({ exitCode: 0, stderr: '' });
  expect(second.stdout).toContain('already in the library');
});

test('start with a token runs the bot until SIGTERM', async () => {
  const env = {
    QUOTH_INDEX: index,
    QUOTH_CORPUS: corpus,
    QUOTH_API_ROOT: api.apiRoot,
    BOT_TOKEN: TOKEN,
    QUOTH_HTTP_PORT: String(await findFreePort()),
  };
  const look = (page: string) => fetch(`http://127.0.0.1:${env.QUOTH_HTTP_PORT}${page}`);
  const run = startQuoth(['start'], { env });
  await api.until(() => run.written.stderr.includes('https://t.me/quoth_test_bot'), 20_000);
  const chat = api.people.openPrivate(LIN);
  api.people.post(chat, LIN, 'How many piping plover nests were found on the outer bar?');
  const answer = await api.until(
    () => api.world.see(LIN.id).find(({ from }) => from === 'bot'),
    20_000,
  );
  expect(answer.text).toContain('seven nests on the outer bar');
  expect(answer.buttons.flat()).toContain(zh.contextButton(1));
  expect((await look('/healthz')).status).toBe(200);
  expect((await look('/readyz')).status).toBe(200);
  const figures = await (await look('/metrics')).text();
  expect(figures).toContain('quoth_updates_total{type="message",outcome="answered"} 1');
  expect(figures).toMatch(/^process_resident_memory_bytes \d+/m);
  expect(figures).not.toContain('piping plover');
  run.child.kill('SIGTERM');
  expect(await run.ended).toBe(0);
  expect(run.written.stdout + run.written.stderr).not.toContain(TOKEN);
  expect(run.written.stdout + run.written.stderr).not.toContain('piping plover');
});

test('a fault that nobody caught ends the bot, and is told without a word of what it held', async () => {
  const crash = `process.on("SIGUSR2", () => Promise.reject(new Error(process.env.SECRET + process.env.BOT_TOKEN)))`;
  const env = {
    QUOTH_INDEX: index,
    QUOTH_API_ROOT: api.apiRoot,
    BOT_TOKEN: TOKEN,
    QUOTH_LOG_LEVEL: 'trace',
    SECRET: 'zyxquestion',
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(crash)}`,
  };
  const run = startQuoth(['bot'], { env });
  await api.until(() => run.written.stderr.includes('https://t.me/quoth_test_bot'), 20_000);
  run.child.kill('SIGUSR2');
  expect(await run.ended).toBe(2);
  expect(run.written.stderr).toMatch(/^error INTERNAL: Error at .+\(this is a fault of Quoth/m);
  expect(run.written.stdout + run.written.stderr).not.toMatch(/zyx|canary/);
});

test('a port that is taken ends the bot at once with a clear error', async () => {
  const env = {
    QUOTH_INDEX: index,
    QUOTH_API_ROOT: api.apiRoot,
    BOT_TOKEN: TOKEN,
    QUOTH_HTTP_PORT: new URL(api.apiRoot).port,
  };
  const { exitCode, stderr } = await runQuoth(['bot'], { env });
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^error PORT_UNAVAILABLE: .+EADDRINUSE.+QUOTH_HTTP_PORT/m);
});

test('a token that Telegram does not know ends the bot with a clear error', async () => {
  const wrong = '987654321:AAA-canary-wrong-token-0000';
  const env = { QUOTH_INDEX: index, QUOTH_API_ROOT: api.apiRoot, BOT_TOKEN: wrong };
  const { exitCode, stderr } = await runQuoth(['bot'], { env });
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^error BOT_TOKEN_INVALID: .+@BotFather/m);
  expect(stderr).not.toContain('canary');
});

test('Ctrl-C during an ingest keeps what was stored and says how to go on', async () => {
  const fresh = createFolder('index');
  const run = startQuoth(['ingest', path.join(PACKAGE_ROOT, 'samples'), '--index', fresh]);
  await new Promise<void>((resolve) => {
    run.child.stdout.on('data', () => void (/^added/m.test(run.written.stdout) && resolve()));
  });
  run.child.kill('SIGINT');
  expect(await run.ended).toBe(1);
  expect(run.written.stderr).toMatch(/^error INTERRUPTED: .+ \(what was reported as done is kept/m);
  const { stdout } = await runQuoth(['articles', '--json', '--index', fresh]);
  const added = [...run.written.stdout.matchAll(/^added +\S+: (\d+) article/gm)];
  const expected = added.reduce((sum, match) => sum + Number(match[1]), 0);
  expect(stdout.split('\n').filter(Boolean)).toHaveLength(expected);
});
