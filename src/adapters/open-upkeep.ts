/** Backup, restore, removal and repair of one library, each under the writer's lock where it changes anything. */
import type { Alerts } from '../alerts/alerts.js';
import type { Config } from '../config.js';
import type { IngestPorts } from '../ingest/ingest-documents.js';
import type { PassageStore } from '../ports/article-store.js';
import { requireSameModel } from '../require-same-model.js';
import type { Upkeep } from '../upkeep.js';
import { exportLibrary } from './export-library.js';
import { checkFormat, type Manifest } from './manifest.js';
import { removeFromLibrary } from './remove-document.js';
import { type RepairParts, repairLibrary } from './repair-library.js';
import { backupLibrary } from './sqlite/backup-library.js';
import { restoreLibrary } from './sqlite/restore-library.js';
import { waitForWriterLock } from './sqlite/writer-lock.js';

/** How long another writer is waited for, in milliseconds. */
const WRITER_WAIT_MS = 2000;

interface OpenUpkeepOptions {
  readonly config: Pick<Config, 'indexDir'>;
  readonly manifest: Manifest;
  readonly now: () => Date;
  readonly openLibrary: () => Promise<
    Awaited<ReturnType<RepairParts['openLibrary']>> & {
      readonly passages: PassageStore;
      readonly alerts: Alerts;
    }
  >;
  readonly ingestPorts: Omit<IngestPorts, 'store'>;
}

/** Puts it together; nothing is opened yet. */
export function openUpkeep(options: OpenUpkeepOptions): Upkeep {
  const { config, now, manifest, openLibrary, ingestPorts } = options;
  const { indexDir } = config;
  const underLock = async <T>(work: () => Promise<T>): Promise<T> => {
    const lock = await waitForWriterLock(indexDir, { waitMs: WRITER_WAIT_MS });
    try {
      return await work();
    } finally {
      lock.release();
    }
  };
  return {
    backup: async (file, backupOptions) => backupLibrary(indexDir, file, backupOptions),
    restore: (file) => underLock(() => restoreLibrary(indexDir, file, { now: now() })),
    async *exportLines() {
      const { store, passages, alerts } = await openLibrary();
      yield* exportLibrary({ store, passages, topics: alerts.topics });
    },
    remove: (reference) =>
      underLock(async () => {
        checkFormat(indexDir);
        const { store, state, vectors } = await openLibrary();
        const { models } = await state.readState();
        requireSameModel(indexDir, models, manifest.model);
        await vectors.current();
        const removal = await removeFromLibrary(reference, { ...ingestPorts, store });
        await vectors.current();
        await vectors.save();
        return removal;
      }),
    repair: () =>
      underLock(() => repairLibrary({ indexDir, manifest, now, openLibrary, ingestPorts })),
  };
}
