/** Questions with their gold quotes, read from JSON. */
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/errors.js';
import { parseQuestions, sampleQuestions } from '../../src/eval/questions.js';

const QUESTION = {
  id: 'q1',
  lang: 'zh',
  type: 'fact',
  text: '早稻插完了吗？',
  answerable: true,
  gold: [{ file: 'a.txt', articleN: 1, quote: '早稻已经插完' }],
};

function refuse(json: string): AppError {
  try {
    parseQuestions(json, 'questions.json');
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
  }
  throw new Error('expected an AppError');
}

describe('parseQuestions', () => {
  it('reads questions, any gold quote of a passage unless said otherwise', () => {
    expect(parseQuestions(JSON.stringify([QUESTION]), 'questions.json')).toEqual([
      { ...QUESTION, goldMode: 'any', level: 'passage' },
    ]);
    const other = {
      ...QUESTION,
      goldMode: 'each-group',
      level: 'article',
      gold: [{ ...QUESTION.gold[0], group: 2 }],
    };
    expect(parseQuestions(JSON.stringify([other]), 'questions.json')).toEqual([other]);
  });

  it('passes over what it does not know', () => {
    const [question] = parseQuestions(JSON.stringify([{ ...QUESTION, note: 'x' }]), 'q.json');
    expect(question).not.toHaveProperty('note');
  });

  it.each([
    ['no JSON', '[{'],
    ['no array', '{"questions": []}'],
    ['no question', '[]'],
    ['null', 'null'],
  ])('refuses %s and names the file', (_, json) => {
    const error = refuse(json);
    expect(error.code).toBe('QUESTIONS_INVALID');
    expect(error.message).toContain('questions.json');
  });

  it('names the first three faults with their places', () => {
    const wrong = { ...QUESTION, answerable: 'yes', gold: [{ file: 'a.txt', articleN: 0 }] };
    const { message } = refuse(JSON.stringify([QUESTION, wrong, { id: 7 }]));
    for (const place of ['1.answerable', '1.gold.0.articleN', '1.gold.0.quote']) {
      expect(message).toContain(place);
    }
    expect(message).not.toContain('2.');
    expect(message.split('\n')).toHaveLength(1);
  });
});

describe('sampleQuestions', () => {
  it('takes so many, evenly spread, the first among them', () => {
    expect(sampleQuestions([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 5)).toEqual([0, 2, 4, 6, 8]);
    expect(sampleQuestions([0, 1, 2, 3, 4, 5, 6], 3)).toEqual([0, 3, 5]);
    expect(sampleQuestions([0, 1, 2], 1)).toEqual([0]);
    expect(sampleQuestions([0, 1, 2], 3)).toEqual([0, 1, 2]);
    expect(sampleQuestions([0, 1, 2], 9)).toEqual([0, 1, 2]);
  });

  it('takes as many as asked for, each at most once, in order', () => {
    for (let length = 1; length <= 40; length += 1) {
      const numbers = Array.from({ length }, (_, at) => at);
      for (let count = 1; count <= length; count += 1) {
        const sample = sampleQuestions(numbers, count);
        expect(sample).toHaveLength(count);
        expect([...new Set(sample)].sort((a, b) => a - b)).toEqual(sample);
      }
    }
  });
});
