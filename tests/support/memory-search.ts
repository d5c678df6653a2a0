/** Tool of the tests: a search over a library in memory. */
import { createMemoryArticleStore } from '../../src/adapters/memory/article-store.js';
import { createExactIndex } from '../../src/adapters/memory/exact-index.js';
import { createHashEmbedder } from '../../src/adapters/memory/hash-embedder.js';
import { createMemoryLexicalIndex } from '../../src/adapters/memory/lexical-index.js';
import { createMemoryLibrary } from '../../src/adapters/memory/library.js';
import {
  createMemoryPassageStore,
  createMemoryStateSource,
} from '../../src/adapters/memory/passage-store.js';
import type { ArticleDraft } from '../../src/domain/article.js';
import { createVectorKeeper } from '../../src/search/keep-vectors.js';
import { createMaxSim } from '../../src/search/max-sim.js';
import { createSearch, type SearchPorts } from '../../src/search/search-passages.js';
import { createDocument, embedDrafts } from './drafts.js';

/** Puts drafts into a library, one document each, and a search on top of it. */
export async function createMemorySearch(drafts: readonly ArticleDraft[]) {
  const embedder = createHashEmbedder();
  const library = createMemoryLibrary(embedder.dimensions);
  const store = createMemoryArticleStore(library);
  for (const [index, draft] of drafts.entries()) {
    const { articles, tokenSum } = await embedDrafts([draft], embedder);
    await store.saveDocument(createDocument(`/in/${index + 1}.txt`), articles, tokenSum);
  }
  const passages = createMemoryPassageStore(library);
  const state = createMemoryStateSource(library);
  const keeper = createVectorKeeper({ state, passages, open: async () => createExactIndex() });
  const ports: SearchPorts = {
    embedder,
    passages,
    lexical: createMemoryLexicalIndex(library),
    state,
    maxSim: createMaxSim(embedder.dimensions),
    openVectors: () => keeper.current(),
    getArticles: store.getArticles,
  };
  return { search: createSearch(ports), ports, store };
}
