/** Tells where paragraphs begin, from what only the page knows: where lines end, how far apart they stand, how they are set. */
import { endsSentence } from '../../ingest/punctuation.js';
import { median } from './arrange-page.js';
import type { PageLine } from './page-text.js';

/** How a line stands to the one before it. */
export interface MarkedLine {
  readonly line: PageLine;
  readonly beginsParagraph: boolean;
  /** White space of a line or more stands above it. */
  readonly hasSpaceAbove: boolean;
}

const PARAGRAPH_RULES = {
  /** A distance to the line above, in usual distances, from which on it is white space. */
  spaceAbove: 1.28,
  /** An indent, in heights of the font. */
  indent: 0.8,
  /** Fonts that differ by more are of two paragraphs. */
  sizeChange: 0.08,
  /** What a line leaves free at its end beyond the next word, in heights of the font. */
  slack: 0.6,
} as const;

interface ColumnShape {
  readonly left: number;
  readonly right: number;
  /** Distance between two baselines. */
  readonly leading: number;
}

/** Marks the lines of a document. */
export function markParagraphs(lines: readonly PageLine[]): readonly MarkedLine[] {
  const shapes = measureColumns(lines);
  return lines.map((line, index) => {
    const before = lines[index - 1];
    const shape = shapes.get(line.column);
    if (before === undefined || shape === undefined) {
      return { line, beginsParagraph: true, hasSpaceAbove: false };
    }
    const isBelow = before.column === line.column;
    const distance = before.baseline - line.baseline;
    const hasSpaceAbove =
      isBelow && distance > shape.leading * PARAGRAPH_RULES.spaceAbove && distance > 0;
    const beforeShape = shapes.get(before.column) ?? shape;
    const beginsParagraph =
      hasSpaceAbove ||
      isSetApart(before, line, beforeShape) ||
      // At the end of a column or page only a finished sentence shows that a paragraph has ended there.
      ((isBelow || endsSentence(before.text)) && isEndedEarly(before, line, beforeShape)) ||
      isIndented(before, line, { shape, beforeShape });
    return { line, beginsParagraph, hasSpaceAbove };
  });
}

function measureColumns(lines: readonly PageLine[]): ReadonlyMap<number, ColumnShape> {
  const columns = new Map<number, PageLine[]>();
  for (const line of lines) {
    const list = columns.get(line.column);
    if (list === undefined) columns.set(line.column, [line]);
    else list.push(line);
  }
  const usual = median(findDistances(lines));
  return new Map(
    [...columns].map(([column, own]) => [
      column,
      {
        left: commonest(own.map(({ left }) => left)),
        right: Math.max(...own.map(({ right }) => right)),
        leading: own.length > 4 ? median(findDistances(own)) : usual,
      },
    ]),
  );
}

function findDistances(lines: readonly PageLine[]): number[] {
  return lines.slice(1).flatMap((line, index) => {
    const before = lines[index];
    const distance = (before?.baseline ?? 0) - line.baseline;
    return before?.column === line.column && distance > 0 ? [distance] : [];
  });
}

/** The value that most others are within two points of. */
function commonest(values: readonly number[]): number {
  let best = 0;
  let bestCount = 0;
  for (const value of values) {
    const count = values.filter((other) => Math.abs(other - value) < 2).length;
    if (count > bestCount) [best, bestCount] = [value, count];
  }
  return best;
}

function isSetApart(before: PageLine, line: PageLine, { right }: ColumnShape): boolean {
  const change = Math.abs(before.size - line.size) / Math.max(before.size, line.size);
  if (change > PARAGRAPH_RULES.sizeChange) return true;
  // A name set in other type may fill a line in the middle of a sentence.
  const isFinished = before.right < right - before.size * 4 || endsSentence(before.text);
  return isFinished && before.font !== '' && line.font !== '' && before.font !== line.font;
}

/** Whether the next line's first word would still have fitted on the line. */
function isEndedEarly(before: PageLine, line: PageLine, shape: ColumnShape): boolean {
  const word =
    /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\s\p{Script=Han}]+)[，。、；：！？”’》）】」』]*/u.exec(
      line.text,
    )?.[0];
  const width = ((word?.length ?? 1) / Math.max(1, line.text.length)) * (line.right - line.left);
  const slack = line.size * PARAGRAPH_RULES.slack;
  return before.right + width + slack < shape.right;
}

function isIndented(
  before: PageLine,
  line: PageLine,
  { shape, beforeShape }: { readonly shape: ColumnShape; readonly beforeShape: ColumnShape },
): boolean {
  const least = line.size * PARAGRAPH_RULES.indent;
  const indent = line.left - shape.left;
  const indentBefore = before.left - beforeShape.left;
  if (indent < least) return false;
  // Lines that go on under a hanging number are indented too, in the middle of a sentence.
  return indent - indentBefore > least / 2 ? endsSentence(before.text) : false;
}
