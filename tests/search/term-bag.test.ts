/** Terms counted, and kept only as long as there is room. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bagTerms, countOf, createTermCache } from '../../src/search/term-bag.js';

describe('bagTerms', () => {
  it('counts what a plain count gives', () => {
    const term = fc.constantFrom('经', '经济', '2026', 'bridge', 'a', '第12条', '');
    fc.assert(
      fc.property(fc.array(term, { maxLength: 300 }), term, (terms, asked) => {
        const bag = bagTerms(terms);
        expect(bag.total).toBe(terms.length);
        expect(countOf(bag, asked)).toBe(
          Math.min(255, terms.filter((one) => one === asked).length),
        );
      }),
    );
  });

  it('counts up to 255 of one term', () => {
    expect(countOf(bagTerms(Array(300).fill('雨')), '雨')).toBe(255);
    expect(countOf(bagTerms([]), '雨')).toBe(0);
  });
});

describe('a term cache', () => {
  it('reads each passage once, and again when it was pushed out', () => {
    const cache = createTermCache(2);
    const reads: number[] = [];
    const get = (id: number): number =>
      countOf(
        cache.get(id, () => {
          reads.push(id);
          return [String(id)];
        }),
        String(id),
      );
    expect([1, 2, 1, 3, 1, 2].map(get)).toEqual([1, 1, 1, 1, 1, 1]);
    // 2 was used least lately when 3 came.
    expect(reads).toEqual([1, 2, 3, 2]);
  });
});
