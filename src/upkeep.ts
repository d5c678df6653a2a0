/** What keeps a library safe: copies of it, what puts them back, what takes documents out, and what mends damage. */
import type { Answer } from './domain/answer.js';
import type { Article, ArticleDraft, ArticleSummary, LibraryDocument } from './domain/article.js';
import type { CorrectionChange } from './domain/correction.js';
import type { Passage } from './domain/passage.js';
import type { Subscriber, Topic } from './domain/topic.js';
import type { ArticleVersion } from './domain/version.js';

/** What a copy of the library holds. */
export interface BackupFacts {
  /** Absolute path of the copy. */
  readonly file: string;
  readonly bytes: number;
  readonly documents: number;
  readonly articles: number;
  readonly passages: number;
  readonly topics: number;
  readonly alerts: number;
  readonly feeds: number;
  /** The models that its vectors are of. */
  readonly models: readonly string[];
}

export interface RestoreReport {
  /** What the library holds now. */
  readonly restored: BackupFacts;
  /** Where the library lies that was there before; absent when there was none. */
  readonly keptAside?: string;
}

/** What was taken out of the library. */
export interface Removal {
  readonly document: Pick<LibraryDocument, 'name' | 'path'>;
  /** Titles of the articles that went, in order. */
  readonly titles: readonly string[];
}

export interface RepairReport {
  /** What was mended, one line each; empty when nothing was wrong. */
  readonly mended: readonly string[];
  /** What could not be saved, one line each, and how to get it back. */
  readonly lost: readonly string[];
  /** Where the damaged file lies, when a new one had to be made. */
  readonly keptAside?: string;
}

/** Called while a second index is made. */
export interface ReindexHooks {
  /** `done` documents of `total` are made already. */
  onDocumentStart?(event: { document: string; done: number; total: number }): void;
  /** The document is in the second index; a killed reindex does not make it again. */
  onDocumentDone?(event: { document: string; passages: number }): void;
}

/** Asks the second index, and says whether it may take the place of the first. */
export type ReindexJudge = (fresh: {
  ask(question: string, options: { readonly top: number }): Promise<Answer>;
  listArticles(): Promise<readonly ArticleSummary[]>;
  getArticle(id: string): Promise<Article | undefined>;
}) => Promise<boolean>;

export interface ReindexOptions {
  /** Folder name under `models/`, or a path. @default the configured model */
  readonly model?: string;
  /** @default the second index is taken as it is */
  readonly judge?: ReindexJudge;
  readonly hooks?: ReindexHooks;
  readonly signal?: AbortSignal;
}

export interface ReindexReport {
  /** `false`: the judge was against it; the second index is kept for the next reindex. */
  readonly isSwitched: boolean;
  /** `id@sha256` of the model of the second index. */
  readonly model: string;
  readonly passages: number;
  readonly tookMs: number;
}

/** One line of an export. */
export type ExportLine =
  | ({ readonly kind: 'article' } & Omit<Article, 'lineStarts'>)
  | ({ readonly kind: 'version' } & Omit<ArticleVersion, 'lineStarts'>)
  | ({ readonly kind: 'passage'; readonly text: string } & Omit<Passage, 'id' | 'sentences'>)
  | {
      readonly kind: 'topic';
      readonly topic: Omit<Topic, 'subscriberId'>;
      readonly subscriber: Subscriber;
    };

/** Everything that is done to a library as a whole. */
export interface Upkeep {
  /**
   * Copies the library into one file, as it is at this moment, whoever writes to it meanwhile.
   *
   * @throws AppError FILE_EXISTS unless `overwrite`, INDEX_EMPTY, INDEX_UNREADABLE, PATH_NOT_FOUND, DISK_FULL
   */
  backup(file: string, options?: { readonly overwrite?: boolean }): Promise<BackupFacts>;
  /**
   * Puts a copy in place of the library, after it has been looked over; what was there is kept beside it.
   *
   * @throws AppError BACKUP_INVALID, INDEX_FORMAT (of a newer Quoth), INDEX_BUSY (open elsewhere), PATH_NOT_FOUND
   */
  restore(file: string): Promise<RestoreReport>;
  /** Articles with their passages, texts that were replaced, and topics, in this order, as they are stored. */
  exportLines(): AsyncIterable<ExportLine>;
  /**
   * Takes a document or an article out of the library.
   *
   * @param reference name, path or address of a document, or the id of an article
   * @throws AppError DOCUMENT_NOT_FOUND, USAGE (several documents of that name), INDEX_BUSY
   */
  remove(reference: string): Promise<Removal>;
  /**
   * Mends an article; it stays mended when its document is ingested again.
   *
   * @returns the articles of its document as they are now
   * @throws AppError ARTICLE_NOT_FOUND, USAGE (it cannot be joined or split there), INDEX_BUSY
   */
  fix(id: string, change: CorrectionChange): Promise<readonly ArticleDraft[]>;
  /**
   * Mends what is damaged: derived data is made anew; of a damaged library what can be read is put into a new one.
   *
   * @throws AppError INDEX_BUSY, INDEX_UNREADABLE (nothing can be read), DISK_FULL
   */
  repair(): Promise<RepairReport>;
  /**
   * Makes a second index beside the first from the stored text, and switches to it in one transaction. The library is asked
   * and added to meanwhile; programs that run follow the switch.
   *
   * @throws AppError INDEX_EMPTY, INDEX_BUSY (another reindex, or a writer at the end), MODEL_NOT_FOUND, INTERRUPTED, DISK_FULL
   */
  reindex(options?: ReindexOptions): Promise<ReindexReport>;
  /** Takes a second index that is half made, or was not switched to, away. @returns whether there was one */
  discardReindex(): Promise<boolean>;
}
