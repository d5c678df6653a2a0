/** What a run measures: flags and environment variables of `npm run bench`. */
import { parseArgs } from 'node:util';

export const SECTIONS = [
  'ingest',
  'growth',
  'question',
  'recall',
  'load',
  'memory',
  'disk',
  'profile',
  'peers',
] as const;

export type Section = (typeof SECTIONS)[number];

export interface BenchOptions {
  readonly only: ReadonlySet<Section>;
  /** Passages at which the library is measured, ascending. */
  readonly sizes: readonly number[];
  /** Distinct passages that are really embedded. */
  readonly base: number;
  /** Largest library that the peers are asked in. */
  readonly peerSize: number;
  /** Files and folders besides `samples/` whose sentences are recombined. */
  readonly corpus: readonly string[];
  /** Folders of `corpus.jsonl` and `queries.jsonl`. */
  readonly sets: readonly string[];
}

const HELP = `npm run bench -- [options]

  --only LIST       of ${SECTIONS.join(', ')}
  --sizes LIST      passages (default: 1000,10000,50000,100000)
  --base N          passages that are really embedded (default: 1000)
  --peer-size N     largest library for the peers (default: 10000)

  BENCH_CORPUS      files and folders besides samples/, parted by commas
  BENCH_SET         folders of corpus.jsonl and queries.jsonl, parted by commas`;

const splitList = (list: string): string[] => list.split(',').filter((part) => part !== '');

/** @throws Error that names the fault */
export function readOptions(args: string[], env: NodeJS.ProcessEnv): BenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', default: SECTIONS.join(',') },
      sizes: { type: 'string', default: '1000,10000,50000,100000' },
      base: { type: 'string', default: '1000' },
      'peer-size': { type: 'string', default: '10000' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    process.exit(0);
  }
  const only = splitList(values.only).map((name) => {
    const section = SECTIONS.find((known) => known === name);
    if (section === undefined) throw new Error(`expected one of ${SECTIONS.join(', ')}: ${name}`);
    return section;
  });
  const readCount = (text: string): number => {
    const count = Number(text);
    if (!Number.isInteger(count) || count < 1) throw new Error(`expected a number, got ${text}`);
    return count;
  };
  return {
    only: new Set(only),
    sizes: splitList(values.sizes)
      .map(readCount)
      .sort((a, b) => a - b),
    base: readCount(values.base),
    peerSize: readCount(values['peer-size']),
    corpus: splitList(env['BENCH_CORPUS'] ?? ''),
    sets: splitList(env['BENCH_SET'] ?? ''),
  };
}
