/** The in-memory adapters keep the contracts: so the tests that stand on them can be believed. */
import { createMemoryAnswerStore } from '../../src/adapters/memory/answer-store.js';
import { createMemoryArticleStore } from '../../src/adapters/memory/article-store.js';
import { createMemoryDocumentReader } from '../../src/adapters/memory/document-reader.js';
import { createExactIndex } from '../../src/adapters/memory/exact-index.js';
import { createMemoryFeedStore } from '../../src/adapters/memory/feed-store.js';
import { createMemoryFeedbackStore } from '../../src/adapters/memory/feedback-store.js';
import { createHashEmbedder } from '../../src/adapters/memory/hash-embedder.js';
import { createMemoryInbox } from '../../src/adapters/memory/inbox.js';
import { createMemoryLexicalIndex } from '../../src/adapters/memory/lexical-index.js';
import { createMemoryLibrary } from '../../src/adapters/memory/library.js';
import { createMemoryOutbox } from '../../src/adapters/memory/outbox.js';
import {
  createMemoryPassageStore,
  createMemoryStateSource,
} from '../../src/adapters/memory/passage-store.js';
import { createMemoryReaderStore } from '../../src/adapters/memory/reader-store.js';
import {
  createMemoryEntryStore,
  createMemoryProbeStore,
  createMemorySubscriberStore,
  createMemoryTopicStore,
} from '../../src/adapters/memory/topic-stores.js';
import { createDocument, embedDrafts } from '../support/drafts.js';
import { describeAnswerStore } from './answer-store.contract.js';
import { describeArticleStore } from './article-store.contract.js';
import { describeDocumentReader } from './document-reader.contract.js';
import { describeEmbedder } from './embedder.contract.js';
import { describeEntryStore } from './entry-store.contract.js';
import { describeFeedStore } from './feed-store.contract.js';
import { describeFeedbackStore } from './feedback-store.contract.js';
import type { OpenFollowing } from './following.js';
import { describeInbox } from './inbox.contract.js';
import { describeLexicalIndex } from './lexical-index.contract.js';
import { DIMENSIONS, type OpenEmptyLibrary } from './library.js';
import { describeOutbox } from './outbox.contract.js';
import { describePassageStore } from './passage-store.contract.js';
import { describeReaderStore } from './reader-store.contract.js';
import { describeTopicStores } from './topic-store.contract.js';
import { describeVectorIndex } from './vector-index.contract.js';

const openLibrary: OpenEmptyLibrary = async () => {
  const library = createMemoryLibrary(DIMENSIONS);
  return {
    store: createMemoryArticleStore(library),
    passages: createMemoryPassageStore(library),
    lexical: createMemoryLexicalIndex(library),
    state: createMemoryStateSource(library),
    close: () => Promise.resolve(),
  };
};

describeArticleStore('memory', openLibrary);
describePassageStore('memory', openLibrary);
describeLexicalIndex('memory', openLibrary);
const openFollowing: OpenFollowing = async () => {
  const embedder = createHashEmbedder({ dimensions: DIMENSIONS });
  const library = createMemoryLibrary(DIMENSIONS);
  const store = createMemoryArticleStore(library);
  return {
    subscribers: createMemorySubscriberStore(library.following),
    topics: createMemoryTopicStore(library.following),
    probes: createMemoryProbeStore(),
    entries: createMemoryEntryStore(library.following),
    outbox: createMemoryOutbox(library.following),
    async save(path, drafts, alerts, version = path) {
      const { articles, tokenSum } = await embedDrafts(drafts, embedder);
      return store.saveDocument(createDocument(path, version), articles, tokenSum, alerts);
    },
    close: () => Promise.resolve(),
  };
};
describeTopicStores('memory', openFollowing);
describeEntryStore('memory', openFollowing);
describeOutbox('memory', openFollowing);
describeAnswerStore('memory', async (now) => ({
  answers: createMemoryAnswerStore({ now }),
  close: () => Promise.resolve(),
}));
describeFeedbackStore('memory', async (now) => ({
  feedback: createMemoryFeedbackStore({ now }),
  close: () => Promise.resolve(),
}));
describeReaderStore('memory', async (now) => ({
  readers: createMemoryReaderStore({ now }),
  close: () => Promise.resolve(),
}));
describeFeedStore('memory', async (now) => ({
  store: createMemoryFeedStore({ now }),
  close: () => Promise.resolve(),
}));
describeInbox('memory', async () => ({
  inbox: createMemoryInbox(),
  close: () => Promise.resolve(),
}));
describeVectorIndex('memory', async () => createExactIndex());
describeEmbedder('memory', () => createHashEmbedder());
describeDocumentReader('memory', async (files) => ({
  reader: createMemoryDocumentReader(
    new Map(Object.entries(files).map(([name, text]) => [`/in/${name}`, text])),
  ),
  root: '/in',
  close: () => Promise.resolve(),
}));
