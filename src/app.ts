/** Composition root: config → adapters → use cases. The only file that imports concrete adapters. */
import { createDocumentReader } from './adapters/documents/file-reader.js';
import { type CreateEmbedder, createEngineKeeper } from './adapters/engine.js';
import { writeManifest } from './adapters/manifest.js';
import { type IntakeOverrides, openIntake } from './adapters/open-intake.js';
import { openUpkeep } from './adapters/open-upkeep.js';
import { createProbes } from './adapters/probes.js';
import { hasLibrary } from './adapters/sqlite/open-database.js';
import { waitForWriterLock } from './adapters/sqlite/writer-lock.js';
import { createTransformersEmbedder } from './adapters/transformers/embedder.js';
import type { Alerts } from './alerts/alerts.js';
import { type AnswerOptions, answerQuestion } from './answer/answer-question.js';
import { findQuote } from './answer/find-quote.js';
import type { Config } from './config.js';
import type { Answer, Quote } from './domain/answer.js';
import type { Article, ArticleSummary } from './domain/article.js';
import { AppError } from './errors.js';
import type { CalibrationRecord } from './eval/calibration-record.js';
import { checkHealth, type HealthReport } from './health.js';
import { type IngestOptions, ingestDocuments } from './ingest/ingest-documents.js';
import type { IngestReport } from './ingest/ingest-report.js';
import type { IngestSource } from './ingest/read-sources.js';
import type { Intake } from './intake/run-intake.js';
import type { AnswerStore } from './ports/answer-store.js';
import type { FeedbackStore } from './ports/feedback-store.js';
import type { ReaderStore } from './ports/reader-store.js';
import { requireSameModel } from './require-same-model.js';
import { type Context, readContext } from './search/read-context.js';
import type { SearchPassages } from './search/search-passages.js';
import type { Upkeep } from './upkeep.js';

/** How a question is answered. */
export type AskOptions = Partial<Omit<AnswerOptions, 'outcome'>>;

/** How an ingest goes, and how long it waits for another one. */
export interface AppIngestOptions extends IngestOptions {
  /** How long another writer is waited for, in milliseconds. @default 2000 */
  readonly waitMs?: number;
}

/** The whole program, put together. Everything the CLI and the bot do goes through it. */
export interface App {
  readonly config: Config;
  /**
   * Ingests files, folders and texts. One document that fails does not stop the others: see `report.failures`.
   * @throws AppError INDEX_BUSY, INDEX_OTHER_MODEL, DISK_FULL, INTERRUPTED
   */
  ingest(sources: readonly IngestSource[], options?: AppIngestOptions): Promise<IngestReport>;
  /** Where new articles come from by themselves: watched files, feeds, channel posts. */
  readonly intake: Intake;
  /**
   * Answers one question; nothing that a reader types is an error.
   * @throws AppError INDEX_EMPTY, INDEX_OTHER_MODEL
   */
  ask(question: string, options?: AskOptions): Promise<Answer>;
  /** What the search knows of a question's passages, for calibration. @throws AppError as `ask` */
  readonly search: SearchPassages;
  /** By what weights outcomes are decided here; undefined: by those that come with Quoth. */
  readCalibration(): Promise<CalibrationRecord | undefined>;
  /** `undefined` puts Quoth's own weights back. */
  writeCalibration(record: Omit<CalibrationRecord, 'embedder'> | undefined): Promise<void>;
  listArticles(): Promise<readonly ArticleSummary[]>;
  getArticle(id: string): Promise<Article | undefined>;
  /** The passages around `[start, end)` of an article. `undefined` when the article is gone. */
  getContext(articleId: string, start: number, end: number): Promise<Context | undefined>;
  /** The quote that a key of `answer/quote-key.ts` is of. `undefined` when the library does not hold its words any more. */
  findQuote(key: string): Promise<Quote | undefined>;
  readonly answers: AnswerStore;
  readonly readers: ReaderStore;
  readonly feedback: FeedbackStore;
  /** Topics that readers follow, and the alerts that wait for them. */
  openAlerts(): Promise<Alerts>;
  /** Backup, restore, removal and repair. */
  readonly upkeep: Upkeep;
  checkHealth(): Promise<HealthReport>;
  /** Loads the model and the index ahead of the first question. */
  warmUp(): Promise<void>;
  close(): Promise<void>;
}

export { type ListedModel, listModels } from './adapters/transformers/list-models.js';
export {
  type PullModelOptions,
  type PullModelResult,
  pullModel,
} from './adapters/transformers/pull-model.js';
export type { Context };

/** How long an ingest waits for another writer: longer than a reader takes to save its snapshot. */
const WRITER_WAIT_MS = 2000;

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
  const now = overrides.now ?? (() => new Date());
  const reader = createDocumentReader({ maxBytes: config.maxFileBytes });

  /** The library as far as it may be asked: not empty, and all of it of the model at hand. */
  const openForAsking = async () => {
    if (!hasLibrary(config.indexDir)) {
      throw new AppError('INDEX_EMPTY', `there is no library in ${config.indexDir} yet`);
    }
    const engine = await engines.follow();
    const { articles, state } = await engine.library();
    const { documents, models, generation } = await state.readState();
    articles.refresh(generation);
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
        const { store, state, vectors, alerts } = await engine.library();
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
      const { search, calibration } = await engine.library();
      const outcome = (await calibration.read())?.model;
      const [result] = await Promise.allSettled([
        answerQuestion(question, search, { ...options, top, outcome }),
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

    listArticles: async () =>
      hasLibrary(config.indexDir) ? (await library()).store.listArticles() : [],
    getArticle: async (id) => (await library()).store.getArticle(id),
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
      removeOf: async (owner) => (await library()).answers.removeOf(owner),
    },
    readers: {
      get: async (reader) => (await library()).readers.get(reader),
      put: async (reader, chosen) => (await library()).readers.put(reader, chosen),
      remove: async (reader) => (await library()).readers.remove(reader),
    },
    feedback: {
      put: async (key, vote) => (await library()).feedback.put(key, vote),
      find: async (key) => (await library()).feedback.find(key),
      remove: async (key) => (await library()).feedback.remove(key),
      removeOf: async (reader) => (await library()).feedback.removeOf(reader),
      count: async (since) => (await library()).feedback.count(since),
    },

    openAlerts: async () => (await (await engines.follow()).library()).alerts,

    upkeep: openUpkeep({ config, now, engines, createEmbedder, reader }),

    checkHealth: async () => {
      if (hasLibrary(config.indexDir)) await engines.follow().catch(() => undefined);
      return checkHealth(createProbes({ config, ...engines.current }));
    },

    async warmUp() {
      const { library: open, embedder } = await openForAsking();
      const { vectors } = await open();
      await Promise.all([vectors.current(), embedder.load()]);
    },

    close: () => engines.close(),
  };
  return app;
}
