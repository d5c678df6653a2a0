/** Where a model lies, what its files must hash to, and the few facts of it that the rest needs. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { AppError } from '../../errors.js';
import { hashFile } from '../../hash-file.js';

/** A model folder that can be loaded. */
export interface ModelFiles {
  /** Folder name, or the hub id that it was pulled from. */
  readonly id: string;
  /** Absolute. */
  readonly dir: string;
  /** Relative path of the network, and how transformers.js names its precision. */
  readonly network: string;
  readonly dtype: 'q8' | 'fp32';
  readonly dimensions: number;
  /** Longest input in tokens, special tokens included. */
  readonly maxTokens: number;
  readonly questionPrefix: string;
  readonly passagePrefix: string;
  /** sha256 by relative path; empty when the folder names none. */
  readonly checksums: ReadonlyMap<string, string>;
}

const configSchema = z.object({
  hidden_size: z.number().int().positive(),
  max_position_embeddings: z.number().int().positive().optional(),
});
const tokenizerSchema = z.object({ model_max_length: z.number().positive().optional() });
const manifestSchema = z.object({
  id: z.string(),
  files: z.record(z.string(), z.object({ sha256: z.string() })),
  prefixes: z.object({ question: z.string(), passage: z.string() }).optional(),
});

/** The `models/` folder of this package. */
const MODELS_DIR: string = resolve(dirname(fileURLToPath(import.meta.url)), '../../../models');

/**
 * Finds a model.
 *
 * @param model folder name under `models/`, or a path
 * @throws AppError MODEL_NOT_FOUND, MODEL_DAMAGED (a file that cannot be understood)
 */
export function findModel(model: string): ModelFiles {
  const dir = findModelFolder(model);
  if (dir === undefined) throw refuseModel(model);
  const network = ['onnx/model_quantized.onnx', 'onnx/model.onnx'].find((file) =>
    existsSync(join(dir, file)),
  );
  if (network === undefined || !existsSync(join(dir, 'tokenizer.json'))) {
    throw new AppError(
      'MODEL_DAMAGED',
      `expected tokenizer.json and onnx/model_quantized.onnx in ${dir}, found not all of them`,
    );
  }
  const config = parseJson(join(dir, 'config.json'), configSchema);
  const tokenizer = existsSync(join(dir, 'tokenizer_config.json'))
    ? parseJson(join(dir, 'tokenizer_config.json'), tokenizerSchema)
    : {};
  const manifest = existsSync(join(dir, 'quoth-model.json'))
    ? parseJson(join(dir, 'quoth-model.json'), manifestSchema)
    : undefined;
  const isE5 = /e5/i.test(manifest?.id ?? basename(dir));
  return {
    id: manifest?.id ?? basename(dir),
    dir,
    network,
    dtype: network === 'onnx/model.onnx' ? 'fp32' : 'q8',
    dimensions: config.hidden_size,
    maxTokens: Math.min(
      tokenizer.model_max_length ?? 512,
      config.max_position_embeddings ?? 512,
      8192,
    ),
    questionPrefix: manifest?.prefixes?.question ?? (isE5 ? 'query: ' : ''),
    passagePrefix: manifest?.prefixes?.passage ?? (isE5 ? 'passage: ' : ''),
    checksums: manifest
      ? new Map(Object.entries(manifest.files).map(([path, { sha256 }]) => [path, sha256]))
      : readChecksums(dir),
  };
}

/** The absolute folder of a model; `undefined` when there is none. @param model as for `findModel` */
export function findModelFolder(model: string): string | undefined {
  return [
    isAbsolute(model) ? model : join(MODELS_DIR, model),
    join(MODELS_DIR, basename(model)),
    resolve(model),
  ].find((candidate) => existsSync(join(candidate, 'config.json')));
}

/** Says what was looked for: a path where one was meant, else a name under `models/`. */
function refuseModel(model: string): AppError {
  const isThere = existsSync(resolve(model));
  if (isThere || isAbsolute(model) || /^\.{1,2}(?:[/\\]|$)/.test(model)) {
    return new AppError(
      'MODEL_NOT_FOUND',
      `expected a model folder at ${resolve(model)}, ${isThere ? 'found no config.json in it' : 'found nothing there'}`,
      { hint: 'correct QUOTH_MODEL, or leave it out for the model that comes with Quoth' },
    );
  }
  return new AppError(
    'MODEL_NOT_FOUND',
    `expected a model folder named "${model}" in ${MODELS_DIR}, found none`,
  );
}

/** Checksums as `sha256sum` prints them, out of the folder's README. */
function readChecksums(dir: string): Map<string, string> {
  const readme = join(dir, 'README.md');
  if (!existsSync(readme)) return new Map();
  return new Map(
    [...readFileSync(readme, 'utf8').matchAll(/^([0-9a-f]{64}) {2}(\S+)$/gm)].map((match) => [
      match[2] as string,
      match[1] as string,
    ]),
  );
}

function parseJson<T>(path: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new AppError(
      'MODEL_DAMAGED',
      `expected a readable ${basename(path)} in ${dirname(path)}, got something else`,
      { cause },
    );
  }
}

/**
 * Compares the model's files with their checksums: about 0.1 s for 86 MB.
 *
 * @returns sha256 of the network file, hex
 * @throws AppError MODEL_DAMAGED that names the file
 */
export async function verifyModel(model: ModelFiles): Promise<string> {
  const files = new Set([...model.checksums.keys(), model.network]);
  let networkHash = '';
  await Promise.all(
    [...files].map(async (file) => {
      const { sha256: actual } = await hashFile(join(model.dir, file)).catch((cause: unknown) => {
        throw new AppError('MODEL_DAMAGED', `expected a readable ${file} in ${model.dir}`, {
          cause,
        });
      });
      const expected = model.checksums.get(file);
      if (expected !== undefined && expected !== actual) {
        throw new AppError(
          'MODEL_DAMAGED',
          `expected sha256 ${expected.slice(0, 12)}… for ${file} in ${model.dir}, got ${actual.slice(0, 12)}…`,
        );
      }
      if (file === model.network) networkHash = actual;
    }),
  );
  return networkHash;
}
