/** A trace in the terminal: the sum, a bar for each month, then the sentences with their citations. */
import type { Trace, TracePeriod } from '../../domain/trace.js';
import type { Texts } from '../../texts/texts.js';
import { type AnswerLayout, formatQuotes } from './print-answer.js';
import { replaceControls, type Style } from './style.js';

/** Lays out a trace. */
export function formatTrace(trace: Trace, layout: AnswerLayout): string {
  const { texts, style, width } = layout;
  const wording = replaceControls(trace.wording);
  if (trace.uses === 0) return texts.traceNone(wording);
  const quotes = formatQuotes(
    trace.sentences.map((use) => ({ ...use, score: 0 })),
    layout,
  );
  const [first = '', ...later] = quotes;
  return [
    texts.traceTotal(wording, trace.uses, trace.articles),
    formatPeriods(trace, { texts, style, width }),
    `${style.bold(texts.traceFirst)}\n${first}`,
    ...(later.length === 0 ? [] : [`${style.bold(texts.traceLater)}\n${later.join('\n\n')}`]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function formatPeriods(
  { periods, undated }: Trace,
  { texts, style, width }: { readonly texts: Texts; readonly style: Style; readonly width: number },
): string {
  const most = Math.max(1, ...periods.map(({ uses }) => uses));
  const room = Math.max(5, Math.min(40, width - 20));
  const draw = ({ period, uses }: TracePeriod): string => {
    const bar = '█'.repeat(Math.ceil((uses / most) * room));
    return `  ${period}  ${bar === '' ? '' : `${style.bold(bar)} `}${uses}`;
  };
  const lines = periods.map(draw);
  if (undated > 0) lines.push(`  ${texts.traceUndated(undated)}`);
  return lines.join('\n');
}
