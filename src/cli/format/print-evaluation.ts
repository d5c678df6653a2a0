/** An evaluation as people read it: one line a group of questions, then what concerns all. */
import type { EvalFigures, EvalReport } from '../../eval/evaluate.js';
import { formatCount } from './numbers.js';
import type { Style } from './style.js';
import { formatTable } from './table.js';

const HEAD = ['', 'questions', 'hit@1', 'hit@3', 'hit@5', 'MRR', 'answered', 'related', 'refused'];

/** Lays out the figures: answerable questions in a table, the others in a sentence below. */
export function formatEvaluation(report: EvalReport, { style }: { readonly style: Style }): string {
  const groups: (readonly [string, EvalFigures])[] = [
    ['all', report.all],
    ...Object.entries(report.byLanguage).map(
      ([name, figures]) => [`language ${name}`, figures] as const,
    ),
    ...Object.entries(report.byType).map(([name, figures]) => [`type ${name}`, figures] as const),
  ];
  const rows = groups
    .filter(([, { answerable }]) => answerable > 0)
    .map(([name, figures]) => toRow(name, figures));
  const [head = '', first = '', ...rest] = formatTable([HEAD, ...rows], {
    rightAligned: HEAD.map((_, column) => column).slice(1),
  });
  const { unanswerable, rightlyRefused, wronglyAnswered } = report.all;
  return [
    head,
    ...(rows.length > 0 ? [style.bold(first), ...rest] : []),
    '',
    ...(unanswerable > 0
      ? [
          `${formatCount(unanswerable, 'question')} without an answer in the library: ` +
            `${percent(rightlyRefused)} got no quotes, ${percent(wronglyAnswered)} were answered all the same`,
        ]
      : []),
    `${formatCount(report.quotes, 'quote')}, ${percent(report.exactQuotes)} word for word · ` +
      `median ${Math.round(report.medianMs)} ms a question`,
  ].join('\n');
}

function toRow(name: string, figures: EvalFigures): string[] {
  const { hit1, hit3, hit5, mrr, answered, related, refused } = figures;
  return [
    name,
    String(figures.answerable),
    ...[hit1, hit3, hit5, mrr].map((share) => share.toFixed(3)),
    ...[answered, related, refused].map(percent),
  ];
}

/** Rounded down at the top: only all of them are 100 %. */
function percent(share: number): string {
  return `${share < 1 ? Math.min(99.9, share * 100).toFixed(share > 0.99 ? 1 : 0) : 100} %`;
}
