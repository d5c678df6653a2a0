/**
 * The bot as a process of its own, killed with `kill -9` at each step of a question and stopped in the middle of a batch:
 * no question is lost, none is answered twice, and their order is kept.
 */
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { en } from '../../src/texts/en.js';
import { ANN, BOT_INFO, TOKEN } from '../support/bot-fixtures.js';
import { PACKAGE_ROOT } from '../support/cli-app.js';
import { type FakeBotApi, startFakeBotApi } from '../support/fake-bot-api/server.js';
import type { FakeChat } from '../support/fake-bot-api/world.js';
import { runQuoth, startQuoth } from '../support/quoth-process.js';
import { createTemporaryFolders } from '../support/temporary.js';

const QUESTION = 'How many species were found in the tide pools in 2025?';
const OTHERS = ['When may dogs go onto the beach?', 'piping plover nests', '什么叫富营养化？'];
const WAIT_MS = 30_000;

const createFolder = createTemporaryFolders('kill-bot');
let index: string;
let api: FakeBotApi;
let chat: FakeChat;
const running = new Set<ReturnType<typeof startQuoth>>();

beforeAll(async () => {
  index = createFolder('index');
  const samples = path.join(PACKAGE_ROOT, 'samples');
  expect(await runQuoth(['ingest', samples, '--index', index])).toMatchObject({ exitCode: 0 });
});
let firstUpdateId = 0;
beforeEach(async () => {
  firstUpdateId += 1000;
  api = await startFakeBotApi({ token: TOKEN, botInfo: BOT_INFO, firstUpdateId });
  chat = api.people.openPrivate(ANN);
});
afterEach(async () => {
  for (const run of running) run.child.kill('SIGKILL');
  await Promise.all([...running].map(({ ended }) => ended));
  running.clear();
  await api.close();
});
afterAll(() => expect(running.size).toBe(0));

function startBot(env: Readonly<Record<string, string>> = {}) {
  const run = startQuoth(['bot', '--index', index], {
    env: { BOT_TOKEN: TOKEN, QUOTH_API_ROOT: api.apiRoot, ...env },
  });
  running.add(run);
  return run;
}

const seen = () => api.world.see(ANN.id).filter(({ from }) => from === 'bot');
const isAnswer = (text: string) => /^\d+ passages?\n/.test(text);
const answers = () => seen().filter(({ text }) => isAnswer(text));
const notes = () => seen().filter(({ text }) => text === en.maybeUnanswered);
const sends = () => api.calls.filter(({ method }) => method === 'sendMessage').length;
const isConfirmed = () => api.queue.polls > 0 && api.queue.pending.length === 0;

async function killWhen(run: ReturnType<typeof startQuoth>, isTime: () => boolean): Promise<void> {
  await api.until(isTime, WAIT_MS);
  run.child.kill('SIGKILL');
  expect(await run.ended).toBe('SIGKILL');
  running.delete(run);
}

/** Stops a bot kindly. @returns all that it has written */
async function stop(run: ReturnType<typeof startQuoth>): Promise<string> {
  run.child.kill('SIGTERM');
  expect(await run.ended, run.written.stderr).toBe(0);
  running.delete(run);
  return run.written.stdout + run.written.stderr;
}

describe('a bot that is killed', () => {
  test('after a question was stored, answers it when it comes back, once', async () => {
    api.people.post(chat, ANN, QUESTION);
    // The model is still being loaded.
    await killWhen(startBot(), isConfirmed);
    expect(sends()).toBe(0);
    const second = startBot();
    await api.until(() => answers().length > 0, WAIT_MS);
    const written = await stop(second);
    expect(seen()).toHaveLength(1);
    expect(written).toContain('taking up what was left');
    expect(written).not.toContain(QUESTION);
    expect(written).not.toContain(TOKEN);
  });

  test('after an answer was sent and before that was noted, does not send it again', async () => {
    api.failNext('sendMessage', { kind: 'hangAfter' });
    const { message_id: asked } = api.people.post(chat, ANN, QUESTION);
    await killWhen(startBot(), () => answers().length === 1);
    const second = startBot();
    const note = await api.until(() => notes()[0], WAIT_MS);
    await stop(second);
    expect(note.replyTo).toBe(asked);
    expect([answers().length, notes().length]).toEqual([1, 1]);
  });

  test('while it sends an answer that never arrives, says so and offers it', async () => {
    api.failNext('sendMessage', { kind: 'hangBefore' });
    api.people.post(chat, ANN, QUESTION);
    await killWhen(startBot(), () => sends() === 1);
    const second = startBot();
    await api.until(() => notes().length > 0, WAIT_MS);
    expect(answers()).toEqual([]);
    api.people.press(chat, ANN, en.askAgainButton);
    await api.until(() => answers().length > 0, WAIT_MS);
    await stop(second);
    expect([answers().length, notes().length]).toEqual([1, 1]);
  });
});

test('SIGTERM in the middle of a batch: what is under way is finished, the rest answered later', async () => {
  const questions = [QUESTION, ...OTHERS];
  for (const question of questions) api.people.post(chat, ANN, question);
  const first = startBot();
  await api.until(() => sends() > 0, WAIT_MS);
  await stop(first);
  expect(api.queue.pending).toEqual([]);
  const second = startBot();
  await api.until(() => seen().length === questions.length, WAIT_MS);
  await stop(second);
  const lone = answers().map(({ text }) => text);
  expect(new Set(lone).size).toBe(questions.length);
  expect(lone[0]).toContain('tide pools');
  expect(lone.at(-1)).toContain('富营养化');
});

describe('a bot that cannot go on', () => {
  test('ends with an error when the token is revoked while it runs', async () => {
    const run = startBot();
    await api.until(() => api.queue.polls > 0 || api.queue.isHeld, WAIT_MS);
    api.revokeToken();
    expect(await run.ended).toBe(1);
    running.delete(run);
    expect(run.written.stderr).toMatch(/^error BOT_TOKEN_INVALID: .+BotFather/m);
  });

  test('ends with an error when a second one polls, and when a second one uses its library', async () => {
    const run = startBot();
    await api.until(() => api.queue.isHeld, WAIT_MS);
    const twin = startBot();
    expect(await twin.ended).toBe(1);
    expect(twin.written.stderr).toMatch(/^error BOT_CONFLICT: another program runs a bot on/m);
    running.delete(twin);
    await fetch(`${api.apiRoot}/bot${TOKEN}/getUpdates`);
    expect(await run.ended).toBe(1);
    running.delete(run);
    expect(run.written.stderr).toMatch(/^error BOT_CONFLICT: another program receives/m);
  });
});
