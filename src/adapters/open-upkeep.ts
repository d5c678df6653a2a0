/** Backup, restore, removal, repair and reindex of one library, each under the writer's lock where it changes anything. */
import type { Config } from '../config.js';
import type { IngestPorts } from '../ingest/ingest-documents.js';
import type { CorrectionStore } from '../ports/correction-store.js';
import { requireSameModel } from '../require-same-model.js';
import type { Upkeep } from '../upkeep.js';
import type { CreateEmbedder, Engine, EngineKeeper } from './engine.js';
import { exportLibrary } from './export-library.js';
import { fixArticle } from './fix-article.js';
import { discardReindex, reindexLibrary } from './reindex-library.js';
import { removeFromLibrary } from './remove-document.js';
import { repairLibrary } from './repair-library.js';
import { backupLibrary } from './sqlite/backup-library.js';
import { restoreLibrary } from './sqlite/restore-library.js';
import { waitForWriterLock } from './sqlite/writer-lock.js';

/** How long another writer is waited for, in milliseconds. */
const WRITER_WAIT_MS = 2000;

interface OpenUpkeepOptions {
  readonly config: Config;
  readonly now: () => Date;
  readonly engines: EngineKeeper;
  readonly createEmbedder: CreateEmbedder;
  readonly reader: IngestPorts['reader'];
}

/** Puts it together; nothing is opened yet. */
export function openUpkeep(options: OpenUpkeepOptions): Upkeep {
  const { config, now, engines, reader } = options;
  const { indexDir } = config;
  const openLibrary = () => engines.current.library();
  const ingestPortsOf = ({ embedder, modelKey }: Engine) => ({
    reader,
    embedder,
    model: modelKey,
    now,
  });
  const lock = () => waitForWriterLock(indexDir, { waitMs: WRITER_WAIT_MS });
  const underLock = async <T>(work: () => Promise<T>): Promise<T> => {
    const held = await lock();
    try {
      return await work();
    } finally {
      held.release();
    }
  };
  const changeArticles = <T>(
    change: (ports: IngestPorts & { readonly corrections: CorrectionStore }) => Promise<T>,
  ): Promise<T> =>
    underLock(async () => {
      const engine = await engines.follow();
      const { store, state, vectors, corrections } = await engine.library();
      const { models } = await state.readState();
      requireSameModel(indexDir, models, engine.modelKey);
      await vectors.current();
      const changed = await change({ ...ingestPortsOf(engine), store, corrections });
      await vectors.current();
      await vectors.save();
      return changed;
    });
  return {
    backup: async (file, backupOptions) => backupLibrary(indexDir, file, backupOptions),
    restore: (file) => underLock(() => restoreLibrary(indexDir, file, { now: now() })),
    async *exportLines() {
      const { store, passages, versions, alerts } = await openLibrary();
      yield* exportLibrary({ store, passages, versions, topics: alerts.topics });
    },
    remove: (reference) => changeArticles((ports) => removeFromLibrary(reference, ports)),
    fix: (id, change) => changeArticles((ports) => fixArticle(id, change, ports)),
    repair: () => underLock(() => repairLibrary({ indexDir, now, engines, ingestPortsOf })),
    async reindex(reindexOptions = {}) {
      const current = await engines.follow();
      const report = await reindexLibrary({ ...options, current, lock }, reindexOptions);
      if (!report.isSwitched) return report;
      await underLock(async () => {
        const { vectors } = await (await engines.follow()).library();
        await vectors.current();
        await vectors.save();
      });
      return report;
    },
    discardReindex: async () => discardReindex(indexDir),
  };
}
