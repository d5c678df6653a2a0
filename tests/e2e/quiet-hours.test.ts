/**
 * When alerts arrive, from end to end: a reader follows a topic and chooses quiet hours or a daily digest in Telegram, another
 * program ingests articles, and hours pass on a clock of the test's own. The real library, hashes in place of the model's
 * vectors, against the strict fake of Telegram's server.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { User } from 'grammy/types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DELIVERY } from '../../src/alerts/deliver-alerts.js';
import { type App, createApp } from '../../src/app.js';
import { loadConfig } from '../../src/config.js';
import { en } from '../../src/texts/en.js';
import { ANN, LIN } from '../support/bot-fixtures.js';
import type { SeenMessage } from '../support/fake-bot-api/world.js';
import { createFakeClock, type FakeClock } from '../support/fake-clock.js';
import { createHashed } from '../support/hashed-embedder.js';
import { type RunningBot, startRunningBotOn } from '../support/running-bot.js';
import { createTemporaryFolders } from '../support/temporary.js';

const createFolder = createTemporaryFolders('quiet-hours');
const HOUR_MS = 3_600_000;
/** Eight in the evening in Shanghai. */
const START = Date.UTC(2026, 2, 1, 12);

let indexDir: string;
let clock: FakeClock;
let app: App;
let bot: RunningBot<App>;

const openProgram = (): Promise<App> =>
  createApp(loadConfig({ QUOTH_LOG_LEVEL: 'silent', QUOTH_INDEX: indexDir }), {
    createEmbedder: createHashed,
    now: () => new Date(clock.now()),
  });

beforeEach(async () => {
  indexDir = createFolder('index');
  clock = createFakeClock();
  clock.setBack(-START);
  app = await openProgram();
  await ingestElsewhere('The harbour', 'The harbour of Merridew was built by fishermen.');
  bot = await startRunningBotOn(app, { clock });
});
afterEach(async () => {
  await bot?.close();
  await app?.close();
});

/** A second program, with connections of its own. */
async function ingestElsewhere(title: string, text: string): Promise<void> {
  const file = path.join(createFolder('files'), `${title}.txt`);
  writeFileSync(file, `${title}\n2026-03-01 Harbour News\n${text}\n`);
  const other = await openProgram();
  const { failures } = await other.ingest([file]);
  await other.close();
  expect(failures).toEqual([]);
}

/** Hours pass, and the bot looks at what waits. */
async function pass(hours: number): Promise<void> {
  clock.setBack(-hours * HOUR_MS);
  for (let look = 0; look < 3; look += 1) await clock.advance(DELIVERY.pollMs);
}

const alertsTo = ({ id }: User): SeenMessage[] =>
  bot.api.world
    .see(id)
    .filter(({ from, text }) => from === 'bot' && text.includes('over the gorge'));
const quotesIn = ({ text, entities }: SeenMessage): string[] =>
  entities
    .filter(({ type }) => type === 'expandable_blockquote')
    .map(({ offset, length }) => text.slice(offset, offset + length));
const countOutbox = async () => (await app.openAlerts()).outbox.count();

/** Follows in Shanghai, then presses buttons of the settings. */
async function follow(like: User, presses: readonly string[]): Promise<User> {
  const reader = { ...like, language_code: 'en' };
  const chat = bot.api.people.openPrivate(reader);
  const see = (start: string) =>
    bot.api.until(() =>
      bot.api.world
        .see(reader.id)
        .find(({ from, text }) => from === 'bot' && text.startsWith(start)),
    );
  bot.api.people.post(chat, reader, '/follow "glass-bridge"');
  await bot.seeAnswer(reader.id, 1);
  bot.api.people.press(chat, reader, en.startButton);
  const zones = await see(en.askZone);
  bot.api.people.press(chat, reader, 'Shanghai');
  await bot.seeChange(reader.id, zones);
  bot.api.people.post(chat, reader, '/settings');
  const settings = await bot.api.until(() =>
    bot.api.world.see(reader.id).find(({ buttons }) => buttons.flat().includes(en.soundButton)),
  );
  let shown = settings;
  for (const label of presses) {
    bot.api.people.press(chat, reader, label, shown.messageId);
    shown = await bot.seeChange(reader.id, shown);
  }
  return reader;
}

const BRIDGE = 'The glass-bridge over the gorge was opened by the mayor.';
const TOLL = 'From May on the glass-bridge asks a toll of two pence.';

test('what comes in quiet hours arrives once, when they are over where the reader lives', async () => {
  const reader = await follow(ANN, [en.quietButton]);
  await pass(3);
  await ingestElsewhere('A bridge of glass', BRIDGE);
  await pass(0);
  expect(await countOutbox()).toMatchObject({ waiting: 1, sent: 0, sending: 0 });
  await pass(8);
  expect(await countOutbox()).toMatchObject({ waiting: 1, sent: 0, sending: 0 });
  await pass(1);
  const alert = await bot.api.until(() => alertsTo(reader).at(-1));
  expect(quotesIn(alert).map((quote) => quote.trim())).toEqual([BRIDGE]);
  expect(alert.text).toContain('A bridge of glass');
  await expect.poll(async () => (await countOutbox()).sent).toBe(1);
  await pass(24);
  expect(await countOutbox()).toMatchObject({ waiting: 0, sent: 1, sending: 0, dead: 0 });
  expect(alertsTo(reader)).toHaveLength(1);
}, 60_000);

test('a daily digest brings at its hour what came since, in one message and once', async () => {
  const reader = await follow(LIN, [en.timingButton]);
  await ingestElsewhere('A bridge of glass', BRIDGE);
  await pass(2);
  await ingestElsewhere('A toll', TOLL);
  await pass(9);
  expect(await countOutbox()).toMatchObject({ waiting: 2, sent: 0, sending: 0 });
  await pass(1);
  const digest = await bot.api.until(() => alertsTo(reader).at(-1));
  expect(digest.text.startsWith(en.digestOf(2))).toBe(true);
  expect(quotesIn(digest).map((quote) => quote.trim())).toEqual([BRIDGE, TOLL]);
  await expect.poll(async () => (await countOutbox()).sent).toBe(2);
  await pass(24);
  expect(alertsTo(reader)).toHaveLength(1);
  expect(await countOutbox()).toMatchObject({ waiting: 0, sent: 2, sending: 0, dead: 0 });
}, 60_000);
