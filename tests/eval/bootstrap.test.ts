/** Intervals by resampling: the same every time, and as wide as they should be. */
import { describe, expect, it } from 'vitest';
import { estimateIntervals } from '../../src/eval/bootstrap.js';
import { averageAt } from '../../src/eval/measures.js';

const interval = (values: readonly number[]) =>
  estimateIntervals(values.length, (indexes) => [
    averageAt(Float64Array.from(values), indexes),
  ])[0] ?? [Number.NaN, Number.NaN];

describe('estimateIntervals', () => {
  it('gives the same interval for the same values', () => {
    const values = Array.from({ length: 50 }, (_, at) => (at % 3 === 0 ? 1 : 0));
    expect(interval(values)).toEqual(interval(values));
  });

  it('comes near to the normal interval of a share', () => {
    // 80 of 200: 0.4 ± 1.96 × √(0.4 × 0.6 / 200) = 0.4 ± 0.068.
    const [low, high] = interval(Array.from({ length: 200 }, (_, at) => (at % 5 < 2 ? 1 : 0)));
    expect(low).toBeGreaterThan(0.31);
    expect(low).toBeLessThan(0.355);
    expect(high).toBeGreaterThan(0.445);
    expect(high).toBeLessThan(0.49);
  });

  it('is a point where nothing varies', () => {
    expect(interval([1, 1, 1])).toEqual([1, 1]);
  });

  it('leaves out questions that a figure does not concern', () => {
    const values = [Number.NaN, 1, Number.NaN, 1];
    expect(interval(values)).toEqual([1, 1]);
    expect(estimateIntervals(2, () => [Number.NaN])).toEqual([undefined]);
  });

  it('has none for no questions', () => {
    expect(estimateIntervals(0, () => [1])).toEqual([]);
  });

  it('draws the same questions for every figure', () => {
    const values = Float64Array.of(0, 0, 1, 1, 1);
    const [difference] = estimateIntervals(5, (indexes) => [
      averageAt(values, indexes) - averageAt(values, indexes),
    ]);
    expect(difference).toEqual([0, 0]);
  });
});
