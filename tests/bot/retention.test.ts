/** What the running bot forgets by itself, in a real library, and that it goes on when the library is in trouble. */
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type App, createApp } from '../../src/app.js';
import { startRetention } from '../../src/bot/start-retention.js';
import { loadConfig } from '../../src/config.js';
import { createTestLogger } from '../support/bot-fixtures.js';
import { createFakeClock } from '../support/fake-clock.js';
import { createTemporaryFolders } from '../support/temporary.js';

const NOTHING = { answers: 0, votes: 0, preferences: 0, subscribers: 0, drafts: 0 };
const DAY_MS = 24 * 60 * 60 * 1000;
const createFolder = createTemporaryFolders('retention');
const open: App[] = [];
afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
});

async function openApp(indexDir: string, inDays = 0, env = {}): Promise<App> {
  const config = loadConfig({ QUOTH_INDEX: indexDir, ...env });
  const app = await createApp(config, { now: () => new Date(Date.now() + inDays * DAY_MS) });
  open.push(app);
  return app;
}

async function fill(app: App): Promise<void> {
  await app.answers.put({ id: 'answer01', owner: 'x', question: 'x', quotes: [], shown: 0 });
  await app.feedback.put({ answerId: 'answer01', reader: 'x' }, { verdict: 'good' });
  await app.readers.put('x', { language: 'zh' });
  const { subscribers, topics } = await app.openAlerts();
  const topic = { words: 'x', name: 'x', strictness: 0, isMuted: false, createdAt: Date.now() };
  for (const chatId of [1, 2]) {
    const { id } = await subscribers.ensure({ chatId, kind: 'private', language: 'en' });
    await topics.put({ ...topic, id: `active0${chatId}`, subscriberId: id, state: 'active' });
    await topics.put({ ...topic, id: `draft00${chatId}`, subscriberId: id, state: 'draft' });
  }
  await subscribers.setChatState(2, 'blocked');
}

describe('forgetOld', () => {
  it('takes away what has been kept for the days that are set, and not a day before', async () => {
    const folder = path.join(createFolder('index'), 'library');
    await fill(await openApp(folder));
    const early = await openApp(folder, 6, { QUOTH_KEEP_DAYS: '7' });
    expect(await early.forgetOld()).toEqual(NOTHING);
    const late = await openApp(folder, 8, { QUOTH_KEEP_DAYS: '7' });
    expect(await late.forgetOld()).toEqual({
      answers: 1,
      votes: 1,
      preferences: 1,
      subscribers: 1,
      drafts: 2,
    });
    expect(await late.forgetOld()).toEqual(NOTHING);
    const { topics } = await late.openAlerts();
    expect((await topics.listAll()).map(({ topic }) => topic.id)).toEqual(['active01']);
    expect(await late.answers.get('answer01')).toBeUndefined();
  });
});

describe('readReaderKey', () => {
  it('is the same whenever a library is opened, and another one in every library', async () => {
    const folder = path.join(createFolder('index'), 'library');
    const key = await (await openApp(folder)).readReaderKey();
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(await (await openApp(folder)).readReaderKey()).toBe(key);
    const other = await openApp(path.join(createFolder('index'), 'library'));
    expect(await other.readReaderKey()).not.toBe(key);
  });
});

describe('startRetention', () => {
  it('forgets at the start and every six hours, and outlasts trouble with the store', async () => {
    const clock = createFakeClock();
    const stopping = new AbortController();
    const { lines, logger } = createTestLogger();
    let calls = 0;
    const forgetOld = async () => {
      calls += 1;
      if (calls === 2) throw new Error('the disk is full of zyxquestion');
      return { ...NOTHING, answers: calls === 1 ? 0 : 3 };
    };
    const running = startRetention({ forgetOld }, { logger, clock, signal: stopping.signal });
    await clock.advance(0);
    expect(calls).toBe(1);
    expect(lines).toEqual([]);
    await clock.advance(12 * 60 * 60 * 1000);
    expect(calls).toBe(3);
    expect(lines[0]).toContain('could not forget');
    expect(lines[1]).toContain('"answers":3');
    expect(lines.join('')).not.toContain('zyx');
    stopping.abort();
    await running;
  });
});
