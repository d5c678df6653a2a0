/** What is kept of a topic's words says the same in every process. */
import { expect, it } from 'vitest';
import { createMemoryArticleStore } from '../../src/adapters/memory/article-store.js';
import { createHashEmbedder } from '../../src/adapters/memory/hash-embedder.js';
import { createMemoryLibrary } from '../../src/adapters/memory/library.js';
import { createMemoryPassageStore } from '../../src/adapters/memory/passage-store.js';
import { openDatabase } from '../../src/adapters/sqlite/open-database.js';
import { createSqliteProbeStore } from '../../src/adapters/sqlite/probe-store.js';
import { createTopicProber } from '../../src/alerts/probe-topics.js';
import { createMaxSim } from '../../src/search/max-sim.js';
import { createTemporaryFolders } from '../support/temporary.js';

const makeFolder = createTemporaryFolders('probes');

it('says at the first look at a topic what it says later, though the store rounds', async () => {
  const database = await openDatabase(makeFolder());
  const embedder = createHashEmbedder();
  const library = createMemoryLibrary(embedder.dimensions);
  const look = () =>
    createTopicProber({
      probes: createSqliteProbeStore(database.db),
      embedder,
      model: embedder.modelId,
      passages: createMemoryPassageStore(library),
      articles: createMemoryArticleStore(library),
      maxSim: createMaxSim(embedder.dimensions),
    }).readProbe('海洋经济');
  const first = await look();
  expect(first.tokenVectors).not.toEqual((await embedder.embedQuestion('海洋经济')).tokenVectors);
  expect(await look()).toEqual(first);
  await database.close();
});
