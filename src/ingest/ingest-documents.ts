/** Ingest: read → split into articles → passages → embed → store and index. One transaction a document. */
import type { ArticleDraft, LibraryDocument } from '../domain/article.js';
import { AppError, toAppError } from '../errors.js';
import type {
  ArticleAlert,
  ArticleStore,
  DocumentChange,
  NewArticle,
  TokenSum,
} from '../ports/article-store.js';
import type { DocumentFile, DocumentReader } from '../ports/document-reader.js';
import type { Embedder } from '../ports/embedder.js';
import { passageText } from '../search/load-passages.js';
import { extractTerms } from '../search/terms.js';
import type {
  DocumentFailure,
  DocumentReport,
  IngestHooks,
  IngestReport,
} from './ingest-report.js';
import { findSources, type IngestSource, readDocument } from './read-sources.js';
import { splitPassages } from './split-passages.js';
import type { ReadDocument, TextDocument } from './text-document.js';

export interface IngestPorts {
  readonly reader: DocumentReader;
  readonly store: ArticleStore;
  readonly embedder: Embedder;
  /** `id@sha256` of the embedder's model. */
  readonly model: string;
  readonly now: () => Date;
  /** The alerts that a document raises, stored in one transaction with it; none when left out. */
  readonly findAlerts?: (document: {
    readonly articles: readonly NewArticle[];
    readonly tokenSum: TokenSum;
  }) => Promise<readonly ArticleAlert[]>;
}

export interface IngestOptions {
  /** Makes everything anew: documents already there too, from their files where these still exist, else from the store. */
  readonly rebuild?: boolean;
  readonly hooks?: IngestHooks;
  readonly signal?: AbortSignal;
}

/** Failures after which the next document would fare no better. */
const FATAL = new Set([
  'DISK_FULL',
  'INDEX_UNREADABLE',
  'INDEX_BUSY',
  'MODEL_DAMAGED',
  'MODEL_NOT_FOUND',
]);

/**
 * Ingests files, folders and texts, one document after the other.
 *
 * @returns what happened to each document; what failed is among the failures and does not stop the others
 * @throws AppError INTERRUPTED; DISK_FULL and other faults that would meet every document. What was reported through
 * `onDocumentDone` is stored all the same.
 */
export async function ingestDocuments(
  sources: readonly IngestSource[],
  ports: IngestPorts,
  options: IngestOptions = {},
): Promise<IngestReport> {
  const { hooks = {}, signal, rebuild = false } = options;
  const started = performance.now();
  const documents: DocumentReport[] = [];
  const failures: DocumentFailure[] = [];
  const fail = (file: DocumentFile, thrown: unknown): void => {
    const error = toAppError(thrown);
    if (FATAL.has(error.code)) throw error;
    const failure = {
      document: file.name,
      path: file.path,
      code: error.code,
      message: error.message,
      hint: error.hint,
    };
    failures.push(failure);
    hooks.onDocumentFailed?.(failure);
  };

  const files = await findSources(sources, ports.reader, fail);
  const stored = rebuild ? await ports.store.listDocuments() : [];
  const known = new Map([...stored, ...files].map((file) => [file.path, file]));
  const queue = [...known.values()];
  for (const [index, file] of queue.entries()) {
    throwIfInterrupted(signal);
    try {
      const progress: Progress = {
        started: (articles, passages) =>
          hooks.onDocumentStart?.({
            document: file.name,
            index,
            total: queue.length,
            articles,
            passages,
          }),
        embedded: (done, total) => hooks.onPassages?.({ document: file.name, done, total }),
      };
      const report = await ingestFile(file, ports, {
        rebuild,
        stored: stored.find(({ path }) => path === file.path),
        progress,
        signal,
      });
      documents.push(report);
      hooks.onDocumentDone?.(report);
    } catch (thrown) {
      throwIfInterrupted(signal);
      fail(file, thrown);
    }
  }
  return { documents, failures, tookMs: Math.round(performance.now() - started) };
}

interface Progress {
  readonly started: (articles: number, passages: number) => void;
  readonly embedded: (done: number, total: number) => void;
}

interface DocumentOptions {
  readonly progress: Progress;
  readonly signal: AbortSignal | undefined;
}

function throwIfInterrupted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('INTERRUPTED', 'the ingest was stopped before its end');
}

async function ingestFile(
  file: DocumentFile | TextDocument,
  ports: IngestPorts,
  {
    rebuild,
    stored,
    progress,
    signal,
  }: DocumentOptions & {
    readonly rebuild: boolean;
    /** The stored document that is made anew, in a rebuild. */
    readonly stored: LibraryDocument | undefined;
  },
): Promise<DocumentReport> {
  // In a rebuild, what came from the web is in the store alone.
  if (stored?.link !== undefined && !('paragraphs' in file)) {
    return refreshFromStore(stored, ports, { progress, signal });
  }
  let decoded: ReadDocument;
  try {
    decoded = await readDocument(file, ports.reader);
  } catch (thrown) {
    if (stored === undefined) throw thrown;
    return refreshFromStore(stored, ports, { progress, signal });
  }
  const existing = await ports.store.findDocument({
    contentHash: decoded.contentHash,
    path: decoded.path,
  });
  const earlier = await ports.store.findDocument({ contentHash: '', path: decoded.path });
  // What stood at this path before must not go on answering, also when the new text is known from another path.
  const isStale = earlier !== undefined && earlier.contentHash !== decoded.contentHash;
  if (!rebuild && !isStale && existing?.contentHash === decoded.contentHash) {
    return report(decoded, { outcome: 'skipped', articles: [], passages: 0, warnings: [] });
  }
  const { articles, warnings } = decoded.split();
  if (articles.length === 0) {
    throw new AppError('DOCUMENT_NOT_UNDERSTOOD', `expected articles in ${file.name}, found none`);
  }
  const isSame = existing?.contentHash === decoded.contentHash && existing.path === decoded.path;
  const arrived = isSame ? { ...decoded, ingestedAt: existing.ingestedAt } : decoded;
  const change = await storeArticles(arrived, articles, ports, { progress, signal });
  return report(decoded, {
    outcome: existing === undefined ? 'added' : 'replaced',
    articles,
    passages: change.passageIds.length,
    warnings: [...decoded.warnings, ...warnings],
  });
}

function report(
  document: Pick<LibraryDocument, 'name' | 'path' | 'encoding'>,
  facts: {
    readonly outcome: DocumentReport['outcome'];
    readonly articles: readonly ArticleDraft[];
    readonly passages: number;
    readonly warnings: readonly string[];
  },
): DocumentReport {
  return {
    document: document.name,
    path: document.path,
    outcome: facts.outcome,
    articles: facts.articles.length,
    passages: facts.passages,
    characters: facts.articles.reduce((sum, article) => sum + article.text.length, 0),
    encoding: document.encoding,
    warnings: facts.warnings,
  };
}

/** Makes a document's passages anew from its stored articles: its file is gone or cannot be read any more. */
async function refreshFromStore(
  document: LibraryDocument,
  ports: IngestPorts,
  options: DocumentOptions,
): Promise<DocumentReport> {
  const articles = await ports.store.listDrafts(document.path);
  const change = await storeArticles(document, articles, ports, options);
  return report(document, {
    outcome: 'replaced',
    articles,
    passages: change.passageIds.length,
    warnings:
      document.link === undefined ? ['the file is gone: made anew from the stored text'] : [],
  });
}

/**
 * Cuts articles into passages, embeds and stores them.
 *
 * @param document `ingestedAt` is kept where it is given: the text arrived then
 */
export async function storeArticles(
  document: Pick<LibraryDocument, 'name' | 'path' | 'link' | 'contentHash' | 'bytes' | 'encoding'> &
    Partial<Pick<LibraryDocument, 'ingestedAt'>>,
  drafts: readonly ArticleDraft[],
  ports: Omit<IngestPorts, 'reader'>,
  { progress, signal }: DocumentOptions,
): Promise<DocumentChange> {
  const { embedder } = ports;
  const plans = await Promise.all(
    drafts.map((draft) =>
      splitPassages(draft, {
        maxTokens: embedder.maxTokens,
        countTokens: (texts) => embedder.countTokens(texts),
      }),
    ),
  );
  const total = plans.reduce((sum, list) => sum + list.length, 0);
  progress.started(drafts.length, total);
  const inputs = plans.flatMap((list, index) =>
    list.map((plan) => ({
      lead: plan.lead,
      sentences: plan.sentences.map(
        ({ start, end }) => drafts[index]?.text.slice(start, end) ?? '',
      ),
    })),
  );
  const { embeddings, tokenSum } = await embedder.embedPassages(inputs, {
    onBatch: (done) => progress.embedded(done, total),
    ...(signal === undefined ? {} : { signal }),
  });
  const articles = attachEmbeddings(drafts, plans, embeddings);
  const alerts = await ports.findAlerts?.({ articles, tokenSum });
  const { name, path, link, contentHash, bytes, encoding } = document;
  return ports.store.saveDocument(
    {
      name,
      path,
      ...(link === undefined ? {} : { link }),
      contentHash,
      bytes,
      encoding,
      ingestedAt: document.ingestedAt ?? ports.now().toISOString(),
      model: ports.model,
    },
    articles,
    tokenSum satisfies TokenSum,
    alerts,
  );
}

function attachEmbeddings(
  drafts: readonly ArticleDraft[],
  plans: readonly Awaited<ReturnType<typeof splitPassages>>[],
  embeddings: Awaited<ReturnType<Embedder['embedPassages']>>['embeddings'],
): NewArticle[] {
  let next = 0;
  return drafts.map((draft, index) => ({
    draft,
    passages: (plans[index] ?? []).map(({ lead: _, ...plan }) => {
      const embedding = embeddings[next++];
      if (embedding === undefined)
        throw new AppError('INTERNAL', 'the embedder returned too few vectors');
      return { ...plan, ...embedding, terms: extractTerms(passageText(draft, plan)) };
    }),
  }));
}
