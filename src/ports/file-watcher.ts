/** Files on this machine, as far as it takes to see that they have changed. */
import type { DocumentFile } from './document-reader.js';

/** A file as it is now. */
export interface FileLook extends DocumentFile {
  /** Another one means that the file has changed. */
  readonly signature: string;
}

/** A path that cannot be looked at. */
export interface FileFault {
  readonly path: string;
  /** An `AppError` of `DocumentReader.find`. */
  readonly error: unknown;
}

export interface FileWatcher {
  /** The documents under the paths; folders without any have none. */
  look(
    paths: readonly string[],
  ): Promise<{ readonly files: readonly FileLook[]; readonly faults: readonly FileFault[] }>;
  /**
   * Calls `notify` when something under the paths may have changed. Some file systems never tell: look from time to time
   * all the same.
   * @returns ends it
   */
  watch(paths: readonly string[], notify: () => void): Promise<() => Promise<void>>;
}
