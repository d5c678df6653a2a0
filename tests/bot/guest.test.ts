/** The bot as a guest in chats that it is not in. */
import type { Chat } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { en } from '../../src/texts/en.js';
import { zh } from '../../src/texts/zh.js';
import { ANN, BOT_INFO, LIN } from '../support/bot-fixtures.js';
import { ARTICLES } from '../support/fake-app.js';
import { type RunningBot, startRunningBot } from '../support/running-bot.js';

const [rules] = ARTICLES as [(typeof ARTICLES)[number], ...typeof ARTICLES];
const ME = `@${BOT_INFO.username}`;
const QUESTION = '读者可借图书多少册';
/** A chat of strangers, with the number of Ann's own chat with the bot. */
const STRANGERS: Chat = { id: ANN.id, type: 'private', first_name: 'Ann' };

let bot: RunningBot;
beforeEach(async () => {
  bot = await startRunningBot();
});
afterEach(() => bot.close());

async function seePosted(queryId: string) {
  const posted = await bot.api.until(() => bot.api.world.guestQueries.get(queryId));
  const content = posted.input_message_content;
  if (!('message_text' in content)) throw new Error('not a text');
  const buttons = posted.reply_markup?.inline_keyboard ?? [];
  return {
    text: content.message_text,
    entities: content.entities ?? [],
    labels: buttons.map((row) => row.map(({ text }) => text)),
  };
}

describe('as a guest the bot', () => {
  it('answers once, shortly, with its source and links, and nowhere else', async () => {
    const own = bot.api.people.openPrivate(ANN);
    const { text, entities, labels } = await seePosted(
      bot.api.people.summon(LIN, STRANGERS, `${ME} ${QUESTION}`),
    );
    const [words = '', source] = text.split('\n');
    expect(rules.text).toContain(words);
    expect(source).toMatch(/^市图书馆借阅规则 · 市图书馆/);
    expect(entities[0]?.type).toBe('expandable_blockquote');
    expect(labels).toEqual([['看上下文', '再看 9 段']]);
    expect(own.messages.size).toBe(0);
    expect(bot.api.calls.map(({ method }) => method)).not.toContain('sendChatAction');
    const [stored] = [...bot.app.stored.values()];
    expect(stored?.isPublic).toBe(true);
  });

  it('takes the message that it is called to for the question, and says how to ask', async () => {
    const { people } = bot.api;
    const original = { message_id: 9, from: LIN, chat: STRANGERS, text: QUESTION };
    const called = people.summon(ANN, STRANGERS, ME, { reply_to_message: original });
    expect((await seePosted(called)).labels).toEqual([['In context', 'More passages (9)']]);
    const bare = await seePosted(people.summon(ANN, STRANGERS, ME));
    expect(bare.text).toBe(en.howToMention(BOT_INFO.username));
  });

  it('says that there is nothing, and that the library is empty', async () => {
    const { people } = bot.api;
    const nothing = await seePosted(people.summon(LIN, STRANGERS, `没有的事情 ${ME}`));
    expect(nothing).toEqual({ text: zh.notFound, entities: [], labels: [] });
    bot.app.articles = [];
    const empty = await seePosted(people.summon(LIN, STRANGERS, `${ME} ${QUESTION}`));
    expect(empty.text).toBe(zh.emptyLibrary);
  });

  it('keeps silent to other bots, and in its own chats when something fails', async () => {
    const own = bot.api.people.openPrivate(ANN);
    bot.app.beforeAnswer = async (question) => {
      throw new Error(`cannot read ${question}`);
    };
    bot.api.people.summon({ ...LIN, is_bot: true }, STRANGERS, `${ME} ${QUESTION}`);
    bot.api.people.summon(LIN, STRANGERS, `${ME} ${QUESTION}`);
    await bot.api.until(() => bot.lines.some((line) => line.includes('"outcome":"failed"')));
    expect(bot.app.asked).toHaveLength(1);
    expect(own.messages.size).toBe(0);
    expect(bot.lines.join('')).not.toContain(QUESTION);
  });

  it('lives with a query that Telegram takes no answer to', async () => {
    const query = bot.api.people.summon(LIN, STRANGERS, `${ME} ${QUESTION}`);
    bot.api.world.guestQueries.delete(query);
    await bot.api.until(() => bot.lines.some((line) => line.includes('"outcome":"expired"')));
    expect(bot.lines.join('')).not.toContain('failed');
  });
});
