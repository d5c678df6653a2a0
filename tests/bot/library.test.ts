/** Looking through the library in Telegram: over the wire, against the strict fake of Telegram's server. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { en } from '../../src/texts/en.js';
import { ANN, LIN } from '../support/bot-fixtures.js';
import { ARTICLES } from '../support/fake-app.js';
import { type RunningBot, startRunningBot } from '../support/running-bot.js';

let bot: RunningBot;
beforeEach(async () => {
  bot = await startRunningBot();
});
afterEach(() => bot.close());

const pools = ARTICLES[1] as (typeof ARTICLES)[number];

/** So many short articles more, one a month from 2020-01 on, the last one without a date. */
function addArticles(count: number): void {
  const more = Array.from({ length: count }, (_, index) => {
    const { date: _date, datePrecision: _precision, ...undated } = pools;
    const month = String((index % 12) + 1).padStart(2, '0');
    return {
      ...undated,
      id: String(index).padStart(12, 'b'),
      document: 'old-news.txt',
      ordinal: index + 1,
      title: `Old news, part ${index + 1}`,
      ...(index < count - 1 && { date: `${2020 + Math.floor(index / 12)}-${month}` }),
    };
  });
  bot.app.articles = [...ARTICLES, ...more];
}

async function send(text: string) {
  const chat = bot.api.people.openPrivate(ANN);
  const before = bot.api.world.see(ANN.id).filter(({ from }) => from === 'bot').length;
  bot.api.people.post(chat, ANN, text);
  return { chat, seen: await bot.seeAnswer(ANN.id, before + 1) };
}

describe('/library', () => {
  it('says what there is, and leads to the articles of a document and their text', async () => {
    const { chat, seen: home } = await send('/library');
    const press = (label: string) => bot.api.people.press(chat, ANN, label);
    expect(home.text).toBe(
      'The library holds 2 articles in 2 documents.\nDated from 2024-11 to 2025-01-06.\n\nLook around below, or put words of a title after /article.',
    );
    expect(home.buttons).toEqual([['By document', 'By date'], ['Newest']]);

    press('By document');
    const documents = await bot.seeChange(ANN.id, home);
    expect(documents.text).toBe(
      'Documents\n\n1. 图书馆规章.txt\n1 article · 2025-01-06\n\n2. harbour-news.txt\n1 article · 2024-11',
    );
    expect(documents.buttons).toEqual([['1', '2'], ['Library']]);
    press('2');
    const document = await bot.seeChange(ANN.id, documents);
    expect(document.text).toBe(
      'harbour-news.txt\n\n1. Tide pools of the northern harbour\nHarbour News · 2024-11',
    );
    press('1');
    const article = await bot.seeChange(ANN.id, document);
    expect(article.text).toContain(pools.text);
    expect(article.buttons).toEqual([['Back']]);
    press('Back');
    expect((await bot.seeChange(ANN.id, article)).text).toBe(document.text);
    press('Back');
    expect((await bot.seeChange(ANN.id, document)).text).toBe(documents.text);
    press('Library');
    expect((await bot.seeChange(ANN.id, documents)).text).toBe(home.text);
  });

  it('pages through months, the newest first, and keeps undated articles apart', async () => {
    addArticles(15);
    const { chat, seen: home } = await send('/library');
    bot.api.people.press(chat, ANN, 'By date');
    const months = await bot.seeChange(ANN.id, home);
    expect(months.buttons[0]).toEqual(['2025-01 (1)', '2024-11 (1)', '2021-02 (1)']);
    expect(months.buttons.at(-2)).toEqual(['1/2', '▶']);
    bot.api.people.press(chat, ANN, '▶');
    await bot.api.until(() => bot.api.world.see(ANN.id).at(-1)?.buttons[0]?.length === 3);
    const label = `${en.undated} (1)`;
    await bot.api.until(() => bot.api.world.see(ANN.id).at(-1)?.buttons.flat().includes(label));
    bot.api.people.press(chat, ANN, label);
    const undated = await bot.seeChange(ANN.id, months);
    expect(undated.text).toBe('Undated\n\n1. Old news, part 15\nHarbour News');
    bot.api.people.press(chat, ANN, 'Back');
    const back = await bot.seeChange(ANN.id, undated);
    expect(back.buttons.at(-2)).toEqual(['◀', '2/2']);
  });

  it('shows an article over several pages in place, and knows when it has gone', async () => {
    const { chat, seen: latest } = await send('/latest');
    bot.api.people.press(chat, ANN, '1');
    const first = await bot.seeChange(ANN.id, latest);
    expect(first.buttons).toEqual([['1/4', '▶'], ['Back']]);
    bot.api.people.press(chat, ANN, '▶');
    const second = await bot.seeChange(ANN.id, first);
    expect(second.buttons).toEqual([['◀', '2/4', '▶'], ['Back']]);
    bot.app.articles = [pools];
    bot.api.people.press(chat, ANN, '▶');
    expect((await bot.seeChange(ANN.id, second)).text).toBe(en.articleGone);
  });

  it('is turned by the asker only in a group', async () => {
    const group = bot.api.people.openGroup(-77, 'Readers');
    bot.api.people.post(group, ANN, '/library');
    const home = await bot.seeAnswer(-77);
    expect(await bot.seeToast(bot.api.people.press(group, LIN, 'Newest'))).toMatch(/别人/);
    bot.api.people.press(group, ANN, 'Newest');
    expect((await bot.seeChange(-77, home)).text).toMatch(
      /^Newest articles\n\n1\. 市图书馆借阅规则/,
    );
  });
});

describe('/latest', () => {
  it('lists the newest articles with publisher and date, page by page', async () => {
    addArticles(10);
    const { chat, seen } = await send('/latest');
    expect(seen.text.split('\n\n').slice(0, 3)).toEqual([
      'Newest articles',
      '1. 市图书馆借阅规则\n市图书馆 · 2025-01-06',
      '2. Tide pools of the northern harbour\nHarbour News · 2024-11',
    ]);
    expect(seen.buttons).toEqual([
      ['1', '2', '3', '4'],
      ['5', '6', '7', '8'],
      ['1/2', '▶'],
      ['Library'],
    ]);
    bot.api.people.press(chat, ANN, '▶');
    expect((await bot.seeChange(ANN.id, seen)).buttons[0]).toEqual(['9', '10', '11', '12']);
  });

  it('says that the library is empty', async () => {
    bot.app.articles = [];
    expect((await send('/latest')).seen.text).toBe(en.emptyLibrary);
  });
});

describe('/article', () => {
  it.each([
    ['the whole title', '/article tide pools of the Northern Harbour'],
    ['words of one title only', '/article harbour pools'],
    ['Traditional characters', '/article 借閱規則'],
    ['most letters of it', '/article tide pool of northern harbor'],
  ])('opens an article by %s', async (what, text) => {
    const { seen } = await send(text);
    const isClear = what !== 'most letters of it';
    expect(seen.text).toMatch(
      isClear ? /^(Tide pools|市图书馆借阅规则)/ : /^1 title comes near:\n\n1\. Tide pools/,
    );
    expect(seen.buttons.at(-1)).toEqual(isClear ? ['Library'] : ['1']);
  });

  it('lists the titles when several fit, each opening by itself', async () => {
    addArticles(10);
    const { chat, seen } = await send('/article old news');
    expect(seen.text).toMatch(/^10 titles fit:\n\n1\. Old news, part 9\n/);
    expect(seen.text).toMatch(/And 2 more; another word of the title narrows it down\.$/);
    bot.api.people.press(chat, ANN, '2');
    const article = await bot.seeAnswer(ANN.id, 2);
    expect(article.text).toMatch(/^Old news, part 8\n/);
    expect((await send('/article Old News, Part 1')).seen.text).toMatch(/^Old news, part 1\n/);
  });

  it('says how it is used, and when no title fits', async () => {
    expect((await send('/article')).seen.text).toBe(en.articleHow);
    expect((await send('/article ???')).seen.text).toBe(en.noSuchTitle('???'));
    const { seen } = await send(`/article ${'word '.repeat(300)}`);
    expect(seen.text.length).toBeLessThan(300);
  });
});
