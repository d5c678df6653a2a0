/** A report on health for people: a line a check, and below what is wrong the way to mend it. */
import type { HealthReport } from '../../health.js';
import { displayWidth } from './display-width.js';
import type { Style } from './style.js';
import { wrapLines } from './wrap-text.js';

/** Lays out a report: one line a check, the mending command below what is wrong. */
export function formatHealth(
  report: HealthReport,
  { width, style }: { readonly width: number; readonly style: Style },
): string {
  const nameWidth = Math.max(0, ...report.checks.map((check) => displayWidth(check.name)));
  const marks = {
    ok: style.green('ok     '),
    warning: style.yellow('warning'),
    fault: style.red('FAULT  '),
  };
  const indent = ' '.repeat('warning'.length + nameWidth + 4);
  const lines = report.checks.flatMap((check) => {
    const [first = '', ...rest] = wrapLines(check.finding, Math.max(20, width - indent.length));
    return [
      `${marks[check.state]}  ${check.name.padEnd(nameWidth)}  ${first}`,
      ...rest.map((line) => indent + line),
      ...(check.mend === undefined ? [] : [`${indent}to mend it: ${style.bold(check.mend)}`]),
    ];
  });
  const count = (state: string) => report.checks.filter((check) => check.state === state).length;
  const verdict = report.healthy
    ? count('warning') === 0
      ? 'All is well.'
      : 'No faults.'
    : 'Something is at fault: see above.';
  return [...lines, '', verdict].join('\n');
}
