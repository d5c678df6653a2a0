/**
 * Canaries: words that stand for a token, names, questions and topics are sent through every feature of the bot, with
 * Telegram and the library failing in every way. None of them may be found in any line of the log.
 */
import type { User } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { AppError, toAppError } from '../../src/errors.js';
import type { Clock } from '../../src/ports/clock.js';
import { en } from '../../src/texts/en.js';
import { TOKEN } from '../support/bot-fixtures.js';
import { ARTICLES, answerOf, KEEPER_ID, quoteOf } from '../support/fake-app.js';
import { BotApiRefusal } from '../support/fake-bot-api/refusal.js';
import type { FakeChat } from '../support/fake-bot-api/world.js';
import { type RunningBot, startRunningBot } from '../support/running-bot.js';

/** Whatever is secret has one of these in it. */
const CANARY = /zyx|金丝雀|canary/i;
const READER: User = {
  id: 987_650_001,
  is_bot: false,
  first_name: 'Zyxfirst',
  last_name: 'Zyxlast',
  username: 'zyx_user',
  language_code: 'en',
};
const KEEPER: User = { ...READER, id: KEEPER_ID };
const GROUP_ID = -100_987_650_002;
const QUESTION = 'Where are the zyxquestion 金丝雀 tide pools?';
const TOPIC = 'zyxtopic tide pools';

/** A clock that is quick enough for a reader's pace. */
function createQuickClock(): Clock {
  let calls = 0;
  return {
    now: () => {
      calls += 1;
      return Date.now() + calls * 3000;
    },
    wait: (_, signal) => systemClock.wait(5, signal),
  };
}

let bot: RunningBot;
let chat: FakeChat;
beforeEach(async () => {
  bot = await startRunningBot({ clock: createQuickClock(), examples: [QUESTION] });
  chat = bot.api.people.openPrivate(READER);
  const [, tides] = ARTICLES;
  if (tides === undefined) throw new Error('the article on tide pools is missing');
  const quotes = [0, 20, 40, 60, 80].map((start) => quoteOf(tides, start, start + 15));
  bot.app.answersByQuestion.set(QUESTION, answerOf(QUESTION, quotes));
});
afterEach(async () => {
  await bot.close();
  const log = bot.lines.join('');
  expect(bot.lines.length).toBeGreaterThan(5);
  expect(log.match(CANARY)).toBeNull();
  expect(log).not.toContain(String(READER.id));
  expect(log).not.toContain(String(GROUP_ID));
  expect(log).not.toContain(TOKEN);
});

const countHandled = () =>
  bot.lines.filter((line) => /update handled|sends too fast/.test(line)).length;

/** Does something that brings an update, and waits until it has been handled. */
async function through(act: () => unknown): Promise<void> {
  const before = countHandled();
  act();
  await bot.api.until(() => countHandled() > before, 10_000);
}

const say = (text: string, from = READER, place = chat) =>
  through(() => bot.api.people.post(place, from, text));
const press = (label: string) => through(() => bot.api.people.press(chat, READER, label));

const outcomes = () =>
  new Set(bot.lines.map((line) => /"outcome":"([^"]+)"/.exec(line)?.[1]).filter(Boolean));

async function tourEverything(): Promise<void> {
  await say('/start');
  await say(QUESTION);
  await press(en.followButton);
  await say(QUESTION);
  await press(en.moreButton(2));
  await press(en.contextButton(1));
  await press(en.articleButton(1));
  await say(`/follow ${TOPIC}`);
  await press(en.startButton);
  await say('/topics');
  await say('/settings');
  await say('/privacy');
  await say(`/ask ${QUESTION}`);
  await say('/ask');
  await say(`/zyxcommand ${QUESTION}`);
  await say('zyx'.repeat(1000));
  await say(`/feed add zyx://canary/${TOPIC}`, KEEPER, bot.api.people.openPrivate(KEEPER));
  await say('/status', KEEPER, bot.api.people.openPrivate(KEEPER));
  const group = bot.api.people.openGroup(GROUP_ID, 'Zyxgroup');
  await say(`@quoth_test_bot ${QUESTION}`, READER, group);
  await say(`/follow@quoth_test_bot ${TOPIC}`, READER, group);
  const message = [...chat.messages.values()].at(-1);
  if (message !== undefined) {
    await through(() => bot.api.people.pressData(READER, message, 'zyxdata'));
  }
  await say('/delete_me');
  await press(en.deleteButton);
}

describe('no line of the log tells of a reader', () => {
  it('when all goes well; a reader goes by another name, always the same', async () => {
    await tourEverything();
    for (const outcome of ['answered', 'start', 'follow', 'settings', 'privacy', 'stale']) {
      expect(outcomes()).toContain(outcome);
    }
    const named = bot.lines.flatMap((line) => /"reader":"([0-9a-f]{16})"/.exec(line)?.[1] ?? []);
    expect(named.length).toBeGreaterThan(10);
    expect(new Set(named).size).toBe(2);
  });

  const refuse = (code: number, text: string, parameters = {}) => ({
    kind: 'refusal' as const,
    refusal: new BotApiRefusal(code, text, parameters),
  });
  it.each([
    ['400', refuse(400, 'Bad Request: can\'t parse entities: Unsupported start tag "zyxtag"')],
    ['400 without a meaning', refuse(400, 'Bad Request: SOMETHING_NEW')],
    ['403', refuse(403, 'Forbidden: bot was blocked by the user')],
    ['429, short', refuse(429, 'Too Many Requests: retry after 1', { retry_after: 1 })],
    ['429, long', refuse(429, 'Too Many Requests: retry after 400', { retry_after: 400 })],
    ['500', refuse(500, 'Internal Server Error')],
    ['502, a page', { kind: 'badGateway' as const }],
    ['a connection that breaks before', { kind: 'dropBefore' as const }],
    ['a connection that breaks after', { kind: 'dropAfter' as const }],
  ])('when Telegram answers %s, to whatever is sent', async (_, fault) => {
    for (const method of ['sendMessage', 'editMessageText', 'answerCallbackQuery']) {
      await say(QUESTION);
      bot.api.failNext(method, fault, 3);
      await say(QUESTION);
      await say(`/follow ${TOPIC}`);
      const message = [...chat.messages.values()].find(({ reply_markup: markup }) => markup);
      if (message !== undefined) {
        const data = message.reply_markup?.inline_keyboard.flat()[0];
        await through(() =>
          bot.api.people.pressData(
            READER,
            message,
            data !== undefined && 'callback_data' in data ? data.callback_data : 'zyx',
          ),
        );
      }
      bot.api.failNext(method, fault, 0);
    }
  });

  const thrown: readonly unknown[] = [
    new TypeError(`bad ${QUESTION.toUpperCase()} of ${TOKEN}`),
    Object.assign(new Error(`${TOPIC}\n    at ${QUESTION}`), { code: 'SQLITE_BUSY' }),
    new AppError('INTERNAL', `expected sense, got "${QUESTION}"`, { cause: new Error(QUESTION) }),
    toAppError(new TypeError(`cannot read ${QUESTION}`)),
    new AppError('FETCH_FAILED', `expected sense, got “${TOPIC}” (“${QUESTION}”)`),
    new AggregateError([new Error(QUESTION)], QUESTION),
    QUESTION,
    { question: QUESTION, toString: () => QUESTION },
  ];
  it.each(thrown.map((value, index) => [index, value]))(
    'when the library throws what has it all in it (%i)',
    async (_, value) => {
      const fail = () => Promise.reject(value);
      bot.app.beforeAnswer = fail;
      await say(QUESTION);
      bot.app.beforeAnswer = undefined;
      await say(QUESTION);
      Object.assign(bot.app, { getContext: fail, getArticle: fail });
      await press(en.contextButton(1));
      Object.assign(bot.app, { openAlerts: fail, listArticles: fail });
      await say(`/follow ${TOPIC}`);
      await say('/status', KEEPER, bot.api.people.openPrivate(KEEPER));
      expect(outcomes()).toContain('failed');
    },
  );
});
