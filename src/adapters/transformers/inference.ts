/** The model itself: token ids → one inference → pooled and token vectors. Runs inside the worker. */
import { basename, dirname } from 'node:path';
import { AutoModel, AutoTokenizer, env, Tensor } from '@xenova/transformers';
import { meanRows, sumRows } from '../../domain/vectors.js';
import { AppError } from '../../errors.js';
import type { PassageInput } from '../../ports/embedder.js';
import { createRotation, packTokens } from '../../search/token-codes.js';
import { verifyModel } from './model-files.js';
import type { EmbedResults, PackedPassage, WorkerOptions } from './protocol.js';
import { createTextEncoder, type EncodedPassage, type EncodedText } from './text-encoder.js';

/**
 * Tokens in one inference, padding included. Measured on 2 cores, the two readers (364 passages, 88,000 tokens) in one
 * run each: 512 took 8.2 s, 1024 9.3 s, 2048 10.8 s, where raw onnxruntime takes 7.4 s. Small batches also keep a question
 * that comes meanwhile from waiting, and memory low (peak 680, 710 and 840 MB).
 */
const MAX_BATCH_TOKENS = 512;

/**
 * Token vectors of one model share a large common part. The mean of this text's tokens is taken off all of them before
 * they are packed: what is left uses the few bits better (XQuAD en→zh hit@1 0.842 → 0.853, as in float32). It need not be
 * exact, the library's own mean is taken off when comparing; the languages keep it from leaning to one of them.
 */
const CENTRE_TEXT =
  '会议于三月在北京召开，强调要推动经济高质量发展。The council met on Monday to discuss the new library rules. ' +
  'Река протекает через три области. 会議では新しい計画が発表された。El gobierno anunció un nuevo programa de salud. ' +
  'Les élèves visitent le musée. Die Stadt baut eine neue Brücke. اجتمع المجلس لمناقشة الميزانية. 시는 새로운 도서관을 열었다.';

export interface LoadedModel {
  /** sha256, hex. */
  readonly networkHash: string;
  countTokens(texts: readonly string[]): readonly number[];
  embedPassages(inputs: readonly PassageInput[]): Promise<EmbedResults['passages']>;
  embedQuestion(text: string): Promise<EmbedResults['question']>;
}

interface Hidden {
  /** `rows × width × dimensions` floats. */
  readonly data: Float32Array;
  readonly width: number;
}

/** @throws AppError MODEL_DAMAGED */
export async function loadModel({ model, threads }: WorkerOptions): Promise<LoadedModel> {
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = dirname(model.dir);
  const name = basename(model.dir);
  const load = Promise.all([
    AutoTokenizer.from_pretrained(name, { local_files_only: true }),
    AutoModel.from_pretrained(name, {
      dtype: model.dtype,
      local_files_only: true,
      session_options: { intraOpNumThreads: threads, interOpNumThreads: 1, logSeverityLevel: 3 },
    }),
  ]);
  load.catch(() => undefined);
  const networkHash = await verifyModel(model);
  const [tokenizer, network] = await load.catch((cause: unknown) => {
    throw new AppError(
      'MODEL_DAMAGED',
      `expected a model that onnxruntime can load in ${model.dir}, got ${String(cause)}`,
      { cause },
    );
  });
  const encoder = createTextEncoder(tokenizer, model);
  const { dimensions } = model;
  const rotate = createRotation(dimensions);

  const infer = async (batch: readonly EncodedText[]): Promise<Hidden> => {
    const width = Math.max(...batch.map(({ ids }) => ids.length));
    const shape = [batch.length, width];
    const inputIds = new BigInt64Array(batch.length * width).fill(BigInt(encoder.padId));
    const mask = new BigInt64Array(batch.length * width);
    // Written as the low halves of 64-bit numbers: a BigInt for each token would be garbage at once.
    const lowIds = new Uint32Array(inputIds.buffer);
    const lowMask = new Uint32Array(mask.buffer);
    batch.forEach(({ ids }, row) => {
      ids.forEach((id, column) => {
        lowIds[2 * (row * width + column)] = id;
        lowMask[2 * (row * width + column)] = 1;
      });
    });
    const output = await network({
      input_ids: new Tensor('int64', inputIds, shape),
      attention_mask: new Tensor('int64', mask, shape),
      token_type_ids: new Tensor('int64', new BigInt64Array(batch.length * width), shape),
    });
    return { data: output.last_hidden_state.data as Float32Array, width };
  };

  const centre = meanRows([(await infer([encoder.encodeQuestion(CENTRE_TEXT)])).data], dimensions);

  /** Puts the vectors of a row's words, less the model's common part, into `target` from row `to` on. */
  const takeWords = (
    { data, width }: Hidden,
    { row, words }: { readonly row: number; readonly words: readonly number[] },
    target: Float32Array,
    to: number,
  ): void => {
    words.forEach((place, index) => {
      const at = (row * width + place) * dimensions;
      const into = (to + index) * dimensions;
      for (let i = 0; i < dimensions; i += 1) {
        target[into + i] = (data[at + i] as number) - (centre[i] as number);
      }
    });
  };

  /** Turns the vectors of a passage's words, in place, and packs them. */
  const packPassage = (encoded: EncodedPassage, words: Float32Array): PackedPassage => {
    const ids = encoded.windows.flatMap((window) =>
      window.words.map((place) => window.ids[place] as number),
    );
    const vector = poolWords(words, ids.map(encoder.weigh), dimensions);
    rotate(words);
    return {
      vector,
      codes: packTokens(words, dimensions),
      leadTokens: encoded.leadTokens,
      sentenceTokens: encoded.sentenceTokens,
    };
  };

  return {
    networkHash,
    countTokens: (texts) => texts.map(encoder.countTokens),

    async embedPassages(inputs) {
      const encoded = inputs.map(encoder.encodePassage);
      // Each window knows the rows of its passage's words that are its own.
      const words = encoded.map(({ windows }) => {
        const count = windows.reduce((total, window) => total + window.words.length, 0);
        return new Float32Array(count * dimensions);
      });
      const windows = encoded.flatMap((passage, index) => {
        let from = 0;
        return passage.windows.map((window) => {
          from += window.words.length;
          return { window, target: words[index] as Float32Array, from: from - window.words.length };
        });
      });
      for (const batch of batchByLength(windows.map(({ window }) => window))) {
        const members = batch.map((index) => windows[index] as (typeof windows)[number]);
        const hidden = await infer(members.map(({ window }) => window));
        members.forEach(({ window, target, from }, row) => {
          takeWords(hidden, { row, words: window.words }, target, from);
        });
      }
      const sum = sumRows(words, dimensions);
      const tokens = words.reduce((total, { length }) => total + length / dimensions, 0);
      const passages = encoded.map((passage, index) =>
        packPassage(passage, words[index] as Float32Array),
      );
      return { passages, sum, tokens };
    },

    async embedQuestion(text) {
      const question = encoder.encodeQuestion(text);
      const ids = question.words.map((place) => question.ids[place] as number);
      const tokenVectors = new Float32Array(ids.length * dimensions);
      takeWords(await infer([question]), { row: 0, words: question.words }, tokenVectors, 0);
      const tokenWeights = ids.map(encoder.weigh);
      return {
        vector: poolWords(tokenVectors, tokenWeights, dimensions),
        tokenVectors,
        tokens: ids.map(encoder.decode),
        tokenWeights,
      };
    },
  };
}

/**
 * Weighted mean of token vectors, L2-normalised; the first axis for no tokens at all, since a vector has length 1.
 *
 * Made of the windows' own tokens it finds as much as a vector of the whole passage, and needs no inference of its own:
 * right passage among the nearest 60, 272 questions to two readers 0.92 and 0.92, XQuAD ar→zh 0.985 and 0.947.
 */
function poolWords(
  rows: Float32Array,
  weights: readonly number[],
  dimensions: number,
): Float32Array {
  const pooled = new Float32Array(dimensions);
  weights.forEach((weight, row) => {
    const at = row * dimensions;
    for (let i = 0; i < dimensions; i += 1) {
      pooled[i] = (pooled[i] as number) + weight * (rows[at + i] as number);
    }
  });
  const length = Math.hypot(...pooled);
  if (length === 0) pooled[0] = 1;
  return length === 0 ? pooled : pooled.map((value) => value / length);
}

/** Indexes in batches of about the same length, each within `MAX_BATCH_TOKENS` with its padding. */
function batchByLength(encoded: readonly EncodedText[]): number[][] {
  const order = encoded.map((_, index) => index);
  const lengthOf = (index: number): number => encoded[index]?.ids.length ?? 0;
  order.sort((a, b) => lengthOf(b) - lengthOf(a));
  const batches: number[][] = [];
  let batch: number[] = [];
  for (const index of order) {
    const width = lengthOf(batch[0] ?? index);
    if (batch.length > 0 && (batch.length + 1) * width > MAX_BATCH_TOKENS) {
      batches.push(batch);
      batch = [];
    }
    batch.push(index);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
