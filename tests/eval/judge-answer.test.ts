/** Whether an answer is right, by rules that can be checked by hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Quote } from '../../src/domain/answer.js';
import {
  findHitRank,
  findLongestRun,
  holdsHighlight,
  isExact,
  scoreRanking,
} from '../../src/eval/judge-answer.js';
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

describe('findHitRank at level document', () => {
  it('takes any quote of the document, at most 600 characters long', () => {
    const question = createQuestion([gold('不在这里')], { level: 'document' });
    const answer = createAnswer('长'.repeat(601), '别的话');
    expect(rankOf(question, answer)).toBe(2);
    const other = createQuestion([{ ...gold('别的话'), file: 'b.txt' }], { level: 'document' });
    expect(rankOf(other, answer)).toBeUndefined();
  });
});

describe('scoreRanking', () => {
  const score = (question: EvalQuestion, answer: Answer): number =>
    scoreRanking(question, answer, new Map([['a1', 1]]));
  const fill = (count: number): string[] => Array.from({ length: count }, () => '大桥通车');

  it('is 1 for a hit at the first place, less further down, 0 for a miss', () => {
    const question = createQuestion([gold('早稻已经插完'), gold('晚稻七月下种')]);
    expect(score(question, createAnswer('早稻已经插完'))).toBe(1);
    expect(score(question, createAnswer('大桥通车', '大桥通车', '晚稻七月下种'))).toBe(0.5);
    expect(score(question, createAnswer('大桥通车'))).toBe(0);
    expect(score(createQuestion([]), createAnswer('大桥通车'))).toBe(0);
  });

  it('looks at ten quotes', () => {
    const question = createQuestion([gold('早稻已经插完')]);
    const tenth = score(question, createAnswer(...fill(9), '早稻已经插完'));
    expect(tenth).toBeCloseTo(1 / Math.log2(11), 12);
    expect(score(question, createAnswer(...fill(10), '早稻已经插完'))).toBe(0);
  });

  it('wants each group, in places 1 and 2 at best', () => {
    const golds = [gold('早稻已经插完', 1), gold('晚稻七月下种', 2)];
    const each = createQuestion(golds, { goldMode: 'each-group' });
    expect(score(each, createAnswer('晚稻七月下种', '早稻已经插完'))).toBe(1);
    const half = score(each, createAnswer('早稻已经插完', '大桥通车'));
    expect(half).toBeCloseTo(1 / (1 + 1 / Math.log2(3)), 12);
    expect(score(each, createAnswer('早稻已经插完。晚稻七月下种'))).toBe(1);
  });

  it('counts a document once, and every document of the gold', () => {
    const golds = [gold(''), { ...gold(''), file: 'b.txt' }];
    const question = createQuestion(golds, { level: 'document' });
    const [one] = createAnswer('早稻').quotes;
    if (one === undefined) throw new Error('expected a quote');
    const other: Quote = { ...one, citation: { ...one.citation, document: 'b.txt' } };
    const rank = (...quotes: Quote[]) => score(question, { ...createAnswer(), quotes });
    const ideal = 1 + 1 / Math.log2(3);
    expect(rank(one, other)).toBe(1);
    expect(rank(one, one)).toBeCloseTo(1 / ideal, 12);
    expect(rank(one, one, other)).toBeCloseTo((1 + 1 / 2) / ideal, 12);
  });
});

describe('holdsHighlight', () => {
  const text = '大桥五月通车。早稻 已经插完。晚稻七月下种。';
  const mark = (...highlights: Quote['highlights']): Quote => ({
    ...createQuote(text),
    highlights,
  });
  const question = createQuestion([gold('早稻已经插完')]);

  it('wants 60 % of a gold quote within the highlighted sentences, white space aside', () => {
    expect(holdsHighlight(question, mark([7, 15]))).toBe(true);
    expect(holdsHighlight(question, mark([0, 7]))).toBe(false);
    expect(holdsHighlight(question, mark([7, 12]))).toBe(true);
    expect(holdsHighlight(question, mark([7, 11]))).toBe(false);
    expect(holdsHighlight(question, mark())).toBe(false);
  });

  it('joins the sentences in order', () => {
    const long = createQuestion([gold('早稻已经插完。晚稻七月下种')]);
    expect(holdsHighlight(long, mark([7, 15], [15, 22]))).toBe(true);
    expect(holdsHighlight(long, mark([7, 15]))).toBe(false);
  });

  it('wants the whole answer at level document, of that document', () => {
    const answer = createQuestion([gold('五月通车')], { level: 'document' });
    expect(holdsHighlight(answer, mark([0, 7]))).toBe(true);
    expect(holdsHighlight(answer, mark([0, 5]))).toBe(false);
    const elsewhere = createQuestion([{ ...gold('五月通车'), file: 'b.txt' }], {
      level: 'document',
    });
    expect(holdsHighlight(elsewhere, mark([0, 7]))).toBe(false);
  });

  it('says nothing when no words are known to answer', () => {
    expect(
      holdsHighlight(createQuestion([gold('')], { level: 'document' }), mark()),
    ).toBeUndefined();
    const article = createQuestion([gold('早稻')], { level: 'article' });
    expect(holdsHighlight(article, mark())).toBeUndefined();
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
