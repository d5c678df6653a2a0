/** The inbox in SQLite keeps the contract, is one program's at a time, and forgets what readers wrote. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openInbox } from '../../../src/adapters/sqlite/open-inbox.js';
import { describeInbox } from '../../contracts/inbox.contract.js';
import { createTemporaryFolders } from '../../support/temporary.js';

const createFolder = createTemporaryFolders('inbox');
const CANARY = 'canary question about limpets';
const NEW = { updateId: 1, lane: 'canary-lane', expiresAt: 9e15 };
const WHEN = 1000;

describeInbox('sqlite', async () => {
  const { forBot, close } = await openInbox(createFolder('index'));
  return { inbox: forBot(1), close };
});

test('updates outlive the program, and belong to one bot', async () => {
  const dir = createFolder('index');
  const first = await openInbox(dir);
  await first.forBot(1).add([{ ...NEW, payload: '{"n":1}' }], WHEN);
  await first.close();
  const second = await openInbox(dir);
  expect(second.setAside).toBeUndefined();
  expect((await second.forBot(2).claim({ now: 1000, limit: 5 })).updates).toEqual([]);
  expect(await second.forBot(2).add([{ ...NEW, payload: '{"n":2}' }], WHEN)).toBe(1);
  expect((await second.forBot(1).claim({ now: 1000, limit: 5 })).updates).toMatchObject([
    { updateId: 1, payload: '{"n":1}' },
  ]);
  await second.close();
});

test('a second program is told that there is a first one', async () => {
  const dir = createFolder('index');
  const first = await openInbox(dir);
  await expect(openInbox(dir)).rejects.toMatchObject({ code: 'BOT_CONFLICT' });
  await first.close();
  await (await openInbox(dir)).close();
});

test('a damaged inbox is set aside, and a new one begun', async () => {
  const dir = createFolder('index');
  writeFileSync(path.join(dir, 'inbox.sqlite'), 'no database at all, but long enough to be read');
  const opened = await openInbox(dir);
  expect(opened.setAside).toMatch(/inbox\.sqlite-damaged-\d{8}T\d{6}Z$/);
  expect(await opened.forBot(1).add([{ ...NEW, payload: '{}' }], WHEN)).toBe(1);
  await opened.close();
});

test('nothing of a finished update is left in the file', async () => {
  const dir = createFolder('index');
  const opened = await openInbox(dir);
  const inbox = opened.forBot(1);
  const payload = JSON.stringify({ text: CANARY });
  await inbox.add(
    [
      { ...NEW, payload },
      { ...NEW, updateId: 2, payload },
    ],
    WHEN,
  );
  const { updates } = await inbox.claim({ now: 1000, limit: 5 });
  await inbox.settle(updates[0]?.id ?? 0, { kind: 'done' }, 1000);
  const next = await inbox.claim({ now: 1000, limit: 5 });
  await inbox.settle(next.updates[0]?.id ?? 0, { kind: 'dead', reason: 'failed' }, 1000);
  await opened.close();
  const files = readdirSync(dir).map((name) => readFileSync(path.join(dir, name), 'latin1'));
  expect(files.join('')).toContain('inbox_once');
  expect(files.join('')).not.toContain('canary');
});
