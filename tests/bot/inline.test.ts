/** Quotes that are found while a question is typed in another chat. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildInlineResult } from '../../src/bot/render/render-inline.js';
import { en } from '../../src/texts/en.js';
import { zh } from '../../src/texts/zh.js';
import { ANN, LIN } from '../support/bot-fixtures.js';
import { ARTICLES, answerOf, quoteOf } from '../support/fake-app.js';
import type { SeenInlineResults } from '../support/fake-bot-api/inline.js';
import { type RunningBot, startRunningBot } from '../support/running-bot.js';

const [rules] = ARTICLES as [(typeof ARTICLES)[number], ...typeof ARTICLES];
const QUESTION = '读者可借图书多少册';
const GROUP = -100200;

let bot: RunningBot;
beforeEach(async () => {
  bot = await startRunningBot();
});
afterEach(() => bot.close());

function seeResults(queryId: string): Promise<SeenInlineResults> {
  return bot.api.until(() => bot.api.world.inlineQueries.get(queryId)?.answered);
}

describe('a question that is typed in another chat', () => {
  it('lists quotes, and posts the chosen one whole, with its source and a way to its context', async () => {
    const { people } = bot.api;
    const seen = await seeResults(people.type(LIN, QUESTION));
    expect(seen).toMatchObject({ isPersonal: true, cacheSeconds: 60, button: undefined });
    expect(seen.results).toHaveLength(10);
    const [first] = seen.results;
    if (first === undefined) throw new Error('nothing was found');
    expect(first.title).toBe('市图书馆借阅规则');
    expect(rules.text).toContain(first.description);

    const group = people.openGroup(GROUP, '读书会');
    const { text = '', entities = [] } = people.choose(group, LIN, first);
    const [quoted] = entities;
    expect(quoted).toMatchObject({ type: 'expandable_blockquote', offset: 0 });
    const words = text.slice(0, quoted?.length);
    expect(rules.text).toContain(`${words}\n`);
    expect(text).toMatch(
      /\n市图书馆借阅规则 · 市图书馆 · 2025-01-06 · 图书馆规章.txt · 第 3–4 行$/,
    );
    people.follow(group, ANN, '看上下文');
    expect((await bot.seeAnswer(ANN.id)).text.startsWith(`${words}\n`)).toBe(true);
    expect(bot.api.world.see(GROUP)).toHaveLength(1);
  });

  it('has pages, each quote on one of them, and an end', async () => {
    const ids: string[] = [];
    const sizes: number[] = [];
    for (let offset: string | undefined = ''; offset !== undefined; ) {
      const seen: SeenInlineResults = await seeResults(bot.api.people.type(LIN, QUESTION, offset));
      ids.push(...seen.results.map(({ id }) => id));
      sizes.push(seen.results.length);
      offset = seen.nextOffset === '' ? undefined : seen.nextOffset;
    }
    expect(sizes).toEqual([10, 10, 10]);
    expect(new Set(ids).size).toBe(30);
    const made = await seeResults(bot.api.people.type(LIN, QUESTION, 'made up'));
    expect(made.results.map(({ id }) => id)).toEqual(ids.slice(0, 10));
  });

  it('says what to do before anything is typed, and leads into the chat', async () => {
    const seen = await seeResults(bot.api.people.type(ANN, '  '));
    expect(seen).toMatchObject({ results: [], button: en.inlineHint, startParameter: 'inline' });
    const chat = bot.api.people.openPrivate(ANN);
    bot.api.people.post(chat, ANN, `/start ${seen.startParameter}`);
    expect((await bot.seeAnswer(ANN.id)).text).toBe(en.start);
    const greeted = await seeResults(bot.api.people.type(LIN, '你好'));
    expect(greeted).toMatchObject({ results: [], button: zh.inlineHint });
  });

  it('says that there is nothing, as a result that can be posted', async () => {
    const seen = await seeResults(bot.api.people.type(ANN, 'nothing like it'));
    expect(seen.button).toBe(en.inlineAskThere);
    expect(seen.results).toMatchObject([
      {
        title: en.inlineNothing,
        description: en.inlineNothingHint,
        input_message_content: { message_text: `Q: nothing like it\n\n${en.notFound}` },
      },
    ]);
    bot.app.articles = [];
    const empty = await seeResults(bot.api.people.type(ANN, 'anything'));
    expect(empty).toMatchObject({ results: [], button: en.emptyLibrary });
  });

  it('says over the list that nothing answers directly', async () => {
    const related = { ...(await bot.app.ask(QUESTION, { top: 1 })), kind: 'related' as const };
    bot.app.answersByQuestion.set('nearly', related);
    const seen = await seeResults(bot.api.people.type(ANN, 'nearly'));
    expect(seen).toMatchObject({ button: en.nearestPassage, nextOffset: '' });
    expect(seen.results).toHaveLength(1);
  });
});

describe('while a reader types', () => {
  it('asks for the last letters only', async () => {
    const { people } = bot.api;
    const typed = ['When', 'When do the', 'When do the tide pools open?'];
    const ids = typed.map((query) => people.type(ANN, query));
    await seeResults(ids.at(-1) ?? '');
    expect(bot.app.asked).toEqual([typed.at(-1)]);
    expect(bot.api.calls.filter(({ method }) => method === 'answerInlineQuery')).toHaveLength(1);
  });

  it('drops an answer that has been overtaken', async () => {
    let finish = () => {};
    bot.app.beforeAnswer = (question) =>
      question === 'slow' ? new Promise((resolve) => (finish = resolve)) : Promise.resolve();
    const slow = bot.api.people.type(ANN, 'slow');
    await bot.api.until(() => bot.app.asked.length === 1);
    const newest = bot.api.people.type(ANN, 'When do the tide pools open?');
    await bot.api.until(() => bot.api.queue.pending.length === 0);
    finish();
    await seeResults(newest);
    await bot.api.until(() => bot.lines.some((line) => line.includes('"outcome":"overtaken"')));
    expect(bot.api.world.inlineQueries.get(slow)?.answered).toBeUndefined();
  });

  it('is not troubled by a query that Telegram has given up', async () => {
    let finish = () => {};
    bot.app.beforeAnswer = () => new Promise((resolve) => (finish = resolve));
    bot.api.people.type(ANN, 'slow');
    await bot.api.until(() => bot.app.asked.length === 1);
    bot.api.world.aheadMs = 31_000;
    finish();
    await bot.api.until(() => bot.lines.some((line) => line.includes('"outcome":"expired"')));
    expect(bot.lines.join('')).not.toMatch(/failed|slow/);
  });

  it('answers one reader while another’s question takes long', async () => {
    let finish = () => {};
    bot.app.beforeAnswer = (question) =>
      question === 'slow' ? new Promise((resolve) => (finish = resolve)) : Promise.resolve();
    const slow = bot.api.people.type(ANN, 'slow');
    await bot.api.until(() => bot.app.asked.length === 1);
    await seeResults(bot.api.people.type(LIN, QUESTION));
    finish();
    await seeResults(slow);
  });

  it('tells nothing of the question when something fails', async () => {
    bot.app.beforeAnswer = async (question) => {
      throw new Error(`cannot read “${question}”`);
    };
    bot.api.people.type(ANN, 'a secret question');
    await bot.api.until(() => bot.lines.some((line) => line.includes('inline query failed')));
    expect(bot.lines.join('')).not.toContain('secret question');
  });
});

describe('a result', () => {
  it('fits one message, whatever the article holds', async () => {
    const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 1, max: 400 }), async (words, times) => {
        fc.pre(words.trim() !== '');
        const text = `<b>&${words} `.repeat(times);
        const article = { ...rules, text };
        bot.app.answersByQuestion.set('？', answerOf('？', [quoteOf(article, 0, text.length)]));
        const { results } = await seeResults(bot.api.people.type(LIN, '？'));
        const content = results[0]?.input_message_content;
        const sent = content !== undefined && 'message_text' in content ? content : undefined;
        const { offset = 0, length = 0 } = sent?.entities?.[0] ?? {};
        const quoted = sent?.message_text.slice(offset, offset + length) ?? '';
        expect(text).toContain(quoted);
        if (text.length < 3000) expect(quoted.length).toBeGreaterThanOrEqual(text.trim().length);
      }),
      { numRuns: 15 },
    );
  });

  it('has the same id for the same quote', () => {
    const options = { username: 'bot', texts: en };
    const quote = quoteOf(rules, 0, 40);
    const { id } = buildInlineResult(quote, options);
    expect(buildInlineResult(quote, { ...options, texts: zh }).id).toBe(id);
    expect(buildInlineResult(quoteOf(rules, 1, 40), options).id).not.toBe(id);
  });
});
