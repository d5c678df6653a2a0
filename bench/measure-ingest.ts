/**
 * Ingest against its ceiling: onnxruntime alone, on the same passages in the same batches. Ours reads, splits, tokenizes,
 * embeds, packs token vectors, stores and indexes; the ceiling only runs the network. A round of ours stands
 * between two of the ceiling, and is compared with their mean: the machine may be slower in one minute than in the next.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { AutoTokenizer, env } from '@xenova/transformers';
import { createDocumentReader } from '../src/adapters/documents/file-reader.js';
import { createTextEncoder } from '../src/adapters/transformers/text-encoder.js';
import { ingestDocuments } from '../src/ingest/ingest-documents.js';
import { splitArticles } from '../src/ingest/split-articles.js';
import { splitPassages } from '../src/ingest/split-passages.js';
import type { Embedder } from '../src/ports/embedder.js';
import { MODEL, MODEL_KEY, openLibrary } from './open-library.js';
import { mean, median, round, time } from './timing.js';

/** As in `src/adapters/transformers`: passages a request, and tokens a batch with padding. */
const BATCHES = { passagesARequest: 32, tokens: 512 } as const;

const ROUNDS = 5;

export interface IngestFigures {
  readonly passages: number;
  readonly tokens: number;
  /** Of the best round. */
  readonly tokensPerSecond: number;
  readonly ceilingTokensPerSecond: number;
  /** Median of the rounds. */
  readonly ratio: number;
  readonly ratios: readonly number[];
}

interface OnnxRuntime {
  readonly InferenceSession: {
    create(path: string, options: object): Promise<{ run(feeds: object): Promise<object> }>;
  };
  readonly Tensor: new (type: 'int64', data: BigInt64Array, shape: readonly number[]) => unknown;
}

export async function measureIngest(
  paths: readonly string[],
  embedder: Embedder,
): Promise<IngestFigures> {
  const batches = await makeBatches(paths, embedder);
  const runCeiling = await prepareCeiling(batches);
  const tokens = batches.flat().reduce((sum, ids) => sum + ids.length, 0);
  const ours: number[] = [];
  const ceilings = [(await time(runCeiling)).ms];
  for (let n = 0; n < ROUNDS; n += 1) {
    ours.push(await ingestAnew(paths, embedder));
    ceilings.push((await time(runCeiling)).ms);
  }
  const ratios = ours.map((ms, n) => round(mean(ceilings.slice(n, n + 2)) / ms));
  return {
    passages: batches.flat().length,
    tokens,
    tokensPerSecond: Math.round((tokens / Math.min(...ours)) * 1000),
    ceilingTokensPerSecond: Math.round((tokens / Math.min(...ceilings)) * 1000),
    ratio: median(ratios),
    ratios,
  };
}

/** @returns milliseconds of an ingest into an empty library, model loaded */
async function ingestAnew(paths: readonly string[], embedder: Embedder): Promise<number> {
  const dir = mkdtempSync(join(tmpdir(), 'quoth-bench-'));
  try {
    const library = await openLibrary(dir);
    const { ms } = await time(async () => {
      const reader = createDocumentReader({ maxBytes: 64 * 1024 * 1024 });
      const ports = { reader, store: library.store, embedder, model: MODEL_KEY };
      const report = await ingestDocuments(paths, { ...ports, now: () => new Date() });
      if (report.failures[0] !== undefined) throw new Error(report.failures[0].message);
      await library.finish();
    });
    await library.close();
    return ms;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Token ids of each passage, in the batches that the product's worker makes of them. */
async function makeBatches(paths: readonly string[], embedder: Embedder): Promise<number[][][]> {
  env.allowRemoteModels = false;
  env.localModelPath = dirname(MODEL.dir);
  const tokenizer = await AutoTokenizer.from_pretrained(basename(MODEL.dir), {
    local_files_only: true,
  });
  const encoder = createTextEncoder(tokenizer, MODEL);
  const reader = createDocumentReader({ maxBytes: 64 * 1024 * 1024 });
  const batches: number[][][] = [];
  for (const path of paths) {
    for (const file of await reader.find(path)) {
      const encoded: number[][] = [];
      for (const draft of splitArticles(await reader.read(file)).articles) {
        const plans = await splitPassages(draft, {
          maxTokens: embedder.maxTokens,
          countTokens: (texts) => embedder.countTokens(texts),
        });
        for (const { lead, sentences } of plans) {
          const texts = sentences.map(({ start, end }) => draft.text.slice(start, end));
          for (const { ids } of encoder.encodePassage({ lead, sentences: texts }).windows) {
            encoded.push([...ids]);
          }
        }
      }
      for (let from = 0; from < encoded.length; from += BATCHES.passagesARequest) {
        batches.push(...batchByLength(encoded.slice(from, from + BATCHES.passagesARequest)));
      }
    }
  }
  return batches;
}

function batchByLength(encoded: readonly number[][]): number[][][] {
  const batches: number[][][] = [];
  let batch: number[][] = [];
  for (const ids of [...encoded].sort((a, b) => b.length - a.length)) {
    const width = (batch[0] ?? ids).length;
    if (batch.length > 0 && (batch.length + 1) * width > BATCHES.tokens) {
      batches.push(batch);
      batch = [];
    }
    batch.push(ids);
  }
  return batch.length > 0 ? [...batches, batch] : batches;
}

/** The network in a session of its own, with the product's options; inputs are made ahead. */
async function prepareCeiling(batches: readonly number[][][]): Promise<() => Promise<void>> {
  // The onnxruntime that transformers.js brings: the very build that the product runs on.
  const fromTransformers = createRequire(
    createRequire(import.meta.url).resolve('@xenova/transformers'),
  );
  const { InferenceSession, Tensor } = fromTransformers('onnxruntime-node') as OnnxRuntime;
  const session = await InferenceSession.create(join(MODEL.dir, MODEL.network), {
    intraOpNumThreads: Math.min(8, availableParallelism()),
    interOpNumThreads: 1,
    logSeverityLevel: 3,
  });
  const feeds = batches.map((batch) => {
    const width = Math.max(...batch.map((ids) => ids.length));
    const shape = [batch.length, width];
    const inputIds = new BigInt64Array(batch.length * width).fill(1n);
    const mask = new BigInt64Array(batch.length * width);
    batch.forEach((ids, row) => {
      ids.forEach((id, column) => {
        inputIds[row * width + column] = BigInt(id);
        mask[row * width + column] = 1n;
      });
    });
    return {
      input_ids: new Tensor('int64', inputIds, shape),
      attention_mask: new Tensor('int64', mask, shape),
      token_type_ids: new Tensor('int64', new BigInt64Array(batch.length * width), shape),
    };
  });
  await session.run(feeds[0] ?? {});
  return async () => {
    for (const feed of feeds) await session.run(feed);
  };
}
