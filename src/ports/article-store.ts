/** The truth: documents, articles, passages and their vectors. All else can be rebuilt from it. */
import type { Article, ArticleDraft, ArticleSummary, LibraryDocument } from '../domain/article.js';
import type { Passage, PassageDraft, TokenVectors } from '../domain/passage.js';
import type { AlertQuote } from '../domain/topic.js';

/** A passage on its way into the store. */
export interface NewPassage extends PassageDraft {
  /** Float32Array of length `dimensions`, L2-normalised. */
  readonly vector: Float32Array;
  readonly tokenVectors: TokenVectors;
  /** Index terms in order, repeats included (see `search/terms.ts`). */
  readonly terms: readonly string[];
}

export interface NewArticle {
  readonly draft: ArticleDraft;
  readonly passages: readonly NewPassage[];
}

/** An alert that an article of the document at hand raises. */
export interface ArticleAlert {
  /** Place of the article among those that are stored, from 0. */
  readonly articleIndex: number;
  readonly subscriberId: number;
  readonly topicId: string;
  readonly quote: AlertQuote;
  /** Ms since 1970. */
  readonly createdAt: number;
}

/** Sum of token vectors, from which the library's mean is kept up to date without reading them again. */
export interface TokenSum {
  /** Float64Array of length `dimensions`. */
  readonly sum: Float64Array;
  readonly tokens: number;
}

/** What changed in the store by one document. */
export interface DocumentChange {
  readonly articles: readonly Article[];
  readonly passageIds: readonly number[];
  readonly removedPassageIds: readonly number[];
  /** Alerts that were written to the outbox. */
  readonly alerts: number;
}

export interface ArticleStore {
  /** Finds a stored document by the hash of its bytes, or by its path; the hash wins. */
  findDocument(by: { contentHash: string; path: string }): Promise<LibraryDocument | undefined>;
  /**
   * Stores a document with all its articles in one transaction, in place of an earlier version at the same path.
   * When it returns, the document survives a crash; when it fails, nothing has changed.
   * @param alerts written to the outbox in the same transaction, once for each subscriber, topic and article; those of
   * articles that the earlier version held too, or whose topic is not active any more, are left out
   * @throws AppError DISK_FULL
   */
  saveDocument(
    document: LibraryDocument,
    articles: readonly NewArticle[],
    tokenSum: TokenSum,
    alerts?: readonly ArticleAlert[],
  ): Promise<DocumentChange>;
  /**
   * Takes the document at a path out, with all that was made of it, in one transaction.
   * @returns the ids of its passages; `undefined` when there is none
   */
  removeDocument(path: string): Promise<readonly number[] | undefined>;
  /** In the order in which they were first ingested. */
  listDocuments(): Promise<readonly LibraryDocument[]>;
  /** The articles of the document at a path, as the splitter found them; empty when there is none. */
  listDrafts(path: string): Promise<readonly ArticleDraft[]>;
  /** In document order, then by ordinal. */
  listArticles(): Promise<readonly ArticleSummary[]>;
  /** Ids of the articles whose document was ingested at a moment (ISO 8601, UTC) or later, in that order. */
  listArticlesSince(at: string): Promise<readonly string[]>;
  getArticle(id: string): Promise<Article | undefined>;
  /**
   * Those that exist among `ids`.
   * @throws AppError INDEX_UNREADABLE when the words of one are not those that were stored
   */
  getArticles(ids: readonly string[]): Promise<ReadonlyMap<string, Article>>;
}

export interface PassageStore {
  /** The passages that exist among `ids`, in the order asked for. */
  getPassages(ids: readonly number[]): Promise<readonly Passage[]>;
  /** All passages of an article, in order. */
  listPassages(articleId: string): Promise<readonly Passage[]>;
  /** Token vectors of the passages that exist among `ids`. */
  readTokenVectors(ids: readonly number[]): Promise<ReadonlyMap<number, TokenVectors>>;
  /** Pooled vectors of the passages that exist among `ids`. */
  readVectors(ids: readonly number[]): Promise<ReadonlyMap<number, Float32Array>>;
  /** All passage ids, ascending. */
  listPassageIds(): Promise<readonly number[]>;
}

/** Small numbers about the whole library. */
export interface LibraryState {
  /** Made once, with the library: what is derived from it carries it too. */
  readonly libraryId: string;
  /** Grows by one with every change; readers that see another number must look again. */
  readonly generation: number;
  readonly documents: number;
  readonly articles: number;
  readonly passages: number;
  /** Of all passages. */
  readonly tokenSum: TokenSum;
  /** Sum of the pooled vectors of all passages; Float64Array of length `dimensions`. */
  readonly vectorSum: Float64Array;
  /** Passages by the language of their articles, without script or region (`zh`), most frequent first. */
  readonly languages: ReadonlyMap<string, number>;
  /** The models that its vectors are of; more than one only while a rebuild is under way. */
  readonly models: readonly string[];
}

export interface LibraryStateSource {
  /** Cheap enough to be asked before every question. */
  readState(): Promise<LibraryState>;
}
