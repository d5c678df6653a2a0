/** Starting and stopping: what ends the bot, what it waits out, what it leaves behind. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pickExamples } from '../../src/bot/pick-examples.js';
import { runBot } from '../../src/bot/run-bot.js';
import { AppError } from '../../src/errors.js';
import type { Clock } from '../../src/ports/clock.js';
import { en } from '../../src/texts/en.js';
import { zh } from '../../src/texts/zh.js';
import { ANN, BOT_INFO, createTestLogger, TOKEN } from '../support/bot-fixtures.js';
import { createFakeApp } from '../support/fake-app.js';
import { BotApiRefusal } from '../support/fake-bot-api/refusal.js';
import { type FakeBotApi, startFakeBotApi } from '../support/fake-bot-api/server.js';
import { hastyClock } from '../support/fake-clock.js';

let api: FakeBotApi;
beforeEach(async () => {
  api = await startFakeBotApi({ token: TOKEN, botInfo: BOT_INFO });
});
afterEach(() => api.close());

/** Retries come soon; what is waited for at the end has time enough on a busy machine. */
const quickClock: Clock = {
  now: hastyClock.now,
  wait: (delayMs) =>
    new Promise((resolve) => setTimeout(resolve, delayMs >= 10_000 ? 2000 : 20).unref()),
};

function start(more: { readonly token?: string; readonly signal?: AbortSignal } = {}) {
  const app = createFakeApp();
  const { lines, logger } = createTestLogger();
  let isReady = false;
  const finished = runBot({
    token: TOKEN,
    apiRoot: api.apiRoot,
    app,
    logger,
    clock: quickClock,
    onReady: () => {
      isReady = true;
    },
    ...more,
  });
  return { app, lines, finished, isReady: () => isReady };
}

async function codeOf(finished: Promise<void>): Promise<string> {
  const error = await finished.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AppError);
  expect(JSON.stringify(error) + String(error)).not.toContain('canary');
  return (error as AppError).code;
}

describe('runBot', () => {
  it('ends with BOT_TOKEN_INVALID when Telegram does not know the token', async () => {
    const { finished, lines } = start({ token: '987654321:AAA-canary-wrong-token-0000' });
    expect(await codeOf(finished)).toBe('BOT_TOKEN_INVALID');
    expect(lines.join('')).not.toContain('canary');
  });

  it('ends with BOT_CONFLICT when a second program polls', async () => {
    const first = start();
    await api.until(first.isReady);
    const stopping = new AbortController();
    const second = start({ signal: stopping.signal });
    expect(await codeOf(first.finished)).toBe('BOT_CONFLICT');
    stopping.abort();
    await second.finished;
  });

  it.each([
    [
      'BOT_CONFLICT',
      409,
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    ],
    [
      'BOT_CONFLICT',
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    ],
    ['BOT_TOKEN_INVALID', 401, 'Unauthorized'],
    ['BOT_TOKEN_INVALID', 404, 'Not Found'],
  ])('ends with %s when a poll is answered with %i %s', async (expected, code, words) => {
    api.failNext('getUpdates', { kind: 'refusal', refusal: new BotApiRefusal(code, words) });
    expect(await codeOf(start().finished)).toBe(expected);
  });

  it('polls on after a flood, a fault and a broken connection, and confirms nothing meanwhile', async () => {
    const flood = new BotApiRefusal(429, 'Too Many Requests: retry after 3', { retry_after: 3 });
    api.failNext('getUpdates', { kind: 'refusal', refusal: flood });
    api.failNext('getUpdates', { kind: 'badGateway' });
    api.failNext('getUpdates', { kind: 'dropBefore' });
    const stopping = new AbortController();
    const { finished, app, lines } = start({ signal: stopping.signal });
    let failures = 2;
    const { add } = app.inbox;
    app.inbox.add = (...given) =>
      failures-- > 0 ? Promise.reject(new AppError('DISK_FULL', 'no space left')) : add(...given);
    const chat = api.people.openPrivate(ANN);
    api.people.post(chat, ANN, 'When do the tide pools open?');
    await api.until(() => failures === 0);
    expect(api.queue.pending).toHaveLength(1);
    await api.until(() => app.asked.length === 1);
    stopping.abort();
    await finished;
    expect(api.queue.pending).toEqual([]);
    expect(lines.join('')).toContain('"waitMs":3000');
    expect(lines.join('')).toContain('DISK_FULL');
  });

  it('waits until Telegram can be reached, and says so', async () => {
    api.failNext('getMe', { kind: 'dropBefore' }, 3);
    api.failNext('getMe', { kind: 'badGateway' });
    api.failNext('getMe', { kind: 'refusal', refusal: new BotApiRefusal(500, 'Internal') });
    const stopping = new AbortController();
    const { finished, isReady, lines } = start({ signal: stopping.signal });
    await api.until(isReady);
    stopping.abort();
    await finished;
    expect(lines.filter((line) => line.includes('TELEGRAM_UNREACHABLE')).length).toBeGreaterThan(1);
    expect(lines.join('')).toContain('Telegram can be reached again');
  });

  it('stops while it still waits for Telegram', async () => {
    api.failNext('getMe', { kind: 'dropBefore' }, 10_000);
    const stopping = new AbortController();
    const { finished, lines } = start({ signal: stopping.signal });
    await api.until(() => lines.some((line) => line.includes('could not connect')));
    stopping.abort();
    await finished;
  });

  it('finishes what is under way when stopped, confirms it, and leaves the rest to Telegram', async () => {
    const stopping = new AbortController();
    const { app, finished, isReady } = start({ signal: stopping.signal });
    await api.until(isReady);
    let finish = () => {};
    app.beforeAnswer = () => new Promise((resolve) => (finish = resolve));
    const chat = api.people.openPrivate(ANN);
    api.people.post(chat, ANN, 'When do the tide pools open?');
    await api.until(() => app.asked.length === 1);
    stopping.abort();
    await api.until(() => api.queue.pending.length === 0);
    api.people.post(chat, ANN, 'Posted while it stops');
    setTimeout(() => finish(), 5);
    await finished;
    expect(api.world.see(ANN.id).filter(({ from }) => from === 'bot')).toHaveLength(1);
    expect(api.queue.pending).toHaveLength(1);
    expect(app.asked).toHaveLength(1);
  });

  it('sets commands and descriptions in every language, and lives without', async () => {
    const flood = new BotApiRefusal(429, 'Too Many Requests: retry after 90', { retry_after: 90 });
    api.failNext('setMyDescription', { kind: 'refusal', refusal: flood });
    const stopping = new AbortController();
    const { finished, isReady, lines } = start({ signal: stopping.signal });
    await api.until(isReady);
    await api.until(() => api.profile.has('setChatMenuButton'));
    stopping.abort();
    await finished;
    const codes = ['zh', 'ru', 'ja', 'es', 'fr', 'de', 'ko', 'vi', 'ar'];
    const expected = [
      'setMyCommands/all_group_chats',
      'setMyCommands/all_private_chats',
      'setMyDescription',
      'setMyShortDescription',
    ]
      .flatMap((key) => [key, ...codes.map((code) => `${key}/${code}`)])
      .concat('setChatMenuButton');
    const failed = 'setMyDescription';
    expect([...api.profile.keys()].sort()).toEqual(expected.filter((key) => key !== failed).sort());
    expect(api.profile.get('setMyDescription/zh')).toMatchObject({
      description: zh.botDescription,
    });
    const english = api.profile.get('setMyCommands/all_group_chats');
    const reading = ['ask', 'latest', 'library', 'article', 'trace'];
    const commands = [
      ...reading,
      'follow',
      'topics',
      'settings',
      'language',
      'privacy',
      'delete_me',
    ];
    expect(english).toMatchObject({ commands: commands.map((command) => ({ command })) });
    expect(english).toHaveProperty('commands.0.description', en.askCommand);
    expect(lines.join('')).toContain('could not set');
  });
});

describe('pickExamples', () => {
  it('takes short titles of the latest articles, each once', () => {
    const titled = (title: string, date?: string) =>
      ({ title, ...(date && { date }) }) as Parameters<typeof pickExamples>[0][number];
    const articles = [
      titled('Older news', '2024-01'),
      titled('x'),
      titled('A title that is far too long for a button', '2025-03'),
      titled('New rules', '2025-02-01'),
      titled('New rules', '2025-01-01'),
      titled('No date'),
    ];
    expect(pickExamples(articles)).toEqual(['New rules', 'Older news']);
    expect(pickExamples([])).toEqual([]);
  });
});
