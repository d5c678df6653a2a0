/** A library in a folder, from the product's own parts as `src/app.ts` puts them together, so that each can be timed. */
import { openHnswIndex } from '../src/adapters/hnsw/vector-index.js';
import { writeManifest } from '../src/adapters/manifest.js';
import { createSqliteArticleStore } from '../src/adapters/sqlite/article-store.js';
import { createSqliteLexicalIndex } from '../src/adapters/sqlite/lexical-index.js';
import { createSqliteStateSource } from '../src/adapters/sqlite/library-state.js';
import { openDatabase } from '../src/adapters/sqlite/open-database.js';
import { createSqlitePassageStore } from '../src/adapters/sqlite/passage-store.js';
import { findModel } from '../src/adapters/transformers/model-files.js';
import { loadConfig } from '../src/config.js';
import { PASSAGE_LENGTHS } from '../src/ingest/pack-units.js';
import { createVectorKeeper } from '../src/search/keep-vectors.js';

/** The settings of the bench: the environment's, and another index folder. */
export const createConfig = (indexDir: string) =>
  loadConfig({ ...process.env, QUOTH_LOG_LEVEL: 'silent', QUOTH_INDEX: indexDir });

const model = findModel(createConfig('index').model);
export const DIMENSIONS: number = model.dimensions;
/** What documents name as the model of their vectors; the same as in `src/app.ts`. */
export const MODEL_KEY = `${model.id}@${(model.checksums.get(model.network) ?? 'unknown').slice(0, 12)}`;
export const MODEL = model;

export type OpenLibrary = Awaited<ReturnType<typeof openLibrary>>;

/** Opens the library in a folder, or makes an empty one. Close it. */
export async function openLibrary(dir: string) {
  const database = await openDatabase(dir);
  const { db, connection } = database;
  const state = createSqliteStateSource(db, { dimensions: DIMENSIONS });
  const passages = createSqlitePassageStore(db);
  const vectors = createVectorKeeper({
    state,
    passages,
    open: (libraryId) => openHnswIndex({ dir, dimensions: DIMENSIONS, libraryId }),
  });
  return {
    dir,
    connection,
    state,
    passages,
    vectors,
    store: createSqliteArticleStore(db),
    lexical: createSqliteLexicalIndex(db),
    /** Brings the vector index in step, and writes its snapshot and the manifest, as an ingest does at its end. */
    async finish(): Promise<void> {
      await vectors.current();
      await vectors.save();
      writeManifest(dir, { model: MODEL_KEY, dimensions: DIMENSIONS, passages: PASSAGE_LENGTHS });
    },
    close: () => database.close(),
  };
}
