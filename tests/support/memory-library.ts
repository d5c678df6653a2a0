/** Tool of the tests: a library in memory that texts and files are really ingested into. */

import { createDocumentReader } from '../../src/adapters/documents/file-reader.js';
import { createMemoryArticleStore } from '../../src/adapters/memory/article-store.js';
import { createHashEmbedder } from '../../src/adapters/memory/hash-embedder.js';
import { createMemoryLibrary } from '../../src/adapters/memory/library.js';
import type { Article } from '../../src/domain/article.js';
import { ingestDocuments } from '../../src/ingest/ingest-documents.js';
import type { IngestIntake } from '../../src/intake/intake-hooks.js';
import type { ArticleStore } from '../../src/ports/article-store.js';

export interface IngestingLibrary {
  readonly ingest: IngestIntake;
  /** Paths or addresses of every ingest. */
  readonly calls: (readonly string[])[];
  /** Whole articles, in document order. */
  readArticles(): Promise<readonly Article[]>;
  readonly store: ArticleStore;
  /** Addresses of the documents. */
  listPaths(): Promise<readonly string[]>;
}

export function createIngestingLibrary(): IngestingLibrary {
  const embedder = createHashEmbedder({ dimensions: 32 });
  const store = createMemoryArticleStore(createMemoryLibrary(32));
  const ports = {
    reader: createDocumentReader({ maxBytes: 1_000_000 }),
    store,
    embedder,
    model: 'hash@0123456789ab',
    now: () => new Date('2026-11-25T08:00:00Z'),
  };
  const calls: (readonly string[])[] = [];
  return {
    calls,
    store,
    ingest(sources, options) {
      calls.push(sources.map((source) => (typeof source === 'string' ? source : source.path)));
      return ingestDocuments(sources, ports, options);
    },
    async readArticles() {
      const articles = await Promise.all(
        (await store.listArticles()).map(({ id }) => store.getArticle(id)),
      );
      return articles.filter((article) => article !== undefined);
    },
    async listPaths() {
      return (await store.listDocuments()).map(({ path }) => path);
    },
  };
}
