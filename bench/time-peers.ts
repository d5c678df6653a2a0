/** The peers' latency in a larger library, beside Quoth's in the same. Nobody knows the right answers there. */
import { createApp } from '../src/app.js';
import type { Embedder } from '../src/ports/embedder.js';
import { passageText } from '../src/search/load-passages.js';
import { extractTerms } from '../src/search/terms.js';
import { PEERS, type PeerTable, readVersion, runPeer } from './measure-peers.js';
import { createConfig, type OpenLibrary } from './open-library.js';
import type { PeerPassage } from './peers/peer.js';
import { median, percentile, round, time } from './timing.js';

const DEPTH = 10;
/** Every second question is enough: some peers take a second for one. */
const STEP = 2;

export async function timePeers(
  library: OpenLibrary,
  embedder: Embedder,
  all: readonly string[],
): Promise<PeerTable> {
  const questions = all.filter((_, index) => index % STEP === 0);
  const passages = await readPeerPassages(library);
  const measure = async (ask: (text: string) => Promise<unknown>) => {
    for (const text of questions) await ask(text);
    const times: number[] = [];
    for (const text of questions) times.push((await time(() => ask(text))).ms);
    return { p50: round(median(times)), p99: round(percentile(times, 0.99)) };
  };
  const app = await createApp(createConfig(library.dir));
  await app.warmUp();
  const ours = await measure((text) => app.ask(text, { top: DEPTH }));
  await app.close();
  const rows: PeerTable['rows'][number][] = [
    { name: 'Quoth', version: readVersion(), way: 'late interaction + words', ...ours },
  ];
  for (const peer of PEERS) {
    rows.push(
      await runPeer(peer, passages, (open) =>
        measure(async (text) => {
          const { vector } = await embedder.embedQuestion(text);
          return open.search({ vector, terms: extractTerms(text) }, DEPTH);
        }),
      ),
    );
  }
  return { set: 'synthetic', passages: passages.length, questions: questions.length, rows };
}

async function readPeerPassages(library: OpenLibrary): Promise<PeerPassage[]> {
  const ids = await library.passages.listPassageIds();
  const vectors = await library.passages.readVectors(ids);
  const passages: PeerPassage[] = [];
  for (const { id } of await library.store.listArticles()) {
    const article = await library.store.getArticle(id);
    if (article === undefined) continue;
    for (const passage of await library.passages.listPassages(id)) {
      const vector = vectors.get(passage.id);
      if (vector === undefined) continue;
      const terms = extractTerms(passageText(article, passage));
      passages.push({ id: passages.length, terms, vector });
    }
  }
  return passages;
}
