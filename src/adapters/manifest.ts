/**
 * `manifest.json` in the index folder: for people, and for programs of another version. What decides is in the database,
 * where each document names the model that its vectors are of.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../errors.js';
import { PASSAGE_LENGTHS } from '../ingest/pack-units.js';
import { readVersion } from '../version.js';

const MANIFEST_FILE = 'manifest.json';

/** Grows when an older program could no longer read the index. */
const FORMAT = 1;

const manifestSchema = z.object({ format: z.number(), quoth: z.string().optional() });

/** What an index was made with. */
export interface Manifest {
  /** `id@sha256`, the hash shortened. */
  readonly model: string;
  readonly dimensions: number;
  /** How passages are cut, for comparing indexes. */
  readonly passages: Readonly<Record<string, number>>;
}

/** The manifest of an index that is made now. */
export function makeManifest(model: string, dimensions: number): Manifest {
  return { model, dimensions, passages: PASSAGE_LENGTHS };
}

/** Writes the manifest, whole or not at all. */
export function writeManifest(indexDir: string, manifest: Manifest): void {
  const path = join(indexDir, MANIFEST_FILE);
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, render(manifest));
  renameSync(temporary, path);
}

/** Whether a folder's manifest is this one, written by this version. */
export function hasSameManifest(indexDir: string, manifest: Manifest): boolean {
  try {
    return readFileSync(join(indexDir, MANIFEST_FILE), 'utf8') === render(manifest);
  } catch {
    return false;
  }
}

function render(manifest: Manifest): string {
  return `${JSON.stringify({ format: FORMAT, quoth: readVersion(), ...manifest }, null, 2)}\n`;
}

/** Whether there is a manifest that can be read. */
export function hasManifest(indexDir: string): boolean {
  return readFormat(indexDir) !== undefined;
}

/**
 * Makes sure that this program can read the index. A missing or damaged manifest is no obstacle.
 * @throws AppError INDEX_FORMAT
 */
export function checkFormat(indexDir: string): void {
  const found = readFormat(indexDir);
  if (found === undefined || found.format === FORMAT) return;
  const by = found.quoth === undefined ? 'another version of Quoth' : `Quoth ${found.quoth}`;
  throw new AppError(
    'INDEX_FORMAT',
    `expected an index of format ${FORMAT} in ${indexDir}, got ${found.format}, made by ${by}`,
    { hint: `use ${by}, or name another folder with --index; this is Quoth ${readVersion()}` },
  );
}

function readFormat(indexDir: string): z.infer<typeof manifestSchema> | undefined {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(join(indexDir, MANIFEST_FILE), 'utf8')));
  } catch {
    return undefined;
  }
}
