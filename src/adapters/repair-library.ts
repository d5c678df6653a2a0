/** `quoth doctor --repair`: what is derived is made anew, what is torn is brought into agreement, what is damaged is salvaged. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../errors.js';
import type { IngestPorts } from '../ingest/ingest-documents.js';
import { remakeDocument } from '../ingest/remake-document.js';
import type { RepairReport } from '../upkeep.js';
import type { Engine, EngineKeeper } from './engine.js';
import { readSnapshot } from './hnsw/snapshot.js';
import { checkFormat, hasManifest, writeManifest } from './manifest.js';
import { checkLibrary } from './sqlite/check-library.js';
import { hasLibrary, LIBRARY_FILE, openLibraryFile } from './sqlite/open-database.js';
import { repairTables, type TableRepair } from './sqlite/repair-tables.js';
import { FRESH_PREFIX } from './sqlite/restore-library.js';
import { type SalvageReport, salvageLibrary } from './sqlite/salvage-library.js';
import { readMaker } from './sqlite/switch-index.js';

/** What a repair works with. */
interface RepairParts {
  readonly indexDir: string;
  readonly now: () => Date;
  readonly engines: EngineKeeper;
  readonly ingestPortsOf: (engine: Engine) => Omit<IngestPorts, 'store'>;
}

/** Repairs a library. The caller holds the writer's lock, and has not opened the library. */
export async function repairLibrary(parts: RepairParts): Promise<RepairReport> {
  const { indexDir } = parts;
  if (!hasLibrary(indexDir)) {
    throw new AppError('INDEX_EMPTY', `there is no library in ${indexDir} yet`);
  }
  checkFormat(indexDir);
  const mended = sweep(indexDir);
  const { tables, salvage } = await mendFile(parts);
  if (salvage !== undefined) mended.push('the library: what could be read is in a new file');
  mended.push(...tables.mended);
  const unmade = await remake(tables.stale, parts, mended);
  await mendVectors(parts, mended);
  if (!hasManifest(indexDir)) mended.push('the manifest: written anew');
  writeManifest(indexDir, (await parts.engines.follow()).manifest);
  return {
    mended,
    lost: [...(salvage?.lost ?? []), ...tables.lost, ...unmade],
    ...(salvage === undefined ? {} : { keptAside: salvage.keptAside }),
  };
}

/** Takes away what killed programs have left half made. */
function sweep(indexDir: string): string[] {
  const left = readdirSync(indexDir).filter(
    (name) => name.startsWith(FRESH_PREFIX) || /^(?:manifest|vectors)\.json\..*\.tmp$/.test(name),
  );
  for (const name of left) rmSync(join(indexDir, name), { force: true });
  return left.length === 0 ? [] : [`files half made: ${left.join(', ')} removed`];
}

interface FileRepair {
  readonly tables: TableRepair;
  readonly salvage?: SalvageReport;
}

async function mendFile(parts: RepairParts): Promise<FileRepair> {
  const { indexDir, engines } = parts;
  const mendTables = async (): Promise<TableRepair> => {
    const library = await openLibraryFile(join(indexDir, LIBRARY_FILE));
    try {
      const { integrity } = checkLibrary(library);
      if (integrity !== 'ok') throw new AppError('INDEX_UNREADABLE', integrity);
      const { modelKey = engines.current.modelKey } = readMaker(library) ?? {};
      return await repairTables(library, modelKey);
    } finally {
      await library.close();
    }
  };
  try {
    return { tables: await mendTables() };
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'INDEX_UNREADABLE') throw thrown;
  }
  const salvage = await salvageLibrary(indexDir, { now: parts.now() });
  return { tables: await mendTables(), salvage };
}

/** Makes the passages of documents anew. @returns a line for each that could not be */
async function remake(
  stale: readonly string[],
  { engines, ingestPortsOf }: RepairParts,
  mended: string[],
): Promise<string[]> {
  if (stale.length === 0) return [];
  const engine = await engines.follow();
  const { store } = await engine.library();
  const failed: string[] = [];
  for (const document of await store.listDocuments()) {
    if (!stale.includes(document.path)) continue;
    if (document.model !== engine.modelKey) {
      failed.push(`passages of ${document.name}: they are of another model; run: quoth reindex`);
      continue;
    }
    const drafts = await store.listDrafts(document.path);
    await remakeDocument(document, drafts, { ...ingestPortsOf(engine), store });
    mended.push(`${document.name}: its passages made anew from the stored text`);
  }
  return failed;
}

async function mendVectors({ indexDir, engines }: RepairParts, mended: string[]): Promise<void> {
  const { state, vectors } = await (await engines.follow()).library();
  const { libraryId, passages } = await state.readState();
  const snapshot = await readSnapshot(indexDir);
  const isWhole = snapshot?.head.libraryId === libraryId;
  if (!isWhole && (passages > 0 || existsSync(join(indexDir, 'vectors.json')))) {
    mended.push('the vector index: made anew from the library');
  }
  await vectors.current();
  await vectors.save();
}
