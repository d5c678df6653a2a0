/** Tool of the tests: hashes in place of a model's vectors, and folders that look like models. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CreateEmbedder } from '../../src/adapters/engine.js';
import { createHashEmbedder } from '../../src/adapters/memory/hash-embedder.js';
import { findModel } from '../../src/adapters/transformers/model-files.js';

/** An embedder of hashes with as many dimensions as the model that it stands for. */
export const createHashed: CreateEmbedder = ({ model }) => ({
  ...createHashEmbedder({ dimensions: findModel(model).dimensions }),
  load: async () => 'hash',
});

/** Makes a folder that looks like a model; what it would say is made by hashes. */
export function makeModelFolder(folder: string, dimensions: number): void {
  mkdirSync(path.join(folder, 'onnx'), { recursive: true });
  writeFileSync(path.join(folder, 'config.json'), JSON.stringify({ hidden_size: dimensions }));
  writeFileSync(path.join(folder, 'tokenizer.json'), '{}');
  writeFileSync(path.join(folder, 'onnx/model.onnx'), folder);
}
