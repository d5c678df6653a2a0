/** The models on the disk, each file compared with its checksum: what `quoth model list` shows. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../errors.js';
import { findModel, findModelFolder, verifyModel } from './model-files.js';

/** One model folder. */
export interface ListedModel {
  /** Folder name under `models/`, or the path of the model in use where it lies elsewhere. */
  readonly name: string;
  /** `QUOTH_MODEL` means this one. */
  readonly inUse: boolean;
  readonly bytes: number;
  /** `undefined` when the folder cannot be understood. */
  readonly dimensions: number | undefined;
  /** Against `quoth-model.json` or the README; `unchecked`: neither names a checksum. */
  readonly integrity: 'ok' | 'damaged' | 'unchecked';
  /** What is wrong, in one line each. */
  readonly faults: readonly string[];
}

/**
 * Lists the model folders under `modelsDir` by name, none when there is no such folder; behind them the model in use,
 * when it lies elsewhere.
 *
 * @param inUse value of `QUOTH_MODEL`
 */
export async function listModels(
  modelsDir: string,
  inUse: string,
): Promise<readonly ListedModel[]> {
  const entries = await readdir(modelsDir, { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
  const used = names.includes(inUse) ? path.resolve(modelsDir, inUse) : findModelFolder(inUse);
  const folders = names.map((name) => ({ name, dir: path.resolve(modelsDir, name) }));
  if (used !== undefined && folders.every(({ dir }) => dir !== path.resolve(used))) {
    folders.push({ name: inUse, dir: path.resolve(used) });
  }
  return Promise.all(
    folders.map(async ({ name, dir }) => ({
      ...(await inspectModel(name, dir)),
      inUse: used !== undefined && dir === path.resolve(used),
    })),
  );
}

async function inspectModel(name: string, dir: string): Promise<Omit<ListedModel, 'inUse'>> {
  const bytes = await measureFolder(dir);
  let dimensions: number | undefined;
  try {
    const model = findModel(dir);
    dimensions = model.dimensions;
    await verifyModel(model);
    const integrity = model.checksums.size === 0 ? 'unchecked' : 'ok';
    return { name, bytes, dimensions, integrity, faults: [] };
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    return {
      name,
      bytes,
      dimensions,
      integrity: 'damaged',
      faults: [`${name}: ${thrown.message}`],
    };
  }
}

async function measureFolder(dir: string): Promise<number> {
  const entries = await readdir(dir, { withFileTypes: true, recursive: true });
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => (await stat(path.join(entry.parentPath, entry.name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
