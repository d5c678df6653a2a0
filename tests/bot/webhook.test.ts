/** Updates by webhook: into the same inbox, answered at once, nothing from strangers, nothing lost. */
import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runBot } from '../../src/bot/run-bot.js';
import { AppError } from '../../src/errors.js';
import { ANN, BOT_INFO, createTestLogger, LIN, TOKEN } from '../support/bot-fixtures.js';
import { createFakeApp, type FakeApp } from '../support/fake-app.js';
import { type FakeBotApi, startFakeBotApi } from '../support/fake-bot-api/server.js';
import { findPort } from '../support/find-port.js';

const SECRET = 'canary-secret_1';
const QUESTION = 'When do the tide pools open?';

let api: FakeBotApi;
let app: FakeApp;
let lines: readonly string[];
let url: string;
let stop: () => Promise<void>;
let finished: Promise<void>;

beforeEach(async () => {
  api = await startFakeBotApi({ token: TOKEN, botInfo: BOT_INFO, speed: 20 });
  app = createFakeApp();
  const log = createTestLogger();
  lines = log.lines;
  const port = await findPort();
  url = `http://127.0.0.1:${port}/quoth`;
  const stopping = new AbortController();
  let isReady = false;
  finished = runBot({
    token: TOKEN,
    apiRoot: api.apiRoot,
    app,
    logger: log.logger,
    signal: stopping.signal,
    webhook: { url, secret: SECRET, host: '127.0.0.1', port },
    onReady: () => {
      isReady = true;
    },
  });
  finished.catch(() => undefined);
  stop = () => {
    stopping.abort();
    return finished;
  };
  await api.until(() => isReady);
});
afterEach(async () => {
  await stop().catch(() => undefined);
  await api.close();
});

const seen = (chatId: number) => api.world.see(chatId).filter(({ from }) => from === 'bot');

/** Calls as a stranger can. @returns the status */
const post = (body: string, headers: Record<string, string> = {}, path = '') =>
  fetch(url + path, { method: 'POST', body, headers }).then(({ status }) => status);
const withSecret = { 'x-telegram-bot-api-secret-token': SECRET };

describe('a webhook', () => {
  test('brings questions, which are answered in order a chat, and is answered at once', async () => {
    let finish = () => {};
    app.beforeAnswer = () => new Promise((resolve) => (finish = resolve));
    const ann = api.people.openPrivate(ANN);
    api.people.post(ann, ANN, QUESTION);
    api.people.post(ann, ANN, 'Do limpets return to the same scar?');
    // Taken in, though the first question is still under way.
    await api.until(() => api.queue.pending.length === 0);
    expect(seen(ANN.id)).toEqual([]);
    app.beforeAnswer = undefined;
    await api.until(() => app.asked.length === 1);
    finish();
    const answers = await api.until(() => seen(ANN.id).length === 2 && seen(ANN.id));
    expect(answers[0]?.text).toContain('tide pools');
    expect(answers[1]?.text).toContain('Limpets');
    expect(lines.join('')).not.toContain(SECRET);
  });

  test('takes the same update once, from two connections at once too', async () => {
    const chat = api.people.openPrivate(LIN);
    const message = { ...api.people.post(chat, LIN, QUESTION) };
    await api.until(() => seen(LIN.id).length === 1);
    const again = JSON.stringify({ update_id: 7, message });
    const statuses = await Promise.all([1, 2, 3].map(() => post(again, withSecret)));
    expect(statuses).toEqual([200, 200, 200]);
    await api.until(() => seen(LIN.id).length === 2);
    await expect.poll(() => app.inbox.count()).toMatchObject({ done: 2, waiting: 0, running: 0 });
    expect(app.asked).toHaveLength(2);
  });

  test('refuses strangers, other paths and methods, and what is no update', async () => {
    const update = JSON.stringify({ update_id: 9 });
    expect(await post(update)).toBe(401);
    expect(await post(update, { 'x-telegram-bot-api-secret-token': `${SECRET}x` })).toBe(401);
    expect(await post(update, withSecret, '/other')).toBe(404);
    expect(await fetch(url, { headers: withSecret }).then(({ status }) => status)).toBe(405);
    for (const body of ['', '{', 'null', '[]', '{"update_id":"1"}']) {
      expect(await post(body, withSecret), body).toBe(400);
    }
    expect(await app.inbox.count()).toMatchObject({ waiting: 0, running: 0, done: 0 });
  });

  test('reads no more than a megabyte, and of a stranger nothing', async () => {
    expect(await post('x'.repeat(1024 * 1024 + 1), withSecret)).toBe(413);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const call = request(url, { method: 'POST', headers: { 'content-length': 1e9 } });
      call.on('response', (response) => resolve(response.statusCode)).on('error', reject);
      call.flushHeaders();
    });
    expect(status).toBe(401);
  });

  test('loses nothing while the store is in trouble or the bot away', async () => {
    const { add } = app.inbox;
    let failures = 1;
    app.inbox.add = (...given) =>
      failures-- > 0 ? Promise.reject(new AppError('DISK_FULL', 'no space left')) : add(...given);
    api.people.post(api.people.openPrivate(ANN), ANN, QUESTION);
    await api.until(() => seen(ANN.id).length === 1);
    await stop();
    api.people.post(api.people.openPrivate(ANN), ANN, QUESTION);
    expect(api.queue.pending).toHaveLength(1);
  });

  test('that cannot be served ends the bot with a word that says why', async () => {
    const { port } = new URL(url);
    const second = runBot({
      token: TOKEN,
      apiRoot: api.apiRoot,
      app: createFakeApp(),
      logger: createTestLogger('silent').logger,
      webhook: { url, secret: SECRET, host: '127.0.0.1', port: Number(port) },
    });
    await expect(second).rejects.toMatchObject({ code: 'PORT_UNAVAILABLE' });
  });
});
