/**
 * Groups the lines of a document into paragraphs: the second step of splitting.
 * In wrapped text a paragraph ends where the next word would still have fitted on the line; blank lines and indents
 * count only where the layout gives them a meaning.
 */
import type { Layout } from './detect-layout.js';
import { isPageStart } from './detect-layout.js';
import { endsSentence, hasOpenBracket } from './punctuation.js';
import { isDateLine } from './read-dates.js';
import { readSourceLine } from './read-source-lines.js';
import { beginsParagraph, recogniseNumbering } from './recognise-headings.js';
import type { SourceLine } from './scan-lines.js';
import { measureWidth } from './scan-lines.js';

/** The lines of one paragraph, in order; never empty. */
export type ParagraphLines = readonly SourceLine[];

const CLOSING_MARKS = /^[，。、；：！？”’》）】」』,.;:!?)\]%]+/;

/** A wider indent centres a line; it does not count as part of it. */
const MAX_PARAGRAPH_INDENT = 8;

/** What cannot be parted: a number with the unit that is set off behind it (`218 公里`), a whole word, or a character. */
const FIRST_WORD = /^[“‘《（【「『(["]*(?:\d[\d.,]* \p{Script=Han}|[A-Za-z0-9.,%+'’-]+|[^\s])/u;

/** Width of what cannot be parted from the beginning of a line, with the marks behind it. */
function measureFirstWord(text: string, isChinese: boolean): number {
  const word = FIRST_WORD.exec(text)?.[0] ?? text;
  const marks = CLOSING_MARKS.exec(text.slice(word.length))?.[0] ?? '';
  return measureWidth(word + marks, isChinese);
}

/** Whether the line was ended on purpose: the next word would have fitted on it. */
function isEndedEarly(
  line: SourceLine,
  next: SourceLine,
  layout: Layout,
  isFirstLine: boolean,
): boolean {
  const capacity = layout.wrapWidth - (isFirstLine ? layout.lostIndent : 0);
  const word = measureFirstWord(next.text, layout.isChinese);
  const width =
    line.width + (line.indent >= 2 && line.indent <= MAX_PARAGRAPH_INDENT ? line.indent : 0);
  if (layout.isChinese) return width + word <= capacity - 3;
  return width + 1 + word <= capacity * (endsSentence(line.text) ? 0.97 : 0.86);
}

/** Whether a line's width shows that it begins a paragraph whose indent was lost: it ends early by just that much. */
function showsLostIndent(line: SourceLine, next: SourceLine | undefined, layout: Layout): boolean {
  if (layout.lostIndent === 0 || next === undefined) return false;
  const reach = line.width + measureFirstWord(next.text, layout.isChinese);
  const hasLooseSetting = /[\dA-Za-z]/.test(line.text);
  const limit = layout.wrapWidth - (hasLooseSetting ? 1 : 0);
  return reach <= limit && reach > layout.wrapWidth - layout.lostIndent - 4;
}

/** Whether a line is short and unfinished: a title, a heading, a name, a source line. */
function isLoose(line: SourceLine, next: SourceLine | undefined, layout: Layout): boolean {
  if (endsSentence(line.text)) return false;
  if (next === undefined) return line.width < layout.wrapWidth * 0.8;
  return isEndedEarly(line, next, layout, false) && line.width < layout.wrapWidth * 0.85;
}

/** A byline or a source in brackets is a paragraph by itself, whatever stands above. */
function isWholeLine(text: string): boolean {
  return (
    text.length <= 60 && (/^By \p{Lu}/u.test(text) || readSourceLine(text)?.isBracketed === true)
  );
}

interface Junction {
  readonly line: SourceLine;
  readonly next: SourceLine;
  readonly afterNext: SourceLine | undefined;
  /** `line` is the first of its paragraph. */
  readonly isFirstLine: boolean;
  /** Text of the paragraph so far. */
  readonly opening: SourceLine;
}

function isWrappedBreak(junction: Junction, layout: Layout): boolean {
  const { line, next, afterNext, isFirstLine, opening } = junction;
  const isPage = isPageStart(next, layout.isDoubleSpaced);
  const indent = next.indent - (isPage && layout.isDoubleSpaced ? 1 : 0);
  const hasBlank = next.blanksBefore > 0;
  const bracket = /^[（(※]/.test(opening.text) && hasOpenBracket(opening.text);
  if (line.width > layout.wrapWidth * 1.15 + 4 && endsSentence(line.text)) return true;
  if (bracket && isFirstLine && !endsSentence(line.text) && line.width > layout.wrapWidth * 0.6)
    return false;
  if (hasBlank && !layout.isDoubleSpaced && !isPage) return true;
  if (isWholeLine(next.text) || (isFirstLine && isWholeLine(line.text))) return true;
  if (isEndedEarly(line, next, layout, isFirstLine && line.indent === 0)) return true;
  if (isFirstLine && isDateLine(line.text)) return true;
  const ends = endsSentence(line.text) || /[：:]$/.test(line.text);
  if (indent >= 2) {
    // Two lines with the same indent are one indented block, unless the next but one shows a paragraph's first line.
    if (ends || indent > line.indent) return true;
    if (afterNext !== undefined && afterNext.indent < indent) return true;
  }
  const system = recogniseNumbering(next.text);
  if (
    system !== undefined &&
    /^第.+[条條章节節编]/.test(system.mark) &&
    (ends || /[；;]$/.test(line.text))
  )
    return true;
  if (!ends) return /[；;]$/.test(line.text) && system !== undefined;
  if (isDateLine(next.text)) return true;
  if (beginsParagraph(next.text)) {
    // `一是…` may also go on in a line; then the width tells.
    if (/^[一二三四五六七八九十]{1,2}[是要]/.test(next.text) && layout.lostIndent > 0) {
      return showsLostIndent(next, afterNext, layout);
    }
    return true;
  }
  if (isLoose(next, afterNext, layout)) return true;
  return /[。！？!?.”’]$/.test(line.text) && showsLostIndent(next, afterNext, layout);
}

/**
 * Groups lines into paragraphs.
 *
 * @param breaks numbers of lines that begin a paragraph in any case (behind separators, headings of Markdown)
 * @param paragraphStarts numbers of lines that begin one according to the document's format, which knows better than the
 * layout
 */
export function healLines(
  lines: readonly SourceLine[],
  layout: Layout,
  breaks: ReadonlySet<number> = new Set(),
  paragraphStarts?: ReadonlySet<number>,
): readonly ParagraphLines[] {
  const paragraphs: SourceLine[][] = [];
  let current: SourceLine[] = [];
  for (const [index, next] of lines.entries()) {
    const line = current[current.length - 1];
    const opening = current[0];
    const isBreak =
      line === undefined ||
      opening === undefined ||
      breaks.has(next.number) ||
      (paragraphStarts === undefined
        ? !layout.isWrapped ||
          isWrappedBreak(
            { line, next, afterNext: lines[index + 1], isFirstLine: current.length === 1, opening },
            layout,
          )
        : paragraphStarts.has(next.number) ||
          isDateLine(line.text) ||
          (endsSentence(line.text) && beginsParagraph(next.text)));
    if (isBreak) {
      current = [];
      paragraphs.push(current);
    }
    current.push(next);
  }
  return paragraphs;
}
