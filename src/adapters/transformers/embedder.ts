/** Embedder on transformers.js in a worker thread, so that the bot stays responsive while it counts. */
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { sumRows } from '../../domain/vectors.js';
import { AppError, ERROR_CODES, type ErrorCode } from '../../errors.js';
import type { Embedder, PassageEmbedding, PassageInput } from '../../ports/embedder.js';
import { startThread } from '../../start-thread.js';
import { findModel } from './model-files.js';
import type { EmbedRequest, EmbedResults, WorkerOptions, WorkerReply } from './protocol.js';

/** Passages handed to the worker at once: enough for even batches, few enough that progress shows. */
const PASSAGES_A_REQUEST = 32;

export interface TransformersEmbedderOptions {
  /** Folder name under `models/`, or a path. */
  readonly model: string;
  /** Threads of one inference; 0: one for each core, at most 8. */
  readonly threads: number;
}

/** An embedder that can be loaded ahead of its first use. */
export interface TransformersEmbedder extends Embedder {
  /** Loads the model. @returns sha256 of its network. @throws AppError MODEL_DAMAGED */
  load(): Promise<string>;
}

/** @throws AppError MODEL_NOT_FOUND, MODEL_DAMAGED at once when the folder is not a model; nothing is loaded yet */
export function createTransformersEmbedder(
  options: TransformersEmbedderOptions,
): TransformersEmbedder {
  const model = findModel(options.model);
  const threads = options.threads || Math.min(8, availableParallelism());
  const waiting = new Map<
    number,
    { resolve: (value: never) => void; reject: (error: Error) => void }
  >();
  let worker: Worker | undefined;
  let nextId = 1;

  const failAll = (error: Error): void => {
    // The thread is gone: the next call starts another one.
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  const startWorker = (): Worker => {
    const started = startThread(import.meta.url, 'worker', {
      workerData: { model, threads } satisfies WorkerOptions,
    });
    started.on('message', (reply: WorkerReply) => {
      const call = waiting.get(reply.id);
      waiting.delete(reply.id);
      if (waiting.size === 0) started.unref();
      if (call === undefined) return;
      if ('result' in reply) return call.resolve(reply.result as never);
      const { code, message } = reply.failure;
      if (code === 'MODEL_DAMAGED') void started.terminate();
      call.reject(new AppError(code in ERROR_CODES ? (code as ErrorCode) : 'INTERNAL', message));
    });
    started.on('error', (cause) =>
      failAll(new AppError('INTERNAL', `the embedding worker failed: ${cause.message}`, { cause })),
    );
    started.on('exit', () => {
      if (worker === started) failAll(new AppError('INTERNAL', 'the embedding worker stopped'));
    });
    return started;
  };

  const call = <K extends EmbedRequest['kind']>(
    request: EmbedRequest & { readonly kind: K },
  ): Promise<EmbedResults[K]> =>
    new Promise((resolve, reject) => {
      worker ??= startWorker();
      const id = nextId++;
      waiting.set(id, { resolve: resolve as (value: never) => void, reject });
      worker.ref();
      worker.postMessage({ id, request });
    });

  return {
    modelId: model.id,
    dimensions: model.dimensions,
    maxTokens: model.maxTokens,

    load: async () => (await call({ kind: 'load' })).networkHash,

    countTokens: (texts) =>
      texts.length === 0 ? Promise.resolve([]) : call({ kind: 'count', texts }),

    async embedPassages(inputs, { onBatch, signal } = {}) {
      const embeddings: PassageEmbedding[] = [];
      const sums: Float64Array[] = [];
      let tokens = 0;
      for (let from = 0; from < inputs.length; from += PASSAGES_A_REQUEST) {
        signal?.throwIfAborted();
        const result = await call({
          kind: 'passages',
          inputs: inputs.slice(from, from + PASSAGES_A_REQUEST) as PassageInput[],
        });
        for (const { vector, codes, leadTokens, sentenceTokens } of result.passages) {
          embeddings.push({ vector, tokenVectors: { codes, leadTokens, sentenceTokens } });
        }
        sums.push(result.sum);
        tokens += result.tokens;
        onBatch?.(embeddings.length);
      }
      return { embeddings, tokenSum: { sum: sumRows(sums, model.dimensions), tokens } };
    },

    embedQuestion: (text) => call({ kind: 'question', text }),

    async close() {
      const open = worker;
      worker = undefined;
      await open?.terminate();
    },
  };
}
