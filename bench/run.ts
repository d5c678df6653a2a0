/**
 * `npm run bench`: what Quoth does as ratios of what the machine could do, and beside its peers, all in one run, since
 * milliseconds of two runs on a shared machine cannot be compared. Prints tables; writes JSON and a plot to
 * `bench/results/latest.*`.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransformersEmbedder } from '../src/adapters/transformers/embedder.js';
import type { Embedder } from '../src/ports/embedder.js';
import { drawGrowth } from './draw-growth.js';
import { createGrower } from './grow-library.js';
import { type Base, makeBase } from './make-base.js';
import { measureIngest } from './measure-ingest.js';
import {
  measureDisk,
  measureLoad,
  measureMemory,
  measureQuestions,
  measureRecall,
  readExactSearch,
} from './measure-library.js';
import { comparePeers, type PeerTable } from './measure-peers.js';
import { createConfig, openLibrary } from './open-library.js';
import { type BenchOptions, readOptions, SECTIONS, type Section } from './options.js';
import { formatResults } from './print-results.js';
import { profileQuestions } from './profile-question.js';
import { readFolder, readSampleQuestions, readSamples, SAMPLES } from './question-sets.js';
import { type BenchResults, describeMachine, type SizeFigures } from './results.js';
import { timePeers } from './time-peers.js';
import { round, time } from './timing.js';

// LanceDB's Rust parts would warn about each query.
process.env['LANCEDB_LOG'] ??= 'error';

const started = performance.now();
const say = (text: string): void => {
  console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`);
};

/** Sections that need a library that grows: all but those that make their own. */
const LIBRARY_SECTIONS: readonly Section[] = SECTIONS.filter(
  (section) => section !== 'ingest' && section !== 'peers',
);

/** The file of a library is read whole for its tables only up to this size. */
const MOST_FOR_TABLES = 20_000;

async function measureSizes(
  base: Base,
  embedder: Embedder,
  options: BenchOptions,
): Promise<{ sizes: SizeFigures[]; peers: PeerTable[] }> {
  const questions = readSampleQuestions().map(({ text }) => text);
  const grower = createGrower(base);
  const dir = mkdtempSync(join(tmpdir(), 'quoth-bench-'));
  const sizes: SizeFigures[] = [];
  const peers: PeerTable[] = [];
  let before = 0;
  try {
    for (const size of options.sizes) {
      say(`growing the library to ${size} passages`);
      const library = await openLibrary(dir);
      // The index of the smaller library first, so that only what is new is timed.
      if (before > 0) await library.vectors.current();
      const storeMs = await grower.grow(library, size);
      const indexed = await time(() => library.finish());
      const added = size - before;
      before = size;
      const has = (section: Section): boolean => options.only.has(section);
      const needsExact = has('question') || has('recall');
      const exact = needsExact ? await readExactSearch(library) : undefined;
      say(`measuring at ${size} passages`);
      sizes.push({
        passages: size,
        storeMsAPassage: round(storeMs / added),
        indexMsAPassage: round(indexed.ms / added),
        ...(has('disk') && {
          disk: await measureDisk(library, { byTable: size <= MOST_FOR_TABLES }),
        }),
        ...(has('load') && { load: await measureLoad(library) }),
        ...(exact !== undefined &&
          has('recall') && {
            recall: await measureRecall(library, embedder, { questions, exact }),
          }),
        ...(exact !== undefined &&
          has('question') && {
            question: await measureQuestions(library, embedder, { questions, exact }),
          }),
        ...(has('profile') && { profile: await profileQuestions(library, embedder, questions) }),
        ...(has('memory') && { memory: await measureMemory(library, questions) }),
      });
      const next = options.sizes[options.sizes.indexOf(size) + 1] ?? Number.POSITIVE_INFINITY;
      if (has('peers') && size <= options.peerSize && next > options.peerSize) {
        say(`asking the peers in ${size} passages`);
        peers.push(await timePeers(library, embedder, questions));
      }
      await library.close();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
  return { sizes, peers };
}

async function run(options: BenchOptions): Promise<BenchResults> {
  const embedder = createTransformersEmbedder(createConfig('index'));
  try {
    await embedder.load();
    const paths = [SAMPLES, ...options.corpus];
    const peers: PeerTable[] = [];
    let ingest: BenchResults['ingest'];
    if (options.only.has('ingest')) {
      say('ingest against onnxruntime');
      ingest = await measureIngest([SAMPLES], embedder);
    }
    if (options.only.has('peers')) {
      for (const set of [await readSamples(), ...options.sets.map(readFolder)]) {
        say(`asking the peers about ${set.name}`);
        peers.push(await comparePeers(set, embedder));
      }
    }
    let sizes: SizeFigures[] = [];
    let library = 'no synthetic library';
    if (LIBRARY_SECTIONS.some((section) => options.only.has(section))) {
      const base = await makeBase(paths, embedder, { count: options.base, say });
      library =
        `Synthetic library: ${base.found} passages as found, ${base.passages.length - base.found} recombined from their ` +
        'sentences, all of these really embedded; the others join halves of two of them: token codes cut by sentence, ' +
        'vectors averaged with noise of 3 %, 6 % of the words exchanged';
      const measured = await measureSizes(base, embedder, options);
      sizes = measured.sizes;
      peers.push(...measured.peers);
    }
    return {
      date: new Date().toISOString().slice(0, 10),
      machine: describeMachine(),
      minutes: round((performance.now() - started) / 60_000),
      library,
      ...(ingest === undefined ? {} : { ingest }),
      sizes,
      peers,
    };
  } finally {
    await embedder.close();
  }
}

const results = await run(readOptions(process.argv.slice(2), process.env));
const folder = new URL('results/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('latest.json', folder), `${JSON.stringify(results, null, 2)}\n`);
if (results.sizes.length > 1) {
  const caption = `${results.machine}, ${results.date}`;
  writeFileSync(new URL('latest.svg', folder), drawGrowth(results.sizes, caption));
}
console.log(formatResults(results));
