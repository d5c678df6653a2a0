/** Figures of a few answers, counted by hand. */
import { describe, expect, it } from 'vitest';
import type { Answer, AnswerKind, Quote } from '../../src/domain/answer.js';
import { type EvalLibrary, evaluate } from '../../src/eval/evaluate.js';
import type { EvalQuestion } from '../../src/eval/questions.js';
import { createArticle } from '../support/ranked.js';

const TEXT = '早稻已经插完。晚稻七月下种。大桥五月通车。';
const ARTICLE = createArticle('稻田', [TEXT], { id: 'a1' });

function quote(start: number, end: number, text = TEXT.slice(start, end)): Quote {
  const citation = {
    articleId: 'a1',
    document: 'a.txt',
    title: '稻田',
    headings: [],
    startLine: 1,
    endLine: 1,
    start,
    end,
  };
  return { text, highlights: [[0, 2]], score: 1, citation };
}
const [EARLY, LATE, BRIDGE] = [quote(0, 7), quote(7, 14), quote(14, 21)];

function ask(id: string, facts: Partial<EvalQuestion> = {}): EvalQuestion {
  return {
    id,
    lang: 'zh',
    type: 'fact',
    text: id,
    answerable: true,
    gold: [{ file: 'a.txt', articleN: 1, quote: '早稻已经插完' }],
    goldMode: 'any',
    level: 'passage',
    ...facts,
  };
}

const ANSWERS: Readonly<Record<string, readonly [AnswerKind, readonly Quote[], number]>> = {
  first: ['answered', [EARLY, LATE], 10],
  second: ['related', [LATE, EARLY], 20],
  missed: ['answered', [LATE, BRIDGE], 30],
  refused: ['notFound', [], 40],
  wrong: ['answered', [quote(0, 7, '早稻没有插完。')], 50],
  quiet: ['notFound', [], 60],
  near: ['related', [BRIDGE], 70],
};

const LIBRARY: EvalLibrary = {
  ask: async (question): Promise<Answer> => {
    const [kind, quotes, tookMs] = ANSWERS[question] ?? ['notAQuestion', [], 0];
    return { question, kind, quotes, tookMs };
  },
  listArticles: async () => {
    const { text, lineStarts: _, ...facts } = ARTICLE;
    return [{ ...facts, characters: text.length }];
  },
  getArticle: async (id) => (id === 'a1' ? ARTICLE : undefined),
};

const unanswerable: Partial<EvalQuestion> = { answerable: false, gold: [], type: 'none' };
const QUESTIONS = [
  ask('first'),
  ask('second', { lang: 'en' }),
  ask('missed'),
  ask('refused'),
  ask('wrong', unanswerable),
  ask('quiet', unanswerable),
  ask('near', { ...unanswerable, lang: 'en' }),
];

describe('evaluate', () => {
  it('counts hits, refusals and wrong answers', async () => {
    const { questions, all } = await evaluate(QUESTIONS, LIBRARY);
    expect(questions).toBe(7);
    const { intervals, ...figures } = all;
    expect(figures).toEqual({
      answerable: 4,
      unanswerable: 3,
      hit1: 1 / 4,
      hit3: 2 / 4,
      hit5: 2 / 4,
      mrr: (1 + 1 / 2) / 4,
      highlightHit: 0,
      answered: 2 / 4,
      related: 1 / 4,
      refused: 1 / 4,
      wronglyAnswered: 1 / 3,
      unanswerableRelated: 1 / 3,
      rightlyRefused: 1 / 3,
      quotes: 8,
      exactQuotes: 7 / 8,
      medianQuoteCharacters: 7,
      maxQuoteCharacters: 7,
    });
    expect(Object.keys(intervals)).not.toContain('ndcg10');
    for (const [name, [low, high]] of Object.entries(intervals)) {
      const value = all[name as keyof typeof intervals] ?? Number.NaN;
      expect([name, low <= value && value <= high && low >= 0 && high <= 1]).toEqual([name, true]);
    }
  });

  it('works out nDCG@10 where ten quotes were asked for', async () => {
    const { all, results } = await evaluate(QUESTIONS, LIBRARY, { top: 10 });
    expect(all.ndcg10).toBeCloseTo((1 + 1 / Math.log2(3)) / 4, 12);
    expect(results.map(({ ndcg10 }) => ndcg10 !== undefined)).toEqual([
      ...[true, true, true, true],
      ...[false, false, false],
    ]);
    const fewer = await evaluate(QUESTIONS, LIBRARY, { top: 9 });
    expect(fewer.all.ndcg10).toBeUndefined();
  });

  it('counts by language and by type', async () => {
    const { byLanguage, byType } = await evaluate(QUESTIONS, LIBRARY);
    expect(Object.keys(byLanguage)).toEqual(['zh', 'en']);
    expect(byLanguage['en']).toMatchObject({
      answerable: 1,
      unanswerable: 1,
      hit1: 0,
      hit3: 1,
      mrr: 0.5,
    });
    expect(byLanguage['zh']).toMatchObject({ answerable: 3, unanswerable: 2, hit1: 1 / 3 });
    expect(byType['none']).toMatchObject({
      answerable: 0,
      hit1: 0,
      mrr: 0,
      wronglyAnswered: 1 / 3,
    });
  });

  it('counts the quotes that are true slices', async () => {
    const { quotes, exactQuotes } = await evaluate(QUESTIONS, LIBRARY);
    expect(quotes).toBe(8);
    expect(exactQuotes).toBe(7 / 8);
  });

  it('lists each question with its rank and time', async () => {
    const { results, medianMs } = await evaluate(QUESTIONS, LIBRARY);
    expect(medianMs).toBe(40);
    expect(results[1]).toEqual({
      id: 'second',
      lang: 'en',
      type: 'fact',
      answerable: true,
      kind: 'related',
      rank: 2,
      quoteCharacters: [7, 7],
      exactQuotes: 2,
      tookMs: 20,
    });
    expect(results[0]).toMatchObject({ rank: 1, highlightHit: false });
    expect(results[2]).not.toHaveProperty('rank');
    expect(results[4]).not.toHaveProperty('rank');
  });

  it('tells how far it is, and stops when told to', async () => {
    const done: [number, number][] = [];
    const controller = new AbortController();
    const running = evaluate(QUESTIONS, LIBRARY, {
      signal: controller.signal,
      onQuestion: (count, total) => {
        done.push([count, total]);
        if (count === 2) controller.abort();
      },
    });
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(done).toEqual([
      [1, 7],
      [2, 7],
    ]);
  });

  it('takes no questions at all', async () => {
    const report = await evaluate([], LIBRARY);
    expect(report).toMatchObject({
      questions: 0,
      quotes: 0,
      exactQuotes: 1,
      medianMs: 0,
      byType: {},
    });
  });
});
