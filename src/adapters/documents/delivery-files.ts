/** Keeps what a keeper sends in folders on the disk, under names that can do no harm. */
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError, toAppError } from '../../errors.js';
import type { DeliveryStore } from '../../ports/delivery-store.js';

/** File systems allow 255 bytes; some tools add to a name. */
const MAX_NAME_BYTES = 160;

/** @param root folder that is made when the first file comes */
export function createDeliveryFiles(root: string): DeliveryStore {
  const folderOf = (id: string): string => {
    if (!/^[0-9a-z]{8}$/.test(id)) throw new AppError('INTERNAL', 'expected the id of a delivery');
    return resolve(root, id);
  };
  return {
    async save(id, { name, chunks }, maxBytes) {
      const folder = folderOf(id);
      const path = join(folder, makeSafe(name));
      await mkdir(folder, { recursive: true });
      try {
        await pipeline(count(chunks, maxBytes), createWriteStream(path, { flags: 'wx' }));
        return path;
      } catch (error) {
        await rm(folder, { recursive: true, force: true });
        throw toAppError(error);
      }
    },
    holds: (id, path) => path.startsWith(folderOf(id) + sep),
    discard: (id) => rm(folderOf(id), { recursive: true, force: true }),
  };
}

async function* count(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      throw new AppError('DOCUMENT_TOO_LARGE', `expected at most ${maxBytes} bytes, got more`, {
        hint: 'put larger files into a folder of QUOTH_WATCH',
      });
    }
    yield chunk;
  }
}

/** No folders, no controls, no hidden file, not too long; the ending stays. */
function makeSafe(name: string): string {
  const bare = basename(name.replaceAll('\\', '/'))
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .replace(/^[.\s]+/, '')
    .trim();
  const ending = extname(bare).slice(0, 16);
  let stem = bare.slice(0, bare.length - ending.length);
  while (Buffer.byteLength(stem + ending) > MAX_NAME_BYTES) stem = [...stem].slice(0, -1).join('');
  return stem === '' ? `document${ending}` : stem + ending;
}
