import { describe, expect, test } from 'vitest';
import { formatBytes, formatCount, formatDuration } from '../../../src/cli/format/numbers.js';
import { describeProgress } from '../../../src/cli/format/progress.js';
import { formatTable } from '../../../src/cli/format/table.js';

test.each([
  [420, '0.4 s'],
  [12_400, '12 s'],
  [59_600, '1 min 00 s'],
  [185_000, '3 min 05 s'],
  [7_440_000, '2 h 04 min'],
])('%i ms are %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});

test.each([
  [812, '812 B'],
  [3400, '3.4 KB'],
  [999_999, '1.0 MB'],
  [86_000_000, '86 MB'],
])('%i bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test('counts have a plural and thousands', () => {
  expect(formatCount(1, 'article')).toBe('1 article');
  expect(formatCount(12_345, 'passage')).toBe('12,345 passages');
});

describe('describeProgress', () => {
  const passages = (value: number) => formatCount(value, 'passage');

  test('names rate and time left', () => {
    const state = { done: 120, total: 512, startValue: 0, elapsedMs: 5000 };
    expect(describeProgress(state, passages)).toBe(
      '120 of 512 passages · 24 passages/s · 16 s left',
    );
  });

  test('does not count what was done before towards the rate', () => {
    const state = { done: 3_000_000, total: 4_000_000, startValue: 2_000_000, elapsedMs: 2000 };
    expect(describeProgress(state, formatBytes)).toBe('3.0 of 4.0 MB · 500 KB/s · 2.0 s left');
  });

  test('says nothing of the rate before there is one', () => {
    const state = { done: 0, total: 8, startValue: 0, elapsedMs: 20 };
    expect(describeProgress(state, passages)).toBe('0 of 8 passages');
  });
});

test('tables are aligned by display width', () => {
  expect(
    formatTable(
      [
        ['名', '12', 'x'],
        ['abc', '3', '条'],
      ],
      { rightAligned: [1] },
    ),
  ).toEqual(['名   12  x', 'abc   3  条']);
});
