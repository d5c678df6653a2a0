/**
 * Packs token vectors to 3 bits a dimension. A fixed rotation spreads each vector evenly over its coordinates, so that
 * they look normal, and the best 8 levels for a normal distribution fit all of them.
 *
 * Measured, late interaction and words, hit@1 in float, 4, 3 and 2 bits: 272 questions to two readers 0.750 0.746 0.743
 * 0.743; XQuAD en→zh 0.859 0.856 0.861 0.846, ar→zh 0.733 0.730 0.741 0.725. A passage of 350 characters takes some 30 KB.
 * The idea: Zandieh et al., "TurboQuant", arXiv:2504.19874; levels: Max, "Quantizing for minimum distortion", 1960, table I.
 */

import { createRandom } from '../domain/random.js';

/** Lloyd-Max levels of a standard normal variable for 8 values, ascending. */
const LEVELS = [-2.152, -1.344, -0.756, -0.2451, 0.2451, 0.756, 1.344, 2.152] as const;

/** Thresholds between neighbouring levels. */
const THRESHOLDS = LEVELS.slice(1).map((level, index) => (level + (LEVELS[index] ?? 0)) / 2);

/** Levels as the kernel multiplies them: `level × LEVEL_SCALE`, rounded, within int8. */
export const LEVEL_SCALE = 127 / 2.152;
export const INTEGER_LEVELS: Int8Array = Int8Array.from(LEVELS, (level) =>
  Math.round(level * LEVEL_SCALE),
);

/** Dimensions that the kernel unpacks at once; others are padded up to a multiple of it. */
const GROUP = 128;
/** Bytes of a group: two bits of each dimension, then the third. */
const GROUP_BYTES = 48;

/** Bytes in front of each token's codes: its scale (the upper half of a float32) and its squared length, both uint16. */
export const TOKEN_HEADER_BYTES = 4;

/** Steps of the squared length of a token's levels, a dimension: from 0 to 2.152² = 4.63 in a uint16. */
const SQUARE_STEPS = 8192;

/** Dimensions with padding. */
export function padDimensions(dimensions: number): number {
  return Math.ceil(dimensions / GROUP) * GROUP;
}

/** Bytes of one packed token. @param dimensions a multiple of 32 */
export function bytesPerToken(dimensions: number): number {
  return TOKEN_HEADER_BYTES + (padDimensions(dimensions) / GROUP) * GROUP_BYTES;
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
 * @returns `n × bytesPerToken(dimensions)` bytes; within a group of 128 dimensions, dimension 16 s + k has the lower two
 * bits of its code in byte 16 (s div 4) + k, from bit 2 (s mod 4) on, and the third in bit s of byte 32 + k
 */
export function packTokens(rotated: Float32Array, dimensions: number): Uint8Array {
  const tokens = rotated.length / dimensions;
  const stride = bytesPerToken(dimensions);
  const packed = new Uint8Array(tokens * stride);
  const view = new DataView(packed.buffer);
  for (let token = 0; token < tokens; token += 1) {
    const from = token * dimensions;
    let square = 0;
    for (let i = 0; i < dimensions; i += 1) square += (rotated[from + i] as number) ** 2;
    const steps = 1 / (Math.sqrt(square / dimensions) || 1);
    // The scale that makes the packed vector point as much like the true one as it can: <x, l> / <l, l>.
    let dot = 0;
    let levelSquare = 0;
    const offset = token * stride;
    for (let i = 0; i < dimensions; i += 1) {
      const value = rotated[from + i] as number;
      const code = findLevel(value * steps);
      const level = INTEGER_LEVELS[code] as number;
      dot += level * value;
      levelSquare += level * level;
      const at = offset + TOKEN_HEADER_BYTES + (i >> 7) * GROUP_BYTES + (i & 15);
      const part = (i >> 4) & 7;
      const low = at + (part >> 2) * 16;
      packed[low] = (packed[low] as number) | ((code & 3) << (2 * (part & 3)));
      packed[at + 32] = (packed[at + 32] as number) | ((code >> 2) << part);
    }
    view.setUint16(offset, toHalf((LEVEL_SCALE * dot) / levelSquare), true);
    const meanSquare = levelSquare / (LEVEL_SCALE * LEVEL_SCALE * dimensions);
    view.setUint16(offset + 2, Math.round(meanSquare * SQUARE_STEPS), true);
  }
  return packed;
}

/** Reads the header of the packed token at an offset. */
export function readHeader(
  view: DataView,
  offset: number,
  dimensions: number,
): { readonly scale: number; readonly square: number } {
  SCRATCH_BITS[0] = view.getUint16(offset, true) << 16;
  const scale = SCRATCH_FLOAT[0] as number;
  const meanSquare = view.getUint16(offset + 2, true) / SQUARE_STEPS;
  return { scale, square: scale * scale * meanSquare * dimensions };
}

const SCRATCH_FLOAT = new Float32Array(1);
const SCRATCH_BITS = new Uint32Array(SCRATCH_FLOAT.buffer);

/** The upper 16 bits of a float32, rounded: 8 bits of precision. */
function toHalf(value: number): number {
  SCRATCH_FLOAT[0] = value;
  return Math.min(0xffff, ((SCRATCH_BITS[0] as number) + 0x8000) >>> 16);
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
