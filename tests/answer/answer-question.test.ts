/** From a question to an answer. */
import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer-question.js';
import type { SearchPassages, SearchResult } from '../../src/search/search-passages.js';
import { createDraft } from '../support/drafts.js';
import { createMemorySearch } from '../support/memory-search.js';
import { createArticle, createHit, createResult, UNNAMED } from '../support/ranked.js';

const ARTICLE = createArticle('稻田', ['早稻已经插完，面积三十二万亩。', '大桥五月一日通车。']);
const SPANS = [
  { start: 0, end: 15 },
  { start: 16, end: 25 },
];

/** A result whose best passage says so much of the question. */
const resultWith = (late: number, coverage: number): SearchResult =>
  createResult(
    SPANS.map((span, index) =>
      createHit(ARTICLE, span, {
        legs:
          index === 0
            ? { vector: late, late, bm25: coverage, coverage, place: 0, ...UNNAMED }
            : { vector: 0.8, late: 0.1, bm25: 0, coverage: 0, place: 0, ...UNNAMED },
      }),
    ),
  );

/** A search that gives one result and remembers what it was asked. */
function createRecordingSearch(result: SearchResult) {
  const asked: Parameters<SearchPassages>[] = [];
  const search: SearchPassages = async (...given) => {
    asked.push(given);
    return result;
  };
  return { search, asked };
}

describe('answerQuestion', () => {
  it('answers with quotes, as many as asked for', async () => {
    const { search } = createRecordingSearch(resultWith(0.95, 1));
    const answer = await answerQuestion('早稻插完了吗？', search, { top: 1 });
    expect(answer).toMatchObject({ question: '早稻插完了吗？', kind: 'answered' });
    expect(answer.quotes.map(({ text }) => text)).toEqual(['早稻已经插完，面积三十二万亩。']);
    expect(answer.quotes[0]).not.toHaveProperty('explanation');
    expect(answer.tookMs).toBeGreaterThanOrEqual(0);
  });

  it('quotes nothing when the library has nothing on it', async () => {
    const { search } = createRecordingSearch(resultWith(0.05, 0));
    const answer = await answerQuestion('火星上有水吗？', search, { top: 3 });
    expect(answer).toMatchObject({ kind: 'notFound', quotes: [] });
  });

  it('does not search for small talk, nor for nothing at all', async () => {
    const { search, asked } = createRecordingSearch(resultWith(0.95, 1));
    for (const message of ['你好！', 'thanks', '', '   ', '？？？', '\0\u200b', '\ud83d']) {
      const answer = await answerQuestion(message, search, { top: 3 });
      expect(answer).toMatchObject({ question: message, kind: 'notAQuestion', quotes: [] });
    }
    expect(asked).toEqual([]);
  });

  it('cleans the question for the search, and gives it back as it was', async () => {
    const { search, asked } = createRecordingSearch(resultWith(0.95, 1));
    const question = ' 早稻\0插完\n\n了\u202e吗\ud83d？ ';
    const answer = await answerQuestion(question, search, { top: 3 });
    expect(asked[0]?.[0]).toBe('早稻 插完 了 吗 ？');
    expect(answer.question).toBe(question);
  });

  it('hands the switches on, and explains when asked to', async () => {
    const { search, asked } = createRecordingSearch(resultWith(0.95, 1));
    const switches = { noVector: true };
    const answer = await answerQuestion('早稻插完了吗？', search, {
      top: 3,
      explain: true,
      switches,
    });
    expect(asked[0]?.[1]).toEqual({ switches: { noVector: true } });
    expect(answer.quotes[0]?.explanation).toHaveProperty('fused');
  });

  it('lets a fault of the search through', async () => {
    const search: SearchPassages = () => Promise.reject(new Error('the disk is gone'));
    await expect(answerQuestion('早稻？', search, { top: 3 })).rejects.toThrow('the disk is gone');
  });

  it('gives an answer to anything that can be typed', async () => {
    const { search } = await createMemorySearch([
      createDraft('稻田', ['早稻已经插完。', '大桥通车。']),
    ]);
    for (const question of [
      '稻',
      '早稻'.repeat(5000),
      "'; drop table x; --",
      '"',
      '\u202eمتى',
      'a OR b*',
      '👨‍👩‍👧 早',
    ]) {
      const { kind, quotes } = await answerQuestion(question, search, { top: 50 });
      expect(['answered', 'related', 'notFound', 'notAQuestion']).toContain(kind);
      expect(quotes.length > 0).toBe(kind === 'answered' || kind === 'related');
    }
  });

  it('finds nothing in an empty library', async () => {
    const { search } = await createMemorySearch([]);
    expect(await answerQuestion('早稻插完了吗？', search, { top: 3 })).toMatchObject({
      kind: 'notFound',
      quotes: [],
    });
  });
});
