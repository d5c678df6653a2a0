/** The program as the command line and the bot see it. */

import type { Alerts } from './alerts/alerts.js';
import type { AnswerOptions } from './answer/answer-question.js';
import type { Config } from './config.js';
import type { Answer, Quote } from './domain/answer.js';
import type { Article, ArticleSummary } from './domain/article.js';
import type { Trace } from './domain/trace.js';
import type { ArticleVersion } from './domain/version.js';
import type { CalibrationRecord } from './eval/calibration-record.js';
import type { HealthReport } from './health.js';
import type { IngestOptions } from './ingest/ingest-documents.js';
import type { IngestReport } from './ingest/ingest-report.js';
import type { IngestSource } from './ingest/read-sources.js';
import type { Deliveries } from './intake/deliveries.js';
import type { Intake } from './intake/run-intake.js';
import type { AnswerStore } from './ports/answer-store.js';
import type { FeedbackStore } from './ports/feedback-store.js';
import type { Inbox } from './ports/inbox.js';
import type { ReaderStore } from './ports/reader-store.js';
import type { Context } from './search/read-context.js';
import type { SearchPassages } from './search/search-passages.js';
import type { Upkeep } from './upkeep.js';

/** How a question is answered. */
export type AskOptions = Partial<Omit<AnswerOptions, 'outcome' | 'versions'>>;

/** How an ingest goes, and how long it waits for another one. */
export interface AppIngestOptions extends IngestOptions {
  /** How long another writer is waited for, in milliseconds. @default 2000 */
  readonly waitMs?: number;
}

/** What a library holds, in numbers. */
export interface LibraryCounts {
  readonly documents: number;
  readonly articles: number;
  readonly passages: number;
}

/** What has been kept long enough, in numbers. */
export interface Forgotten {
  readonly answers: number;
  readonly votes: number;
  readonly preferences: number;
  readonly subscribers: number;
  /** Topics that were never started. */
  readonly drafts: number;
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
  /** Files and links that a keeper sends. */
  readonly deliveries: Deliveries;
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
  /** The versions of an article, oldest first, itself among them; an old text has an id too. Empty when there is none. */
  listVersions(id: string): Promise<readonly ArticleVersion[]>;
  /** The passages around `[start, end)` of an article. `undefined` when the article is gone. */
  getContext(articleId: string, start: number, end: number): Promise<Context | undefined>;
  /** The quote that a key of `answer/quote-key.ts` is of. `undefined` when the library does not hold its words any more. */
  findQuote(key: string): Promise<Quote | undefined>;
  readonly answers: AnswerStore;
  /**
   * Follows a wording through the library, by date.
   * @throws AppError USAGE, INDEX_EMPTY
   */
  trace(wording: string): Promise<Trace>;
  readonly readers: ReaderStore;
  readonly feedback: FeedbackStore;
  /** Topics that readers follow, and the alerts that wait for them. */
  openAlerts(): Promise<Alerts>;
  /**
   * Updates of a bot that wait for their turns. Nobody else can open them meanwhile.
   *
   * @param options.onDamaged called with the place of an inbox that could not be read; a new one is used
   * @throws AppError BOT_CONFLICT: another program has it open
   */
  openInbox(
    botId: number,
    options?: { readonly onDamaged?: (setAside: string) => void },
  ): Promise<Inbox>;
  /** How much the library holds; nothing where there is none yet. */
  countLibrary(): Promise<LibraryCounts>;
  /**
   * Forgets what has been kept for `config.keepDays`: answers, votes, what silent readers have chosen, subscribers who are
   * gone, topics that were never started.
   *
   * @returns how many of each
   */
  forgetOld(): Promise<Forgotten>;
  /** The key under which readers are hashed: this library's own, always the same. */
  readReaderKey(): Promise<string>;
  /** Backup, restore, removal and repair. */
  readonly upkeep: Upkeep;
  checkHealth(): Promise<HealthReport>;
  /** Loads the model, the index and the lexicon ahead of the first question. */
  warmUp(): Promise<void>;
  close(): Promise<void>;
}
