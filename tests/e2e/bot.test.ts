/** A reader in Telegram with the real library: the bot on long polling against the strict fake of Telegram's server. */
import path from 'node:path';
import type { MessageEntity, User } from 'grammy/types';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../src/app.js';
import { runBot } from '../../src/bot/run-bot.js';
import { pickExampleQuestions } from '../../src/cli/example-questions.js';
import { en } from '../../src/texts/en.js';
import { zh } from '../../src/texts/zh.js';
import { ANN, createTestLogger, LIN, TOKEN } from '../support/bot-fixtures.js';
import { PACKAGE_ROOT } from '../support/cli-app.js';
import type { SeenMessage } from '../support/fake-bot-api/world.js';
import { openRealApp } from '../support/real-app.js';
import { type RunningBot, startRunningBotOn } from '../support/running-bot.js';
import { createTemporaryFolders } from '../support/temporary.js';

const createFolder = createTemporaryFolders('bot');
const QUESTION = '2024年改造了多少公里老旧供热管网？';

let app: App;
let bot: RunningBot<App>;
let examples: readonly string[];

beforeAll(async () => {
  app = await openRealApp(createFolder('index'));
  await app.ingest([path.join(PACKAGE_ROOT, 'samples')]);
  await app.warmUp();
  const documents = new Set((await app.listArticles()).map(({ document }) => document));
  examples = pickExampleQuestions({ packageRoot: PACKAGE_ROOT }, documents);
  bot = await startRunningBotOn(app, { examples });
});

afterAll(async () => {
  await bot?.close();
  await app?.close();
});

/** Readers that differ, so that no test sees what another one was sent. */
let lastReader = 700;
function comeIn(like: User) {
  lastReader += 1;
  const reader: User = { ...like, id: lastReader };
  const chat = bot.api.people.openPrivate(reader);
  return {
    reader,
    chat,
    say: (text: string) => void bot.api.people.post(chat, reader, text),
    press: (label: string, messageId: number) =>
      bot.api.people.press(chat, reader, label, messageId),
    see: (count = 1) => bot.seeAnswer(reader.id, count),
    seeChange: (before: SeenMessage) => bot.seeChange(reader.id, before),
  };
}

/** The parts of a message that are marked in one way. */
const readMarked = ({ text, entities }: SeenMessage, type: MessageEntity['type']): string[] =>
  entities
    .filter((entity) => entity.type === type)
    .map(({ offset, length }) => text.slice(offset, offset + length));

const readQuotes = (message: SeenMessage) => readMarked(message, 'expandable_blockquote');

/** Quotes of the library on a question, as far as the bot can show them. */
const quotesOn = async (question: string) => (await app.ask(question, { top: 10 })).quotes;

describe.each([
  ['Chinese', LIN, zh],
  ['English', ANN, en],
])('a reader who reads %s', (_, person, texts) => {
  test('is answered with slices of the articles, and can read on', async () => {
    const expected = await quotesOn(QUESTION);
    const { say, see, press, seeChange } = comeIn(person);
    say(QUESTION);
    const answer = await see();
    expect(answer.text.split('\n')[0]).toBe(texts.foundPassages(3));
    expect(readQuotes(answer)).toEqual(expected.slice(0, 3).map(({ text }) => text));
    for (const [index, { citation }] of expected.slice(0, 3).entries()) {
      const article = await app.getArticle(citation.articleId);
      expect(article?.text.slice(citation.start, citation.end)).toBe(readQuotes(answer)[index]);
      const { startLine, endLine } = citation;
      expect(answer.text).toContain(`[${index + 1}] ${citation.title.slice(0, 20)}`);
      expect(answer.text).toContain(`${citation.document} · ${texts.lines(startLine, endLine)}`);
    }
    expect(answer.buttons.slice(0, 3)).toEqual(
      [1, 2, 3].map((number) => [
        texts.contextButton(number),
        texts.articleButton(number),
        texts.shareNumberButton(number),
      ]),
    );

    const left = expected.length - 3;
    press(texts.moreButton(left), answer.messageId);
    const more = await see(2);
    expect(readQuotes(more)).toEqual(expected.slice(3, 6).map(({ text }) => text));

    press(texts.contextButton(1), answer.messageId);
    const context = await seeChange(answer);
    const [first] = expected;
    // Among its neighbours, and told from them.
    expect(readMarked(context, 'blockquote').join('\n')).toContain(first?.text);
    expect(readMarked(context, 'bold')).toEqual([first?.text]);

    press(texts.wholeArticleButton, answer.messageId);
    const article = await seeChange(context);
    expect(article.text.split('\n')[0]).toBe(first?.citation.title);
    // The page on which the quote stands.
    expect(article.text).toContain(first?.text.slice(0, 30));
    press(texts.backButton, answer.messageId);
    const back = await seeChange(article);
    expect({ ...back, buttons: [] }).toEqual({ ...answer, buttons: [] });
  });

  test('is told when there is nothing', async () => {
    const { say, see } = comeIn(person);
    say('红烧排骨要炖多长时间？');
    expect((await see()).text).toBe(texts.notFound);
    say('你好');
    expect((await see(2)).text).toBe(texts.notAQuestion);
  });

  test('is offered two questions at /start that the library answers', async () => {
    const { say, see, press } = comeIn(person);
    say('/start');
    const start = await see();
    expect(start.text).toContain(texts.start);
    expect(start.buttons).toEqual(examples.map((example) => [example]));
    expect(start.buttons).toHaveLength(2);
    for (const [index, example] of examples.entries()) {
      press(example, start.messageId);
      const answer = await see(index + 2);
      expect(answer.text).toContain(texts.youAsked(example));
      expect(readQuotes(answer).length).toBeGreaterThan(0);
    }
  });
});

test('answers outlive a restart of the bot', async () => {
  const { say, see, press, seeChange } = comeIn(ANN);
  say('How many species were found in the tide pools in 2025?');
  const answer = await see();
  await bot.stopBot();
  const stopping = new AbortController();
  const running = runBot({
    token: TOKEN,
    apiRoot: bot.api.apiRoot,
    app,
    logger: createTestLogger().logger,
    signal: stopping.signal,
  });
  press(en.contextButton(1), answer.messageId);
  const context = await seeChange(answer);
  expect(readMarked(context, 'bold')).toEqual([readQuotes(answer)[0]]);
  stopping.abort();
  await running;
});
