/** An answer as a reader sees it in the terminal: the outcome, then each quote with its citation. */
import type { Answer, Highlight, Quote } from '../../domain/answer.js';
import type { Texts } from '../../texts/texts.js';
import { formatCitation } from './citation-line.js';
import { replaceControls, type Style } from './style.js';
import { formatTable } from './table.js';
import { wrapLines, wrapText } from './wrap-text.js';

/** How an answer is laid out. */
export interface AnswerLayout {
  /** Columns of a line. */
  readonly width: number;
  readonly style: Style;
  readonly texts: Texts;
  /** Number of the first quote. @default 1 */
  readonly firstNumber?: number;
}

const MARGIN = '│ ';
const INDENT = '    ';

/** The line over an answer: how many passages, or why there are none. */
function describeOutcome(answer: Answer, texts: Texts): string {
  switch (answer.kind) {
    case 'answered':
      return texts.foundPassages(answer.quotes.length);
    case 'related':
      return answer.quotes.length === 1 ? texts.nearestPassage : texts.related;
    case 'notFound':
      return texts.notFound;
    case 'notAQuestion':
      return texts.notAQuestion;
  }
}

/** Lays out the outcome and the quotes of an answer, an empty line between them. */
export function formatAnswer(answer: Answer, layout: AnswerLayout): string {
  const outcome = wrapLines(describeOutcome(answer, layout.texts), layout.width).join('\n');
  return [outcome, ...formatQuotes(answer.quotes, layout)].join('\n\n');
}

/** Lays out quotes, one string each, numbered from `layout.firstNumber`. */
export function formatQuotes(quotes: readonly Quote[], layout: AnswerLayout): string[] {
  const first = layout.firstNumber ?? 1;
  return quotes.map((quote, index) =>
    [
      ...formatMarked(quote.text, quote.highlights, layout),
      ...formatReference(quote, first + index, layout),
      ...formatExplanation(quote, layout),
    ].join('\n'),
  );
}

/**
 * Wraps a text behind a margin, with some parts of it bold.
 *
 * @param highlights sorted, not overlapping
 */
export function formatMarked(
  text: string,
  highlights: readonly Highlight[],
  { width, style }: Pick<AnswerLayout, 'width' | 'style'>,
): string[] {
  const shown = replaceControls(text);
  return wrapText(shown, width - MARGIN.length).map((line) => {
    let marked = '';
    let at = line.start;
    for (const [from, to] of highlights) {
      const start = Math.max(from, at);
      const end = Math.min(to, line.end);
      if (end <= start) continue;
      marked += shown.slice(at, start) + style.bold(shown.slice(start, end));
      at = end;
    }
    marked += shown.slice(at, line.end);
    return marked === '' ? style.dim(MARGIN.trimEnd()) : style.dim(MARGIN) + marked;
  });
}

function formatReference(quote: Quote, number: number, layout: AnswerLayout): string[] {
  const { texts, style } = layout;
  const own = hang(`[${number}] ${formatCitation(quote.citation, texts)}`, layout);
  const others = (quote.alsoIn ?? []).flatMap((citation) =>
    hang(`${INDENT}${texts.alsoIn}${texts.colon}${formatCitation(citation, texts)}`, layout),
  );
  return [...own, ...others.map((line) => style.dim(line))];
}

/** Wraps a text with every line but the first one indented. */
function hang(text: string, { width }: AnswerLayout): string[] {
  const shown = replaceControls(text).replaceAll('\n', ' ');
  const first = wrapText(shown, width)[0]?.end ?? 0;
  const rest = shown.slice(first).trimStart();
  const lines = rest === '' ? [] : wrapLines(rest, width - INDENT.length);
  return [shown.slice(0, first), ...lines.map((line) => INDENT + line)];
}

/** A small table: one row a leg of the search, with its rank and score. */
function formatExplanation(quote: Quote, { style }: AnswerLayout): string[] {
  const legs = Object.entries(quote.explanation ?? {});
  if (legs.length === 0) return [];
  const rows = legs.map(([leg, { rank, score }]) => [
    leg,
    rank === undefined ? '–' : `#${rank}`,
    score.toFixed(4),
  ]);
  const table = formatTable([['leg', 'rank', 'score'], ...rows], { rightAligned: [1, 2] });
  return table.map((line) => style.dim(INDENT + line));
}
