/**
 * Embedder without a model, a tool of the tests: a token's vector is made of its hashed character bigrams, so texts that
 * share words are near each other, and the same text always has the same vector.
 */
import type { Embedder, PassageInput } from '../../ports/embedder.js';
import { createRotation, packTokens } from '../../search/token-codes.js';

export interface HashEmbedderOptions {
  /** A multiple of 32. @default 64 */
  readonly dimensions?: number;
  /** @default 512 */
  readonly maxTokens?: number;
}

/** Han, kana and Hangul characters one by one, other words whole. */
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\p{L}\p{M}\p{N}]+/gu;

/** Special tokens of a model that would be there. */
const SPECIAL_TOKENS = 2;

export function createHashEmbedder(options: HashEmbedderOptions = {}): Embedder {
  const { dimensions = 64, maxTokens = 512 } = options;
  const rotate = createRotation(dimensions);
  const known = new Map<string, Float32Array>();

  const cut = (text: string): string[] => text.normalize('NFKC').toLowerCase().match(TOKEN) ?? [];
  const vectorOf = (token: string): Float32Array => {
    let vector = known.get(token);
    if (vector === undefined) {
      vector = hashToken(token, dimensions);
      known.set(token, vector);
    }
    return vector;
  };
  const stack = (tokens: readonly string[]): Float32Array => {
    const rows = new Float32Array(tokens.length * dimensions);
    tokens.forEach((token, row) => {
      rows.set(vectorOf(token), row * dimensions);
    });
    return rows;
  };

  const embedPassage = ({ lead, sentences }: PassageInput, sum: Float64Array) => {
    let room = maxTokens - SPECIAL_TOKENS;
    const parts = [lead, ...sentences].map((text) => {
      const tokens = cut(text).slice(0, room);
      room -= tokens.length;
      return tokens;
    });
    const rows = stack(parts.flat());
    rows.forEach((value, index) => {
      sum[index % dimensions] = (sum[index % dimensions] as number) + value;
    });
    const vector = pool(rows, dimensions);
    rotate(rows);
    const [leadTokens = 0, ...sentenceTokens] = parts.map((tokens) => tokens.length);
    return {
      vector,
      tokenVectors: { codes: packTokens(rows, dimensions), leadTokens, sentenceTokens },
    };
  };

  return {
    modelId: 'hash',
    dimensions,
    maxTokens,
    countTokens: async (texts) => texts.map((text) => cut(text).length),

    async embedPassages(inputs, { onBatch, signal } = {}) {
      const sum = new Float64Array(dimensions);
      const embeddings: ReturnType<typeof embedPassage>[] = [];
      for (const input of inputs) {
        signal?.throwIfAborted();
        embeddings.push(embedPassage(input, sum));
        onBatch?.(embeddings.length);
      }
      const tokens = embeddings.reduce(
        (count, { tokenVectors: { leadTokens, sentenceTokens } }) =>
          sentenceTokens.reduce((a, b) => a + b, count + leadTokens),
        0,
      );
      return { embeddings, tokenSum: { sum, tokens } };
    },

    async embedQuestion(text) {
      const tokens = cut(text).slice(0, maxTokens - SPECIAL_TOKENS);
      const rows = stack(tokens);
      return {
        vector: pool(rows, dimensions),
        tokenVectors: rows,
        tokens,
        tokenWeights: tokens.map(() => 1),
      };
    },

    close: () => Promise.resolve(),
  };
}

/** Mean of the rows, L2-normalised; the first axis for no rows at all, since a vector has length 1. */
function pool(rows: Float32Array, dimensions: number): Float32Array {
  const pooled = new Float32Array(dimensions);
  rows.forEach((value, index) => {
    pooled[index % dimensions] = (pooled[index % dimensions] as number) + value;
  });
  const length = Math.hypot(...pooled);
  if (length === 0) pooled[0] = 1;
  return length === 0 ? pooled : pooled.map((value) => value / length);
}

function hashToken(token: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions);
  const characters = ['^', ...token, '$'];
  for (let i = 0; i + 1 < characters.length; i += 1) {
    let state = 0x811c9dc5;
    for (const unit of `${characters[i]}${characters[i + 1]}`) {
      state = Math.imul(state ^ (unit.codePointAt(0) ?? 0), 0x01000193);
    }
    for (let axis = 0; axis < dimensions; axis += 1) {
      // xorshift: a few steps make a new value in [-1, 1) for each axis.
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      vector[axis] = (vector[axis] as number) + state / 0x80000000;
    }
  }
  return vector;
}
