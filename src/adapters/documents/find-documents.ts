/** Finds the documents under a file, a folder or an archive. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { AppError } from '../../errors.js';
import type { DocumentFile } from '../../ports/document-reader.js';
import { detectFormat, FORMAT_NAMES, formatOfName } from './formats.js';
import { listArchive } from './list-archive.js';
import { isOtherJson } from './peek-json.js';
import { placePath, readBytes, translateFault } from './read-bytes.js';

const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['node_modules']);
/** `2.txt` before `10.txt`, the same everywhere. */
const NATURAL_ORDER = new Intl.Collator('en', { numeric: true });

/** Archives are listed once, and again when they have changed; by path. */
type Lists = Map<string, { readonly signature: string; readonly files: readonly DocumentFile[] }>;

/** @param maxBytes larger archives are not opened: reading them says why */
export function createFinder(maxBytes: number): (path: string) => Promise<readonly DocumentFile[]> {
  const lists: Lists = new Map();

  /** What an archive holds; itself when it holds nothing or cannot be opened: then reading it says why. */
  const listOf = async (file: DocumentFile): Promise<readonly DocumentFile[]> => {
    if (formatOfName(file.name) !== 'zip') return [file];
    try {
      const { size, mtimeMs } = await stat(file.path);
      const signature = `${size}:${mtimeMs}`;
      const known = lists.get(file.path);
      if (known?.signature === signature) return known.files;
      if (size > maxBytes) return [file];
      const bytes = await readFile(file.path);
      const isBundle = (await detectFormat(bytes, file.name)) === 'zip';
      const inside = isBundle ? await listArchive(bytes, file) : [];
      const files = inside.length === 0 ? [file] : inside;
      lists.set(file.path, { signature, files });
      return files;
    } catch {
      return [file];
    }
  };

  const walk = async (folder: string, seen: Set<string>): Promise<DocumentFile[]> => {
    const place = await realpath(folder);
    if (seen.has(place)) return [];
    seen.add(place);
    const entries = await readdir(folder, { withFileTypes: true });
    entries.sort((a, b) => NATURAL_ORDER.compare(a.name, b.name) || (a.name < b.name ? -1 : 1));
    const files: DocumentFile[] = [];
    for (const entry of entries) {
      if (entry.name.startsWith('.') || SKIPPED_FOLDERS.has(entry.name)) continue;
      const path = join(folder, entry.name);
      // A link may lead nowhere; then it is no document.
      const facts = entry.isSymbolicLink() ? await stat(path).catch(() => undefined) : entry;
      if (facts?.isDirectory() === true) files.push(...(await walk(path, seen)));
      else if (facts?.isFile() === true && formatOfName(entry.name) !== undefined) {
        if (await isOtherJson(path).catch(() => false)) continue;
        files.push(...(await listOf({ name: entry.name, path })));
      }
    }
    return files;
  };

  return async (given) => {
    const path = resolve(given);
    const fail = (error: unknown): never => {
      throw translateFault(error, path);
    };
    const name = basename(path);
    const place = await placePath(path).catch(fail);
    if (place !== undefined && place.inner !== '') {
      // Of an archive: that it is there, reading it shows.
      await readBytes(path, maxBytes);
      return [{ name, path }];
    }
    const facts = await stat(path).catch(fail);
    if (facts.isDirectory()) {
      const files = await walk(path, new Set()).catch(fail);
      if (files.length > 0) return files;
      throw new AppError(
        'NO_DOCUMENTS',
        `expected ${FORMAT_NAMES} files, got a folder without any: ${path}`,
      );
    }
    if (!facts.isFile() || formatOfName(name) === undefined) {
      const got = facts.isFile() ? extname(name) || 'no extension' : 'no regular file';
      throw new AppError('FORMAT_UNSUPPORTED', `expected ${FORMAT_NAMES}, got ${got}: ${path}`);
    }
    return listOf({ name, path });
  };
}
