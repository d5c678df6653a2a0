/**
 * A model with the library that it opens. A library says which model made it: when it is switched to another one
 * (`quoth reindex`), a program that runs follows it.
 */
import type { Config } from '../config.js';
import { createOnce, type Once } from '../once.js';
import { checkFormat, type Manifest, makeManifest } from './manifest.js';
import { type Library, openLibrary } from './open-library.js';
import { type LibraryDatabase, openDatabase } from './sqlite/open-database.js';
import { readMaker } from './sqlite/switch-index.js';
import type { TransformersEmbedder, TransformersEmbedderOptions } from './transformers/embedder.js';
import { findModel, type ModelFiles } from './transformers/model-files.js';

export type CreateEmbedder = (options: TransformersEmbedderOptions) => TransformersEmbedder;

/** Everything that depends on the model. */
export interface Engine {
  readonly model: ModelFiles;
  /** `id@sha256`, the hash shortened; stored with what the model made. */
  readonly modelKey: string;
  readonly manifest: Manifest;
  readonly embedder: TransformersEmbedder;
  readonly library: Once<Library>;
}

interface EngineOptions {
  readonly config: Pick<Config, 'indexDir' | 'aliases' | 'threads'>;
  readonly createEmbedder: CreateEmbedder;
}

/**
 * Puts an engine together; nothing is loaded or opened yet.
 *
 * @param folder of the model: a name under `models/`, or a path
 * @param openFile opens the library's file
 * @throws AppError MODEL_NOT_FOUND, MODEL_DAMAGED
 */
export function createEngine(
  folder: string,
  { config, createEmbedder }: EngineOptions,
  openFile: () => Promise<LibraryDatabase>,
): Engine {
  const model = findModel(folder);
  const modelKey = `${model.id}@${(model.checksums.get(model.network) ?? 'unknown').slice(0, 12)}`;
  const embedder = createEmbedder({ model: folder, threads: config.threads });
  return {
    model,
    modelKey,
    manifest: makeManifest(modelKey, model.dimensions),
    embedder,
    library: createOnce(async () =>
      openLibrary(await openFile(), { config, model, modelKey, embedder }),
    ),
  };
}

/** The engine of one library, whichever model that takes. */
export interface EngineKeeper {
  /** The engine in use; opens nothing. */
  readonly current: Engine;
  /**
   * The engine whose model made the library, where that is known and its model is there; else the one in use. Cheap enough
   * to be asked before every question.
   */
  follow(): Promise<Engine>;
  close(): Promise<void>;
}

/** @throws AppError MODEL_NOT_FOUND, MODEL_DAMAGED */
export function createEngineKeeper(
  options: EngineOptions & { readonly config: Pick<Config, 'model'> },
): EngineKeeper {
  const { config } = options;
  const database = createOnce(async () => {
    checkFormat(config.indexDir);
    return openDatabase(config.indexDir);
  });
  let current = createEngine(config.model, options, database);

  /** The engine that made the library. */
  const findMaker = (modelKey: string, opened: LibraryDatabase): Engine | undefined => {
    const maker = readMaker(opened);
    if (maker?.modelKey !== modelKey) return undefined;
    try {
      const engine = createEngine(maker.folder, options, database);
      return engine.modelKey === modelKey ? engine : undefined;
    } catch {
      // Its folder is gone: the library cannot be asked, and says so itself.
      return undefined;
    }
  };

  return {
    get current() {
      return current;
    },
    async follow() {
      const { state, database: opened } = await current.library();
      const { models } = await state.readState();
      const [modelKey, ...others] = models;
      if (modelKey === undefined || others.length > 0) return current;
      if (modelKey === current.modelKey) return current;
      const maker = findMaker(modelKey, opened);
      if (maker !== undefined) {
        void current.embedder.close();
        current = maker;
      }
      return current;
    },
    async close() {
      const library = await current.library.peek()?.catch(() => undefined);
      await Promise.all([current.embedder.close(), library?.settle()]);
      await (await database.peek()?.catch(() => undefined))?.close();
    },
  };
}
