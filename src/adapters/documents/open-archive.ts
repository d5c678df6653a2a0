/**
 * Opens ZIP archives: what is in them, and one entry at a time, never more than the bounds allow. Sizes are counted while
 * an entry is unpacked, for what an archive says of itself may be a lie.
 */
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import iconv from 'iconv-lite';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { AppError } from '../../errors.js';

/** Bounds of one archive, with the archives in it. */
export const ARCHIVE_LIMITS = {
  /** Entries; a book has some 200, an export of a site some thousands. */
  maxEntries: 5000,
  /** Bytes of one entry, and of all together. */
  maxEntryBytes: 134_217_728,
  maxBytes: 536_870_912,
  /** Text packs to a tenth, tables to a fiftieth; more is made to fill a disk. Small entries may pack better. */
  maxRatio: 200,
  ratioFrom: 1_048_576,
  /** Archives in archives. */
  maxDepth: 2,
} as const;

/** A file in an archive. */
interface ArchiveEntry {
  /** Its path in the archive, decoded, folders parted by `/`. */
  readonly path: string;
  /** Unpacked, as the archive states it. */
  readonly bytes: number;
}

export interface Archive {
  readonly entries: readonly ArchiveEntry[];
  /** Unpacks an entry. @throws AppError DOCUMENT_UNSAFE, DOCUMENT_ENCRYPTED, DOCUMENT_DAMAGED */
  read(path: string): Promise<Buffer>;
  close(): void;
}

const open = promisify<Buffer, { lazyEntries: true; decodeStrings: false }, ZipFile>(
  fromBuffer as never,
);

/**
 * Opens an archive.
 *
 * @param name for messages
 * @throws AppError DOCUMENT_DAMAGED; DOCUMENT_UNSAFE for names that lead out of it, sizes and numbers beyond the bounds
 */
export async function openArchive(bytes: Buffer, name: string): Promise<Archive> {
  const damaged = (cause: unknown): AppError =>
    cause instanceof AppError
      ? cause
      : new AppError('DOCUMENT_DAMAGED', `expected a whole archive, got a damaged one: ${name}`, {
          cause,
        });
  const unsafe = (what: string): AppError =>
    new AppError('DOCUMENT_UNSAFE', `expected an archive of documents, got ${what}: ${name}`);
  const file = await open(bytes, { lazyEntries: true, decodeStrings: false }).catch((cause) => {
    throw damaged(cause);
  });
  const found = new Map<string, Entry>();
  let total = 0;
  if (file.entryCount > ARCHIVE_LIMITS.maxEntries) throw unsafe(`${file.entryCount} entries`);
  await new Promise<void>((resolve, reject) => {
    file.on('error', (cause: unknown) => reject(damaged(cause)));
    file.on('end', () => resolve());
    file.on('entry', (entry: Entry) => {
      const path = decodeName(entry);
      total += entry.uncompressedSize;
      if (leadsOut(path)) return reject(unsafe(`a name that leads out of it (“${path}”)`));
      if (total > ARCHIVE_LIMITS.maxBytes) return reject(unsafe(`${total} bytes or more unpacked`));
      if (!path.endsWith('/') && !found.has(path)) found.set(path, entry);
      file.readEntry();
    });
    file.readEntry();
  }).catch((error) => {
    file.close();
    throw error;
  });

  return {
    entries: [...found].map(([path, entry]) => ({ path, bytes: entry.uncompressedSize })),
    async read(path) {
      const entry = found.get(path);
      if (entry === undefined) throw damaged(new Error(`no ${path}`));
      if (entry.isEncrypted()) {
        const message = `expected an archive without a password, got an encrypted one: ${name}`;
        throw new AppError('DOCUMENT_ENCRYPTED', message);
      }
      const stream = await promisify<Entry, Readable>(file.openReadStream.bind(file))(entry).catch(
        (cause) => {
          throw damaged(cause);
        },
      );
      const most = Math.min(
        ARCHIVE_LIMITS.maxEntryBytes,
        Math.max(ARCHIVE_LIMITS.ratioFrom, entry.compressedSize * ARCHIVE_LIMITS.maxRatio),
      );
      const chunks: Buffer[] = [];
      let size = 0;
      try {
        for await (const chunk of stream as AsyncIterable<Buffer>) {
          size += chunk.length;
          if (size > most) throw unsafe(`an entry that unpacks to more than ${most} bytes`);
          chunks.push(chunk);
        }
      } catch (cause) {
        throw damaged(cause);
      } finally {
        stream.destroy();
      }
      return Buffer.concat(chunks);
    },
    close: () => file.close(),
  };
}

/** Bit of an entry's flags: its name is UTF-8. */
const UTF8_FLAG = 0x800;

/** Names are UTF-8 where the archive says so or the bytes look like it; else GBK, as Windows in China writes them. */
function decodeName(entry: Entry): string {
  const raw = entry.fileName as unknown as Buffer;
  let name: string | undefined;
  try {
    name = new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    // No UTF-8.
  }
  const isSure = (entry.generalPurposeBitFlag & UTF8_FLAG) !== 0;
  // Two characters of GBK may be well-formed UTF-8, but then of marks and letters that no name is made of.
  const isOdd =
    name === undefined || (!isSure && /[\u0080-\u00BF\u0250-\u036F\u0530-\u07FF]/.test(name));
  const decoded = isOdd ? iconv.decode(raw, 'gb18030') : (name ?? '');
  return decoded.replaceAll('\\', '/').normalize('NFC');
}

function leadsOut(path: string): boolean {
  return (
    path.startsWith('/') ||
    /^[a-z]:/i.test(path) ||
    path.split('/').includes('..') ||
    path.includes('\0')
  );
}
