/**
 * Late interaction: how well each token of a question is matched by some token of a passage (MaxSim; Khattab and
 * Zaharia, "ColBERT", SIGIR 2020), on packed token vectors, by a small WebAssembly kernel.
 *
 * Token vectors of one model share a large common part; it is taken off here (the library's mean from passages, the
 * question's mean from questions), so that the store never has to be packed anew when the library grows.
 */
import type { TokenVectors } from '../domain/passage.js';
import { MAX_SIM_WASM } from './max-sim-wasm.js';
import {
  bytesPerToken,
  createRotation,
  INTEGER_LEVELS,
  LEVEL_SCALE,
  padDimensions,
  readHeader,
  TOKEN_HEADER_BYTES,
} from './token-codes.js';

/** Integer question vectors are scaled to this, so that 384 to 4,096 products of int8 × int16 stay within int32. */
const QUESTION_PEAK = 4095;

/** Rows that the kernel multiplies at once. */
const ROWS_AT_ONCE = 4;

/** A question made ready for comparing. */
export interface MaxSimQuestion {
  /** Tokens of the question. */
  readonly tokens: number;
  /** `tokens` rows of int16, padded: centred, normalised, rotated; then the passages' mean; then zeros up to `ROWS_AT_ONCE`. */
  readonly integers: Int16Array;
  /** What each row's products must be multiplied by. */
  readonly rowScales: Float64Array;
  /** Dot product of each row with the mean. */
  readonly meanDots: Float64Array;
  readonly meanSquare: number;
}

/** Best similarities of one passage. */
interface MaxSimResult {
  /** Best cosine for each question token over the whole passage, lead included; length `tokens`. */
  readonly best: Float32Array;
  /** The same for each sentence alone: `sentences × tokens`; worked out each time it is asked for. */
  readonly bySentence: Float32Array;
}

export interface MaxSim {
  /**
   * @param tokenVectors `tokens × dimensions` floats as the embedder gave them
   * @param questionMean what is taken off the question's tokens; length `dimensions`
   * @param passageMean what is taken off the passages' tokens; length `dimensions`
   */
  prepareQuestion(
    tokenVectors: Float32Array,
    questionMean: Float32Array,
    passageMean: Float32Array,
  ): MaxSimQuestion;
  compare(question: MaxSimQuestion, passage: TokenVectors): MaxSimResult;
}

const padRows = (rows: number): number => Math.ceil(rows / ROWS_AT_ONCE) * ROWS_AT_ONCE;

interface Kernel {
  readonly memory: WebAssembly.Memory;
  readonly dotTokens: (...values: number[]) => void;
}

/** @param dimensions of the token vectors, a multiple of 32 */
export function createMaxSim(dimensions: number): MaxSim {
  const module = new WebAssembly.Module(Buffer.from(MAX_SIM_WASM, 'base64'));
  const kernel = new WebAssembly.Instance(module).exports as unknown as Kernel;
  const rotate = createRotation(dimensions);
  const stride = bytesPerToken(dimensions);
  const padded = padDimensions(dimensions);
  const LEVELS_AT = 0;
  const SCRATCH_AT = 16;
  const QUESTIONS_AT = SCRATCH_AT + 2 * padded * 2;

  const reserve = (bytes: number): void => {
    const missing = bytes - kernel.memory.buffer.byteLength;
    if (missing > 0) kernel.memory.grow(Math.ceil(missing / 65536));
  };

  const multiply = (question: MaxSimQuestion, { codes }: TokenVectors): Products => {
    const rows = padRows(question.tokens + 1);
    const tokens = codes.length / stride;
    const codesAt = (QUESTIONS_AT + rows * padded * 2 + 15) & ~15;
    const outAt = (codesAt + codes.length + stride + 15) & ~15;
    reserve(outAt + (tokens + 1) * rows * 4);
    const { buffer } = kernel.memory;
    new Int8Array(buffer, LEVELS_AT, 16).set(INTEGER_LEVELS);
    new Int16Array(buffer, QUESTIONS_AT, question.integers.length).set(question.integers);
    new Uint8Array(buffer, codesAt, codes.length).set(codes);
    kernel.dotTokens(
      codesAt,
      tokens,
      stride,
      TOKEN_HEADER_BYTES,
      LEVELS_AT,
      SCRATCH_AT,
      QUESTIONS_AT,
      rows,
      padded,
      outAt,
    );
    return {
      dots: new Int32Array(buffer, outAt, tokens * rows),
      tokens,
      headers: new DataView(codes.buffer, codes.byteOffset, codes.byteLength),
      stride,
      dimensions,
    };
  };

  return {
    prepareQuestion(tokenVectors, questionMean, passageMean) {
      const tokens = tokenVectors.length / dimensions;
      const rows = new Float32Array((tokens + 1) * dimensions);
      for (let token = 0; token < tokens; token += 1) {
        const row = rows.subarray(token * dimensions, (token + 1) * dimensions);
        let square = 0;
        for (let i = 0; i < dimensions; i += 1) {
          const value =
            (tokenVectors[token * dimensions + i] as number) - (questionMean[i] as number);
          row[i] = value;
          square += value * value;
        }
        const length = Math.sqrt(square) || 1;
        for (let i = 0; i < dimensions; i += 1) row[i] = (row[i] as number) / length;
      }
      rows.set(passageMean, tokens * dimensions);
      rotate(rows);
      const mean = rows.subarray(tokens * dimensions);
      const integers = new Int16Array(padRows(tokens + 1) * padded);
      const rowScales = new Float64Array(tokens + 1);
      const meanDots = new Float64Array(tokens + 1);
      for (let row = 0; row <= tokens; row += 1) {
        const values = rows.subarray(row * dimensions, (row + 1) * dimensions);
        let peak = 0;
        let dot = 0;
        for (let i = 0; i < dimensions; i += 1) {
          const value = values[i] as number;
          peak = Math.max(peak, Math.abs(value));
          dot += value * (mean[i] as number);
        }
        const scale = peak > 0 ? QUESTION_PEAK / peak : 1;
        rowScales[row] = 1 / (scale * LEVEL_SCALE);
        meanDots[row] = dot;
        for (let i = 0; i < dimensions; i += 1) {
          integers[row * padded + i] = Math.round((values[i] as number) * scale);
        }
      }
      return { tokens, integers, rowScales, meanDots, meanSquare: meanDots[tokens] ?? 0 };
    },

    compare(question, passage) {
      return {
        best: findBest(question, multiply(question, passage)),
        // Asked of the few passages that are quoted, out of all that are compared: the kernel runs again for them.
        get bySentence() {
          return findBestBySentence(question, passage, multiply(question, passage));
        },
      };
    },
  };
}

/** What the kernel gives; good until it runs again. */
interface Products {
  /** `tokens` rows, each as long as the padded question. */
  readonly dots: Int32Array;
  readonly tokens: number;
  /** Where each token's header stands. */
  readonly headers: DataView;
  readonly stride: number;
  readonly dimensions: number;
}

/**
 * From integer dot products to the best cosine for each question token.
 *
 * @param from the first passage token that counts @default all
 * @param to behind the last one
 */
function findBest(
  { tokens, rowScales, meanDots, meanSquare }: MaxSimQuestion,
  { dots, headers, stride, dimensions, ...products }: Products,
  from = 0,
  to = products.tokens,
): Float32Array {
  const best = new Float64Array(tokens).fill(-1);
  const rows = padRows(tokens + 1);
  const meanScale = rowScales[tokens] as number;
  for (let token = from; token < to; token += 1) {
    const { scale, square } = readHeader(headers, token * stride, dimensions);
    const at = token * rows;
    const withMean = scale * (dots[at + tokens] as number) * meanScale;
    const offset = 1 / Math.sqrt(Math.max(1e-9, square - 2 * withMean + meanSquare));
    const factor = scale * offset;
    for (let row = 0; row < tokens; row += 1) {
      const cosine =
        (dots[at + row] as number) * factor * (rowScales[row] as number) -
        (meanDots[row] as number) * offset;
      if (cosine > (best[row] as number)) best[row] = cosine;
    }
  }
  return Float32Array.from(best);
}

/** The same for each sentence: `sentences × tokens`. */
function findBestBySentence(
  question: MaxSimQuestion,
  { leadTokens, sentenceTokens }: TokenVectors,
  products: Products,
): Float32Array {
  const all = new Float32Array(sentenceTokens.length * question.tokens);
  let from = leadTokens;
  sentenceTokens.forEach((count, sentence) => {
    all.set(findBest(question, products, from, from + count), sentence * question.tokens);
    from += count;
  });
  return all;
}

/**
 * One score of the best similarities: their mean, weighted by what each of the question's tokens says.
 *
 * @param from where the `weights.length` similarities begin @default 0
 * @returns 0 when nothing has weight
 */
export function weighTokens(best: Float32Array, weights: readonly number[], from = 0): number {
  let sum = 0;
  let total = 0;
  weights.forEach((weight, index) => {
    sum += weight * (best[from + index] ?? 0);
    total += weight;
  });
  return total > 0 ? sum / total : 0;
}
