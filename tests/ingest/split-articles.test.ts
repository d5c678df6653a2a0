/** The splitter on dumps of known content, in many layouts, and on hand-made files of other kinds. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitArticles } from '../../src/ingest/split-articles.js';
import { findLostCharacters, findMisplacedBlocks } from './check-split.js';
import { type DumpStyle, type PlainArticle, renderDump } from './render-dump.js';
import { CHINESE_NEWS, ENGLISH_NEWS, TRADITIONAL_NEWS } from './sample-articles.js';

const DUMPS = resolve(import.meta.dirname, '../fixtures/dumps');
const SAMPLES = resolve(import.meta.dirname, '../..');

const splitText = (text: string, format: 'text' | 'markdown' = 'text') =>
  splitArticles({ lines: text.split('\n'), format, name: 'dump' });

function splitFile(name: string) {
  const text = readFileSync(resolve(DUMPS, name), 'utf8');
  return splitText(text, name.endsWith('.md') ? 'markdown' : 'text');
}

const STYLES: Readonly<Record<string, DumpStyle>> = {
  'one paragraph a line': { wrap: 0 },
  'one paragraph a line, blank lines between': {
    wrap: 0,
    blankBetweenParagraphs: true,
    blankAroundTitle: true,
  },
  'indented paragraphs': { wrap: 0, indent: '　　' },
  'wrapped at 72 columns, blank lines between': {
    wrap: 72,
    blankBetweenParagraphs: true,
    blankAroundTitle: true,
  },
  'wrapped at 72 columns, indented, no blank lines': { wrap: 72, indent: '    ' },
  'wrapped at 40 columns, indented': { wrap: 40, indent: '　　' },
  'wrapped at 60 columns, a blank line behind every line': { wrap: 60, doubleSpaced: true },
  'titles centred by spaces': {
    wrap: 72,
    titleIndent: '            ',
    blankBetweenParagraphs: true,
    blankAroundTitle: true,
  },
  'lines of dashes between articles': { wrap: 0, separator: '----------' },
  'lines of asterisks between articles': { wrap: 60, separator: '* * *', indent: '　　' },
};

const without = (
  articles: readonly PlainArticle[],
  ...keys: readonly (keyof PlainArticle)[]
): readonly PlainArticle[] =>
  articles.map(
    (article) =>
      Object.fromEntries(
        Object.entries(article).filter(([key]) => !keys.includes(key as keyof PlainArticle)),
      ) as unknown as PlainArticle,
  );

describe.each(Object.entries(STYLES))('a dump set as: %s', (_name, style) => {
  it.each([
    ['Chinese news', CHINESE_NEWS],
    ['Traditional Chinese news', TRADITIONAL_NEWS],
    ['an English newsletter', ENGLISH_NEWS],
    ['Chinese news without separators of their own', without(CHINESE_NEWS, 'source')],
  ])('splits %s into its articles', (_kind, news) => {
    const { articles } = splitText(renderDump(news, style));
    expect(articles.map(({ title }) => title)).toEqual(news.map(({ title }) => title));
    expect(articles.map(({ publisher }) => publisher)).toEqual(
      news.map(({ source }) => source?.replace(/^[（(](?:来源：|來源：|Source: )?|[）)]$/g, '')),
    );
  });

  it('reads dates, bylines, subtitles and languages', () => {
    const [, , speech] = splitText(renderDump(CHINESE_NEWS, style)).articles;
    expect(speech?.subtitle).toBe('——在全市读书月启动仪式上的讲话');
    expect(speech?.author).toBe('林晓峰');
    expect(speech?.date).toBe('2025-04-01');
    expect(speech?.language).toBe('zh');
    const [old] = splitText(renderDump(TRADITIONAL_NEWS, style)).articles;
    expect(old?.language).toBe('zh-Hant');
    expect(old?.date).toBe('2025-05-10');
    const english = splitText(renderDump(ENGLISH_NEWS, style)).articles;
    expect(english.map(({ date }) => date)).toEqual(['2026-03-16', '2026-04-02', '2026-04-09']);
    expect(english[2]?.author).toBe('Priya Shah and Tom Reed');
    expect(english[0]?.language).toBe('en');
  });

  it('infers the year of news from the dates the document states', () => {
    const { articles } = splitText(renderDump(CHINESE_NEWS, style));
    expect(articles.map(({ date }) => date)).toEqual([
      '2025-03-02',
      '2025-03-06',
      '2025-04-01',
      '2025-04-20',
    ]);
  });
});

describe('dumps of other kinds', () => {
  it('leaves out the cover and the table of contents, and uses its entries', () => {
    const { articles, warnings } = splitFile('contents-and-cover.txt');
    expect(articles.map(({ title, startLine }) => [title, startLine])).toEqual([
      ['全市河湖保护座谈会召开', 16],
      ['让每一滴水都清澈', 24],
      ['云州市河道保护办法', 40],
      ['社区里的“河小二”', 62],
    ]);
    expect(articles.map(({ publisher }) => publisher)).toEqual([
      '云州政协',
      '云州日报',
      undefined,
      '云州晚报',
    ]);
    expect(articles.map(({ date }) => date)).toEqual([
      '2025-03-18',
      undefined,
      '2024-11-08',
      undefined,
    ]);
    expect(warnings.join('\n')).toMatch(/table of contents: 5 lines[\s\S]*front matter: 3 lines/);
  });

  it('ends the table of contents where the first title comes again, and takes no table for one', () => {
    const split = (lines: readonly string[]) =>
      splitArticles({ lines, format: 'text', name: 'a.txt' }).articles.map(({ text, title }) =>
        [title, text].join('\n'),
      );
    const sections = ['1 Harbour', '2 Mudflats', '3 Lighthouse'];
    const text = sections.flatMap((section) => [
      section,
      '',
      `The council has decided on ${section.slice(2)} and closes it in May.`,
      '',
    ]);
    const book = ['Contents', '1 Harbour 2', '2 Mudflats 2', '3 Lighthouse 3', '', ...text];
    expect(split(book).join('\n')).toContain('on Harbour and closes');
    const rows = ['tide gauge', 'rain gauge', 'wind vane'];
    expect(
      split([...rows, ...rows, ...rows])
        .join('\n')
        .match(/rain gauge/g),
    ).toHaveLength(3);
  });

  it('drops numbered footers and heals a sentence and a word that were cut', () => {
    const { articles, warnings } = splitFile('newsletter-with-footers.txt');
    expect(articles[0]?.title).toBe('Ferry Timetable Changes in June');
    expect(articles[0]?.text).toContain('can exchange it free of charge');
    expect(articles[1]?.text).toContain("hold somebody's hand on the upper stairs");
    expect(warnings.join('\n')).toContain('running header: 4 lines');
  });

  it('takes a regulation alone as one article with chapters, clauses and items', () => {
    const { articles } = splitFile('regulation.txt');
    expect(articles).toHaveLength(1);
    expect(articles[0]?.date).toBe('2023-06-30');
    const shapes = articles[0]?.blocks.map(({ kind, level, label }) => [kind, level, label]);
    expect(shapes).toEqual([
      ['note', undefined, undefined],
      ['heading', 1, '第一章 总 则'],
      ['clause', 2, '第一条'],
      ['clause', 2, '第二条'],
      ['heading', 1, '第二章 养护与管理'],
      ['clause', 2, '第三条'],
      ['item', 3, undefined],
      ['item', 3, undefined],
      ['item', 3, undefined],
      ['clause', 2, '第四条'],
      ['paragraph', undefined, undefined],
      ['heading', 1, '第三章 附 则'],
      ['clause', 2, '第五条'],
    ]);
  });

  it('keeps a novel in one piece, its chapters as headings', () => {
    const { articles } = splitFile('novel.txt');
    expect(articles.map(({ title }) => title)).toEqual(['山谷里的邮差']);
    const headings = articles[0]?.blocks.filter(({ kind }) => kind === 'heading');
    expect(headings?.map(({ label }) => label)).toEqual([
      '第一章　雪夜',
      '第二章　坡上人家',
      '第三章　回信',
    ]);
  });

  it('makes a title from the first sentence where there is none, and says so', () => {
    const { articles, warnings } = splitFile('untitled.txt');
    expect(articles).toHaveLength(1);
    expect(articles[0]?.title).toBe('那年秋天雨水特别多，河边的路断了三次，我们只好绕到山后去上学');
    expect(articles[0]?.text).toMatch(/^那年秋天/);
    expect(warnings).toHaveLength(1);
  });

  it('reads articles that name their fields', () => {
    const { articles } = splitFile('fields.txt');
    expect(articles.map(({ title, publisher, date }) => [title, publisher, date])).toEqual([
      ['城南菜市场完成改造重新开业', '云州晚报', '2025-09-12'],
      ['中学生发明盲文温度计', '云州教育网', '2025-09-15'],
    ]);
  });

  it('reads copies of web pages with a line of facts under the title', () => {
    const { articles } = splitFile('web-copies.txt');
    expect(
      articles.map(({ title, publisher, date, author }) => [title, publisher, date, author]),
    ).toEqual([
      ['老厂房变身城市书房', '云州日报', '2025-03-05', '许言'],
      ['山村来了“月光医生”', '清河新闻网', '2025-03-07', undefined],
    ]);
  });

  it('reads titles in brackets', () => {
    expect(splitFile('bracketed-titles.txt').articles.map(({ title }) => title)).toEqual([
      '全市消防演练周六举行',
      '免费法律咨询进社区',
      '城北桥夜间封闭施工',
    ]);
  });

  it.each([
    ['one-essay.txt', '把小事做成大学问', 3],
    ['interview.txt', '市档案馆馆长谈老照片数字化', 2],
    ['article-with-sections.md', 'How We Repair Clocks', 3],
  ])('does not split inside %s', (name, title, headings) => {
    const { articles } = splitFile(name);
    expect(articles.map((article) => article.title)).toEqual([title]);
    expect(articles[0]?.blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(headings);
  });

  it('reads bylines and front matter', () => {
    expect(splitFile('one-essay.txt').articles[0]?.author).toBe('苏明远');
    expect(splitFile('interview.txt').articles[0]?.author).toBe('何静');
    const [clocks] = splitFile('article-with-sections.md').articles;
    expect([clocks?.author, clocks?.date]).toEqual(['Mei Tan', '2025-11-02']);
  });

  it('splits a Markdown newsletter at the headings that open articles', () => {
    const { articles, warnings } = splitFile('newsletter.md');
    expect(articles.map(({ title, date }) => [title, date])).toEqual([
      ['Grafting Day Draws a Crowd', '2026-03-07'],
      ['Frost Warning Network', '2026-03-21'],
    ]);
    expect(warnings.join('\n')).toContain('“# Orchard Notes”');
  });

  it('tells the language of each article of a mixed dump', () => {
    const { articles } = splitFile('mixed-languages.txt');
    expect(articles.map(({ language, publisher }) => [language, publisher])).toEqual([
      ['zh', '云州外事网'],
      ['en', 'Yunzhou Foreign Affairs Office'],
    ]);
  });

  it('gives the publisher of a line for all articles above to each of them, up to the line before', () => {
    const news = without(CHINESE_NEWS, 'source');
    const [first, second, third, fourth] = news;
    const text = renderDump(
      [
        { ...(first as PlainArticle), source: '（云州日报）' },
        second as PlainArticle,
        { ...(third as PlainArticle), source: '（以上均来源于云州网）' },
        fourth as PlainArticle,
      ],
      { wrap: 0 },
    );
    expect(splitText(text).articles.map(({ publisher }) => publisher)).toEqual([
      '云州日报',
      '云州网',
      '云州网',
      undefined,
    ]);
  });

  it('reads titles that are numbered through, though a speech among them has numbered headings', () => {
    const text = renderDump(CHINESE_NEWS, { wrap: 0, titlePrefix: (order) => `${order}. ` });
    expect(splitText(text).articles.map(({ title }) => title)).toEqual(
      CHINESE_NEWS.map(({ title }, index) => `${index + 1}. ${title}`),
    );
  });
});

describe('an announced text', () => {
  it('keeps the inner title, byline and date of a reprinted text in its article', () => {
    const { articles } = splitText(
      [
        '市图书馆馆长谈夜间开放',
        '5月8日，《云州日报》“馆长来了”专栏刊发对市图书馆馆长的访谈。',
        '全文如下：',
        '让灯光照亮夜读的人',
        '——访云州市图书馆馆长',
        '2025年5月8日',
        '夜里十点，市图书馆三楼的灯还亮着。记者见到馆长的时候，他正在给读者续茶。',
        '记者：为什么要开到十点？',
        '馆长：因为很多人下班以后才有时间读书。',
        '（云州日报）',
      ].join('\n'),
    );
    expect(articles.map(({ title }) => title)).toEqual(['市图书馆馆长谈夜间开放']);
    expect(articles[0]?.date).toBe('2025-05-08');
    expect(articles[0]?.blocks.map(({ kind }) => kind).join(' ')).toBe(
      'paragraph meta meta meta meta paragraph paragraph paragraph meta',
    );
  });
});

describe('whatever the document', () => {
  it('takes a book in one line', () => {
    const line = 'a boat and a bell '.repeat(500_000);
    expect(splitArticles({ lines: [line], format: 'text', name: 'a.txt' }).articles).toMatchObject([
      { title: expect.stringMatching(/^a boat and a bell/), text: line.trim() },
    ]);
  });

  const documents = [
    ...readdirSync(DUMPS).map(
      (name) => [name, readFileSync(resolve(DUMPS, name), 'utf8')] as const,
    ),
    ...['qinghe-reader-2025-01.txt', 'qinghe-reader-2026-03.txt', 'town-gazette-1998.txt'].map(
      (name) => [name, readFileSync(resolve(SAMPLES, 'samples', name), 'utf8')] as const,
    ),
  ];

  it.each(documents)('maps every block of %s to its lines and loses nothing', (name, text) => {
    const lines = text.split('\n');
    const { articles, warnings } = splitArticles({
      lines,
      format: name.endsWith('.md') ? 'markdown' : 'text',
      name,
    });
    const isHealed = name.startsWith('newsletter-with-footers');
    if (!isHealed) expect(findMisplacedBlocks(articles, lines)).toEqual([]);
    expect(findLostCharacters(articles, lines, warnings)).toEqual([]);
  });

  const sentence = fc.stringMatching(/^[一-龥]{3,30}[。！？]$/);
  const word = fc.stringMatching(/^[a-z]{1,9}[,.]?$/);
  const line = fc.oneof(
    fc.constant(''),
    fc.array(sentence, { maxLength: 6 }).map((list) => list.join('')),
    fc.stringMatching(/^[一-龥]{2,24}$/),
    fc.array(word, { maxLength: 20 }).map((list) => list.join(' ')),
    fc.constantFrom(
      '一、总则',
      '（一）范围',
      '第三条　办法',
      '问：怎么办？',
      '28',
      '----',
      '（云州日报）',
      '2025年3月1日',
    ),
    fc.string({ maxLength: 40 }),
  );
  const dump = fc.array(line, { maxLength: 60 });

  it('gives blocks that cover the text, sorted line starts and lines in order', () => {
    fc.assert(
      fc.property(dump, fc.constantFrom('text' as const, 'markdown' as const), (lines, format) => {
        const { articles } = splitArticles({ lines, format, name: 'any' });
        let above = 0;
        for (const article of articles) {
          expect(article.title.trim()).not.toBe('');
          expect(article.startLine).toBeGreaterThan(above);
          expect(article.endLine).toBeGreaterThanOrEqual(article.startLine);
          above = article.endLine;
          let end = -1;
          for (const block of article.blocks) {
            expect(block.start).toBe(end + 1);
            if (block.start > 0) expect(article.text[block.start - 1]).toBe('\n');
            end = block.end;
          }
          expect(end).toBe(article.text.length);
          expect(article.lineStarts[0]?.[0]).toBe(0);
          const offsets = article.lineStarts.map(([offset]) => offset);
          expect(offsets).toEqual([...new Set(offsets)].sort((a, b) => a - b));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps every block in its lines and every character somewhere', () => {
    const clean = fc.array(
      line.map((text) => text.normalize('NFC').replace(/[\p{C}\u2028\u2029#*_=`【】［］-]/gu, '')),
      { maxLength: 50 },
    );
    fc.assert(
      fc.property(clean, (lines) => {
        const { articles, warnings } = splitArticles({ lines, format: 'text', name: 'any' });
        expect(findMisplacedBlocks(articles, lines)).toEqual([]);
        expect(findLostCharacters(articles, lines, warnings)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('finds nothing in an empty document', () => {
    expect(splitArticles({ lines: ['', '  '], format: 'text', name: 'x' })).toEqual({
      articles: [],
      warnings: [],
    });
  });

  it('has a title even for a document of one mark', () => {
    const { articles } = splitArticles({ lines: ['。'], format: 'text', name: 'x' });
    expect(articles.map(({ title, text }) => [title, text])).toEqual([['。', '。']]);
  });

  it('takes 100,000 lines in a few seconds even on a slow machine', () => {
    const lines = Array.from({ length: 100_000 }, (_, index) =>
      index % 40 === 0
        ? `第${index}次例会在云州召开`
        : `会议研究了第${index}号议案，同意交有关部门办理。`,
    );
    const start = performance.now();
    splitArticles({ lines, format: 'text', name: 'long' });
    expect(performance.now() - start).toBeLessThan(8000);
  });
});
