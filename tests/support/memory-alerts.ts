/** Tool of the tests: topics and alerts in memory, over a small library. */
import { createMemoryArticleStore } from '../../src/adapters/memory/article-store.js';
import { createExactIndex } from '../../src/adapters/memory/exact-index.js';
import { createHashEmbedder } from '../../src/adapters/memory/hash-embedder.js';
import { createMemoryLexicalIndex } from '../../src/adapters/memory/lexical-index.js';
import { createMemoryLibrary } from '../../src/adapters/memory/library.js';
import { createMemoryOutbox } from '../../src/adapters/memory/outbox.js';
import {
  createMemoryPassageStore,
  createMemoryStateSource,
} from '../../src/adapters/memory/passage-store.js';
import {
  createMemoryEntryStore,
  createMemoryProbeStore,
  createMemorySubscriberStore,
  createMemoryTopicStore,
} from '../../src/adapters/memory/topic-stores.js';
import { createAlerts } from '../../src/alerts/alerts.js';
import type { Article, ArticleDraft } from '../../src/domain/article.js';
import { createVectorKeeper } from '../../src/search/keep-vectors.js';
import { createMaxSim } from '../../src/search/max-sim.js';
import { createGlossary } from '../../src/search/translate-words.js';
import { createDocument, embedDrafts } from './drafts.js';

export const GLOSSARY = createGlossary([
  ['内蒙古', 'Inner Mongolia', 'Внутренн* Монголи*'],
  ['蒙古国', 'Mongolia', 'Монголи*'],
  ['旅游', 'tourism', 'туризм*'],
  ['自我革命', 'self-revolution', 'الثورة الذاتية'],
  ['中国共产党', 'Communist Party of China', 'الحزب الشيوعي الصيني'],
]);

const readEach =
  (getArticle: (id: string) => Promise<Article | undefined>) =>
  async (ids: readonly string[]): Promise<Map<string, Article>> => {
    const found = new Map<string, Article>();
    for (const id of ids) {
      const article = await getArticle(id);
      if (article !== undefined) found.set(id, article);
    }
    return found;
  };

/** Creates them. @param getArticle replaces the library's articles */
export function createMemoryAlerts(
  getArticle?: (id: string) => Promise<Article | undefined>,
  glossary = GLOSSARY,
) {
  const embedder = createHashEmbedder();
  const library = createMemoryLibrary(embedder.dimensions);
  const store = createMemoryArticleStore(library);
  const passages = createMemoryPassageStore(library);
  const state = createMemoryStateSource(library);
  const keeper = createVectorKeeper({ state, passages, open: async () => createExactIndex() });
  const probes = createMemoryProbeStore();
  const alerts = createAlerts({
    embedder,
    passages,
    state,
    probes,
    entries: createMemoryEntryStore(library.following),
    basis: 'test',
    glossary,
    lexical: createMemoryLexicalIndex(library),
    maxSim: createMaxSim(embedder.dimensions),
    openVectors: () => keeper.current(),
    articles: store,
    getArticles: getArticle === undefined ? store.getArticles : readEach(getArticle),
    model: embedder.modelId,
    subscribers: createMemorySubscriberStore(library.following),
    topics: createMemoryTopicStore(library.following),
    outbox: createMemoryOutbox(library.following),
  });
  let now = 0;
  return {
    alerts,
    library,
    /** Stores an article as the ingest does, alerts included. */
    async ingest(path: string, drafts: readonly ArticleDraft[], version = path) {
      const { articles, tokenSum } = await embedDrafts(drafts, embedder);
      now += 1;
      const found = await alerts.findAlerts({ articles, tokenSum }, new Date(now));
      return store.saveDocument(createDocument(path, version), articles, tokenSum, found);
    },
  };
}
