/** The embedding worker: owns the model and its tokenizer, the only copy in the process. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../errors.js';
import { loadModel } from './inference.js';
import type { EmbedRequest, EmbedResult, WorkerOptions } from './protocol.js';

const port = parentPort;
if (port === null) throw new AppError('INTERNAL', 'expected to run as a worker thread');

const loading = loadModel(workerData as WorkerOptions);
// A failed load is reported to each request below; alone it must not end the thread.
loading.catch(() => undefined);

async function handle(request: EmbedRequest): Promise<EmbedResult> {
  const model = await loading;
  switch (request.kind) {
    case 'load':
      return { networkHash: model.networkHash };
    case 'count':
      return model.countTokens(request.texts);
    case 'passages':
      return model.embedPassages(request.inputs);
    case 'question':
      return model.embedQuestion(request.text);
  }
}

/** The buffers that are given away instead of copied. */
function findBuffers(result: EmbedResult): ArrayBuffer[] {
  if ('passages' in result) {
    return result.passages.flatMap(({ vector, codes }) => [
      vector.buffer as ArrayBuffer,
      codes.buffer as ArrayBuffer,
    ]);
  }
  return 'tokenVectors' in result ? [result.tokenVectors.buffer as ArrayBuffer] : [];
}

port.on('message', ({ id, request }: { id: number; request: EmbedRequest }) => {
  handle(request).then(
    (result) => port.postMessage({ id, result }, findBuffers(result)),
    (error: unknown) =>
      port.postMessage({
        id,
        failure: {
          code: error instanceof AppError ? error.code : 'INTERNAL',
          message: error instanceof Error ? error.message : String(error),
        },
      }),
  );
});
