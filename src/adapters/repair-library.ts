/** `quoth doctor --repair`: what is derived is made anew, what is torn is brought into agreement, what is damaged is salvaged. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../errors.js';
import type { IngestPorts } from '../ingest/ingest-documents.js';
import { remakeDocument } from '../ingest/remake-document.js';
import type { LibraryStateSource } from '../ports/article-store.js';
import type { VectorKeeper } from '../search/keep-vectors.js';
import type { RepairReport } from '../upkeep.js';
import { readSnapshot } from './hnsw/snapshot.js';
import { checkFormat, hasManifest, type Manifest, writeManifest } from './manifest.js';
import { checkLibrary } from './sqlite/check-library.js';
import { hasLibrary, LIBRARY_FILE, openLibraryFile } from './sqlite/open-database.js';
import { repairTables, type TableRepair } from './sqlite/repair-tables.js';
import { FRESH_PREFIX } from './sqlite/restore-library.js';
import { type SalvageReport, salvageLibrary } from './sqlite/salvage-library.js';

/** What a repair works with. */
export interface RepairParts {
  readonly indexDir: string;
  readonly manifest: Manifest;
  readonly now: () => Date;
  /** Opens the library, once its file is sound. */
  readonly openLibrary: () => Promise<{
    readonly store: IngestPorts['store'];
    readonly state: LibraryStateSource;
    readonly vectors: VectorKeeper;
  }>;
  readonly ingestPorts: Omit<IngestPorts, 'store'>;
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
  writeManifest(indexDir, parts.manifest);
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
  const { indexDir, manifest } = parts;
  const mendTables = async (): Promise<TableRepair> => {
    const library = await openLibraryFile(join(indexDir, LIBRARY_FILE));
    try {
      const { integrity } = checkLibrary(library);
      if (integrity !== 'ok') throw new AppError('INDEX_UNREADABLE', integrity);
      return await repairTables(library, manifest.model);
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
  { openLibrary, ingestPorts }: RepairParts,
  mended: string[],
): Promise<string[]> {
  if (stale.length === 0) return [];
  const { store } = await openLibrary();
  const failed: string[] = [];
  for (const document of await store.listDocuments()) {
    if (!stale.includes(document.path)) continue;
    if (document.model !== ingestPorts.model) {
      failed.push(`passages of ${document.name}: they are of another model; run: quoth reindex`);
      continue;
    }
    const drafts = await store.listDrafts(document.path);
    await remakeDocument(document, drafts, { ...ingestPorts, store });
    mended.push(`${document.name}: its passages made anew from the stored text`);
  }
  return failed;
}

async function mendVectors(
  { indexDir, openLibrary }: RepairParts,
  mended: string[],
): Promise<void> {
  const { state, vectors } = await openLibrary();
  const { libraryId, passages } = await state.readState();
  const snapshot = await readSnapshot(indexDir);
  const isWhole = snapshot?.head.libraryId === libraryId;
  if (!isWhole && (passages > 0 || existsSync(join(indexDir, 'vectors.json')))) {
    mended.push('the vector index: made anew from the library');
  }
  await vectors.current();
  await vectors.save();
}
