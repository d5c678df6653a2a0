/** A reader and the bot, over the wire: long polling against the strict fake of Telegram's server. */
import type { Message } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { zh } from '../../src/texts/zh.js';
import { ANN, BOT_INFO, LIN } from '../support/bot-fixtures.js';
import { ARTICLES, answerOf, quoteOf } from '../support/fake-app.js';
import { type RunningBot, startRunningBot } from '../support/running-bot.js';

const EXAMPLE = '馆员怎样提醒读者';
const QUESTION = '读者可借图书多少册';

let bot: RunningBot;
beforeEach(async () => {
  bot = await startRunningBot({ examples: [EXAMPLE] });
});
afterEach(() => bot.close());

const [rules, pools] = ARTICLES as [(typeof ARTICLES)[number], (typeof ARTICLES)[number]];

/** A private chat with Lín, who has asked her question and sees the answer. */
async function askInPrivate() {
  const chat = bot.api.people.openPrivate(LIN);
  bot.api.people.post(chat, LIN, QUESTION);
  return { chat, answer: await bot.seeAnswer(LIN.id) };
}

describe('a question in a private chat', () => {
  it('is answered with quotes of the article, word for word, and their buttons', async () => {
    const { answer } = await askInPrivate();
    expect(answer.text.split('\n')[0]).toBe('找到 3 段原文');
    const quotes = answer.entities.filter(({ type }) => type === 'expandable_blockquote');
    expect(quotes).toHaveLength(3);
    for (const { offset, length } of quotes) {
      expect(rules.text).toContain(answer.text.slice(offset, offset + length));
    }
    expect(answer.text).toContain(
      '[1] 市图书馆借阅规则 · 市图书馆 · 2025-01-06 · 图书馆规章.txt · 第',
    );
    expect(answer.buttons).toEqual([
      ['上下文 1', '全文 1', '分享 1'],
      ['上下文 2', '全文 2', '分享 2'],
      ['上下文 3', '全文 3', '分享 3'],
      ['再看 7 段'],
      ['关注这个主题'],
      ['👍 有帮助', '👎 没帮助'],
    ]);
    expect(answer.replyTo).toBeUndefined();
  });

  it('has more quotes, context, pages and a way back', async () => {
    const { chat, answer } = await askInPrivate();
    const { people } = bot.api;
    expect(await bot.seeToast(people.press(chat, LIN, '再看 7 段'))).toBe('');
    const more = await bot.seeAnswer(LIN.id, 2);
    expect(more.buttons.flat()).toContain('上下文 6');
    expect(more.buttons.at(-1)).toEqual(['再看 4 段']);
    const again = people.press(chat, LIN, '再看 7 段', answer.messageId);
    expect(await bot.seeToast(again)).toBe(zh.alreadyShown);

    people.press(chat, LIN, '上下文 2', answer.messageId);
    const context = await bot.seeChange(LIN.id, answer);
    expect(context.entities.map(({ type }) => type)).toEqual(['blockquote', 'bold']);
    expect(context.buttons).toEqual([['全文', '返回']]);

    people.press(chat, LIN, '全文', answer.messageId);
    const page = await bot.seeChange(LIN.id, context);
    expect(page.text).toMatch(
      /^市图书馆借阅规则\n市图书馆 · 2025-01-06 · 图书馆规章.txt · 第 1–92 行\n\n第1条/,
    );
    expect(page.buttons[0]).toEqual(['1/4', '▶']);
    people.press(chat, LIN, '▶', answer.messageId);
    const next = await bot.seeChange(LIN.id, page);
    expect(next.buttons).toEqual([['◀', '2/4', '▶'], ['返回']]);
    expect(await bot.seeToast(people.press(chat, LIN, '2/4', answer.messageId))).toBe('');

    people.press(chat, LIN, '返回', answer.messageId);
    const back = await bot.seeChange(LIN.id, next);
    expect({ ...back, buttons: [] }).toEqual({ ...answer, buttons: [] });
    expect(back.buttons).toEqual(answer.buttons.filter((_, row) => row !== 3));
    expect(bot.app.asked).toHaveLength(1);
  });

  it('keeps its buttons over a restart, and over a change of the library', async () => {
    const { chat, answer } = await askInPrivate();
    await bot.stopBot();
    const { runBot } = await import('../../src/bot/run-bot.js');
    const { createTestLogger, TOKEN } = await import('../support/bot-fixtures.js');
    const stopping = new AbortController();
    const { logger } = createTestLogger();
    const { apiRoot } = bot.api;
    const second = runBot({ token: TOKEN, apiRoot, app: bot.app, logger, signal: stopping.signal });
    try {
      bot.api.people.press(chat, LIN, '上下文 1');
      const context = await bot.seeChange(LIN.id, answer);
      bot.app.articles = [{ ...rules, text: `（修订）${rules.text}` }, pools];
      bot.api.people.press(chat, LIN, '返回');
      const back = await bot.seeChange(LIN.id, context);
      expect(back.text).toBe(answer.text);
      bot.api.people.press(chat, LIN, '上下文 1');
      const gone = await bot.seeChange(LIN.id, back);
      expect(gone.text).toBe(zh.articleGone);
      expect(gone.buttons).toEqual([['返回']]);
      bot.app.articles = [];
      bot.api.people.press(chat, LIN, '返回');
      await bot.seeChange(LIN.id, gone);
      bot.api.people.press(chat, LIN, '全文 1');
      const empty = await bot.api.until(() =>
        bot.api.world.see(LIN.id).find(({ text }) => text === zh.articleGone),
      );
      expect(empty.buttons).toEqual([['返回']]);
    } finally {
      stopping.abort();
      await second;
    }
  });

  it('may come from an example button', async () => {
    const chat = bot.api.people.openPrivate(LIN);
    bot.api.people.post(chat, LIN, '/start');
    const start = await bot.seeAnswer(LIN.id);
    expect(start.buttons).toEqual([[EXAMPLE]]);
    bot.api.people.press(chat, LIN, EXAMPLE);
    const answer = await bot.seeAnswer(LIN.id, 2);
    expect(answer.text).toMatch(/^问：馆员怎样提醒读者\n\n/);
    bot.api.people.press(chat, LIN, '上下文 1');
    const context = await bot.seeChange(LIN.id, answer);
    bot.api.people.press(chat, LIN, '返回');
    expect(await bot.seeChange(LIN.id, context)).toEqual(answer);
  });
});

describe('long and odd texts', () => {
  it.each([
    ['of 4,096 characters', '字'.repeat(4096)],
    ['of 10,000 characters', '一二三四五六七八九。'.repeat(1000)],
    ['of emoji only', '👨‍👩‍👧‍👦'.repeat(600)],
    ['that looks like mark-up', '<b>不是</b> *标记* `x` [y](z) @nobody /stop'],
  ])('a quote %s arrives whole', async (_, text) => {
    const article = { ...rules, text };
    bot.app.articles = [article];
    bot.app.answersByQuestion.set('？', answerOf('？', [quoteOf(article, 0, text.length)]));
    const chat = bot.api.people.openPrivate(LIN);
    bot.api.people.post(chat, LIN, '？');
    const last = await bot.api.until(() =>
      bot.api.world.see(LIN.id).find(({ buttons }) => buttons.length > 0),
    );
    const quoted = bot.api.world
      .see(LIN.id)
      .filter(({ from }) => from === 'bot')
      .flatMap(({ text: sent, entities }) =>
        entities
          .filter(({ type }) => type === 'expandable_blockquote')
          .map(({ offset, length }) => sent.slice(offset, offset + length)),
      );
    expect(quoted.join('')).toBe(text);
    bot.api.people.press(chat, LIN, '上下文 1');
    const context = await bot.seeChange(LIN.id, last);
    bot.api.people.press(chat, LIN, '全文');
    const page = await bot.seeChange(LIN.id, context);
    bot.api.people.press(chat, LIN, '返回');
    expect(await bot.seeChange(LIN.id, page)).toEqual(last);
  });
});

describe('in groups', () => {
  it('answers a mention, a reply and /ask@bot where they were asked', async () => {
    const { people, world } = bot.api;
    const forum = people.openForum(-100300, '读书会', [9]);
    const posted = people.post(forum, LIN, `/ask@${BOT_INFO.username} ${QUESTION}`, {
      threadId: 9,
    });
    const first = await bot.seeAnswer(-100300, 1);
    expect(first).toMatchObject({ threadId: 9, replyTo: posted.message_id });

    const group = people.openGroup(-100200, 'Readers');
    people.post(group, ANN, 'When do the tide pools open?');
    people.post(group, ANN, `@${BOT_INFO.username} When do the tide pools open?`);
    const second = await bot.seeAnswer(-100200, 1);
    expect(second).toMatchObject({ replyTo: 2, threadId: undefined });
    people.post(group, ANN, 'Do limpets return to the scar?', { replyTo: second.messageId });
    const third = await bot.seeAnswer(-100200, 2);
    expect(third.text).toContain('Limpets return to the same scar');
    expect(world.see(-100200).filter(({ from }) => from === 'bot')).toHaveLength(2);
  });

  it('lets only the asker press', async () => {
    const { people } = bot.api;
    const chat = people.openPrivate(ANN);
    people.post(chat, ANN, 'When do the tide pools open?');
    const answer = await bot.seeAnswer(ANN.id);
    const message = chat.messages.get(answer.messageId) as Message;
    const button = message.reply_markup?.inline_keyboard[0]?.[0];
    const data = button !== undefined && 'callback_data' in button ? button.callback_data : '';
    const foreign = people.pressData(LIN, message, data);
    expect(await bot.seeToast(foreign)).toBe(zh.notYourButton);
    expect(bot.api.world.see(ANN.id).at(-1)).toEqual(answer);
    const own = people.press(chat, ANN, 'Context 1');
    expect(await bot.seeToast(own)).toBe('');
    await bot.seeChange(ANN.id, answer);
  });

  it('still does what was asked when the press can no longer be answered', async () => {
    const { chat, answer } = await askInPrivate();
    let finish = () => {};
    bot.app.beforeAnswer = () => new Promise((resolve) => (finish = resolve));
    bot.api.people.post(chat, LIN, '没有的事情');
    bot.api.people.press(chat, LIN, '上下文 1');
    await bot.api.until(() => bot.app.asked.length === 2);
    bot.api.world.aheadMs = 200_000;
    finish();
    await bot.seeChange(LIN.id, answer);
    expect(bot.lines.join('')).not.toContain('failed');
  });

  it('tells a stale button from a good one', async () => {
    const { chat } = await askInPrivate();
    bot.app.stored.clear();
    const press = bot.api.people.press(chat, LIN, '上下文 1');
    expect(await bot.seeToast(press)).toBe(zh.staleButton);
  });
});

describe('when Telegram is in trouble', () => {
  const sendsOf = () => bot.api.calls.filter(({ method }) => method === 'sendMessage').length;

  it('waits out a flood', async () => {
    let isFlooded = true;
    bot.api.budget = ({ method }) => {
      if (method !== 'sendMessage' || !isFlooded) return undefined;
      isFlooded = false;
      return 1;
    };
    await askInPrivate();
    expect(sendsOf()).toBe(2);
  });

  it.each([
    ['a gateway error', { kind: 'badGateway' }, 0],
    ['a connection that breaks before the call', { kind: 'dropBefore' }, 0],
    ['an answer that is lost', { kind: 'dropAfter' }, 1],
  ] as const)(
    'sends nothing twice after %s, but says so and offers it',
    async (_, fault, arrived) => {
      const { people } = bot.api;
      bot.api.failNext('sendMessage', fault);
      const chat = people.openPrivate(LIN);
      const { message_id: asked } = people.post(chat, LIN, QUESTION);
      const note = await bot.seeAnswer(LIN.id, arrived + 1);
      expect(note).toMatchObject({ text: zh.maybeUnanswered, replyTo: asked });
      expect(await bot.seeToast(people.press(chat, LIN, zh.askAgainButton))).toBe('');
      expect((await bot.seeAnswer(LIN.id, arrived + 2)).text).toMatch(/^找到/);
      await bot.api.until(() =>
        bot.api.world
          .see(LIN.id)
          .every(({ buttons }) => !buttons.flat().includes(zh.askAgainButton)),
      );
      expect((await bot.app.inbox.count()).dead).toEqual({ unsure: 1 });
    },
  );

  it('leaves the note until it can be left, and answers the next question after it', async () => {
    bot.api.failNext('sendMessage', { kind: 'badGateway' }, 2);
    const chat = bot.api.people.openPrivate(LIN);
    bot.api.people.post(chat, LIN, QUESTION);
    bot.api.people.post(chat, LIN, QUESTION);
    expect((await bot.seeAnswer(LIN.id, 1)).text).toBe(zh.maybeUnanswered);
    expect((await bot.seeAnswer(LIN.id, 2)).text).toMatch(/^找到/);
  });

  it('asks again by itself after a flood that is too long to wait out', async () => {
    let floods = 1;
    bot.api.budget = ({ method }) => (method === 'sendMessage' && floods-- > 0 ? 6 : undefined);
    const chat = bot.api.people.openPrivate(LIN);
    bot.api.people.post(chat, LIN, QUESTION);
    await bot.api.until(() => bot.lines.some((line) => line.includes('postponed')));
    const seen = () => bot.api.world.see(LIN.id).filter(({ from }) => from === 'bot');
    await bot.api.until(() => seen().length === 1, 10_000);
    expect(seen()[0]?.text).toMatch(/^找到/);
    expect(bot.app.asked).toHaveLength(2);
  });

  it('answers readers side by side while one question takes long', async () => {
    let finish = () => {};
    bot.app.beforeAnswer = (question) =>
      question === QUESTION ? new Promise((resolve) => (finish = resolve)) : Promise.resolve();
    bot.api.people.post(bot.api.people.openPrivate(LIN), LIN, QUESTION);
    bot.api.people.post(bot.api.people.openPrivate(ANN), ANN, 'When do the tide pools open?');
    expect((await bot.seeAnswer(ANN.id)).text).toMatch(/^1 passage/);
    await bot.api.until(() => bot.api.calls.some(({ method }) => method === 'sendChatAction'));
    finish();
    await bot.seeAnswer(LIN.id);
  });

  it('asks a hasty reader to wait, once', async () => {
    // Ann is a keeper, and no keeper is asked to wait.
    const hasty = { ...ANN, id: 701 };
    const chat = bot.api.people.openPrivate(hasty);
    for (let count = 0; count < 16; count++) bot.api.people.post(chat, hasty, `question ${count}`);
    const settled = async () => {
      const { done, dead } = await bot.app.inbox.count();
      return done + (dead.refused ?? 0);
    };
    await expect.poll(settled, { timeout: 10_000 }).toBe(16);
    const told = bot.api.world.see(hasty.id).filter(({ text }) => /That was a lot/.test(text));
    expect(told).toHaveLength(1);
    expect((await bot.app.inbox.count()).dead.refused).toBe(16 - bot.app.asked.length);
  });
});
