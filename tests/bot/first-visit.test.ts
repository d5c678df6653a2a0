/** A first visit in every language, as whole screens: read the files in transcripts/ as somebody who speaks it would. */
import type { User } from 'grammy/types';
import { expect, it } from 'vitest';
import { LANGUAGES } from '../../src/texts/languages.js';
import { loadTexts } from '../../src/texts/load-texts.js';
import type { Texts } from '../../src/texts/texts.js';
import { createAlert } from '../contracts/following.js';
import { BOT_INFO } from '../support/bot-fixtures.js';
import { ARTICLES, answerOf, createFakeApp, KEEPER_ID, quoteOf } from '../support/fake-app.js';
import { createFastClock } from '../support/fast-clock.js';
import { createMemoryDeliveries } from '../support/memory-deliveries.js';
import { renderChat } from '../support/render-transcript.js';
import { type RunningBot, startRunningBotOn } from '../support/running-bot.js';
import { createTemporaryFolders } from '../support/temporary.js';

const makeFolder = createTemporaryFolders('first-visit');
const [rules, pools] = ARTICLES as [(typeof ARTICLES)[number], (typeof ARTICLES)[number]];
/** What is asked, in the language of the harbour; the words around it are the bot's. */
const ASKED = { answered: 'When do the tide pools open?', related: 'near', nothing: 'Who?' };
const FILE = '旧书交换日\n2025年3月8日\n清河市图书馆举办旧书交换日，三百多名市民带着书来到馆里。\n';

/** The library finds something for everything that is asked here. */
function createVisitedApp() {
  const app = createFakeApp();
  const { deliveries, upkeep } = createMemoryDeliveries(makeFolder());
  const quotes = [quoteOf(pools, 0, 92), quoteOf(pools, 93, 171), quoteOf(rules, 0, 26)];
  app.answersByQuestion.set(ASKED.answered, answerOf(ASKED.answered, quotes));
  app.answersByQuestion.set(ASKED.related, {
    ...answerOf(ASKED.related, quotes.slice(0, 1)),
    kind: 'related',
  });
  app.answersByQuestion.set(ASKED.nothing, answerOf(ASKED.nothing, []));
  const passage = { id: 1, ordinal: 1, start: 0, end: 92, headings: [], sentences: [] };
  const near = [{ article: pools, passage, score: 1 }] as never;
  const alerts = { ...app.alerts, backTest: async () => ({ articles: 24, near }) };
  return Object.assign(app, { alerts, openAlerts: async () => alerts, deliveries, upkeep });
}

type VisitedApp = ReturnType<typeof createVisitedApp>;

/** What is in the chat after one thing after the other was said there. */
async function visit(bot: RunningBot<VisitedApp>, reader: User, texts: Texts): Promise<string> {
  const { people, world } = bot.api;
  const chat = people.openPrivate(reader);
  const count = () => world.see(reader.id).filter(({ from }) => from === 'bot').length;
  const say = async (text: string): Promise<void> => {
    const before = count();
    people.post(chat, reader, text);
    await bot.seeAnswer(reader.id, before + 1);
  };
  const screens = [
    '/start',
    ASKED.answered,
    ASKED.related,
    ASKED.nothing,
    'hello',
    `${'x'.repeat(1100)}?`,
    '/follow tide pools',
  ];
  for (const text of screens) await say(text);
  const draft = renderChat(chat, BOT_INFO.id).split('\n\n14 Quoth')[1];
  const before = count();
  people.press(chat, reader, texts.startButton);
  await bot.seeAnswer(reader.id, before + 1);
  const subscriber = await bot.app.alerts.subscribers.find({ chatId: reader.id });
  const [topic] = await bot.app.alerts.topics.listActive();
  if (subscriber === undefined || topic === undefined) throw new Error('nothing is followed');
  const quote = { start: 0, end: 92, text: pools.text.slice(0, 92), headings: [], score: 1 };
  await bot.app.alerts.outbox.add([{ ...createAlert(subscriber.id, topic.id, pools.id), quote }]);
  await bot.seeAnswer(reader.id, before + 2);
  for (const text of ['/topics', '/settings', '/library', '/latest', '/privacy', '/delete_me']) {
    await say(text);
  }
  people.sendFile(chat, reader, { name: 'books.txt', bytes: Buffer.from(FILE) });
  await bot.api.until(() => world.see(reader.id).some(({ text }) => text.includes('• 旧书')));
  const now = renderChat(chat, BOT_INFO.id).replaceAll(/x{20,}/g, 'x…');
  return now.replace('\n\n14 Quoth', `\n\n14 Quoth, at first${draft}\n\n14 Quoth, then`);
}

/** Somebody in a hurry, while two others wait for their answers: what was said, but for the seconds. */
async function hurry(bot: RunningBot<VisitedApp>, reader: User, texts: Texts): Promise<string> {
  const { people, world } = bot.api;
  const waiting: (() => void)[] = [];
  bot.app.beforeAnswer = () => new Promise((resolve) => waiting.push(resolve));
  for (const id of [801, 802]) {
    people.post(people.openPrivate({ ...reader, id }), { ...reader, id }, 'What?');
  }
  await bot.api.until(() => waiting.length === 2);
  const chat = people.openPrivate(reader);
  people.post(chat, reader, ASKED.nothing);
  const moment = await bot.seeAnswer(reader.id);
  bot.app.beforeAnswer = undefined;
  for (const finish of waiting) finish();
  for (let times = 0; times < 60; times += 1) people.post(chat, reader, ASKED.nothing);
  const refusals = Array.from({ length: 60 }, (_, seconds) => texts.tooFast(seconds));
  await bot.api.until(() => world.see(reader.id).some(({ text }) => refusals.includes(text)));
  return [moment.text, texts.tooFast(3)].join('\n\n');
}

it.each(LANGUAGES)('a first visit in $code', async ({ code }) => {
  // A keeper: nobody bids them go slower, and they may send files.
  const reader: User = { id: KEEPER_ID, is_bot: false, first_name: 'Lín', language_code: code };
  const texts = loadTexts(code);
  const clock = createFastClock(Date.now(), 20);
  const bot = await startRunningBotOn(createVisitedApp(), { clock, examples: [ASKED.answered] });
  try {
    const visited = await visit(bot, reader, texts);
    const hurried = await hurry(bot, { ...reader, id: 503 }, texts);
    const transcript = ['# A visit', visited, '# In a hurry', hurried, ''].join('\n\n');
    await expect(transcript).toMatchFileSnapshot(`transcripts/first-visit.${code}.txt`);
  } finally {
    await bot.close();
  }
});
