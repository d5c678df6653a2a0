/** Whether an answer is right, by rules that can be checked by hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Quote } from '../../src/domain/answer.js';
import { findHitRank, findLongestRun, isExact } from '../../src/eval/judge-answer.js';
import type { EvalQuestion } from '../../src/eval/questions.js';
import { createArticle } from '../support/ranked.js';

const createQuote = (text: string, articleId = 'a1'): Quote => ({
  text,
  highlights: [],
  score: 1,
  citation: {
    articleId,
    document: 'a.txt',
    title: '稻田',
    headings: [],
    startLine: 1,
    endLine: 1,
    start: 0,
    end: text.length,
  },
});
const createAnswer = (...texts: readonly string[]): Answer => ({
  question: '？',
  kind: 'answered',
  quotes: texts.map((text) => createQuote(text)),
  tookMs: 1,
});
const createQuestion = (
  gold: EvalQuestion['gold'],
  facts: Partial<EvalQuestion> = {},
): EvalQuestion => ({
  id: 'q1',
  lang: 'zh',
  type: 'fact',
  text: '？',
  answerable: true,
  gold,
  goldMode: 'any',
  level: 'passage',
  ...facts,
});
const gold = (quote: string, group?: number): EvalQuestion['gold'][number] => ({
  file: 'a.txt',
  articleN: 1,
  quote,
  ...(group === undefined ? {} : { group }),
});
const rankOf = (question: EvalQuestion, answer: Answer): number | undefined =>
  findHitRank(
    question,
    answer,
    new Map([
      ['a1', 1],
      ['a2', 2],
    ]),
  );

describe('findLongestRun', () => {
  it('is the length of the longest run of characters in both', () => {
    expect(findLongestRun('早稻已经插完', '说早稻已经插上')).toBe(5);
    expect(findLongestRun('abc', 'abc')).toBe(3);
    expect(findLongestRun('abc', 'xyz')).toBe(0);
    expect(findLongestRun('', 'abc')).toBe(0);
    expect(findLongestRun('abxcd', 'abcd')).toBe(2);
  });

  it('agrees with trying every part of the text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '稻'), maxLength: 14 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        let longest = 0;
        for (let start = 0; start < a.length; start += 1) {
          for (let end = start + 1; end <= a.length; end += 1) {
            if (b.includes(a.slice(start, end))) longest = Math.max(longest, end - start);
          }
        }
        expect(findLongestRun(a, b)).toBe(longest);
        expect(findLongestRun(b, a)).toBe(longest);
      }),
      { numRuns: 300 },
    );
  });
});

describe('findHitRank', () => {
  it('is the place of the first quote that holds the gold quote, white space aside', () => {
    const question = createQuestion([gold('早稻 已经\n插完')]);
    expect(rankOf(question, createAnswer('大桥通车', '全县早稻已经 插完。'))).toBe(2);
    expect(rankOf(question, createAnswer('大桥通车'))).toBeUndefined();
    expect(rankOf(question, createAnswer())).toBeUndefined();
  });

  it('wants 60 % of the gold quote in one run', () => {
    const question = createQuestion([gold('一二三四五六七八九十')]);
    expect(rankOf(question, createAnswer('说一二三四五六了'))).toBe(1);
    expect(rankOf(question, createAnswer('说一二三四五了六七八九十'))).toBeUndefined();
  });

  it('takes no quote of more than 600 characters', () => {
    const question = createQuestion([gold('早稻已经插完')]);
    const fill = '。'.repeat(594);
    expect(rankOf(question, createAnswer(`早稻已经插完${fill}`))).toBe(1);
    expect(rankOf(question, createAnswer(`早稻已经插完${fill}。`))).toBeUndefined();
  });

  it('takes any of several gold quotes, unless each group must be quoted', () => {
    const golds = [gold('早稻已经插完', 1), gold('晚稻七月下种', 2)];
    const answer = createAnswer('大桥通车', '晚稻七月下种', '早稻已经插完');
    expect(rankOf(createQuestion(golds), answer)).toBe(2);
    const each = createQuestion(golds, { goldMode: 'each-group' });
    expect(rankOf(each, answer)).toBe(3);
    expect(rankOf(each, createAnswer('晚稻七月下种'))).toBeUndefined();
  });

  it('takes any passage of the article when the article is asked for', () => {
    const question = createQuestion([gold('不在这里')], { level: 'article' });
    const answer = {
      ...createAnswer(),
      quotes: [createQuote('别处', 'a2'), createQuote('长'.repeat(700))],
    };
    expect(rankOf(question, answer)).toBe(2);
    const other = createQuestion([{ file: 'b.txt', articleN: 1, quote: 'x' }], {
      level: 'article',
    });
    expect(rankOf(other, answer)).toBeUndefined();
  });

  it('is a miss when there is no gold quote', () => {
    expect(rankOf(createQuestion([]), createAnswer('早稻'))).toBeUndefined();
  });
});

describe('isExact', () => {
  const article = createArticle('稻田', ['早稻已经插完。大桥通车。']);
  const quote = createQuote('早稻已经插完。');

  it('is true for a slice of the article with highlights inside', () => {
    expect(
      isExact(
        {
          ...quote,
          highlights: [
            [0, 2],
            [2, 7],
          ],
        },
        article,
      ),
    ).toBe(true);
  });

  it.each<[string, Quote]>([
    ['other words', { ...quote, text: '早稻已经插好。' }],
    ['other offsets', { ...quote, citation: { ...quote.citation, start: 1, end: 8 } }],
    ['a highlight over the end', { ...quote, highlights: [[0, 8]] }],
    ['a highlight before the start', { ...quote, highlights: [[-1, 2]] }],
    ['an empty highlight', { ...quote, highlights: [[2, 2]] }],
  ])('is false for %s', (_, wrong) => {
    expect(isExact(wrong, article)).toBe(false);
  });

  it('is false when the article is not there', () => {
    expect(isExact(quote, undefined)).toBe(false);
  });
});
