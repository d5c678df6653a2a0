/** A quote is a slice of its article, with the place it stands in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citePassage, composeQuotes } from '../../src/answer/compose-quotes.js';
import type { Article } from '../../src/domain/article.js';
import { createArticle, createHit, UNNAMED } from '../support/ranked.js';

const TEXT =
  '早稻已经插完，面积三十二万亩。晚稻在七月下种，面积略有增加。今年的雨水很好，水库蓄水充足。';
const SENTENCES = [
  { start: 0, end: 15 },
  { start: 15, end: 30 },
  { start: 30, end: 45 },
];
const WHOLE = { start: 0, end: 45 };
const RICE = createArticle('稻田', [TEXT], {
  date: '2025-01',
  datePrecision: 'month',
  publisher: '青河日报',
});
const BRIDGE = createArticle('交通', [
  '跨江大桥五月一日通车，全长六点五公里。',
  '公交车票价仍为两元。',
]);
const plain = { top: 3, explain: false };

const hitWithScores = (sentenceScores: readonly number[]) =>
  createHit(RICE, WHOLE, { sentences: SENTENCES, sentenceScores });
const highlightsOf = (sentenceScores: readonly number[]) =>
  composeQuotes([hitWithScores(sentenceScores)], plain)[0]?.highlights;

describe('composeQuotes', () => {
  it('cites the pages of the lines it quotes', () => {
    const article = {
      ...BRIDGE,
      pageStarts: [
        [1, 4],
        [3, 5],
      ] as const,
    };
    const cite = (start: number, end: number) => citePassage(article, { start, end, headings: [] });
    expect(cite(0, 19)).toMatchObject({ startLine: 2, startPage: 4, endPage: 4 });
    expect(cite(0, 30)).toMatchObject({ endLine: 3, startPage: 4, endPage: 5 });
  });

  it('quotes the passage word for word, with its citation', () => {
    const hit = createHit(
      BRIDGE,
      { start: 20, end: 30 },
      { headings: ['一、公交'], score: 0.123456 },
    );
    expect(composeQuotes([hit], plain)).toEqual([
      {
        text: '公交车票价仍为两元。',
        highlights: [[0, 10]],
        score: 0.1235,
        citation: {
          articleId: BRIDGE.id,
          document: 'a.txt',
          title: '交通',
          headings: ['一、公交'],
          startLine: 3,
          endLine: 3,
          start: 20,
          end: 30,
        },
      },
    ]);
  });

  it('gives at most as many as asked for, best first', () => {
    const hits = [
      createHit(RICE, WHOLE),
      createHit(BRIDGE, { start: 0, end: 19 }),
      createHit(BRIDGE, { start: 20, end: 30 }),
    ];
    const texts = (top: number) =>
      composeQuotes(hits, { top, explain: false }).map(({ text }) => text.slice(0, 2));
    expect(texts(2)).toEqual(['早稻', '跨江']);
    expect(texts(50)).toEqual(['早稻', '跨江', '公交']);
    expect(composeQuotes([], plain)).toEqual([]);
  });

  it('highlights the sentence that matches best, and a second one that nearly does', () => {
    expect(highlightsOf([0.2, 0.9, 0.5])).toEqual([[15, 30]]);
    expect(highlightsOf([0.9, 0.1, 0.89])).toEqual([
      [0, 15],
      [30, 45],
    ]);
    expect(highlightsOf([0.89, 0.1, 0.9])).toEqual([
      [0, 15],
      [30, 45],
    ]);
    expect(highlightsOf([0.5, 0.5, 0.5])).toEqual([
      [0, 15],
      [15, 30],
    ]);
  });

  it('shows reprints once, with the other places beside the best', () => {
    const reprint = createArticle('转载', [`本报讯 ${TEXT}`], {
      document: 'b.txt',
      id: 'ffffffffffff',
    });
    const hits = [
      hitWithScores([0.9, 0.1, 0.1]),
      createHit(BRIDGE, { start: 0, end: 19 }),
      createHit(reprint, { start: 0, end: 49 }),
    ];
    const quotes = composeQuotes(hits, plain);
    expect(quotes.map(({ citation }) => citation.title)).toEqual(['稻田', '交通']);
    expect(quotes[0]?.alsoIn).toEqual([citePassage(reprint, { start: 0, end: 49, headings: [] })]);
    expect(quotes[1]).not.toHaveProperty('alsoIn');
  });

  it('explains each leg only when asked to', () => {
    const hits = [
      createHit(RICE, WHOLE, {
        legs: { vector: 0.8, late: 0.4, bm25: 0.9, coverage: 1, place: 0, ...UNNAMED },
        score: 0.7,
        vectorRank: 4,
        lexicalRank: 1,
      }),
      createHit(
        BRIDGE,
        { start: 0, end: 19 },
        {
          legs: { vector: 0.9, late: 0.6, bm25: 0.1, coverage: 0, place: 0, ...UNNAMED },
          score: 0.6,
          vectorRank: 1,
        },
      ),
    ];
    expect(composeQuotes(hits, plain)[0]).not.toHaveProperty('explanation');
    const explained = composeQuotes(hits, { top: 3, explain: true });
    expect(explained.map(({ explanation }) => explanation)).toEqual([
      {
        vector: { rank: 4, score: 0.8 },
        lexical: { rank: 1, score: 0.9 },
        late: { rank: 2, score: 0.4 },
        fused: { rank: 1, score: 0.7 },
      },
      {
        vector: { rank: 1, score: 0.9 },
        lexical: { score: 0.1 },
        late: { rank: 1, score: 0.6 },
        fused: { rank: 2, score: 0.6 },
      },
    ]);
  });

  it('quotes slices with highlights inside, for any sentences and scores', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 });
    const score = fc.double({ min: -0.5, max: 1.5, noNaN: true });
    fc.assert(
      fc.property(
        lengths,
        fc.nat(5),
        fc.array(score, { minLength: 6, maxLength: 6 }),
        (given, skip, scores) => {
          const text = Array.from({ length: skip + 80 }, (_, i) =>
            String.fromCodePoint(0x4e00 + i * 7),
          ).join('');
          let at = skip;
          const sentences = given.map((length) => {
            const sentence = { start: at, end: at + length };
            at += length;
            return sentence;
          });
          const article = createArticle('题', [text]);
          const hit = createHit(
            article,
            { start: skip, end: at },
            { sentences, sentenceScores: scores.slice(0, given.length) },
          );
          const [quote] = composeQuotes([hit], plain);
          expect(quote?.text).toBe(text.slice(skip, at));
          let last = 0;
          for (const [start, end] of quote?.highlights ?? []) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(sentences).toContainEqual({ start: start + skip, end: end + skip });
            last = end;
          }
          expect(last).toBeGreaterThan(0);
          expect(last).toBeLessThanOrEqual(quote?.text.length ?? 0);
        },
      ),
    );
  });
});

describe('citePassage', () => {
  const article: Article = createArticle('三行', ['第一行。', '第二行。', '第三行。'], {
    lineStarts: [
      [0, 4],
      [5, 5],
      [10, 9],
    ],
  });
  const linesOf = (start: number, end: number) => {
    const { startLine, endLine } = citePassage(article, { start, end, headings: [] });
    return [startLine, endLine];
  };

  it('names the first and the last line of a span, in the document as given', () => {
    expect(linesOf(0, 4)).toEqual([4, 4]);
    expect(linesOf(5, 14)).toEqual([5, 9]);
    expect(linesOf(0, 14)).toEqual([4, 9]);
  });

  it('does not count a line that the span only reaches the beginning of', () => {
    expect(linesOf(0, 5)).toEqual([4, 4]);
    expect(linesOf(5, 10)).toEqual([5, 5]);
    expect(linesOf(7, 7)).toEqual([5, 5]);
  });

  it('tells date and publisher where they are known, and leaves out what is not', () => {
    const known = citePassage(RICE, { start: 0, end: 5, headings: ['一'] });
    expect(known).toMatchObject({ date: '2025-01', datePrecision: 'month', publisher: '青河日报' });
    const unknown = citePassage(BRIDGE, { start: 0, end: 5, headings: [] });
    for (const key of ['date', 'datePrecision', 'publisher'])
      expect(unknown).not.toHaveProperty(key);
  });
});
