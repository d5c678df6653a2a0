/**
 * `manifest.json` in the index folder: for people, and for programs of another version. What decides is in the database,
 * where each document names the model that its vectors are of.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../errors.js';

const MANIFEST_FILE = 'manifest.json';

/** Grows when an older program could no longer read the index. */
const FORMAT = 1;

const manifestSchema = z.object({ format: z.number() });

/** What an index was made with. */
export interface Manifest {
  /** `id@sha256`, the hash shortened. */
  readonly model: string;
  readonly dimensions: number;
  /** How passages are cut, for comparing indexes. */
  readonly passages: Readonly<Record<string, number>>;
}

/** Writes the manifest, whole or not at all. */
export function writeManifest(indexDir: string, manifest: Manifest): void {
  const path = join(indexDir, MANIFEST_FILE);
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, `${JSON.stringify({ format: FORMAT, ...manifest }, null, 2)}\n`);
  renameSync(temporary, path);
}

/**
 * Makes sure that this program can read the index. A missing or damaged manifest is no obstacle.
 * @throws AppError INDEX_FORMAT
 */
export function checkFormat(indexDir: string): void {
  const path = join(indexDir, MANIFEST_FILE);
  if (!existsSync(path)) return;
  let format: number;
  try {
    format = manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).format;
  } catch {
    return;
  }
  if (format !== FORMAT) {
    throw new AppError(
      'INDEX_FORMAT',
      `expected an index of format ${FORMAT} in ${indexDir}, got ${format}`,
      {
        hint: 'use the version of Quoth that made it, or name another folder with --index',
      },
    );
  }
}
