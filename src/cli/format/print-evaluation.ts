/** An evaluation as people read it: one line a group of questions, then what concerns all; and a line a question. */
import type { EvalReport } from '../../eval/evaluate.js';
import type { EvalFigures, EvalQuestionResult, MeasureName } from '../../eval/measures.js';
import { formatCount } from './numbers.js';
import { replaceControls, type Style } from './style.js';
import { formatTable } from './table.js';

/** How a figure is called and written. */
interface Column {
  readonly head: string;
  readonly name: MeasureName;
  readonly format: (value: number) => string;
}

const decimal = (value: number): string => value.toFixed(3);

const ANSWERABLE_COLUMNS: readonly Column[] = [
  { head: 'hit@1', name: 'hit1', format: decimal },
  { head: 'hit@3', name: 'hit3', format: decimal },
  { head: 'hit@5', name: 'hit5', format: decimal },
  { head: 'MRR', name: 'mrr', format: decimal },
  { head: 'nDCG@10', name: 'ndcg10', format: decimal },
  { head: 'highlight', name: 'highlightHit', format: formatPercent },
  { head: 'answered', name: 'answered', format: formatPercent },
  { head: 'related', name: 'related', format: formatPercent },
  { head: 'refused', name: 'refused', format: formatPercent },
];

const UNANSWERABLE_COLUMNS: readonly Column[] = [
  { head: 'no quotes', name: 'rightlyRefused', format: formatPercent },
  { head: 'related', name: 'unanswerableRelated', format: formatPercent },
  { head: 'answered', name: 'wronglyAnswered', format: formatPercent },
];

/** Every measure with its name for people, in the order of the tables. */
export const MEASURE_COLUMNS: readonly Column[] = [
  ...ANSWERABLE_COLUMNS,
  ...UNANSWERABLE_COLUMNS.map((column) => ({ ...column, head: `${column.head}, no answer there` })),
];

/** Lays out the figures: a table of the answerable questions, one of the others, and a sentence on the quotes. */
export function formatEvaluation(report: EvalReport, { style }: { readonly style: Style }): string {
  const { all, medianMs } = report;
  const groups: (readonly [string, EvalFigures])[] = [
    ['all', all],
    ...Object.entries(report.byLanguage).map(
      ([name, figures]) => [`language ${replaceControls(name)}`, figures] as const,
    ),
    ...Object.entries(report.byType).map(
      ([name, figures]) => [`type ${replaceControls(name)}`, figures] as const,
    ),
  ];
  return [
    ...formatGroups(groups, {
      style,
      title: '',
      count: ({ answerable }) => answerable,
      columns: ANSWERABLE_COLUMNS,
    }),
    ...formatGroups(groups, {
      style,
      title: 'no answer there',
      count: ({ unanswerable }) => unanswerable,
      columns: UNANSWERABLE_COLUMNS,
    }),
    `${formatCount(all.quotes, 'quote')}, ${formatPercent(all.exactQuotes)} word for word · ` +
      `${all.medianQuoteCharacters} characters at the median, ${all.maxQuoteCharacters} at most · ` +
      `median ${Math.round(medianMs)} ms a question`,
  ].join('\n');
}

/** A table of the groups that `count` finds questions in; nothing when there are none. */
function formatGroups(
  groups: readonly (readonly [string, EvalFigures])[],
  {
    style,
    title,
    count,
    columns,
  }: {
    readonly style: Style;
    readonly title: string;
    readonly count: (figures: EvalFigures) => number;
    readonly columns: readonly Column[];
  },
): string[] {
  const [all, ...others] = groups.filter(([, figures]) => count(figures) > 0);
  if (all === undefined) return [];
  const toRow = ([name, figures]: readonly [string, EvalFigures]): string[] => [
    name,
    String(count(figures)),
    ...columns.map((column) => formatCell(figures[column.name], column)),
  ];
  const toBound = (name: string, end: 0 | 1): string[] => [
    name,
    '',
    ...columns.map((column) => formatCell(all[1].intervals[column.name]?.[end], column)),
  ];
  const rows = [
    [title, 'questions', ...columns.map(({ head }) => head)],
    toRow(all),
    toBound('  95 % from', 0),
    toBound('  to', 1),
    ...others.map(toRow),
  ];
  const [head = '', first = '', ...rest] = formatTable(rows, {
    rightAligned: columns.map((_, at) => at + 2).concat(1),
  });
  return [head, style.bold(first), ...rest, ''];
}

function formatCell(value: number | undefined, { format }: Column): string {
  return value === undefined ? '–' : format(value);
}

/** Lays out what became of each question. */
export function formatResults(results: readonly EvalQuestionResult[]): string {
  const rows = results.map(({ id, lang, type, kind, answerable, rank, tookMs }) => [
    ...[id, lang, type].map(replaceControls),
    kind,
    answerable ? formatRank(rank) : '',
    `${Math.round(tookMs)} ms`,
  ]);
  return formatTable([['id', 'language', 'type', 'outcome', 'rank', 'time'], ...rows], {
    rightAligned: [4, 5],
  }).join('\n');
}

/** `–`: no quote that was shown answers. */
export function formatRank(rank: number | undefined): string {
  return rank === undefined ? '–' : String(rank);
}

/** Rounded down at the top: only all of them are 100 %. */
export function formatPercent(share: number): string {
  return `${share < 1 ? Math.min(99.9, share * 100).toFixed(share > 0.99 ? 1 : 0) : 100} %`;
}
