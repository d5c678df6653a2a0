/** The line that a character stands in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLine, type LineStart } from '../../src/domain/article.js';

/** The last entry at or before the offset, one by one. */
function findLineSlowly(lineStarts: readonly LineStart[], offset: number): number {
  let line = lineStarts[0]?.[1] ?? 1;
  for (const [start, number] of lineStarts) if (start <= offset) line = number;
  return line;
}

describe('findLine', () => {
  it('gives the line from whose start on the offset lies', () => {
    const starts: LineStart[] = [
      [0, 4],
      [10, 5],
      [25, 9],
    ];
    expect([0, 9, 10, 24, 25, 999].map((offset) => findLine(starts, offset))).toEqual([
      4, 4, 5, 5, 9, 9,
    ]);
  });

  it('gives the only line there is', () => {
    expect(findLine([[0, 7]], 0)).toBe(7);
    expect(findLine([[0, 7]], 500)).toBe(7);
  });

  it('agrees with a search from the beginning', () => {
    const gap = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 3 }));
    fc.assert(
      fc.property(fc.array(gap, { maxLength: 40 }), fc.nat(1000), (gaps, offset) => {
        const starts: [number, number][] = [[0, 3]];
        for (const [characters, lines] of gaps) {
          const [lastOffset, lastLine] = starts.at(-1) ?? [0, 0];
          starts.push([lastOffset + characters, lastLine + lines]);
        }
        expect(findLine(starts, offset)).toBe(findLineSlowly(starts, offset));
      }),
    );
  });
});
