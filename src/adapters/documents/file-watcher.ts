/** Watches files and folders with chokidar; what a document is, the reader of documents says. */
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { watch } from 'chokidar';
import { AppError } from '../../errors.js';
import type { DocumentReader } from '../../ports/document-reader.js';
import type { FileFault, FileLook, FileWatcher } from '../../ports/file-watcher.js';
import { placePath } from './read-bytes.js';

/** @param reader finds the documents */
export function createFileWatcher(reader: Pick<DocumentReader, 'find'>): FileWatcher {
  return {
    async look(paths) {
      const files = new Map<string, FileLook>();
      const faults: FileFault[] = [];
      for (const path of paths) {
        try {
          for (const file of await reader.find(path)) {
            // Gone since it was found: then it is no file of this look.
            const place = await placePath(file.path);
            const facts = await stat(place?.file ?? file.path).catch(() => undefined);
            if (facts === undefined) continue;
            files.set(file.path, { ...file, signature: `${facts.size}:${facts.mtimeMs}` });
          }
        } catch (error) {
          const isEmpty = error instanceof AppError && error.code === 'NO_DOCUMENTS';
          if (!isEmpty) faults.push({ path: resolve(path), error });
        }
      }
      return { files: [...files.values()], faults };
    },

    async watch(paths, notify) {
      const watcher = watch([...paths], {
        ignoreInitial: true,
        ignored: (path) => /^(?:\..+|node_modules)$/.test(basename(path)),
      });
      // Too many files for the system, say: looking from time to time finds changes all the same.
      watcher.on('all', notify).on('error', () => undefined);
      await new Promise<void>((ready) => {
        watcher.once('ready', ready).once('error', () => ready());
      });
      return () => watcher.close();
    },
  };
}
