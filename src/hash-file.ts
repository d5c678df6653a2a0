/** sha256 of a file, read piece by piece. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** @returns sha256, hex, and the length of the file */
export async function hashFile(
  path: string,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).byteLength;
  }
  return { bytes, sha256: hash.digest('hex') };
}
