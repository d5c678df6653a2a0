/**
 * Alerts from end to end: a reader follows a topic in Telegram, another process ingests a new article, and the alert arrives
 * with the right quote, citation and buttons. The real library and model against the strict fake of Telegram's server.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { User } from 'grammy/types';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../src/app.js';
import { en } from '../../src/texts/en.js';
import { zh } from '../../src/texts/zh.js';
import { ANN, LIN } from '../support/bot-fixtures.js';
import { PACKAGE_ROOT } from '../support/cli-app.js';
import { BotApiRefusal } from '../support/fake-bot-api/refusal.js';
import type { SeenMessage } from '../support/fake-bot-api/world.js';
import { runQuoth } from '../support/quoth-process.js';
import { openRealApp, runReal } from '../support/real-app.js';
import { type RunningBot, startRunningBotOn } from '../support/running-bot.js';
import { createTemporaryFolders } from '../support/temporary.js';

const createFolder = createTemporaryFolders('alerts');
const NEWS = [
  '青田县推广稻鱼共生',
  '2026年3月9日 青田日报',
  '青田县今年新增稻鱼共生田两千亩，稻田养鱼的农户每亩增收三千元。',
  '县里派出技术员，教农户在水稻田里挖鱼沟、放鱼苗、防鸟害。',
  '',
].join('\n');
const WEATHER = [
  '本周天气平稳',
  '2026年3月10日 青田日报',
  '本周多云到晴，最高气温十八度，最低气温九度，早晚温差较大。',
  '市民出门请带外套，周末有小雨。',
  '',
].join('\n');

let indexDir: string;
let filesDir: string;
let app: App;
let bot: RunningBot<App>;

beforeAll(async () => {
  indexDir = createFolder('index');
  filesDir = createFolder('files');
  app = await openRealApp(indexDir);
  await app.ingest([path.join(PACKAGE_ROOT, 'samples')]);
  await app.warmUp();
  bot = await startRunningBotOn(app);
});
afterAll(async () => {
  await bot?.close();
  await app?.close();
});

const ingestElsewhere = async (name: string, text: string): Promise<void> => {
  const file = path.join(filesDir, name);
  writeFileSync(file, text);
  const { exitCode, stderr } = await runQuoth(['ingest', file, '--index', indexDir], {
    env: { QUOTH_LOG_LEVEL: 'silent' },
  });
  expect(stderr.includes('error'), stderr).toBe(false);
  expect(exitCode).toBe(0);
};
const quotesIn = ({ text, entities }: SeenMessage): string[] =>
  entities
    .filter(({ type }) => type === 'expandable_blockquote')
    .map(({ offset, length }) => text.slice(offset, offset + length));
const seeStart = (chatId: number, start: string, timeoutMs = 10_000) =>
  bot.api.until(
    () =>
      bot.api.world.see(chatId).find(({ from, text }) => from === 'bot' && text.startsWith(start)),
    timeoutMs,
  );

const seeButtons = (chatId: number, id: number): readonly string[] =>
  bot.api.world
    .see(chatId)
    .find(({ messageId }) => messageId === id)
    ?.buttons.flat() ?? [];

let lastReader = 8000;
async function follow(like: User, topic: string, texts: typeof en) {
  lastReader += 1;
  const reader = { ...like, id: lastReader };
  const chat = bot.api.people.openPrivate(reader);
  bot.api.people.post(chat, reader, `/follow ${topic}`);
  const preview = await bot.seeAnswer(reader.id, 1);
  bot.api.people.press(chat, reader, texts.startButton);
  await seeStart(reader.id, texts.nowFollowing(topic).split('\n')[0] ?? '');
  await seeStart(reader.id, texts.askZone);
  return { reader, chat, preview };
}

describe('a reader who follows a topic', () => {
  test('is shown the back-test, and is quoted the article that another process ingests', async () => {
    const own = await follow(LIN, '稻田养鱼', zh);
    const bystander = await follow(ANN, 'basketball league', en);
    expect(own.preview.text).toContain(zh.backTest('稻田养鱼', 0, 0).slice(0, 6));
    expect(own.preview.buttons).toEqual([
      [zh.stricterButton, zh.looserButton],
      [zh.startButton, zh.cancelButton],
    ]);
    await ingestElsewhere('qingtian.txt', NEWS);
    const alert = await seeStart(own.reader.id, zh.alertOn('稻田养鱼'));

    const [article] = (await app.listArticles()).filter(
      ({ document }) => document === 'qingtian.txt',
    );
    const whole = await app.getArticle(article?.id ?? '');
    expect(quotesIn(alert)).toHaveLength(1);
    expect(whole?.text).toContain(quotesIn(alert)[0]);
    expect(quotesIn(alert)[0]).toContain('稻田养鱼');
    expect(alert.text).toContain('青田县推广稻鱼共生');
    expect(alert.text).toContain('qingtian.txt');
    expect(alert.buttons).toEqual([
      [zh.contextPlainButton, zh.wholeArticleButton],
      [zh.goodButton, zh.badButton],
      [zh.unfollowButton],
    ]);

    // A reprint under another title says nothing new, and other news concern nobody here.
    await ingestElsewhere('reprint.txt', NEWS.replace('青田日报', '浙江农报'));
    await ingestElsewhere('weather.txt', WEATHER);
    const counts = await (await app.openAlerts()).outbox.count();
    expect(counts).toMatchObject({ sent: 1, waiting: 0, dead: 0 });
    const toBystander = bot.api.world.see(bystander.reader.id);
    expect(toBystander.some(({ text }) => text.startsWith(en.alertOn('')))).toBe(false);

    const vote = bot.api.people.press(own.chat, own.reader, zh.badButton, alert.messageId);
    expect(await bot.seeToast(vote)).toBe(zh.lessLikeThis);
    const { topics, subscribers } = await app.openAlerts();
    const subscriber = await subscribers.find({ chatId: own.reader.id });
    const [topic] = await topics.list(subscriber?.id ?? 0);
    expect(topic?.strictness).toBe(0.5);

    bot.api.people.press(own.chat, own.reader, zh.wholeArticleButton, alert.messageId);
    await bot.api.until(() =>
      bot.api.world.see(own.reader.id).some(({ text }) => text.includes('挖鱼沟、放鱼苗')),
    );
  }, 120_000);

  test('is offered to merge what is followed already in another language', async () => {
    const { reader, chat } = await follow(LIN, '海洋经济', zh);
    bot.api.people.post(chat, reader, '/follow marine economy');
    const offer = await seeStart(reader.id, zh.similarTopic('marine economy', '海洋经济'));
    expect(offer.buttons).toEqual([[zh.mergeButton], [zh.keepBothButton]]);
    bot.api.people.press(chat, reader, zh.mergeButton, offer.messageId);
    await seeStart(reader.id, zh.merged('海洋经济'));
    const { topics, subscribers } = await app.openAlerts();
    const subscriber = await subscribers.find({ chatId: reader.id });
    expect(await topics.list(subscriber?.id ?? 0)).toMatchObject([{ words: '海洋经济' }]);
  }, 120_000);

  test('catches up after a pause, many at once in one message that says so', async () => {
    const { reader, chat } = await follow(ANN, '"comet harvest"', en);
    bot.api.people.post(chat, reader, '/topics');
    const list = await seeStart(reader.id, en.yourTopics(1));
    bot.api.people.press(chat, reader, '"comet harvest"', list.messageId);
    await bot.seeChange(reader.id, list);
    bot.api.people.press(chat, reader, en.pauseButton, list.messageId);
    await bot.api.until(() => seeButtons(reader.id, list.messageId).includes(en.resumeButton));
    const fields = ['wheat', 'barley', 'rye', 'oats', 'millet', 'maize', 'rice'];
    for (const [day, crop] of fields.entries()) {
      const text = `The ${crop} fields\n2026-03-1${day} Harbour News\nThe comet harvest of ${crop} in field ${day} gave ${day + 3} tons to the farmers of the ${crop} valley.\n`;
      writeFileSync(path.join(filesDir, `comet-${day}.txt`), text);
    }
    await app.ingest(fields.map((_, day) => path.join(filesDir, `comet-${day}.txt`)));
    bot.api.people.press(chat, reader, en.resumeButton, list.messageId);
    await bot.api.until(() => seeButtons(reader.id, list.messageId).includes(en.catchUpButton));
    bot.api.people.press(chat, reader, en.catchUpButton, list.messageId);
    await seeStart(reader.id, en.caughtUp(7), 30_000);
    const digest = await seeStart(reader.id, en.floodOf(7), 20_000);
    expect(quotesIn(digest)).toHaveLength(7);
    for (const crop of fields) expect(digest.text).toContain(`comet harvest of ${crop}`);
  }, 120_000);

  test('is sent an alert again whose answer was lost once, and no more often', async () => {
    const { reader } = await follow(ANN, '"zeppelin harbour"', en);
    bot.api.failNext('sendMessage', { kind: 'dropAfter' });
    const text =
      'Zeppelin harbour opens\n2026-03-11 Harbour News\nThe new zeppelin harbour opens to visitors on Friday.\n';
    await ingestElsewhere('zeppelin.txt', text);
    const alertsSeen = () =>
      bot.api.world
        .see(reader.id)
        .filter(({ text: seen }) => seen.startsWith(en.alertOn('"zeppelin harbour"')));
    await bot.api.until(() => alertsSeen().length === 2, 20_000);
    const waiting = async () => (await (await app.openAlerts()).outbox.count()).waiting;
    await expect.poll(waiting, { timeout: 10_000 }).toBe(0);
    expect(alertsSeen()).toHaveLength(2);
    expect((await (await app.openAlerts()).outbox.count()).ambiguousAttempts).toBe(1);
  }, 120_000);

  test('is left alone after blocking the bot, and found again by a message', async () => {
    const { reader, chat } = await follow(ANN, '"glass bridge"', en);
    const { subscribers } = await app.openAlerts();
    const stateOf = async () => (await subscribers.find({ chatId: reader.id }))?.state;
    bot.api.failNext('sendMessage', {
      kind: 'refusal',
      refusal: new BotApiRefusal(403, 'Forbidden: bot was blocked by the user'),
    });
    await ingestElsewhere(
      'bridge.txt',
      'A glass bridge\n2026-03-12 Harbour News\nThe glass bridge over the gorge was opened today by the mayor.\n',
    );
    await expect.poll(stateOf, { timeout: 15_000 }).toBe('blocked');
    bot.api.people.post(chat, reader, '/topics');
    await expect.poll(stateOf, { timeout: 10_000 }).toBe('active');
  }, 120_000);
});

describe('quoth topics', () => {
  test('lists, exports and imports what readers follow', async () => {
    await follow(ANN, 'lighthouse keepers', en);
    const exported = await runReal(['topics', 'export'], indexDir);
    const lines = exported.stdout.trim().split('\n');
    const file = path.join(filesDir, 'topics.jsonl');
    writeFileSync(file, exported.stdout);
    const other = createFolder('other');
    const imported = await runReal(['topics', 'import', file, '--json'], other);
    expect(JSON.parse(imported.stdout)).toEqual({ imported: lines.length });
    const again = await runReal(['topics', 'export'], other);
    const strip = (text: string) =>
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).topic);
    expect(strip(again.stdout)).toEqual(strip(exported.stdout));
    const listed = await runReal(['topics', 'list'], indexDir);
    expect(listed.stdout).toContain('lighthouse keepers');
  });

  test('matches a batch as one line a topic', async () => {
    const file = path.join(filesDir, 'batch.jsonl');
    writeFileSync(
      file,
      '{"id":1,"topic":"稻田养鱼"}\n{"id":"b","topic":"x"}\n{"id":3,"topic":"火星殖民"}\n',
    );
    const run = await runReal(['topics', 'match', '--batch', file, '--json'], indexDir);
    const lines = run.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ id }) => id)).toEqual([1, 3]);
    expect(lines[0].articles[0]).toMatchObject({ ordinal: 1, title: '青田县推广稻鱼共生' });
    expect(lines[1].articles).toEqual([]);
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toMatch(/line 2.*TOPIC_INVALID/);
  });
});
