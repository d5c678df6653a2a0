/** Tool of the tests: vectors by chance that are the same in every run. */

/** A small generator, seeded: values in [0, 1). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** A value of the standard normal distribution (Box and Muller, 1958). */
function drawNormal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** `count × dimensions` values of the standard normal distribution. */
export function drawVectors(count: number, dimensions: number, random: () => number): Float32Array {
  return Float32Array.from({ length: count * dimensions }, () => drawNormal(random));
}

/** A vector of length 1 in a direction by chance. */
export function drawUnitVector(dimensions: number, random: () => number): Float32Array {
  const vector = drawVectors(1, dimensions, random);
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

export function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}
