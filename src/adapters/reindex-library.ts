/**
 * `quoth reindex`: a second library of the stored articles grows in a folder beside the first, with another model or other
 * settings, while the first one goes on answering. Killed, it goes on where it was. At the end its passages take the place
 * of the first one's in one transaction.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { answerQuestion } from '../answer/answer-question.js';
import type { Config } from '../config.js';
import { AppError } from '../errors.js';
import { remakeDocument } from '../ingest/remake-document.js';
import { createOnce } from '../once.js';
import type { ArticleStore } from '../ports/article-store.js';
import type { ReindexJudge, ReindexOptions, ReindexReport } from '../upkeep.js';
import { type CreateEmbedder, createEngine, type Engine } from './engine.js';
import { hasSameManifest, writeManifest } from './manifest.js';
import { checkLibrary, isWhole } from './sqlite/check-library.js';
import { LIBRARY_FILE, openDatabase } from './sqlite/open-database.js';
import { settleJournal } from './sqlite/settle-journal.js';
import { switchIndex } from './sqlite/switch-index.js';
import { acquireWriterLock, type WriterLock } from './sqlite/writer-lock.js';
import { findModelFolder } from './transformers/model-files.js';

/** Folder of the second library, in the folder of the first. */
const STAGING = 'reindex';

interface ReindexParts {
  readonly config: Config;
  readonly createEmbedder: CreateEmbedder;
  readonly now: () => Date;
  /** The engine that the library is asked with now. */
  readonly current: Engine;
  /** Waits for the writer's lock of the library. */
  readonly lock: () => Promise<WriterLock>;
}

/** What the second index is made with, while it is made. */
interface Staging {
  readonly dir: string;
  readonly engine: Engine;
  /** The library that is copied from. */
  readonly source: ArticleStore;
  readonly options: ReindexOptions;
  readonly now: () => Date;
}

/**
 * Builds the second index and switches to it.
 *
 * @throws AppError INDEX_EMPTY, INDEX_BUSY (another reindex), MODEL_NOT_FOUND, INTERRUPTED, DISK_FULL; then the library is
 * as it was, and the next reindex goes on where this one stopped
 */
export async function reindexLibrary(
  parts: ReindexParts,
  options: ReindexOptions,
): Promise<ReindexReport> {
  const started = performance.now();
  const { config, current, now } = parts;
  const dir = join(config.indexDir, STAGING);
  const folder = options.model ?? config.model;
  const { store } = await current.library();
  if ((await store.listDocuments()).length === 0) {
    throw new AppError('INDEX_EMPTY', `the library in ${config.indexDir} holds no documents yet`);
  }
  const database = createOnce(() => openDatabase(dir));
  const engine = createEngine(folder, { ...parts, config: { ...config, indexDir: dir } }, database);
  const ownLock = acquireWriterLock(dir);
  const close = async (): Promise<void> => {
    await engine.embedder.close();
    await (await database.peek()?.catch(() => undefined))?.close();
  };
  try {
    if (!hasSameManifest(dir, engine.manifest) || !(await isSound(dir))) clearStaging(dir);
    writeManifest(dir, engine.manifest);
    const staging: Staging = { dir, engine, source: store, options, now };
    await stageDocuments(staging);
    const isFine = (await options.judge?.(await openForJudging(engine))) ?? true;
    const facts = { model: engine.modelKey, tookMs: 0, passages: await countPassages(engine) };
    const report = (isSwitched: boolean): ReindexReport => ({
      ...facts,
      isSwitched,
      tookMs: Math.round(performance.now() - started),
    });
    if (!isFine) return report(false);
    const lock = await parts.lock();
    try {
      // What was ingested or removed meanwhile; from here on nobody else does.
      await stageDocuments(staging);
      await close();
      await switchLibrary(dir, current, { engine, folder: rememberable(engine, folder) });
    } finally {
      lock.release();
    }
    ownLock.release();
    rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
    return report(true);
  } finally {
    await close();
    ownLock.release();
  }
}

/** Takes what is half made away. @returns whether there was anything */
export function discardReindex(indexDir: string): boolean {
  const dir = join(indexDir, STAGING);
  if (!existsSync(dir)) return false;
  acquireWriterLock(dir).release();
  rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
  return true;
}

/** Whether what an earlier reindex has left can be gone on with. */
async function isSound(dir: string): Promise<boolean> {
  try {
    const database = await openDatabase(dir);
    try {
      return isWhole(checkLibrary(database));
    } finally {
      await database.close();
    }
  } catch {
    return false;
  }
}

/** Everything but the lock. */
function clearStaging(dir: string): void {
  for (const name of readdirSync(dir)) {
    if (!name.startsWith('writer.')) rmSync(join(dir, name), { recursive: true, force: true });
  }
}

/** A model of Quoth's own folder is remembered by name: the program may move. */
function rememberable({ model }: Engine, folder: string): string {
  return findModelFolder(basename(model.dir)) === model.dir ? basename(model.dir) : resolve(folder);
}

/** Brings the second library in step with the first: makes what is missing or has changed, removes what is gone. */
async function stageDocuments({ engine, source, options, now }: Staging): Promise<void> {
  const { hooks = {}, signal } = options;
  const { store } = await engine.library();
  const documents = await source.listDocuments();
  const ports = { store, embedder: engine.embedder, model: engine.modelKey, now };
  const paths = new Set(documents.map(({ path }) => path));
  for (const { path } of await store.listDocuments()) {
    if (!paths.has(path)) await store.removeDocument(path);
  }
  for (const [done, document] of documents.entries()) {
    const drafts = await source.listDrafts(document.path);
    const staged = await store.findDocument({ contentHash: '', path: document.path });
    const isThere =
      staged?.contentHash === document.contentHash &&
      isDeepStrictEqual(await store.listDrafts(document.path), drafts);
    if (isThere) continue;
    const { name } = document;
    hooks.onDocumentStart?.({ document: name, done, total: documents.length });
    try {
      const change = await remakeDocument(document, drafts, ports, { signal });
      hooks.onDocumentDone?.({ document: name, passages: change.passageIds.length });
    } catch (thrown) {
      if (signal?.aborted) {
        throw new AppError('INTERRUPTED', 'the reindex was stopped before its end');
      }
      throw thrown;
    }
  }
}

async function openForJudging(engine: Engine): Promise<Parameters<ReindexJudge>[0]> {
  const { search, store, placeVersions } = await engine.library();
  return {
    ask: (question, { top }) => answerQuestion(question, search, { top, placeVersions }),
    listArticles: () => store.listArticles(),
    getArticle: (id) => store.getArticle(id),
  };
}

async function countPassages(engine: Engine): Promise<number> {
  return (await (await engine.library()).state.readState()).passages;
}

/** The one transaction, and what is derived from it. The caller holds the writer's lock. */
async function switchLibrary(
  dir: string,
  current: Engine,
  { engine, folder }: { readonly engine: Engine; readonly folder: string },
): Promise<void> {
  const { database } = await current.library();
  switchIndex(database, join(dir, LIBRARY_FILE), { modelKey: engine.modelKey, folder });
  await settleJournal(database.db);
  writeManifest(join(dir, '..'), engine.manifest);
}
