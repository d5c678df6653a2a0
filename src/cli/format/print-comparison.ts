/** Two runs of `quoth eval` side by side: the figures and their differences, then each question that changed. */
import type { ChangedQuestion, EvalComparison } from '../../eval/compare-reports.js';
import { formatCount } from './numbers.js';
import { formatRank, MEASURE_COLUMNS } from './print-evaluation.js';
import { replaceControls, type Style } from './style.js';
import { formatTable } from './table.js';

/** Differences nearer to 0 than this come from floating-point arithmetic. */
const ROUNDING = 1e-9;

const HEAD = ['', 'before', 'after', 'difference', '95 % from', 'to'];

/**
 * Lays out a comparison. A difference whose interval does not hold 0 is bold: more than chance.
 *
 * @param name of the earlier run
 */
export function formatComparison(
  comparison: EvalComparison,
  { name, style }: { readonly name: string; readonly style: Style },
): string {
  const { questions, onlyBefore, onlyAfter, better, worse, figures } = comparison;
  const shown = MEASURE_COLUMNS.flatMap((column) => {
    const figure = figures[column.name];
    return figure === undefined ? [] : [{ head: column.head, figure }];
  });
  const [head = '', ...lines] = formatTable(
    [
      HEAD,
      ...shown.map(({ head, figure: { before, after, interval } }) => [
        head,
        ...[before, after].map((value) => value.toFixed(3)),
        ...[after - before, ...interval].map(formatDifference),
      ]),
    ],
    { rightAligned: [1, 2, 3, 4, 5] },
  );
  const others = [
    ...(onlyBefore > 0 ? [`${onlyBefore} only there`] : []),
    ...(onlyAfter > 0 ? [`${onlyAfter} only here`] : []),
  ];
  return [
    `compared with ${name}: ${[formatCount(questions, 'question'), ...others].join(', ')}`,
    head,
    ...lines.map((line, at) => {
      const [low = 0, high = 0] = shown[at]?.figure.interval ?? [];
      return low > ROUNDING || high < -ROUNDING ? style.bold(line) : line;
    }),
    '',
    ...formatChanges('better', better),
    ...formatChanges('worse', worse),
  ].join('\n');
}

/** `+0.010`; no sign where the digits shown are all zeros. */
function formatDifference(value: number): string {
  const digits = Math.abs(value).toFixed(3);
  if (Number(digits) === 0) return digits;
  return `${value > 0 ? '+' : '-'}${digits}`;
}

function formatChanges(title: string, changed: readonly ChangedQuestion[]): string[] {
  const rows = changed.map((question) => [
    `  ${replaceControls(question.id)}`,
    describeChange(question),
  ]);
  return [`${title}: ${changed.length === 0 ? 'none' : changed.length}`, ...formatTable(rows)];
}

/** `rank 3 → 1, related → answered`: what differs. */
function describeChange({ before, after }: ChangedQuestion): string {
  const changes: string[] = [];
  if (before.rank !== after.rank) {
    changes.push(`rank ${formatRank(before.rank)} → ${formatRank(after.rank)}`);
  }
  if (before.kind !== after.kind) changes.push(`${before.kind} → ${after.kind}`);
  if (before.rank === after.rank && before.highlightHit !== after.highlightHit) {
    changes.push(after.highlightHit ? 'highlight now holds it' : 'highlight no longer holds it');
  }
  return changes.join(', ');
}
