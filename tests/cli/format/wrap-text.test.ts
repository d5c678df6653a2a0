import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayWidth, truncateToWidth } from '../../../src/cli/format/display-width.js';
import { wrapLines, wrapText } from '../../../src/cli/format/wrap-text.js';

describe('displayWidth', () => {
  test.each([
    ['abc', 3],
    ['条例', 4],
    ['ｆｕｌｌ', 8],
    ['“引号”', 6],
    ['e\u0301', 1],
    ['👩‍👩‍👧', 2],
    ['❤️', 2],
    ['한글', 4],
    ['𠮷', 2],
    ['', 0],
    ['\u200Bx', 1],
  ])('of %j is %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  test('decides where a text is cut', () => {
    expect(truncateToWidth('第三章 实施与监督', 8)).toBe('第三章…');
    expect(truncateToWidth('short', 5)).toBe('short');
  });
});

describe('wrapText', () => {
  test('breaks Western text at spaces', () => {
    expect(wrapLines('the quick brown fox jumps', 10)).toEqual(['the quick', 'brown fox', 'jumps']);
  });

  test('breaks Chinese anywhere, but begins no line with a closing mark', () => {
    expect(wrapLines('读者应当爱护图书，不得涂画。', 16)).toEqual([
      '读者应当爱护图',
      '书，不得涂画。',
    ]);
    expect(wrapLines('读者应当爱护图书，不得涂画。', 18)).toEqual([
      '读者应当爱护图书，',
      '不得涂画。',
    ]);
  });

  test('leaves no opening mark at the end of a line', () => {
    expect(wrapLines('根据《条例》办理', 6)).toEqual(['根据', '《条', '例》办', '理']);
  });

  test('keeps empty paragraphs and cuts words that are too long', () => {
    expect(wrapLines('a\n\nabcdefghij', 4)).toEqual(['a', '', 'abcd', 'efgh', 'ij']);
  });

  const texts = fc
    .array(
      fc.constantFrom(
        ...[
          '条',
          '例',
          '图书馆',
          'word',
          'a',
          ' ',
          '  ',
          '，',
          '。”',
          '（',
          '《',
          '\n',
          '👍',
          'e\u0301',
        ],
        ...['long-hyphenated', '1,286', '\u3000', '—'],
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(''));

  test('loses nothing but white space between lines, whatever the text and width', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 40 }), (text, width) => {
        let at = 0;
        for (const { start, end } of wrapText(text, width)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(text.slice(at, start)).toMatch(/^\s*$/);
          expect(end).toBeGreaterThanOrEqual(start);
          at = end;
        }
        expect(text.slice(at)).toMatch(/^\s*$/);
      }),
      { numRuns: 300 },
    );
  });

  test('keeps every line within the width', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 4, max: 40 }), (text, width) => {
        for (const line of wrapLines(text, width)) {
          expect(displayWidth(line)).toBeLessThanOrEqual(width);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('has as many lines as paragraphs when the width is enough for all', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(wrapText(text, 10_000)).toHaveLength(text.split('\n').length);
      }),
    );
  });
});
