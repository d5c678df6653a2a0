/** Links into the bot: a quote that is shared, and the rest of an answer that was given in a group. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeLink, readLinkTarget } from '../../src/bot/deep-links.js';
import { en } from '../../src/texts/en.js';
import { zh } from '../../src/texts/zh.js';
import { ANN, BOT_INFO, LIN } from '../support/bot-fixtures.js';
import { ARTICLES } from '../support/fake-app.js';
import { type RunningBot, startRunningBot } from '../support/running-bot.js';

const [rules, pools] = ARTICLES as [(typeof ARTICLES)[number], (typeof ARTICLES)[number]];
const QUESTION = '读者可借图书多少册';
const GROUP = -100200;

let bot: RunningBot;
beforeEach(async () => {
  bot = await startRunningBot();
});
afterEach(() => bot.close());

/** The payload of the link that a *Share* button of a chat carries. */
function readShared(chatId: number, label: string): string {
  const messages = [...(bot.api.world.chats.get(chatId)?.messages.values() ?? [])];
  const buttons = messages.flatMap(({ reply_markup: markup }) => markup?.inline_keyboard ?? []);
  const shared = buttons.flat().find(({ text }) => text === label);
  const address = new URL(shared !== undefined && 'url' in shared ? shared.url : '');
  expect(address.origin + address.pathname).toBe('https://t.me/share/url');
  const link = address.searchParams.get('url') ?? '';
  const prefix = `https://t.me/${BOT_INFO.username}?start=`;
  expect(link.startsWith(prefix)).toBe(true);
  return link.slice(prefix.length);
}

async function shareQuote(): Promise<string> {
  bot.api.people.post(bot.api.people.openPrivate(LIN), LIN, QUESTION);
  await bot.seeAnswer(LIN.id);
  return readShared(LIN.id, '分享 2');
}

describe('a shared quote', () => {
  it('opens for anyone, with its source, its context and its article', async () => {
    const payload = await shareQuote();
    const chat = bot.api.people.openPrivate(ANN);
    bot.api.people.post(chat, ANN, `/start ${payload}`);
    const seen = await bot.seeAnswer(ANN.id);
    const [words] = seen.text.split('\n市图书馆借阅规则 · ');
    expect(rules.text).toContain(words);
    expect(seen.entities[0]).toMatchObject({ type: 'expandable_blockquote', offset: 0 });
    expect(seen.text.endsWith(`\n\n${en.linkedQuote}`)).toBe(true);
    expect(seen.buttons).toEqual([['Context', 'Article'], ['Share']]);
    expect(readShared(ANN.id, 'Share')).toBe(payload);

    bot.api.people.press(chat, ANN, 'Context');
    const context = await bot.seeChange(ANN.id, seen);
    expect(context.text).toContain(words);
    expect(context.buttons).toEqual([['Article', 'Back']]);
    bot.api.people.press(chat, ANN, 'Article');
    const page = await bot.seeChange(ANN.id, context);
    expect(page.text).toContain(words);
    expect(page.buttons).toEqual([['1/4', '▶'], ['Back']]);
    bot.api.people.press(chat, ANN, '▶');
    const next = await bot.seeChange(ANN.id, page);
    bot.api.people.press(chat, ANN, 'Back');
    expect(await bot.seeChange(ANN.id, next)).toEqual(seen);
  });

  it('outlives a change of its article, and says so when its words are gone', async () => {
    const payload = await shareQuote();
    const chat = bot.api.people.openPrivate(ANN);
    bot.app.articles = [{ ...rules, id: 'b00000000001', text: `（修订）\n${rules.text}` }, pools];
    bot.api.people.post(chat, ANN, `/start ${payload}`);
    expect((await bot.seeAnswer(ANN.id)).buttons[0]).toEqual(['Context', 'Article']);
    bot.app.articles = [pools];
    bot.api.people.post(chat, ANN, `/start ${payload}`);
    const gone = await bot.seeAnswer(ANN.id, 2);
    expect(gone).toMatchObject({ text: en.quoteGone, buttons: [] });
    bot.api.people.press(chat, ANN, 'Context');
    await bot.api.until(
      () => bot.api.world.see(ANN.id).filter(({ text }) => text === en.quoteGone).length === 2,
    );
  });

  it.each(['c_', 'c_nonsense', `c_${'A'.repeat(39)}`])(
    'is not found behind %s',
    async (payload) => {
      bot.api.people.post(bot.api.people.openPrivate(LIN), LIN, `/start ${payload}`);
      expect((await bot.seeAnswer(LIN.id)).text).toBe(zh.quoteGone);
    },
  );
});

describe('an answer in a group', () => {
  it('is short: the best quote with its source, and links to context and rest', async () => {
    const { people } = bot.api;
    const forum = people.openForum(GROUP, '读书会', [9]);
    const asked = people.post(forum, LIN, `/ask ${QUESTION}`, { threadId: 9 });
    const answer = await bot.seeAnswer(GROUP);
    expect(answer).toMatchObject({ threadId: 9, replyTo: asked.message_id });
    expect(answer.buttons).toEqual([
      ['看上下文', '再看 9 段'],
      [zh.helpfulButton, zh.notHelpfulButton],
    ]);
    expect(answer.entities[0]).toMatchObject({ type: 'expandable_blockquote', offset: 0 });
    const [words, source] = answer.text.split('\n');
    expect(rules.text).toContain(words);
    expect(source).toMatch(/^市图书馆借阅规则 · 市图书馆 · 2025-01-06/);

    people.follow(forum, ANN, '再看 9 段');
    const rest = await bot.seeAnswer(ANN.id);
    expect(rest.text.split('\n\n').slice(0, 2)).toEqual([`Q: ${QUESTION}`, '3 passages']);
    expect(rest.text).toContain(words);
    people.press(bot.api.people.openPrivate(ANN), ANN, 'Context 1');
    await bot.seeChange(ANN.id, rest);
    people.follow(forum, LIN, '看上下文');
    expect((await bot.seeAnswer(LIN.id)).text.startsWith(`${words}\n`)).toBe(true);
    expect(bot.app.asked).toHaveLength(1);
  });

  it('says that nothing answers directly, or that there is nothing', async () => {
    const { people } = bot.api;
    const group = people.openGroup(GROUP, 'Readers');
    const related = { ...(await bot.app.ask(QUESTION, { top: 1 })), kind: 'related' as const };
    bot.app.answersByQuestion.set('nearly', related);
    people.post(group, ANN, '/ask nearly');
    const near = await bot.seeAnswer(GROUP);
    expect(near.text.startsWith(`${en.nearestPassage}:\n\n`)).toBe(true);
    expect(near.buttons[0]).toEqual(['In context']);
    people.post(group, ANN, '/ask nothing like it');
    expect(await bot.seeAnswer(GROUP, 2)).toMatchObject({
      text: en.notFound,
      buttons: [[en.shouldBeThereButton]],
    });
  });

  it('shows the beginning of a passage that is very long', async () => {
    const text = '借书要带证件，还书不必。'.repeat(200);
    bot.app.articles = [{ ...rules, text }];
    bot.api.people.post(bot.api.people.openGroup(GROUP, '读书会'), LIN, '/ask 借书要带证件');
    const answer = await bot.seeAnswer(GROUP);
    const { length = 0 } = answer.entities[0] ?? {};
    expect(length).toBeLessThanOrEqual(1200);
    expect(text.startsWith(answer.text.slice(0, length))).toBe(true);
    expect(answer.text.endsWith(`\n${zh.restInArticle}`)).toBe(true);
  });

  it('opens for nobody else when it was given in private, and for nobody when it is too old', async () => {
    bot.api.people.post(bot.api.people.openPrivate(LIN), LIN, QUESTION);
    await bot.seeAnswer(LIN.id);
    const [answerId] = [...bot.app.stored.keys()];
    const chat = bot.api.people.openPrivate(ANN);
    bot.api.people.post(chat, ANN, `/start a_${answerId}`);
    expect((await bot.seeAnswer(ANN.id)).text).toBe(en.answerGone);
    bot.api.people.post(chat, ANN, '/start a_00000000');
    expect((await bot.seeAnswer(ANN.id, 2)).text).toBe(en.answerGone);
  });
});

describe('links', () => {
  it('carry what Telegram lets through', () => {
    const key = 'A'.repeat(39);
    for (const target of [
      { kind: 'quote', key },
      { kind: 'answer', answerId: '0123abcd' },
    ] as const) {
      const payload = makeLink('bot', target).split('start=')[1] ?? '';
      expect(payload).toMatch(/^[\w-]{1,64}$/);
      expect(readLinkTarget(payload)).toEqual(target);
    }
    expect(readLinkTarget('alert_42')).toBeUndefined();
  });
});
