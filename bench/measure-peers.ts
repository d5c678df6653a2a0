/**
 * Quoth beside its peers, on the same passages with the same pooled vectors. Every question is embedded once, and that
 * time counts for all alike; Quoth is asked as its readers ask it, so what it refuses counts as a miss.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../src/app.js';
import type { Embedder } from '../src/ports/embedder.js';
import { extractTerms } from '../src/search/terms.js';
import { embedDrafts } from './embed-drafts.js';
import { createConfig, MODEL_KEY, openLibrary } from './open-library.js';
import { exactSearch } from './peers/exact.js';
import { lanceDb } from './peers/lancedb.js';
import { langChain } from './peers/langchain.js';
import { miniSearch } from './peers/minisearch.js';
import { orama } from './peers/orama.js';
import type { OpenPeer, Peer, PeerPassage } from './peers/peer.js';
import { zvec } from './peers/zvec.js';
import type { QuestionSet, Shown } from './question-sets.js';
import { mean, median, percentile, round, time } from './timing.js';

export const PEERS: readonly Peer[] = [exactSearch, zvec, lanceDb, orama, langChain, miniSearch];

/** Quotes or passages that are judged. */
const DEPTH = 10;

/** One row of the table; without figures where the peer did not run. */
export interface PeerRow {
  readonly name: string;
  readonly version: string;
  readonly way: string;
  readonly hit1?: number;
  readonly hit3?: number;
  readonly mrr?: number;
  /** From the question's text to the result. */
  readonly p50?: number;
  readonly p99?: number;
  /** Milliseconds to put all passages in, vectors given. */
  readonly buildMs?: number;
  readonly failure?: string;
}

export interface PeerTable {
  readonly set: string;
  readonly passages: number;
  readonly questions: number;
  readonly rows: readonly PeerRow[];
}

/** Quality and latency on a set of questions. */
export async function comparePeers(set: QuestionSet, embedder: Embedder): Promise<PeerTable> {
  const { articles, tokenSum } = await embedDrafts(set.drafts, embedder);
  const passages = articles.flatMap((article, place) =>
    article.passages.map(({ vector, terms, start, end }) => ({
      vector,
      terms,
      shown: { text: article.draft.text.slice(start, end), article: place },
    })),
  );
  const rows: PeerRow[] = [];
  const dir = mkdtempSync(join(tmpdir(), 'quoth-bench-'));
  try {
    const library = await openLibrary(dir);
    const document = {
      name: set.name,
      path: `/bench/${set.name}`,
      contentHash: '0'.repeat(64),
      bytes: 0,
      encoding: 'utf-8',
      ingestedAt: '2026-11-25T00:00:00.000Z',
      model: MODEL_KEY,
    };
    const built = await time(async () => {
      const change = await library.store.saveDocument(document, articles, tokenSum);
      await library.finish();
      return change;
    });
    const places = new Map(built.value.articles.map(({ id }, place) => [id, place]));
    await library.close();
    const app = await createApp(createConfig(dir));
    await app.warmUp();
    const ask = async (text: string): Promise<Shown[]> => {
      const { quotes } = await app.ask(text, { top: DEPTH });
      return quotes.map((quote) => ({
        text: quote.text,
        article: places.get(quote.citation.articleId) ?? -1,
      }));
    };
    const about = { name: 'Quoth', version: readVersion(), way: 'late interaction + words' };
    rows.push({ ...about, ...(await askAll(set, ask)), buildMs: round(built.ms) });
    await app.close();
    const given = passages.map(({ vector, terms }, id): PeerPassage => ({ id, vector, terms }));
    for (const peer of PEERS) {
      rows.push(
        await runPeer(peer, given, (open) =>
          askAll(set, async (text) => {
            const { vector } = await embedder.embedQuestion(text);
            const ids = await open.search({ vector, terms: extractTerms(text) }, DEPTH);
            return ids.flatMap((id) => passages[id]?.shown ?? []);
          }),
        ),
      );
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
  return { set: set.name, passages: passages.length, questions: set.questions.length, rows };
}

/** Fills a peer and measures it; a peer that is not installed or fails is reported as such. */
export async function runPeer<T extends object>(
  peer: Peer,
  passages: readonly PeerPassage[],
  measure: (open: OpenPeer) => Promise<T>,
): Promise<PeerRow & Partial<T>> {
  const about = { name: peer.name, way: peer.way };
  const dir = mkdtempSync(join(tmpdir(), 'quoth-bench-peer-'));
  try {
    const { value: open, ms } = await time(() => peer.open(passages, dir));
    const figures = await measure(open);
    await open.close();
    const version = peer.package === undefined ? '' : readVersion(peer.package);
    return { ...about, version, buildMs: round(ms), ...figures };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const failure = message.split('\n')[0] ?? '';
    return { ...about, version: '', failure } as PeerRow & Partial<T>;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function askAll(set: QuestionSet, ask: (text: string) => Promise<Shown[]>) {
  // Once unmeasured: code that runs for the first time, and Quoth's parallel text.
  for (const { text } of set.questions.slice(0, 30)) await ask(text);
  const times: number[] = [];
  const ranks: (number | undefined)[] = [];
  for (const { text, rank } of set.questions) {
    const { value, ms } = await time(() => ask(text));
    times.push(ms);
    ranks.push(rank(value));
  }
  const share = (depth: number): number => mean(ranks.map((rank) => Number((rank ?? 99) <= depth)));
  return {
    hit1: round(share(1)),
    hit3: round(share(3)),
    mrr: round(mean(ranks.map((rank) => (rank === undefined ? 0 : 1 / rank)))),
    p50: round(median(times)),
    p99: round(percentile(times, 0.99)),
  };
}

/** The version of a package of `bench/`; of Quoth itself without a name. */
export function readVersion(name?: string): string {
  const folder = name === undefined ? '..' : join('node_modules', name);
  const path = join(import.meta.dirname, folder, 'package.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}
