/** Papers as readers send them, each with the titles, dates and publishers that stand in it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { splitArticles } from '../../src/ingest/split-articles.js';

const DUMPS = resolve(import.meta.dirname, '../fixtures/dumps');

const splitText = (text: string) =>
  splitArticles({ lines: text.split('\n'), format: 'text', name: 'dump' });

const readDump = (name: string): string => readFileSync(resolve(DUMPS, name), 'utf8');
const splitFile = (name: string) => splitText(readDump(name));

describe('a line under every title', () => {
  const text = readDump('datelines-under-titles.txt');

  it('keeps dates and sources that look alike: they are no running headers', () => {
    const { articles, warnings } = splitText(text);
    expect(articles.map(({ title, date, publisher }) => [title, date, publisher])).toEqual([
      ['市图书馆新馆正式开放', '2023-05-06', '滨江日报'],
      ['全市春耕备耕工作会议召开', '2023-03-12', '滨江日报'],
      ['我市三名教师获评全国优秀教师', '2023-09-10', '滨江日报'],
      ['老城区供水管网改造工程完工', '2023-11-02', '滨江日报'],
    ]);
    expect(warnings).toEqual([]);
  });

  it('keeps bare dates, and sources that are the same under every title', () => {
    const dated = splitText(text.replaceAll('　来源：滨江日报', ''));
    expect(dated.articles.map(({ date }) => date)).toEqual([
      '2023-05-06',
      '2023-03-12',
      '2023-09-10',
      '2023-11-02',
    ]);
    for (const line of ['来源：滨江日报', '（滨江日报）']) {
      const same = splitText(text.replace(/2023年\d+月\d+日　来源：滨江日报/g, line));
      expect(same.articles.map(({ publisher }) => publisher)).toEqual(Array(4).fill('滨江日报'));
    }
    const signed = splitText(text.replace(/2023年\d+月\d+日　来源：滨江日报/g, 'By Anna Wolf'));
    expect(signed.articles.map(({ author }) => author)).toEqual(Array(4).fill('Anna Wolf'));
  });

  it('still drops a date that stands at the edge of every page', () => {
    const page = '这是一段写满一行又一行的文字，讲的是城里的一件小事，说得很细。\n'.repeat(12);
    const pages = ['小城故事', ...Array.from({ length: 5 }, () => `\f2023年5月\n${page}`)];
    const { articles, warnings } = splitText(pages.join('\n'));
    expect(warnings.join('\n')).toContain('running header: 5 lines');
    expect(articles[0]?.text).not.toContain('2023年5月');
  });
});

describe('a table of contents', () => {
  it('makes no articles of the chapters it lists, and ends before the first of them', () => {
    const { articles, warnings } = splitFile('regulations-with-contents.txt');
    expect(articles.map(({ title, date }) => [title, date])).toEqual([
      ['滨江市公共绿地管理条例', '2021-06-18'],
      ['滨江市物业管理办法', '2020-12-01'],
    ]);
    const chapters = articles[0]?.blocks.filter(({ kind }) => kind === 'heading');
    expect(chapters?.map(({ label }) => label)).toEqual([
      '第一章　总则',
      '第二章　规划和建设',
      '第三章　保护和管理',
      '第四章　法律责任',
      '第五章　附则',
    ]);
    expect(warnings.join('\n')).toContain('table of contents: 6 lines');
  });

  it('makes articles of the titles beside the chapters', () => {
    const text = readDump('regulations-with-contents.txt').replace(
      '第一章　总则\n',
      '滨江市公共绿地管理条例\n滨江市物业管理办法\n第一章　总则\n',
    );
    const { articles } = splitText(
      text.replace(/^.*\n.*\n\n/, '').replace(/(第五章　附则\n\n)/, '$1滨江市公共绿地管理条例\n\n'),
    );
    expect(articles.map(({ title }) => title)).toEqual([
      '滨江市公共绿地管理条例',
      '滨江市物业管理办法',
    ]);
  });

  it('makes articles of the pieces of a collection that numbers them 第一篇, 第二篇', () => {
    const pieces = ['第一篇 河边的磨坊', '第二篇 学校的大钟', '第三篇 山上的灯'];
    const bodies = pieces.map(
      (piece) => `${piece}\n那一年雨水很多，我们常常到那里去。\n后来大家都搬走了，只有它还在。`,
    );
    const { articles } = splitText(['目录', ...pieces, '', ...bodies].join('\n'));
    expect(articles.map(({ title }) => title)).toEqual(pieces);
  });
});

describe('a masthead', () => {
  const text = readDump('newspaper-with-bylines.txt');
  const titles = [
    'Ferry Fares Will Rise in July',
    'Lighthouse Keeper Retires After Forty Years',
    'A New Roof for the Market Hall',
    'High School Debaters Go to Washington',
  ];

  it.each([
    ['in capitals, the month below', 'THE ELLERY WEEKLY\nJune 2011\n'],
    ['in capitals alone', 'THE ELLERY WEEKLY\n'],
    ['in capitals, the month beside it', 'ELLERY PARISH        June 2011\n'],
    ['of any name, the month below', 'Ellery Notes\nJune 2011\n'],
    ['of a newsletter', 'Ellery Harbor Newsletter\n'],
  ])('is no title: %s', (_kind, masthead) => {
    const given = text.replace(/^THE ELLERY WEEKLY\nJune 2011\n/, masthead);
    const { articles, warnings } = splitText(given);
    expect(articles.map(({ title }) => title)).toEqual(titles);
    expect(articles[0]?.subtitle).toBeUndefined();
    expect(warnings.join('\n')).toContain('front matter');
  });

  it('is no title in Chinese', () => {
    const { articles } = splitText(`滨江日报\n\n${readDump('datelines-under-titles.txt')}`);
    expect(articles[0]?.title).toBe('市图书馆新馆正式开放');
    expect(articles[0]?.subtitle).toBeUndefined();
  });

  it('is not seen in a title with its month and a first heading', () => {
    const { articles } = splitText(
      'Annual Report\nJune 2011\n\nA Word Before\n\nThe club grew by nine members this year.\n',
    );
    expect(articles[0]?.title).toBe('Annual Report');
  });
});

describe('an addressee', () => {
  it('belongs to the letter, not to its title', () => {
    const { articles } = splitFile('contents-and-addressees.txt');
    expect(articles.map(({ title, subtitle, date }) => [title, subtitle, date])).toEqual([
      ['在全市安全生产工作会议上的讲话', undefined, '2022-04-08'],
      ['关于加强农村道路养护工作的通知', undefined, '2022-05-16'],
      ['青年志愿服务活动综述', undefined, undefined],
      ['致全市医务工作者的慰问信', undefined, '2022-08-19'],
    ]);
    expect(articles[3]?.text).toMatch(/^全市广大医务工作者：\n在第五个/);
    expect(articles[3]?.blocks[0]?.kind).toBe('paragraph');
  });

  it('is told from a kicker that ends in a colon', () => {
    const { articles } = splitText(
      '市长在春耕会议上强调：\n不误农时抓好春耕生产\n3月12日，全市春耕会议召开。\n会议听取了汇报。\n',
    );
    expect(`${articles[0]?.subtitle} ${articles[0]?.title}`).toContain('强调：');
  });
});

it('reads a number and the unit behind a space as one word, which may not fit on the line', () => {
  const text = readFileSync(resolve(DUMPS, '../../../samples/qinghe-reader-2025-01.txt'), 'utf8');
  const texts = splitText(text).articles.map((article) => article.text);
  expect(texts.join('\n')).toMatch(/新改建农村公路 ?218 公里，撤除城区断头路 7 条。/);
});

describe('titles without date, source or byline', () => {
  it.each([
    [
      'titles-between-blanks.txt',
      ['港口博物館重新開幕', '山區公路坍方 搶通需十日', '小農市集每月第一個週六登場'],
    ],
    [
      'titles-without-blanks.txt',
      ['科技馆推出夜间开放', '城北公园荷花节开幕', '地铁四号线开始试运行', '民间剪纸艺人走进校园'],
    ],
    [
      'pages-with-headers.txt',
      [
        'Bridge Repairs to Close Mill Lane Until June',
        'School Orchestra Wins Regional Prize',
        'Otters Return to the Lower Weir',
        'Letters: Why the Clock Runs Slow',
      ],
    ],
  ])('are found in %s, and the ones that are not sure are named', (name, titles) => {
    const { articles, warnings } = splitFile(name);
    expect(articles.map(({ title }) => title)).toEqual(titles);
    expect(warnings.join('\n')).toMatch(/articles begin at these lines, though .* not sure: \d/);
  });

  it('are named when they are left in the article above', () => {
    for (const [name, title, other] of [
      ['titles-between-blanks.txt', '山區公路坍方 搶通需十日', '三天來的第二件大事'],
      ['titles-without-blanks.txt', '民间剪纸艺人走进校园', '一门老手艺的新学生'],
    ] as const) {
      const { warnings } = splitText(readDump(name).replace(title, other));
      expect(warnings.join('\n')).toMatch(
        new RegExp(`may be titles, but were left in the article above: \\d+ “${other}”`),
      );
    }
  });

  const section = (title: string, text: string): string => `${title}\n\n${text}\n\n`;

  it('are not seen in the headings of a report, some of which the text below repeats', () => {
    const text = [
      section('The Year in the Valley', 'The parish council met nine times in the past year.'),
      section('How We Worked', 'Nine members gave some of their evenings to it.'),
      section('Water Supply of the Lower Valley', 'The water supply of the lower valley is safe.'),
      section('What It Cost Us', 'Four thousand pounds were spent, most of it on pipes.'),
      section('What Comes Next', 'The council will look for a new meeting room.'),
    ].join('');
    expect(splitText(text).articles.map(({ title }) => title)).toEqual(['The Year in the Valley']);
  });

  it('are not seen in headings that say again what the whole article is about', () => {
    const text = [
      section('谈谈老城区的河道治理', '老城区的河道治理做了三年，今天谈谈其中的办法。'),
      section('老城区河道治理的难处', '老城区河道治理的难处，在于两岸的房子离水太近。'),
      section('老城区河道治理的路子', '老城区河道治理的路子，是一段一段地改，改好一段再动一段。'),
    ].join('');
    expect(splitText(text).articles.map(({ title }) => title)).toEqual(['谈谈老城区的河道治理']);
  });
});
