/** How much room is left on a disk. */
import { existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Free bytes where a file or folder lies, or would lie: the nearest folder above that is there is asked.
 *
 * @returns `undefined` when the system does not tell
 */
export function readFreeBytes(path: string): number | undefined {
  let place = resolve(path);
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  try {
    const { bavail, bsize, blocks } = statfsSync(place);
    // Some file systems that hold no files of their own have no blocks at all.
    return blocks === 0 ? undefined : bavail * bsize;
  } catch {
    return undefined;
  }
}
