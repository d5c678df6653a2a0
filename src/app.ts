/** Composition root: config → adapters → use cases. The only file that imports concrete adapters. */
import { createDocumentReader } from './adapters/documents/file-reader.js';
import { type CreateEmbedder, createEngineKeeper } from './adapters/engine.js';
import { writeManifest } from './adapters/manifest.js';
import { openDeliveries } from './adapters/open-deliveries.js';
import { type IntakeOverrides, openIntake } from './adapters/open-intake.js';
import { openUpkeep } from './adapters/open-upkeep.js';
import { createProbes } from './adapters/probes.js';
import { hasLibrary } from './adapters/sqlite/open-database.js';
import { openInbox } from './adapters/sqlite/open-inbox.js';
import { readReaderKey } from './adapters/sqlite/reader-key.js';
import { waitForWriterLock } from './adapters/sqlite/writer-lock.js';
import { createTransformersEmbedder } from './adapters/transformers/embedder.js';
import { answerQuestion } from './answer/answer-question.js';
import { findQuote } from './answer/find-quote.js';
import type { Config } from './config.js';
import { AppError } from './errors.js';
import { checkHealth } from './health.js';
import { ingestDocuments } from './ingest/ingest-documents.js';
import { createOnce } from './once.js';
import type { App } from './program.js';
import { requireSameModel } from './require-same-model.js';
import { listVersions } from './search/list-versions.js';
import { type Context, readContext } from './search/read-context.js';
import { traceWording } from './trace/trace-wording.js';

export { type ListedModel, listModels } from './adapters/transformers/list-models.js';
export {
  type PullModelOptions,
  type PullModelResult,
  pullModel,
} from './adapters/transformers/pull-model.js';
export type { App, AppIngestOptions, AskOptions, Forgotten, LibraryCounts } from './program.js';
export type { Context };

/** How long an ingest waits for another writer: longer than a reader takes to save its snapshot. */
const WRITER_WAIT_MS = 2000;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Replaces parts of the program; for tests. */
export interface AppOverrides extends IntakeOverrides {
  readonly now?: () => Date;
  readonly createEmbedder?: CreateEmbedder;
}

/**
 * Puts the program together. Cheap: the library and the model are opened on first use.
 *
 * @throws AppError MODEL_NOT_FOUND, MODEL_DAMAGED
 */
export async function createApp(config: Config, overrides: AppOverrides = {}): Promise<App> {
  const { createEmbedder = createTransformersEmbedder } = overrides;
  const engines = createEngineKeeper({ config, createEmbedder });
  const library = () => engines.current.library();
  const inbox = createOnce(() => openInbox(config.indexDir));
  const now = overrides.now ?? (() => new Date());
  const reader = createDocumentReader({ maxBytes: config.maxFileBytes, ocr: config.ocr });

  /** The library as far as it may be asked: not empty, and all of it of the model at hand. */
  const openForAsking = async () => {
    if (!hasLibrary(config.indexDir)) {
      throw new AppError('INDEX_EMPTY', `there is no library in ${config.indexDir} yet`);
    }
    const engine = await engines.follow();
    const { refresh, state } = await engine.library();
    const { documents, models, generation } = await state.readState();
    refresh(generation);
    if (documents === 0) {
      throw new AppError('INDEX_EMPTY', `the library in ${config.indexDir} holds no documents yet`);
    }
    requireSameModel(config.indexDir, models, engine.modelKey);
    return engine;
  };

  const app: App = {
    config,

    async ingest(sources, { waitMs = WRITER_WAIT_MS, ...options } = {}) {
      const lock = await waitForWriterLock(config.indexDir, {
        waitMs,
        ...(options.signal === undefined ? {} : { signal: options.signal }),
      });
      try {
        const { embedder, modelKey, manifest, ...engine } = await engines.follow();
        const { store, state, vectors, alerts, corrections } = await engine.library();
        const { models } = await state.readState();
        if (!options.rebuild) requireSameModel(config.indexDir, models, modelKey);
        // In step before anything changes: the library may have been put back to an older copy.
        await vectors.current(options.hooks?.onIndexRebuild?.bind(options.hooks));
        try {
          return await ingestDocuments(
            sources,
            {
              reader,
              store,
              corrections,
              embedder,
              model: modelKey,
              now,
              findAlerts: (document) => alerts.findAlerts(document, now()),
            },
            options,
          );
        } finally {
          await vectors.current(options.hooks?.onIndexRebuild?.bind(options.hooks));
          await vectors.save();
          writeManifest(config.indexDir, manifest);
        }
      } finally {
        lock.release();
      }
    },

    async ask(question, { top = config.top, ...options } = {}) {
      const engine = await openForAsking();
      const { search, placeVersions, calibration } = await engine.library();
      const outcome = (await calibration.read())?.model;
      const [result] = await Promise.allSettled([
        answerQuestion(question, search, { ...options, top, outcome, placeVersions }),
      ]);
      // Switched to another model meanwhile: what was found may be of both.
      if ((await openForAsking()) !== engine) return app.ask(question, { ...options, top });
      if (result.status === 'rejected') throw result.reason;
      return result.value;
    },

    async search(question, options) {
      const { search } = await (await openForAsking()).library();
      return search(question, options);
    },
    readCalibration: async () => (await (await openForAsking()).library()).calibration.read(),
    async writeCalibration(record) {
      await (await (await openForAsking()).library()).calibration.write(record);
    },

    intake: openIntake({
      ...overrides,
      config,
      ingest: (sources, options) => app.ingest(sources, { ...options, waitMs: Infinity }),
      openStore: async () => (await library()).feeds,
    }),

    deliveries: openDeliveries({
      ...overrides,
      config,
      ingest: (sources, options) => app.ingest(sources, { ...options, waitMs: Infinity }),
      openStore: async () => (await library()).store,
      remove: (path) => app.upkeep.remove(path),
    }),

    listArticles: async () =>
      hasLibrary(config.indexDir) ? (await library()).store.listArticles() : [],
    getArticle: async (id) => (await library()).store.getArticle(id),
    async listVersions(id) {
      const candidates = await (await library()).versions.findCandidates([id]);
      return [...candidates.values()].flatMap(listVersions);
    },
    async getContext(articleId, start, end) {
      const { store, passages } = await library();
      return readContext(await store.getArticle(articleId), { start, end }, passages);
    },
    async findQuote(key) {
      if (!hasLibrary(config.indexDir)) return undefined;
      const { store, passages } = await library();
      return findQuote(key, { ...store, listPassages: passages.listPassages });
    },
    answers: {
      put: async (answer) => (await library()).answers.put(answer),
      get: async (id) => (await library()).answers.get(id),
      forgetBefore: async (before) => (await library()).answers.forgetBefore(before),
      removeOf: async (owner) => (await library()).answers.removeOf(owner),
    },
    readers: {
      get: async (reader) => (await library()).readers.get(reader),
      put: async (reader, chosen) => (await library()).readers.put(reader, chosen),
      remove: async (reader) => (await library()).readers.remove(reader),
      forgetBefore: async (before) => (await library()).readers.forgetBefore(before),
    },
    feedback: {
      put: async (key, vote) => (await library()).feedback.put(key, vote),
      find: async (key) => (await library()).feedback.find(key),
      remove: async (key) => (await library()).feedback.remove(key),
      removeOf: async (reader) => (await library()).feedback.removeOf(reader),
      forgetBefore: async (before) => (await library()).feedback.forgetBefore(before),
      count: async (since) => (await library()).feedback.count(since),
    },

    async openInbox(botId, { onDamaged } = {}) {
      const { forBot, setAside } = await inbox();
      if (setAside !== undefined) onDamaged?.(setAside);
      return forBot(botId);
    },
    async trace(wording) {
      if (!hasLibrary(config.indexDir)) {
        throw new AppError('INDEX_EMPTY', `there is no library in ${config.indexDir} yet`);
      }
      return traceWording(wording, await library());
    },

    openAlerts: async () => (await (await engines.follow()).library()).alerts,
    async countLibrary() {
      if (!hasLibrary(config.indexDir)) return { documents: 0, articles: 0, passages: 0 };
      const { documents, articles, passages } = await (await library()).state.readState();
      return { documents, articles, passages };
    },
    async forgetOld() {
      const before = now().getTime() - config.keepDays * DAY_MS;
      const { answers, feedback, readers } = app;
      return {
        answers: await answers.forgetBefore(before),
        votes: await feedback.forgetBefore(before),
        preferences: await readers.forgetBefore(before),
        ...(await (await app.openAlerts()).forgetOld(before)),
      };
    },
    readReaderKey: async () => readReaderKey((await library()).database.db),

    upkeep: openUpkeep({ config, now, engines, createEmbedder, reader }),

    checkHealth: async () => {
      if (hasLibrary(config.indexDir)) await engines.follow().catch(() => undefined);
      return checkHealth(createProbes({ config, ...engines.current }));
    },

    async warmUp() {
      const { library: open, embedder } = await openForAsking();
      const { vectors, readLexicon } = await open();
      await Promise.all([vectors.current(), embedder.load()]);
      readLexicon();
    },

    async close() {
      const opened = await inbox.peek()?.catch(() => undefined);
      await Promise.all([engines.close(), opened?.close()]);
    },
  };
  return app;
}
