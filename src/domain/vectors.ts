/** Sums and means of vectors that lie behind each other in arrays. */

/**
 * Adds up all rows of all arrays.
 *
 * @param arrays each `n × dimensions` numbers
 * @returns Float64Array of length `dimensions`
 */
export function sumRows(arrays: Iterable<ArrayLike<number>>, dimensions: number): Float64Array {
  const sum = new Float64Array(dimensions);
  for (const array of arrays) {
    for (let at = 0; at < array.length; at += dimensions) {
      for (let i = 0; i < dimensions; i += 1) {
        sum[i] = (sum[i] as number) + (array[at + i] as number);
      }
    }
  }
  return sum;
}

/** Divides a sum by the number of its rows; zeros for none. @returns Float32Array of the same length */
export function divideSum(sum: Float64Array, rows: number): Float32Array {
  const mean = new Float32Array(sum.length);
  const count = Math.max(1, rows);
  // A loop: `Float32Array.from` with a function takes ten times as long, and this is done for every topic.
  for (let i = 0; i < mean.length; i += 1) mean[i] = (sum[i] as number) / count;
  return mean;
}

/** Mean over all rows of all arrays, each `n × dimensions` numbers. */
export function meanRows(arrays: readonly ArrayLike<number>[], dimensions: number): Float32Array {
  const rows = arrays.reduce((count, { length }) => count + length / dimensions, 0);
  return divideSum(sumRows(arrays, dimensions), rows);
}

/** Takes the mean and the shift off a vector, and normalises what is left. */
export function centre(
  vector: Float32Array,
  mean: Float32Array,
  shift?: Float32Array,
): Float32Array {
  const centred = new Float32Array(vector.length);
  let square = 0;
  for (let i = 0; i < vector.length; i += 1) {
    const value = (vector[i] as number) - (mean[i] as number) - (shift?.[i] ?? 0);
    centred[i] = value;
    square += value * value;
  }
  const length = Math.sqrt(square) || 1;
  for (let i = 0; i < centred.length; i += 1) centred[i] = (centred[i] as number) / length;
  return centred;
}
