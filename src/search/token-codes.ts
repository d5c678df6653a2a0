/**
 * Packs token vectors to 4 bits a dimension. A fixed rotation spreads each vector evenly over its coordinates, so that
 * they look normal, and the best 16 levels for a normal distribution fit all of them.
 *
 * Measured on 374 questions (DESIGN.md): hit@1 0.801 in 4 bits, 0.804 in float.
 * The idea: Zandieh et al., "TurboQuant", arXiv:2504.19874; levels: Max, "Quantizing for minimum distortion", 1960, table I.
 */

/** Lloyd-Max levels of a standard normal variable for 16 values, ascending. */
const LEVELS = [
  -2.733, -2.069, -1.618, -1.256, -0.9424, -0.6568, -0.3881, -0.1284, 0.1284, 0.3881, 0.6568,
  0.9424, 1.256, 1.618, 2.069, 2.733,
] as const;

/** Thresholds between neighbouring levels. */
const THRESHOLDS = LEVELS.slice(1).map((level, index) => (level + (LEVELS[index] ?? 0)) / 2);

/** Levels as the kernel multiplies them: `level × LEVEL_SCALE`, rounded, within int8. */
export const LEVEL_SCALE = 127 / 2.733;
export const INTEGER_LEVELS: Int8Array = Int8Array.from(LEVELS, (level) =>
  Math.round(level * LEVEL_SCALE),
);

/** Bytes in front of each token's codes: its scale as a float32, little endian, and its squared length. */
export const TOKEN_HEADER_BYTES = 8;

/** Bytes of one packed token. @param dimensions a multiple of 32 */
export function bytesPerToken(dimensions: number): number {
  return TOKEN_HEADER_BYTES + dimensions / 2;
}

/** Rotates vectors in place; orthogonal, so dot products and lengths stay. */
export type Rotation = (vectors: Float32Array) => void;

/**
 * Makes the fixed rotation for a number of dimensions: a shuffle, random signs, Hadamard blocks (one round is enough:
 * a second cost 7 µs a token and changed no result).
 *
 * @param dimensions a multiple of 32
 * @returns a function on `n × dimensions` floats
 */
export function createRotation(dimensions: number): Rotation {
  let block = 1;
  while (dimensions % (block * 2) === 0) block *= 2;
  const random = createRandom(0x51754f74);
  const scale = 1 / Math.sqrt(block);
  const signs = Float32Array.from({ length: dimensions }, () => (random() < 0.5 ? -scale : scale));
  const order = shuffle(dimensions, random);
  const scratch = new Float32Array(dimensions);
  return (vectors) => {
    for (let offset = 0; offset < vectors.length; offset += dimensions) {
      for (let i = 0; i < dimensions; i += 1) {
        scratch[i] = (vectors[offset + (order[i] as number)] as number) * (signs[i] as number);
      }
      transformBlocks(scratch, block);
      vectors.set(scratch, offset);
    }
  };
}

/** Walsh-Hadamard transform of each block of `block` (a power of two) values, in place, not normalised. */
function transformBlocks(values: Float32Array, block: number): void {
  for (let start = 0; start < values.length; start += block) {
    for (let half = 1; half < block; half *= 2) {
      for (let i = start; i < start + block; i += half * 2) {
        for (let j = i; j < i + half; j += 1) {
          const a = values[j] as number;
          const b = values[j + half] as number;
          values[j] = a + b;
          values[j + half] = a - b;
        }
      }
    }
  }
}

/** Mulberry32: small, seeded, the same on every machine. Values in [0, 1). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle(length: number, random: () => number): Uint16Array {
  const order = Uint16Array.from({ length }, (_, index) => index);
  for (let i = length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}

/**
 * Packs rotated vectors.
 *
 * @param rotated `n × dimensions` floats that went through the rotation
 * @param dimensions a multiple of 32
 * @returns `n × bytesPerToken(dimensions)` bytes; within a group of 32 dimensions byte k holds dimension k in its low
 * and dimension 16 + k in its high half
 */
export function packTokens(rotated: Float32Array, dimensions: number): Uint8Array {
  const tokens = rotated.length / dimensions;
  const stride = bytesPerToken(dimensions);
  const packed = new Uint8Array(tokens * stride);
  const view = new DataView(packed.buffer);
  const codes = new Uint8Array(dimensions);
  for (let token = 0; token < tokens; token += 1) {
    const vector = rotated.subarray(token * dimensions, (token + 1) * dimensions);
    let square = 0;
    for (let i = 0; i < dimensions; i += 1) square += (vector[i] as number) ** 2;
    const scale = Math.sqrt(square / dimensions) || 1;
    // The scale that makes the packed vector point as much like the true one as it can: <x, l> / <l, l>.
    let dot = 0;
    let levelSquare = 0;
    for (let i = 0; i < dimensions; i += 1) {
      const code = findLevel((vector[i] as number) / scale);
      codes[i] = code;
      const level = (INTEGER_LEVELS[code] as number) / LEVEL_SCALE;
      dot += level * (vector[i] as number);
      levelSquare += level * level;
    }
    const fitted = levelSquare > 0 ? dot / levelSquare : 0;
    const offset = token * stride;
    view.setFloat32(offset, fitted, true);
    view.setFloat32(offset + 4, fitted * fitted * levelSquare, true);
    for (let group = 0; group < dimensions; group += 32) {
      const target = offset + TOKEN_HEADER_BYTES + group / 2;
      for (let k = 0; k < 16; k += 1) {
        packed[target + k] =
          (codes[group + k] as number) | ((codes[group + 16 + k] as number) << 4);
      }
    }
  }
  return packed;
}

/** Nearest level for values from -LOOKUP_RANGE to LOOKUP_RANGE, in steps fine enough for the thresholds. */
const LOOKUP_RANGE = 4;
const LOOKUP_STEPS = 4096;
const LOOKUP = Uint8Array.from({ length: LOOKUP_STEPS }, (_, step) => {
  const value = ((step + 0.5) / LOOKUP_STEPS) * 2 * LOOKUP_RANGE - LOOKUP_RANGE;
  return THRESHOLDS.filter((threshold) => value > threshold).length;
});

function findLevel(value: number): number {
  const step = ((value + LOOKUP_RANGE) * (LOOKUP_STEPS / (2 * LOOKUP_RANGE))) | 0;
  return LOOKUP[step < 0 ? 0 : step >= LOOKUP_STEPS ? LOOKUP_STEPS - 1 : step] as number;
}
