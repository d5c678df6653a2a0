/** How far figures may be off by the choice of the questions: 95 % intervals by resampling them. */

import { createRandom } from '../domain/random.js';

/** `[low, high]`, both inclusive. */
export type Interval = readonly [low: number, high: number];

/** Percentile bootstrap (Efron & Tibshirani 1993, chapter 13). The seed is fixed: the same answers give the same intervals. */
const BOOTSTRAP = { resamples: 1000, confidence: 0.95, seed: 20250106 } as const;

/**
 * Estimates the intervals of several figures of the same questions.
 *
 * @param count number of questions
 * @param compute the figures of the questions with these indexes, some more than once; NaN for a figure that they do
 * not have
 * @returns an interval a figure; `undefined` for one that no resample had
 */
export function estimateIntervals(
  count: number,
  compute: (indexes: Int32Array) => readonly number[],
): (Interval | undefined)[] {
  if (count === 0) return [];
  const random = createRandom(BOOTSTRAP.seed);
  const indexes = new Int32Array(count);
  const seen: number[][] = [];
  for (let round = 0; round < BOOTSTRAP.resamples; round += 1) {
    for (let at = 0; at < count; at += 1) indexes[at] = Math.floor(random() * count);
    for (const [figure, value] of compute(indexes).entries()) {
      seen[figure] ??= [];
      if (!Number.isNaN(value)) seen[figure].push(value);
    }
  }
  return seen.map(findInterval);
}

function findInterval(values: readonly number[]): Interval | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const tail = (1 - BOOTSTRAP.confidence) / 2;
  const low = sorted[Math.floor(tail * (sorted.length - 1))];
  const high = sorted[Math.ceil((1 - tail) * (sorted.length - 1))];
  return low === undefined || high === undefined ? undefined : [low, high];
}
