/** Channels that follow topics: set in the channel or in private, by its admins alone; and topics of forums. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { en } from '../../src/texts/en.js';
import { createAlert, createTopic } from '../contracts/following.js';
import { ANN, BOT_INFO, LIN } from '../support/bot-fixtures.js';
import { ARTICLES } from '../support/fake-app.js';
import type { FakeChat } from '../support/fake-bot-api/world.js';
import { type RunningBot, startRunningBot } from '../support/running-bot.js';

const CHANNEL_ID = -1_001_234_567_890;
const [, ARTICLE] = ARTICLES;

let bot: RunningBot;
let channel: FakeChat;
beforeEach(async () => {
  bot = await startRunningBot();
  channel = bot.api.people.openChannel(CHANNEL_ID, 'Harbour News', 'harbour_news');
});
afterEach(() => bot.close());

const letInAnn = () => {
  channel.admins.add(ANN.id).add(BOT_INFO.id);
};
const textsIn = (chatId: number) =>
  bot.api.world.see(chatId).flatMap(({ from, text }) => (from === 'bot' ? [text] : []));
const raise = async (): Promise<void> => {
  const { alerts } = bot.app;
  const subscriber = await alerts.subscribers.find({ chatId: CHANNEL_ID });
  const [topic] = await alerts.topics.listActive();
  const text = ARTICLE?.text.slice(0, 54) ?? '';
  const quote = { start: 0, end: 54, text, headings: [], score: 0.1 };
  const alert = createAlert(subscriber?.id ?? 0, topic?.id ?? '', ARTICLE?.id ?? '');
  await alerts.outbox.add([{ ...alert, quote }]);
};

it('takes /follow in the channel, and presses of its admins', async () => {
  channel.admins.add(ANN.id);
  bot.api.people.postInChannel(channel, '/follow crabs');
  const preview = await bot.seeAnswer(CHANNEL_ID);
  expect(preview.text).toContain('crabs');
  const foreign = bot.api.people.press(channel, LIN, en.startButton);
  expect(await bot.seeToast(foreign)).not.toBe('');
  expect(await bot.app.alerts.topics.listActive()).toEqual([]);
  bot.api.people.press(channel, ANN, en.startButton);
  await bot.seeChange(CHANNEL_ID, preview);
  expect(await bot.app.alerts.topics.listActive()).toHaveLength(1);
  expect(await bot.app.alerts.subscribers.find({ chatId: CHANNEL_ID })).toMatchObject({
    kind: 'channel',
  });
  // Nothing of it has become an article.
  expect(bot.app.taken).toEqual([]);
});

it('is set by an admin in private, and is sent alerts that lead its readers to the article', async () => {
  letInAnn();
  const chat = bot.api.people.openPrivate(ANN);
  bot.api.people.post(chat, ANN, '/follow @harbour_news crabs');
  const preview = await bot.seeAnswer(ANN.id);
  bot.api.people.press(chat, ANN, en.startButton);
  await bot.seeChange(ANN.id, preview);
  expect(textsIn(CHANNEL_ID)).toEqual([]);
  await raise();
  const alert = await bot.seeAnswer(CHANNEL_ID);
  expect(alert.text).toContain('The tide pools open on the first of May');
  expect(alert.buttons).toEqual([[en.wholeArticleButton]]);

  const lin = bot.api.people.openPrivate(LIN);
  const [button] = channel.messages.get(alert.messageId)?.reply_markup?.inline_keyboard[0] ?? [];
  const url = button !== undefined && 'url' in button ? button.url : '';
  expect(url).toMatch(/^https:\/\/t\.me\/quoth_test_bot\?start=alert_\d+$/);
  bot.api.people.post(lin, LIN, `/start ${url.split('=')[1]}`);
  expect((await bot.seeAnswer(LIN.id)).text).toContain('Dogs are kept on a lead');

  bot.api.people.post(chat, ANN, '/topics @harbour_news');
  await bot.api.until(() => textsIn(ANN.id).includes(en.yourTopics(1)));
  bot.api.people.post(chat, ANN, '/settings https://t.me/harbour_news');
  await bot.api.until(() => textsIn(ANN.id).some((text) => text.includes(en.timingInstant)));
  const silence = bot.api.people.press(chat, ANN, en.soundButton);
  await bot.seeToast(silence);
  await expect
    .poll(() => bot.app.alerts.subscribers.find({ chatId: CHANNEL_ID }))
    .toMatchObject({ schedule: { isSilent: true } });
});

it.each([
  ['its readers', LIN, () => letInAnn(), en.adminsOnly],
  [
    'a bot that is no admin',
    ANN,
    () => channel.admins.add(ANN.id),
    en.channelUnknown('@harbour_news'),
  ],
])('is not set by %s', async (_, who, prepare, told) => {
  prepare();
  const reader = { ...who, language_code: 'en' };
  bot.api.people.post(bot.api.people.openPrivate(reader), reader, '/follow @harbour_news crabs');
  expect((await bot.seeAnswer(reader.id)).text).toBe(told);
  expect(await bot.app.alerts.subscribers.find({ chatId: CHANNEL_ID })).toBeUndefined();
});

it('does not open alerts of other chats by a link', async () => {
  const { alerts } = bot.app;
  const { id } = await alerts.subscribers.ensure({ chatId: 77, kind: 'private', language: 'en' });
  await alerts.topics.put(createTopic('topic001', id));
  await alerts.outbox.add([createAlert(id, 'topic001', ARTICLE?.id ?? '')]);
  bot.api.people.post(bot.api.people.openPrivate(ANN), ANN, '/start alert_1');
  expect((await bot.seeAnswer(ANN.id)).text).toBe(en.articleGone);
});

it('keeps to the topic of a forum, screens and alerts', async () => {
  const forum = bot.api.people.openForum(-100_300, 'Readers', [9]);
  forum.admins.add(ANN.id);
  bot.api.people.post(forum, ANN, '/follow crabs', { threadId: 9 });
  const preview = await bot.seeAnswer(-100_300);
  expect(preview.threadId).toBe(9);
  bot.api.people.press(forum, ANN, en.startButton);
  await bot.seeChange(-100_300, preview);
  const { alerts } = bot.app;
  const subscriber = await alerts.subscribers.find({ chatId: -100_300, threadId: 9 });
  const [topic] = await alerts.topics.listActive();
  const text = ARTICLE?.text.slice(0, 54) ?? '';
  const alert = createAlert(subscriber?.id ?? 0, topic?.id ?? '', ARTICLE?.id ?? '');
  await alerts.outbox.add([
    { ...alert, quote: { start: 0, end: 54, text, headings: [], score: 1 } },
  ]);
  const isAlert = ({ text: shown }: { text: string }) => shown.startsWith(en.alertOn('crabs'));
  const shown = await bot.api.until(() => bot.api.world.see(-100_300).find(isAlert), 10_000);
  expect(shown.threadId).toBe(9);
});
