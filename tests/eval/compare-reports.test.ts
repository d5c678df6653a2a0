/** Two runs side by side, counted by hand. */
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/errors.js';
import {
  compareResults,
  parseResults,
  requireCommonQuestions,
} from '../../src/eval/compare-reports.js';
import type { EvalQuestionResult } from '../../src/eval/measures.js';

const createResult = (id: string, facts: Partial<EvalQuestionResult> = {}): EvalQuestionResult => ({
  id,
  lang: 'zh',
  type: 'fact',
  answerable: true,
  kind: 'answered',
  quoteCharacters: [100],
  exactQuotes: 1,
  tookMs: 1,
  ...facts,
});
const unanswerable = { answerable: false } as const;
const idsOf = (changed: readonly { readonly id: string }[]) => changed.map(({ id }) => id);

describe('compareResults', () => {
  it('tells what got better and what got worse', () => {
    const before = [
      createResult('same', { rank: 1 }),
      createResult('up', { rank: 3 }),
      createResult('found'),
      createResult('down', { rank: 1 }),
      createResult('lost', { rank: 2 }),
      createResult('surer', { rank: 1, kind: 'related' }),
      createResult('marked', { rank: 1, highlightHit: false }),
      createResult('quieter', { ...unanswerable, kind: 'answered' }),
      createResult('louder', { ...unanswerable, kind: 'notFound' }),
      createResult('still', { ...unanswerable, kind: 'notFound' }),
    ];
    const after = [
      createResult('same', { rank: 1, tookMs: 9 }),
      createResult('up', { rank: 1, kind: 'related' }),
      createResult('found', { rank: 5 }),
      createResult('down', { rank: 2 }),
      createResult('lost', { kind: 'notFound' }),
      createResult('surer', { rank: 1 }),
      createResult('marked', { rank: 1, highlightHit: true }),
      createResult('quieter', { ...unanswerable, kind: 'related' }),
      createResult('louder', { ...unanswerable, kind: 'related' }),
      createResult('still', { ...unanswerable, kind: 'notAQuestion' }),
    ];
    const comparison = compareResults(before, after);
    expect(idsOf(comparison.better)).toEqual(['up', 'found', 'surer', 'marked', 'quieter']);
    expect(idsOf(comparison.worse)).toEqual(['down', 'lost', 'louder']);
    expect(comparison.better[0]).toMatchObject({ before: { rank: 3 }, after: { rank: 1 } });
    const turned = compareResults(after, before);
    expect(idsOf(turned.worse)).toEqual(idsOf(comparison.better));
    expect(idsOf(turned.better)).toEqual(idsOf(comparison.worse));
  });

  it('compares the figures over the questions of both runs', () => {
    const before = [createResult('a', { rank: 1 }), createResult('b'), createResult('gone')];
    const after = [
      createResult('a', { rank: 1 }),
      createResult('b', { rank: 1 }),
      createResult('new', { rank: 1 }),
      createResult('newer'),
    ];
    const { questions, onlyBefore, onlyAfter, figures } = compareResults(before, after);
    expect([questions, onlyBefore, onlyAfter]).toEqual([2, 1, 2]);
    expect(figures.hit1).toMatchObject({ before: 0.5, after: 1 });
    expect(figures.ndcg10).toBeUndefined();
    expect(figures.wronglyAnswered).toBeUndefined();
  });

  it('pairs the questions: a steady difference is sure, however much the questions vary', () => {
    const ids = Array.from({ length: 40 }, (_, at) => `q${at}`);
    const before = ids.map((id, at) => createResult(id, at % 2 === 0 ? { rank: 2 } : {}));
    const same = compareResults(before, before);
    expect(same.figures.mrr).toEqual({ before: 0.25, after: 0.25, interval: [0, 0] });
    const after = ids.map((id, at) => createResult(id, at % 2 === 0 ? { rank: 1 } : { rank: 2 }));
    expect(compareResults(before, after).figures.mrr).toEqual({
      before: 0.25,
      after: 0.75,
      interval: [expect.closeTo(0.5, 12), expect.closeTo(0.5, 12)],
    });
  });

  it('is not sure of one question in forty', () => {
    const ids = Array.from({ length: 40 }, (_, at) => `q${at}`);
    const before = ids.map((id, at) => createResult(id, at < 20 ? { rank: 1 } : {}));
    const after = ids.map((id, at) => createResult(id, at < 21 ? { rank: 1 } : {}));
    const [low = 1, high = 0] = compareResults(before, after).figures.hit1?.interval ?? [];
    expect(low).toBe(0);
    expect(high).toBeGreaterThan(0.025);
  });
});

describe('requireCommonQuestions', () => {
  it('refuses a report on other questions', () => {
    const before = [createResult('a'), createResult('b', unanswerable)];
    const check = (id: string, answerable: boolean) => () =>
      requireCommonQuestions(before, [{ id, answerable }]);
    expect(check('a', true)).not.toThrow();
    expect(check('b', false)).not.toThrow();
    expect(check('b', true)).toThrow(AppError);
    expect(check('c', true)).toThrow(expect.objectContaining({ code: 'REPORT_INVALID' }));
  });
});

describe('parseResults', () => {
  it('reads what a report holds', () => {
    const results = [createResult('a', { rank: 2, ndcg10: 0.63 })];
    expect(parseResults(JSON.stringify({ questions: 1, results }), 'r.json')).toEqual(results);
  });

  it.each([
    ['no JSON', '{'],
    ['questions', '[{"id":"q1"}]'],
    ['no results', '{"results":[]}'],
    ['other results', '{"results":[{"id":"q1","kind":"maybe"}]}'],
  ])('refuses %s and names the file', (_, json) => {
    expect(() => parseResults(json, 'r.json')).toThrow(
      expect.objectContaining({
        code: 'REPORT_INVALID',
        message: expect.stringContaining('r.json'),
      }),
    );
  });
});
