/** SQLite keeps the contracts, counts BM25 as the plain formula does, and refuses cleanly what it cannot store. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createMemoryArticleStore } from '../../src/adapters/memory/article-store.js';
import { createHashEmbedder } from '../../src/adapters/memory/hash-embedder.js';
import { createMemoryLexicalIndex } from '../../src/adapters/memory/lexical-index.js';
import { createMemoryLibrary } from '../../src/adapters/memory/library.js';
import { createSqliteAnswerStore } from '../../src/adapters/sqlite/answer-store.js';
import { createSqliteArticleStore } from '../../src/adapters/sqlite/article-store.js';
import { checkLibrary } from '../../src/adapters/sqlite/check-library.js';
import { createSqliteEntryStore } from '../../src/adapters/sqlite/entry-store.js';
import { createSqliteFeedStore } from '../../src/adapters/sqlite/feed-store.js';
import { createSqliteFeedbackStore } from '../../src/adapters/sqlite/feedback-store.js';
import { createSqliteLexicalIndex } from '../../src/adapters/sqlite/lexical-index.js';
import { createSqliteStateSource } from '../../src/adapters/sqlite/library-state.js';
import { openDatabase } from '../../src/adapters/sqlite/open-database.js';
import { createSqliteOutbox } from '../../src/adapters/sqlite/outbox.js';
import { createSqlitePassageStore } from '../../src/adapters/sqlite/passage-store.js';
import { createSqliteProbeStore } from '../../src/adapters/sqlite/probe-store.js';
import { createSqliteReaderStore } from '../../src/adapters/sqlite/reader-store.js';
import { createSqliteSubscriberStore } from '../../src/adapters/sqlite/subscriber-store.js';
import { createSqliteTopicStore } from '../../src/adapters/sqlite/topic-store.js';
import { createDocument, createDraft, embedDrafts } from '../support/drafts.js';
import { describeAnswerStore } from './answer-store.contract.js';
import { describeArticleStore } from './article-store.contract.js';
import { describeEntryStore } from './entry-store.contract.js';
import { describeFeedStore } from './feed-store.contract.js';
import { describeFeedbackStore } from './feedback-store.contract.js';
import type { OpenFollowing } from './following.js';
import { describeLexicalIndex } from './lexical-index.contract.js';
import { DIMENSIONS, type OpenEmptyLibrary } from './library.js';
import { describeOutbox } from './outbox.contract.js';
import { describePassageStore } from './passage-store.contract.js';
import { describeReaderStore } from './reader-store.contract.js';
import { describeTopicStores } from './topic-store.contract.js';

const root = mkdtempSync(join(tmpdir(), 'quoth-sqlite-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const createFolder = (): string => mkdtempSync(join(root, 'library-'));

async function openIn(dir: string) {
  const database = await openDatabase(dir);
  return {
    database,
    store: createSqliteArticleStore(database.db),
    passages: createSqlitePassageStore(database.db),
    lexical: createSqliteLexicalIndex(database.db),
    state: createSqliteStateSource(database.db, { dimensions: DIMENSIONS }),
    close: () => database.close(),
  };
}

const openLibrary: OpenEmptyLibrary = () => openIn(createFolder());

describeArticleStore('sqlite', openLibrary);
describePassageStore('sqlite', openLibrary);
describeLexicalIndex('sqlite', openLibrary);
describeAnswerStore('sqlite', async (now) => {
  const database = await openDatabase(createFolder());
  return {
    answers: createSqliteAnswerStore(database.db, { now }),
    close: () => database.close(),
  };
});
describeFeedbackStore('sqlite', async (now) => {
  const database = await openDatabase(createFolder());
  return {
    feedback: createSqliteFeedbackStore(database.db, { now }),
    close: () => database.close(),
  };
});
describeReaderStore('sqlite', async (now) => {
  const database = await openDatabase(createFolder());
  return { readers: createSqliteReaderStore(database.db, { now }), close: () => database.close() };
});
describeFeedStore('sqlite', async (now) => {
  const database = await openDatabase(createFolder());
  return {
    store: createSqliteFeedStore(database.db, { now }),
    close: () => database.close(),
  };
});

const embedder = createHashEmbedder({ dimensions: DIMENSIONS });

const openFollowing: OpenFollowing = async () => {
  const { database, store, close } = await openIn(createFolder());
  return {
    subscribers: createSqliteSubscriberStore(database.db),
    topics: createSqliteTopicStore(database.db),
    probes: createSqliteProbeStore(database.db),
    entries: createSqliteEntryStore(database.db),
    outbox: createSqliteOutbox(database.db),
    async save(path, drafts, alerts, version = path) {
      const { articles, tokenSum } = await embedDrafts(drafts, embedder);
      return store.saveDocument(createDocument(path, version), articles, tokenSum, alerts);
    },
    close,
  };
};
describeTopicStores('sqlite', openFollowing);
describeEntryStore('sqlite', openFollowing);
describeOutbox('sqlite', openFollowing);

describe('a library in SQLite', () => {
  it('is still there when it is opened again, generation and id included', async () => {
    const dir = createFolder();
    const first = await openIn(dir);
    const { articles, tokenSum } = await embedDrafts([createDraft('稻田', ['早稻。'])], embedder);
    await first.store.saveDocument(createDocument('/in/a.txt'), articles, tokenSum);
    const before = await first.state.readState();
    await first.close();
    const second = await openIn(dir);
    expect(await second.state.readState()).toEqual(before);
    expect((await second.lexical.search(['早稻'], 5)).length).toBe(1);
    await second.close();
  });

  it('shows one connection what another has changed', async () => {
    const dir = createFolder();
    const [writer, reader] = [await openIn(dir), await openIn(dir)];
    expect((await reader.state.readState()).documents).toBe(0);
    const { articles, tokenSum } = await embedDrafts([createDraft('稻田', ['早稻。'])], embedder);
    await writer.store.saveDocument(createDocument('/in/a.txt'), articles, tokenSum);
    const { generation, documents, passages } = await reader.state.readState();
    expect({ generation, documents, passages }).toEqual({
      generation: 1,
      documents: 1,
      passages: 1,
    });
    await writer.close();
    await reader.close();
  });

  it('says DISK_FULL when the disk is, and keeps what was there', async () => {
    const library = await openLibrary();
    const { connection } = (library as Awaited<ReturnType<typeof openIn>>).database;
    const { articles, tokenSum } = await embedDrafts([createDraft('稻田', ['早稻。'])], embedder);
    await library.store.saveDocument(createDocument('/in/a.txt'), articles, tokenSum);
    const before = await library.state.readState();
    connection.pragma(`max_page_count = ${connection.pragma('page_count', { simple: true })}`);
    const long = createDraft(
      '长文',
      Array.from({ length: 400 }, (_, i) => `第${i}段。`.repeat(9)),
    );
    const large = await embedDrafts([long], embedder);
    await expect(
      library.store.saveDocument(createDocument('/in/b.txt'), large.articles, large.tokenSum),
    ).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(await library.state.readState()).toEqual(before);
    expect(await library.store.listArticles()).toHaveLength(1);
    await library.close();
  });

  it('finds itself whole after replacements', async () => {
    const library = await openIn(createFolder());
    for (const version of ['one', 'two', 'three']) {
      const drafts = [createDraft('稻田 😀', [`早稻 ${version} 😀。`, '晚稻。'])];
      const { articles, tokenSum } = await embedDrafts(drafts, embedder);
      await library.store.saveDocument(createDocument('/in/a.txt', version), articles, tokenSum);
    }
    expect(checkLibrary(library.database)).toEqual({
      integrity: 'ok',
      termsDamaged: false,
      withoutTokens: 0,
      withoutTerms: 0,
      outside: 0,
      damaged: [],
      stale: 0,
      orphans: 0,
    });
    await library.close();
  });

  it('ranks words as the plain formula of BM25 does', async () => {
    const word = fc.constantFrom('米', '稻', '田', '雨', 'rice', 'rain', 'field');
    const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((list) => list.join(' '));
    await fc.assert(
      fc.asyncProperty(
        fc.array(paragraph, { minLength: 1, maxLength: 12 }),
        fc.array(word, { minLength: 1, maxLength: 4 }),
        async (paragraphs, terms) => {
          const sqlite = await openLibrary();
          const memory = createMemoryLibrary(DIMENSIONS);
          const { articles, tokenSum } = await embedDrafts(
            [createDraft('题', paragraphs)],
            embedder,
          );
          await sqlite.store.saveDocument(createDocument('/in/a.txt'), articles, tokenSum);
          await createMemoryArticleStore(memory).saveDocument(
            createDocument('/in/a.txt'),
            articles,
            tokenSum,
          );
          const hits = await sqlite.lexical.search(terms, 20);
          const expected = await createMemoryLexicalIndex(memory).search(terms, 20);
          await sqlite.close();
          const byId = (list: typeof hits) => new Map(list.map(({ id, score }) => [id, score]));
          expect([...byId(hits).keys()].sort()).toEqual([...byId(expected).keys()].sort());
          for (const [id, score] of byId(hits)) {
            expect(score).toBeCloseTo(byId(expected).get(id) ?? Number.NaN, 6);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
