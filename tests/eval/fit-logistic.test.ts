import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLogistic, type LogisticExample } from '../../src/eval/fit-logistic.js';

/** A grid of examples whose shares are those of given log-odds: what is fitted must be these odds. */
function examplesOf(intercept: number, weights: readonly [number, number]): LogisticExample[] {
  const steps = [-2, -1, 0, 1, 2];
  return steps.flatMap((a) =>
    steps.flatMap((b) => {
      const share = 1 / (1 + Math.exp(-(intercept + weights[0] * a + weights[1] * b)));
      return [
        { values: [a, b], isTrue: true, weight: 100 * share },
        { values: [a, b], isTrue: false, weight: 100 * (1 - share) },
      ];
    }),
  );
}

describe('fitLogistic', () => {
  it('finds the odds that examples were made by', () => {
    const odds = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(odds, odds, odds, (intercept, a, b) => {
        const fit = fitLogistic(examplesOf(intercept, [a, b]), 1e-6);
        expect(fit.intercept).toBeCloseTo(intercept, 3);
        expect(fit.weights[0]).toBeCloseTo(a, 3);
        expect(fit.weights[1]).toBeCloseTo(b, 3);
      }),
    );
  });

  it('stays finite where a value parts the examples entirely, and where one never changes', () => {
    const examples = [-3, -2, -1, 1, 2, 3].map((value) => ({
      values: [value, 7],
      isTrue: value > 0,
      weight: 1,
    }));
    const { intercept, weights } = fitLogistic(examples, 1);
    expect(Number.isFinite(intercept)).toBe(true);
    expect(weights[0]).toBeGreaterThan(0);
    expect(weights[1]).toBeCloseTo(0, 9);
  });

  it('lets a heavier ridge make weights smaller', () => {
    const examples = examplesOf(0, [2, -1]);
    const free = fitLogistic(examples, 1);
    const bound = fitLogistic(examples, 1000);
    expect(Math.abs(bound.weights[0] as number)).toBeLessThan(free.weights[0] as number);
  });
});
