/** Ingests files when they are new or have changed, once they have come to rest. */
import { type AppError, toAppError } from '../errors.js';
import type { Clock } from '../ports/clock.js';
import type { FileFault, FileLook, FileWatcher } from '../ports/file-watcher.js';
import { type IngestIntake, type IntakeHooks, toIngestHooks } from './intake-hooks.js';
import { createWakeable } from './wakeable.js';

/** Times of watching. */
const WATCH_TIMES = {
  /** A file whose size and time have stayed the same for so long is written to its end. */
  settleMs: 1500,
  /** The folders are looked through so often even when nothing was notified. */
  rescanMs: 60_000,
} as const;

export interface WatchPorts {
  readonly watcher: FileWatcher;
  readonly ingest: IngestIntake;
  readonly clock: Clock;
}

/**
 * Watches until `signal` aborts. What is there at the beginning is ingested too. A file that fails is reported once, and
 * tried again when it changes.
 *
 * @param paths files or folders; one that is missing is reported once, and found when it comes
 */
export async function watchFiles(
  paths: readonly string[],
  { watcher, ingest, clock }: WatchPorts,
  options: { readonly signal: AbortSignal; readonly hooks?: IntakeHooks },
): Promise<void> {
  const { signal, hooks = {} } = options;
  const wakeable = createWakeable(clock);
  const tell = createFaultTeller((error) => hooks.onFault?.('files', error));
  /** Signatures of the files that were dealt with, whatever came of it. */
  const known = new Map<string, string>();
  const isNews = (file: FileLook): boolean => known.get(file.path) !== file.signature;

  const look = async (): Promise<readonly FileLook[]> => {
    const { files, faults } = await watcher.look(paths);
    tell.paths(faults);
    const present = new Set(files.map(({ path }) => path));
    for (const path of known.keys()) if (!present.has(path)) known.delete(path);
    return files.filter(isNews);
  };

  const takeChanges = async (): Promise<void> => {
    for (let before = await look(); before.length > 0 && !signal.aborted; ) {
      await clock.wait(WATCH_TIMES.settleMs, signal);
      const now = await look();
      const signatures = new Map(before.map(({ path, signature }) => [path, signature]));
      const settled = now.filter(({ path, signature }) => signatures.get(path) === signature);
      if (settled.length > 0 && !signal.aborted) {
        await ingest(
          settled.map(({ path }) => path),
          {
            signal,
            hooks: toIngestHooks(hooks),
          },
        );
        for (const { path, signature } of settled) known.set(path, signature);
      }
      before = now.filter(isNews);
    }
  };

  const close = await watcher.watch(paths, wakeable.wake);
  try {
    while (!signal.aborted) {
      try {
        await takeChanges();
        tell.run(undefined);
      } catch (thrown) {
        if (!signal.aborted) tell.run(toAppError(thrown));
      }
      await wakeable.wait(WATCH_TIMES.rescanMs, signal);
    }
  } finally {
    await close();
  }
}

/** Tells each fault once, until it is over. */
function createFaultTeller(tell: (error: AppError) => void) {
  let told = new Set<string>();
  let lastRun = '';
  return {
    paths(faults: readonly FileFault[]): void {
      const now = new Set<string>();
      for (const { path, error } of faults) {
        now.add(path);
        if (!told.has(path)) tell(toAppError(error));
      }
      told = now;
    },
    run(error: AppError | undefined): void {
      const run = error === undefined ? '' : `${error.code} ${error.message}`;
      if (error !== undefined && run !== lastRun) tell(error);
      lastRun = run;
    },
  };
}
