/** A wording through time: matched however it is written, cited, counted, and drawn. */
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/domain/article.js';
import { drawTrace } from '../../src/trace/draw-trace.js';
import { findSentence, findWording } from '../../src/trace/find-wording.js';
import { traceWording } from '../../src/trace/trace-wording.js';

const makeArticle = (id: string, date: string | undefined, text: string): Article => ({
  id,
  document: `${id}.txt`,
  ordinal: 1,
  title: `标题 ${id}`,
  ...(date === undefined ? {} : { date }),
  language: 'zh',
  startLine: 1,
  endLine: 2,
  text,
  lineStarts: [[0, 2]],
});

function trace(wording: string, articles: readonly Article[], replaced: readonly Article[] = []) {
  return traceWording(wording, {
    store: {
      listArticles: async () => articles.map((article) => ({ ...article, characters: 1 })),
      getArticles: async (ids) =>
        new Map(
          articles.flatMap((article) => (ids.includes(article.id) ? [[article.id, article]] : [])),
        ),
    },
    passages: { listPassages: async () => [] },
    versions: {
      listReplaced: async () =>
        replaced.map((article) => ({ ...article, arrivedAt: '2024-01-01' })),
    },
  });
}

describe('a wording', () => {
  it.each([
    ['修复湖岸', '今年修復湖岸線十公里。', ['修復湖岸']],
    ['街角书房', '街角\n书房开放了，街角书房真好', ['街角\n书房', '街角书房']],
    ['opening hours', 'The OPENING  hours. Reopening hours are none.', ['OPENING  hours']],
    ['art', 'The party of art, Art and arts', ['art', 'Art']],
    ['2025', '２０２５年，12025', ['２０２５']],
    ['😀', 'a 😀 b', ['😀']],
    ['湖', '', []],
  ])('%s is found in “%s”', (wording, text, expected) => {
    expect(findWording(text, wording).map(({ start, end }) => text.slice(start, end))).toEqual(
      expected,
    );
  });

  it('has a sentence around it', () => {
    const text = '第一句。今年要建书房！第三句\n第四行书房';
    const sentences = findWording(text, '书房').map((span) => {
      const { start, end } = findSentence(text, span);
      return text.slice(start, end);
    });
    expect(sentences).toEqual(['今年要建书房！', '第四行书房']);
  });
});

describe('a trace', () => {
  const articles = [
    makeArticle('c', '2025-03-09', '书房再增两处。书房全年开放。'),
    makeArticle('a', '2024-12', '要试点街角书房。'),
    makeArticle('b', '2025-01-06', '要试点街角书房。今年街角书房新增八处，由市民管理。'),
    makeArticle('d', undefined, '书房的故事。'),
    makeArticle('e', '2025', '书房之年。'),
  ];

  it('has the earliest use with its citation, a count for every month, and sentences that differ', async () => {
    const found = await trace('書房', articles);
    expect(found).toMatchObject({ wording: '書房', uses: 7, articles: 5, undated: 2 });
    // A year alone is no month, but stands before all of its months.
    expect(found.first).toMatchObject({
      text: '要试点街角书房。',
      highlights: [[5, 7]],
      citation: { articleId: 'a', date: '2024-12', startLine: 2, start: 0, end: 8 },
    });
    expect(found.periods).toEqual([
      { period: '2024-12', uses: 1, articles: 1 },
      { period: '2025-01', uses: 2, articles: 1 },
      { period: '2025-02', uses: 0, articles: 0 },
      { period: '2025-03', uses: 2, articles: 1 },
    ]);
    expect(found.sentences.map(({ text }) => text)).toEqual([
      '要试点街角书房。',
      '书房之年。',
      '今年街角书房新增八处，由市民管理。',
      '书房再增两处。',
      '书房全年开放。',
      '书房的故事。',
    ]);
    for (const { text, citation } of found.sentences) {
      const article = articles.find(({ id }) => id === citation.articleId);
      expect(article?.text.slice(citation.start, citation.end)).toBe(text);
    }
  });

  it('looks at older texts of articles too', async () => {
    const old = makeArticle('old', '2023-05-01', '书屋改名书房。');
    expect(await trace('书房', articles, [old])).toMatchObject({
      first: { citation: { articleId: 'old' } },
      periods: { length: 23 },
    });
  });

  it('counts by year where there are many months, and keeps the first and latest of many sentences', async () => {
    const many = Array.from({ length: 30 }, (_, n) =>
      makeArticle(
        `m${n}`,
        `${1990 + n}-0${1 + (n % 9)}`,
        `书房在${n * 7919}号，${'甲乙丙丁戊己庚辛壬癸'.repeat(2).slice(n % 10)}。`,
      ),
    );
    const found = await trace('书房', many);
    expect(found.periods).toHaveLength(30);
    expect(found.periods[0]).toEqual({ period: '1990', uses: 1, articles: 1 });
    expect(found.sentences).toHaveLength(6);
    expect(found.sentences[0]?.citation.articleId).toBe('m0');
    expect(found.sentences.at(-1)?.citation.articleId).toBe('m29');
  });

  it('of nothing is empty; of an empty or endless wording an error', async () => {
    expect(await trace('火星', articles)).toEqual({
      wording: '火星',
      uses: 0,
      articles: 0,
      undated: 0,
      periods: [],
      sentences: [],
      changes: 0,
    });
    for (const wording of ['', ' \n', '长'.repeat(61)]) {
      await expect(trace(wording, articles)).rejects.toMatchObject({ code: 'USAGE' });
    }
  });
});

describe('a picture', () => {
  it('has a bar for each month, as high as its uses', () => {
    const uses = [1, 0, 4, 2];
    const periods = uses.map((count, at) => ({
      period: `2025-0${at + 1}`,
      uses: count,
      articles: 1,
    }));
    const picture = Buffer.from(drawTrace({ periods }) ?? []);
    expect(picture.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    const [width, height] = [picture.readUInt32BE(16), picture.readUInt32BE(20)];
    expect([width, height]).toEqual([800, 360]);
    const data = picture.subarray(picture.indexOf('IDAT') + 4);
    const rows = inflateSync(data);
    const isBar = (x: number, y: number) => rows[y * (width + 1) + 1 + x] === 3;
    const heights = uses.map((_, at) => {
      const x = Math.round(70 + ((at + 0.5) * (800 - 94)) / 4);
      return Array.from({ length: height }, (_, y) => isBar(x, y)).filter(Boolean).length;
    });
    expect(heights.map((pixels) => Math.round((pixels / (heights[2] ?? 1)) * 4))).toEqual(uses);
  });

  it('is none without a month', () => {
    expect(drawTrace({ periods: [] })).toBeUndefined();
  });
});
