/**
 * What readers and keepers send to the bot that is no good: topics that are empty, huge or about everything, and feeds that
 * are none. And two bots on one token, each a process of its own. The real library against the fake of Telegram's server.
 */
import { cpSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, createApp } from '../../src/app.js';
import { loadConfig } from '../../src/config.js';
import { en } from '../../src/texts/en.js';
import { ANN, BOT_INFO, TOKEN } from '../support/bot-fixtures.js';
import { PACKAGE_ROOT } from '../support/cli-app.js';
import { startFakeBotApi } from '../support/fake-bot-api/server.js';
import { isThisMachine } from '../support/memory-intake.js';
import { startQuoth } from '../support/quoth-process.js';
import { type RunningBot, startRunningBotOn } from '../support/running-bot.js';
import { createTemporaryFolders } from '../support/temporary.js';
import { startWebServer, type WebServer } from '../support/web-server.js';

const createFolder = createTemporaryFolders('bad-following');
const MEGABYTE = 1024 * 1024;

let web: WebServer;
let app: App;
let bot: RunningBot<App>;
beforeAll(async () => {
  web = await startWebServer();
  const config = loadConfig({
    QUOTH_LOG_LEVEL: 'silent',
    QUOTH_INDEX: createFolder('index'),
    QUOTH_KEEPERS: String(ANN.id),
  });
  app = await createApp(config, { web: { isAllowed: isThisMachine } });
  await app.ingest([path.join(PACKAGE_ROOT, 'samples')]);
  bot = await startRunningBotOn(app);
});
afterAll(async () => {
  await bot?.close();
  await app?.close();
  await web?.close();
});

let seen = 0;
/** What the bot answers to Ann. */
const ask = async (text: string): Promise<string> => {
  bot.api.people.post(bot.api.people.openPrivate(ANN), ANN, text);
  seen += 1;
  const answers = () => bot.api.world.see(ANN.id).filter(({ from }) => from === 'bot');
  return (await bot.api.until(() => answers()[seen - 1], 60_000)).text;
};

describe('a topic', () => {
  test.each([
    ['that is empty', '/follow', en.followHow],
    ['of one character', '/follow x', en.topicTooShort],
    ['of one Chinese character', '/follow 海', en.topicTooShort],
    ['of signs only', '/follow ?!…', en.topicTooShort],
    ['of 5,000 characters', `/follow ${'海洋'.repeat(2000)}`, en.topicTooLong(200)],
  ])('%s is refused', async (_, given, told) => {
    expect(await ask(given)).toBe(told);
  });

  test('that would match nearly everything is refused with the figure', async () => {
    const articles = (await app.listArticles()).length;
    const answer = await ask('/follow "2025"');
    const [, fired] = /: (\d+) of \d+ articles/.exec(answer) ?? [];
    expect(answer).toBe(en.topicTooWide(Number(fired), articles));
    expect(Number(fired)).toBeGreaterThan(articles * 0.5);
  });
});

describe('a feed', () => {
  test.each([
    [
      'that is a web page',
      '/page',
      { body: '<html><body><p>No feed.</p></body></html>' },
      en.feedInvalid,
    ],
    ['that is not there', '/gone', { status: 404, body: 'gone' }, en.feedRefused],
    [
      'that leads in circles',
      '/loop',
      { status: 302, headers: { location: '/loop' } },
      en.feedRedirects,
    ],
    ['of 50 MB', '/huge', { body: Buffer.alloc(50 * MEGABYTE, 'x') }, en.feedTooLarge],
  ])('%s is refused, and why is said', async (_, page, content, told) => {
    web.pages.set(page, content as never);
    expect(await ask(`/feed add ${web.origin}${page}`)).toBe(told);
    expect(await app.intake.feeds.list()).toEqual([]);
  });

  test('in a private network is refused', async () => {
    expect(await ask('/feed add http://192.168.1.1/feed')).toBe(en.feedForbidden);
    expect(await ask('/feed add http://169.254.169.254/latest')).toBe(en.feedForbidden);
  });
});

test('of two bots on one token one ends with a clear error, the other goes on', async () => {
  const api = await startFakeBotApi({ token: TOKEN, botInfo: BOT_INFO });
  // Each with a library of its own: two on one library are told apart by its inbox already.
  const bots = ['one', 'other'].map((name) => {
    const index = createFolder(name);
    cpSync(path.join(app.config.indexDir, 'library.sqlite'), path.join(index, 'library.sqlite'));
    const env = { QUOTH_API_ROOT: api.apiRoot, BOT_TOKEN: TOKEN, QUOTH_INDEX: index };
    return startQuoth(['bot'], { env });
  });
  const codes: (number | string | null)[] = [];
  for (const { ended } of bots) void ended.then((code) => codes.push(code));
  await api.until(() => codes.length === 1, 60_000);
  expect(codes).toEqual([1]);
  const failed = bots.find(({ child }) => child.exitCode === 1);
  expect(failed?.written.stderr).toMatch(/^error BOT_CONFLICT: .+ \(.+\)$/m);
  expect(failed?.written.stderr).not.toContain(TOKEN);
  const left = bots.find(({ child }) => child.exitCode === null);
  api.people.post(api.people.openPrivate(ANN), ANN, '/help');
  await api.until(() => api.world.see(ANN.id).some(({ text }) => text === en.help), 60_000);
  left?.child.kill('SIGTERM');
  expect(await left?.ended).toBe(0);
  await api.close();
}, 180_000);
