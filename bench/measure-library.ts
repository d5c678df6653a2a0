/** What is measured of a library at one size: recall, loading, questions, memory, disk. */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openHnswIndex } from '../src/adapters/hnsw/vector-index.js';
import { createApp } from '../src/app.js';
import { centre, divideSum } from '../src/domain/vectors.js';
import type { Embedder } from '../src/ports/embedder.js';
import { createExactSearch, type ExactSearch } from './exact-search.js';
import type { MemoryFigures } from './measure-memory.js';
import { createConfig, DIMENSIONS, type OpenLibrary } from './open-library.js';
import { mean, median, percentile, round, time } from './timing.js';

const NEIGHBOURS = 10;
/** Times that each question is asked: its median counts, so that a moment of other work on the machine does not. */
const ROUNDS = 3;
const LOADS = 3;

/** All pooled vectors of a library as its index holds them, for exact search. */
export async function readExactSearch(library: OpenLibrary): Promise<ExactSearch> {
  const ids = await library.passages.listPassageIds();
  const { middle } = await library.vectors.current();
  const vectors = await library.passages.readVectors(ids);
  return createExactSearch(
    middle === undefined
      ? vectors
      : new Map([...vectors].map(([id, vector]) => [id, centre(vector, middle)])),
  );
}

export interface RecallFigures {
  readonly queries: number;
  /** Mean share of the ten nearest that the index finds, 0 to 1. */
  readonly recall10: number;
  readonly hnswMs: number;
  readonly exactMs: number;
}

/** Recall of the index for real questions, centred as the search centres them. */
export async function measureRecall(
  library: OpenLibrary,
  embedder: Embedder,
  { questions, exact }: { readonly questions: readonly string[]; readonly exact: ExactSearch },
): Promise<RecallFigures> {
  const index = await library.vectors.current();
  const { vectorSum, passages } = await library.state.readState();
  const middle = index.middle ?? divideSum(vectorSum, passages);
  const shares: number[] = [];
  const hnswMs: number[] = [];
  const exactMs: number[] = [];
  for (const question of questions) {
    const vector = centre((await embedder.embedQuestion(question)).vector, middle);
    const nearest = await time(() => exact.search(vector, NEIGHBOURS));
    const found = await time(() => index.search(vector, NEIGHBOURS));
    const wanted = new Set(nearest.value.ids);
    shares.push(found.value.filter(({ id }) => wanted.has(id)).length / wanted.size);
    hnswMs.push(found.ms);
    exactMs.push(nearest.ms);
  }
  return {
    queries: questions.length,
    recall10: Math.round(mean(shares) * 1e4) / 1e4,
    hnswMs: round(median(hnswMs)),
    exactMs: round(median(exactMs)),
  };
}

export interface LoadFigures {
  readonly bytes: number;
  readonly loadMs: number;
  readonly readMs: number;
  /** Loading over reading: 1 is the ceiling. */
  readonly ratio: number;
}

/** Loading the vector index (checked by its sha256) against reading its files, both from the page cache. */
export async function measureLoad(library: OpenLibrary): Promise<LoadFigures> {
  const { libraryId } = await library.state.readState();
  const files = readdirSync(library.dir).filter((name) => /^vectors.*\.(?:json|hnsw)$/.test(name));
  const paths = files.map((name) => join(library.dir, name));
  const bytes = paths.reduce((sum, path) => sum + statSync(path).size, 0);
  const loads: number[] = [];
  const reads: number[] = [];
  for (let n = 0; n < LOADS; n += 1) {
    reads.push((await time(() => void paths.map((path) => readFileSync(path)))).ms);
    const options = { dir: library.dir, dimensions: DIMENSIONS, libraryId };
    const loaded = await time(() => openHnswIndex(options));
    if (loaded.value.size === 0) throw new Error(`expected a snapshot in ${library.dir}`);
    loads.push(loaded.ms);
  }
  const [loadMs, readMs] = [median(loads), median(reads)];
  return { bytes, loadMs: round(loadMs), readMs: round(readMs), ratio: round(loadMs / readMs) };
}

export interface QuestionFigures {
  readonly questions: number;
  readonly p50: number;
  readonly p99: number;
  readonly embeddingP50: number;
  /** Embedding of the question and exact search by typed arrays. */
  readonly ceilingP50: number;
  readonly ceilingP99: number;
  readonly ratioP50: number;
  readonly ratioP99: number;
}

/** Questions to the program as its readers ask them, each beside its ceiling; percentiles of the questions' medians. */
export async function measureQuestions(
  library: OpenLibrary,
  embedder: Embedder,
  { questions, exact }: { readonly questions: readonly string[]; readonly exact: ExactSearch },
): Promise<QuestionFigures> {
  const app = await createApp(createConfig(library.dir));
  try {
    await app.warmUp();
    // Every language once, so that no measured question embeds parallel text.
    for (const question of questions) await app.ask(question);
    const asked: number[] = [];
    const embedded: number[] = [];
    const ceilings: number[] = [];
    for (const question of questions) {
      const rounds = { asked: [] as number[], embedded: [] as number[], ceilings: [] as number[] };
      for (let n = 0; n < ROUNDS; n += 1) {
        rounds.asked.push((await time(() => app.ask(question))).ms);
        const { value, ms } = await time(() => embedder.embedQuestion(question));
        rounds.embedded.push(ms);
        const search = await time(() => exact.search(value.vector, NEIGHBOURS));
        rounds.ceilings.push(ms + search.ms);
      }
      asked.push(median(rounds.asked));
      embedded.push(median(rounds.embedded));
      ceilings.push(median(rounds.ceilings));
    }
    const [p50, p99] = [median(asked), percentile(asked, 0.99)];
    const [ceilingP50, ceilingP99] = [median(ceilings), percentile(ceilings, 0.99)];
    return {
      questions: questions.length,
      p50: round(p50),
      p99: round(p99),
      embeddingP50: round(median(embedded)),
      ceilingP50: round(ceilingP50),
      ceilingP99: round(ceilingP99),
      ratioP50: round(p50 / ceilingP50),
      ratioP99: round(p99 / ceilingP99),
    };
  } finally {
    await app.close();
  }
}

/** Memory of a process of its own that has loaded the library and answered the questions. */
export async function measureMemory(
  library: OpenLibrary,
  questions: readonly string[],
): Promise<MemoryFigures> {
  const list = join(library.dir, 'bench-questions.json');
  writeFileSync(list, JSON.stringify(questions));
  const script = fileURLToPath(new URL('measure-memory.ts', import.meta.url));
  const args = ['--import', 'tsx', '--expose-gc', script, library.dir, list];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as MemoryFigures;
}

export interface DiskFigures {
  /** Of the folder. */
  readonly bytesAPassage: number;
  /** By table of the SQLite file, where it was asked for. */
  readonly tables?: Readonly<Record<string, number>>;
}

/** @param options.byTable reads the whole file: slow for a large library */
export async function measureDisk(
  library: OpenLibrary,
  { byTable }: { readonly byTable: boolean },
): Promise<DiskFigures> {
  library.connection.pragma('wal_checkpoint(TRUNCATE)');
  const { passages } = await library.state.readState();
  const bytes = readdirSync(library.dir)
    .map((name) => statSync(join(library.dir, name)).size)
    .reduce((sum, size) => sum + size, 0);
  const bytesAPassage = Math.round(bytes / passages);
  if (!byTable) return { bytesAPassage };
  const rows = library.connection
    .prepare('select name, sum(pgsize) as bytes from dbstat group by name order by bytes desc')
    .all() as { readonly name: string; readonly bytes: number }[];
  const shares = rows.map(({ name, bytes: size }) => [name, Math.round(size / passages)] as const);
  return { bytesAPassage, tables: Object.fromEntries(shares.filter(([, share]) => share >= 10)) };
}
