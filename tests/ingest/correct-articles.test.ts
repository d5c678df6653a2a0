/** Articles are joined, split and renamed as a keeper says; every line keeps its number, and nothing is lost. */
import { describe, expect, it } from 'vitest';
import { findLine } from '../../src/domain/article.js';
import type { CorrectionChange } from '../../src/domain/correction.js';
import { correctArticles } from '../../src/ingest/correct-articles.js';
import { splitArticles } from '../../src/ingest/split-articles.js';

const LINES = [
  '# 早稻',
  '2025年3月8日',
  '早稻已经插完，面积三十二万亩。',
  '今年的雨水很好。',
  '# 晚稻',
  '晚稻在七月下种，面积略有增加。',
  '补种的消息',
  '低洼地补种了两千亩。',
];
const split = () => splitArticles({ lines: LINES, format: 'markdown', name: 'a.md' }).articles;
const correct = (index: number, change: CorrectionChange) => {
  const articles = split();
  const { title = '', startLine = 0 } = articles[index] ?? {};
  return correctArticles(articles, [{ anchor: { title, startLine }, ...change }]);
};
/** Each paragraph of each article stands in the line that is said of it. */
const expectRightLines = (articles: ReturnType<typeof split>): void => {
  for (const { text, lineStarts, blocks, startLine, endLine } of articles) {
    for (const { start, end } of blocks) {
      const line = findLine(lineStarts, start);
      expect(LINES[line - 1]?.replace('# ', '')).toBe(text.slice(start, end));
      expect(line).toBeGreaterThanOrEqual(startLine);
      expect(line).toBeLessThanOrEqual(endLine);
    }
    expect(blocks.map(({ start, end }) => text.slice(start, end)).join('\n')).toBe(text);
  }
};

describe('correctArticles', () => {
  it('joins an article with the one before it; its title stays as a heading', () => {
    const { articles, missed } = correct(1, { kind: 'join' });
    expect(missed).toEqual([]);
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({ title: '早稻', date: '2025-03-08', endLine: 8 });
    expect(articles[0]?.text).toContain('今年的雨水很好。\n晚稻\n晚稻在七月下种');
    expectRightLines(articles);
  });

  it('splits at a line; a short one is the title of what follows', () => {
    const { articles } = correct(1, { kind: 'split', line: 7 });
    expect(articles.map(({ title, text, startLine }) => [title, text, startLine])).toEqual([
      ['早稻', expect.any(String), 1],
      ['晚稻', '晚稻在七月下种，面积略有增加。', 5],
      ['补种的消息', '低洼地补种了两千亩。', 7],
    ]);
    expectRightLines(articles);
  });

  it('splits and joins again to the same words', () => {
    const parts = correct(1, { kind: 'split', line: 7 }).articles;
    const anchor = { title: '补种的消息', startLine: 7 };
    const { articles } = correctArticles(parts, [{ anchor, kind: 'join' }]);
    expect(articles.map(({ text }) => text)).toEqual(split().map(({ text }) => text));
    expectRightLines(articles);
  });

  it('corrects titles and dates, and takes a date off', () => {
    const renamed = correct(0, { kind: 'title', title: '早稻插完' }).articles[0];
    expect([renamed?.title, renamed?.date]).toEqual(['早稻插完', '2025-03-08']);
    const dated = correct(1, { kind: 'date', date: '2025-07', datePrecision: 'month' }).articles[1];
    expect([dated?.date, dated?.datePrecision]).toEqual(['2025-07', 'month']);
    expect(correct(0, { kind: 'date' }).articles[0]).not.toHaveProperty('date');
  });

  it('finds an article that has moved by its title, and misses one that is gone', () => {
    const moved = { title: '晚稻', startLine: 99 };
    const gone = { title: '中稻', startLine: 5 };
    const { articles, missed } = correctArticles(split(), [
      { anchor: moved, kind: 'title', title: '晚稻下种' },
      { anchor: gone, kind: 'title', title: 'x' },
    ]);
    expect(articles[1]?.title).toBe('晚稻下种');
    expect(missed.map(({ anchor }) => anchor)).toEqual([gone]);
  });

  it('refuses to join the first, and to split where no paragraph begins', () => {
    expect(correct(0, { kind: 'join' }).missed).toHaveLength(1);
    expect(correct(1, { kind: 'split', line: 6 }).missed).toHaveLength(1);
    expect(correct(1, { kind: 'split', line: 70 }).missed).toHaveLength(1);
  });
});
