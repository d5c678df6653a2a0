/** The figures of a run as Markdown tables. */
import type { PeerTable } from './measure-peers.js';
import type { BenchResults, SizeFigures } from './results.js';

type Cell = string | number | undefined;

const MEGABYTE = 1024 * 1024;

function formatTable(head: readonly Cell[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]): string =>
    `| ${cells.map((cell) => cell ?? '–').join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** All tables of a run. */
export function formatResults(results: BenchResults): string {
  const { ingest, sizes } = results;
  const parts = [`${results.machine}; ${results.date}, ${results.minutes} min`, results.library];
  if (ingest !== undefined) {
    parts.push(
      `Ingest of ${ingest.passages} passages, ${ingest.tokens} tokens: at best ${ingest.tokensPerSecond} tokens/s, ` +
        `onnxruntime alone ${ingest.ceilingTokensPerSecond}; median ratio ${ingest.ratio} (${ingest.ratios.join(', ')})`,
    );
  }
  if (sizes.length > 0) parts.push(formatSizes(sizes));
  const profiled = sizes.filter(({ profile }) => profile !== undefined);
  if (profiled.length > 0) parts.push(formatProfiles(profiled));
  const tables = sizes.findLast(({ disk }) => disk?.tables !== undefined);
  if (tables?.disk?.tables !== undefined) {
    const rows = Object.entries(tables.disk.tables);
    parts.push(formatTable([`bytes a passage at ${tables.passages}`, ''], rows));
  }
  return [...parts, ...results.peers.map(formatPeers)].join('\n\n');
}

function formatSizes(sizes: readonly SizeFigures[]): string {
  const [first] = sizes;
  const row = (name: string, read: (size: SizeFigures) => Cell): Cell[] => [
    name,
    ...sizes.map(read),
  ];
  const toMegabytes = (bytes: number | undefined): Cell =>
    bytes === undefined ? undefined : Math.round(bytes / MEGABYTE);
  const growth = (size: SizeFigures): Cell => {
    if (size === first || size.memory === undefined || first?.memory === undefined) return;
    const bytes = size.memory.own - first.memory.own;
    return (bytes / 1024 / (size.passages - first.passages)).toFixed(2);
  };
  return formatTable(
    ['passages', ...sizes.map(({ passages }) => passages)],
    [
      row('question p50 / p99, ms', ({ question: q }) => q && `${q.p50} / ${q.p99}`),
      row('embedding alone p50, ms', ({ question: q }) => q?.embeddingP50),
      row(
        'embedding + exact search p50 / p99, ms',
        ({ question: q }) => q && `${q.ceilingP50} / ${q.ceilingP99}`,
      ),
      row('ratio p50 / p99', ({ question: q }) => q && `${q.ratioP50} / ${q.ratioP99}`),
      row('HNSW recall@10', ({ recall }) => recall?.recall10),
      row('HNSW / exact search, ms', ({ recall: r }) => r && `${r.hnswMs} / ${r.exactMs}`),
      row(
        'index load / reading its files, ms (ratio)',
        ({ load: l }) => l && `${l.loadMs} / ${l.readMs} (${l.ratio})`,
      ),
      row('memory RSS, MB', ({ memory }) => toMegabytes(memory?.rss)),
      row('of it the process’s own, MB', ({ memory }) => toMegabytes(memory?.own)),
      row('own memory a passage since the first size, KB', growth),
      row('disk a passage, KB', ({ disk }) => disk && (disk.bytesAPassage / 1024).toFixed(1)),
      row(
        'store / HNSW, ms a passage added',
        (size) => `${size.storeMsAPassage} / ${size.indexMsAPassage}`,
      ),
    ].filter(([, ...cells]) => cells.some((cell) => cell !== undefined)),
  );
}

function formatProfiles(sizes: readonly SizeFigures[]): string {
  const profiles = sizes.flatMap(({ profile }) => profile ?? []);
  const names = [...new Set(profiles.flatMap(({ parts }) => Object.keys(parts)))];
  return formatTable(
    ['mean ms of a question, by part', ...profiles.map(({ passages }) => passages)],
    [
      ['all', ...profiles.map(({ meanMs }) => meanMs)],
      ['candidates compared', ...profiles.map(({ candidates }) => candidates)],
      ...names.map((name) => [
        name,
        ...profiles.map(({ parts, meanMs }) => {
          const ms = parts[name];
          return ms === undefined ? undefined : `${ms} (${Math.round((100 * ms) / meanMs)} %)`;
        }),
      ]),
    ],
  );
}

function formatPeers({ set, passages, questions, rows }: PeerTable): string {
  const judged = rows.some(({ hit1 }) => hit1 !== undefined);
  const head = judged ? ['hit@1', 'hit@3', 'MRR'] : [];
  return formatTable(
    [
      `${set}: ${passages} passages, ${questions} questions`,
      'how',
      ...head,
      'p50 / p99, ms',
      'build, ms',
    ],
    rows.map((row) =>
      row.failure === undefined
        ? [
            `${row.name} ${row.version}`.trim(),
            row.way,
            ...(judged ? [row.hit1, row.hit3, row.mrr] : []),
            `${row.p50} / ${row.p99}`,
            row.buildMs,
          ]
        : [row.name, `did not run: ${row.failure}`, ...head.map(() => '–'), '–', '–'],
    ),
  );
}
