/** Logistic regression with a ridge penalty, by Newton's method (iteratively reweighted least squares). */

export interface LogisticExample {
  readonly values: readonly number[];
  readonly isTrue: boolean;
  /** How much it counts, above 0. */
  readonly weight: number;
}

export interface LogisticFit {
  readonly intercept: number;
  /** One for each value. */
  readonly weights: readonly number[];
}

/** Newton steps; twenty are far more than it takes to come to rest. */
const STEPS = 20;

/**
 * Fits log-odds = intercept + Σ weight · value.
 *
 * @param examples each with the same number of values; at least one true and one false
 * @param ridge penalty on the weights of standardised values, in examples; the intercept bears none
 */
export function fitLogistic(examples: readonly LogisticExample[], ridge: number): LogisticFit {
  const width = examples[0]?.values.length ?? 0;
  const scales = Array.from({ length: width }, (_, at) => measureSpread(examples, at));
  const rows = examples.map(({ values }) => [
    1,
    ...values.map((value, at) => {
      const { mean, deviation } = scales[at] as Spread;
      return (value - mean) / deviation;
    }),
  ]);
  let betas = new Array<number>(width + 1).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = betas.map((beta, at) => (at === 0 ? 0 : -ridge * beta));
    const hessian = betas.map((_, i) => betas.map((_, j) => (i === j && i > 0 ? ridge : 0)));
    for (const [at, row] of rows.entries()) {
      const { isTrue, weight } = examples[at] as LogisticExample;
      const odds = row.reduce((sum, value, i) => sum + value * (betas[i] as number), 0);
      const share = 1 / (1 + Math.exp(-odds));
      const slope = weight * Math.max(share * (1 - share), 1e-6);
      for (const [i, value] of row.entries()) {
        gradient[i] = (gradient[i] as number) + weight * ((isTrue ? 1 : 0) - share) * value;
        const line = hessian[i] as number[];
        for (const [j, other] of row.entries())
          line[j] = (line[j] as number) + slope * value * other;
      }
    }
    const change = solve(hessian, gradient);
    betas = betas.map((beta, at) => beta + (change[at] as number));
  }
  const [constant = 0, ...standard] = betas;
  const weights = standard.map((beta, at) => beta / (scales[at] as Spread).deviation);
  const shift = weights.reduce((sum, weight, at) => sum + weight * (scales[at] as Spread).mean, 0);
  return { intercept: constant - shift, weights };
}

interface Spread {
  readonly mean: number;
  /** 1 for a value that is the same everywhere. */
  readonly deviation: number;
}

function measureSpread(examples: readonly LogisticExample[], at: number): Spread {
  const values = examples.map(({ values }) => values[at] as number);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: variance > 0 ? Math.sqrt(variance) : 1 };
}

/** Solves `matrix · x = right` by Gaussian elimination; the matrix is symmetric and positive. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] as number]);
  const size = rows.length;
  for (let pivot = 0; pivot < size; pivot += 1) {
    const top = rows[pivot] as number[];
    for (const row of rows.slice(pivot + 1)) {
      const factor = (row[pivot] as number) / (top[pivot] as number);
      for (let at = pivot; at <= size; at += 1) {
        row[at] = (row[at] as number) - factor * (top[at] as number);
      }
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let at = size - 1; at >= 0; at -= 1) {
    const row = rows[at] as number[];
    let rest = row[size] as number;
    for (let other = at + 1; other < size; other += 1) {
      rest -= (row[other] as number) * (solution[other] as number);
    }
    solution[at] = rest / (row[at] as number);
  }
  return solution;
}
