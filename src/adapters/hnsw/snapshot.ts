/**
 * The vector index on disk: a data file under a new name each time, and a small `vectors.json` that names it with its
 * sha256. The second is renamed into place last, so there is always one whole snapshot or none.
 */
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { hashFile } from '../../hash-file.js';

const HEAD_FILE = 'vectors.json';

const headSchema = z.object({
  format: z.literal(2),
  file: z.string().regex(/^vectors-[\w-]+\.hnsw$/),
  sha256: z.string().length(64),
  libraryId: z.string(),
  dimensions: z.number().int(),
  /** Labels that are in the file but no longer in the library. */
  removed: z.array(z.number().int()),
  /** float32, little endian, as base64: what was taken off the vectors. */
  middle: z.base64().optional(),
});

export type SnapshotHead = z.infer<typeof headSchema>;

/** Reads the head of a snapshot whose data file is whole. @returns undefined for a missing or damaged one */
export async function readSnapshot(
  dir: string,
): Promise<{ head: SnapshotHead; path: string } | undefined> {
  try {
    const head = headSchema.parse(JSON.parse(readFileSync(join(dir, HEAD_FILE), 'utf8')));
    const path = join(dir, head.file);
    // hnswlib trusts what it reads: a damaged file could end the process.
    return (await hashFile(path)).sha256 === head.sha256 ? { head, path } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Writes a snapshot.
 *
 * @param writeData writes the data file at the path that it is given
 */
export async function writeSnapshot(
  dir: string,
  facts: Pick<SnapshotHead, 'libraryId' | 'dimensions' | 'removed' | 'middle'>,
  writeData: (path: string) => Promise<unknown>,
): Promise<void> {
  const file = `vectors-${Date.now().toString(36)}-${process.pid}.hnsw`;
  const path = join(dir, file);
  const temporary = join(dir, `${HEAD_FILE}.${process.pid}.tmp`);
  try {
    await writeData(path);
    syncFile(path);
    const { sha256 } = await hashFile(path);
    const head: SnapshotHead = { format: 2, file, sha256, ...facts };
    writeFileSync(temporary, JSON.stringify(head));
    syncFile(temporary);
    renameSync(temporary, join(dir, HEAD_FILE));
    syncFile(dir);
  } catch (error) {
    for (const part of [path, temporary]) rmSync(part, { force: true });
    throw error;
  }
  // What is left of older snapshots, and of writers that were killed. Only the holder of the writer's lock comes here.
  for (const old of readdirSync(dir)) {
    if (/^vectors-.*\.hnsw$|^vectors\.json\..*\.tmp$/.test(old) && old !== file) {
      rmSync(join(dir, old), { force: true });
    }
  }
}

function syncFile(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
