/** Decides which of several short lines are one broken title, which is the kicker above it and which the subtitle. */
import type { Paragraph } from './classify-paragraphs.js';
import { isPageStart, type Layout } from './detect-layout.js';
import { closeChineseGaps, findGlue } from './join-lines.js';
import { hasOpenBracket, squeeze } from './punctuation.js';

/** One or more paragraphs read as one line. */
export interface TitleUnit {
  /** `[from, to)` of the paragraphs. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What is known of the whole document when lines are joined. */
export interface JoinContext {
  readonly paragraphs: readonly Paragraph[];
  readonly layout: Layout;
  /** Where a short line, white space removed, stands: indexes of paragraphs. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** Pairs of line ends and beginnings that stand in one run elsewhere, as `findJunctions` gives them. */
  readonly junctions: ReadonlySet<string>;
  /** Half-width columns at which titles are broken, 0 when it cannot be told; see `measureTitleWidth`. */
  readonly titleWidth: number;
  /** Entries of the table of contents, white space removed. */
  readonly contents: ReadonlySet<string>;
}

/** Weights of the evidence that two short lines belong together; joined from `joinThreshold` on. */
const JOIN_RULES = {
  joinThreshold: 3,
  /** A bracket or quotation mark is still open. */
  openBracket: 4,
  /** No blank line between them where every line has one behind it. */
  noBlankInDoubleSpacing: 4,
  /** Two characters on both sides of the break stand in one run elsewhere in the document. */
  junction: 4,
  /** One character on one side and two on the other do. */
  narrowJunction: 3,
  /** The first line ends with a word or mark that calls for more: 在, 的, 、, ：. */
  callsForMore: 2,
  /** A rest of one or two characters. */
  tinyRest: 2,
  /** The second line begins with a small letter. */
  smallLetter: 4,
  /** The first line reaches the width at which this document breaks its titles. */
  titleWidth: 2,
  /** The first line is nearly as wide as the text. */
  fullWidth: 1,
  /** No blank line between them. */
  noBlank: 1,
  /** Both are set off to the right. */
  bothCentred: 1,
  /** A subtitle with a dash follows: the second line is none. */
  dashBelow: 4,
  /** The first line is a column or names the paper that printed the text: a kicker. */
  column: -6,
  /** The second line says again what the first one says: the title repeated above the body. */
  repeats: -12,
  /** Blank lines between them. */
  blank: -1,
  /** The first line stands elsewhere too: a kicker or column name. */
  recurring: -3,
  /** The first line announces what somebody said: a kicker. */
  kickerVerb: -2,
  /** The second line says who took part: a subtitle. */
  attendance: -2,
  /** The table of contents lists the first line alone. */
  listedAlone: -6,
  /** The table of contents lists both as one. */
  listedTogether: 8,
} as const;

const CALLS_FOR_MORE =
  /[、，：:—和与及在的为把将对暨以是]$|\b(?:the|a|an|of|in|to|for|and|with|on|at|by)$/i;
const KICKER_VERB = /(?:强调|指出|表示|要求|时说|提出|希望|強調|指出|要求)$/;
/** `《某刊》刊发…文章`, `《某报》“某某”专栏`. */
const COLUMN = /^《[^》]+》.*(?:文章|专栏|評論|评论|社论|专稿|专题)$/;
const ATTENDANCE = /(?:出席|主持|参加|陪同|讲话|致辞|會議|參加)$/;

/** The characters round a break, from the most telling run to the least: two and two, then one and two. */
function readJunctions(before: string, after: string): readonly [string, string, string] {
  const left = squeeze(before).slice(-2);
  const right = squeeze(after).slice(0, 2);
  return [left + right, left + right.slice(0, 1), left.slice(-1) + right];
}

/**
 * Finds which of the breaks between neighbouring short lines stand in one run elsewhere in the running text.
 * One pass over the text, whatever the number of breaks.
 */
export function findJunctions(paragraphs: readonly Paragraph[]): ReadonlySet<string> {
  const wanted = new Set<string>();
  for (const [index, paragraph] of paragraphs.entries()) {
    const before = paragraphs[index - 1];
    if (before?.role !== 'plain' || paragraph.role !== 'plain') continue;
    for (const key of readJunctions(before.text, paragraph.text)) {
      if (/^\p{Script=Han}{3,4}$/u.test(key)) wanted.add(key);
    }
  }
  const found = new Set<string>();
  if (wanted.size === 0) return found;
  for (const paragraph of paragraphs) {
    if (paragraph.role === 'plain') continue;
    const text = squeeze(paragraph.text);
    for (let index = 0; index + 3 <= text.length; index += 1) {
      for (const length of [3, 4]) {
        const key = text.slice(index, index + length);
        if (wanted.has(key)) found.add(key);
      }
    }
  }
  return found;
}

/** A line may be this much narrower than the width it was broken at: a character and a mark. */
const TITLE_WIDTH_SLACK = 3;

/**
 * Measures at which width titles are broken: many short lines with another below them end there, and hardly any short
 * line is wider.
 */
export function measureTitleWidth(paragraphs: readonly Paragraph[], layout: Layout): number {
  if (!layout.isWrapped) return 0;
  const plain = paragraphs.flatMap((paragraph, index) =>
    paragraph.role === 'plain'
      ? [
          {
            width: Math.round(paragraph.last.width),
            isFirst: paragraphs[index + 1]?.role === 'plain',
          },
        ]
      : [],
  );
  const firsts = plain.filter(({ isFirst, width }) => isFirst && width > layout.wrapWidth / 2);
  const isBreak = (width: number): boolean => {
    const near = firsts.filter(
      (line) => line.width <= width && line.width >= width - TITLE_WIDTH_SLACK,
    );
    const wider = plain.filter((line) => line.width > width + 1);
    return near.length >= 3 && wider.length <= plain.length * 0.1;
  };
  const widths = [...new Set(firsts.map(({ width }) => width))].sort((a, b) => b - a);
  return widths.find(isBreak) ?? 0;
}

/** Paragraphs within which the same line is a repeated head of one article, not a line of another. */
const SAME_HEAD_REACH = 12;

/** Whether the same line stands in another place of the document, farther away than the head of one article. */
export function standsElsewhere(line: string, at: number, { places }: JoinContext): boolean {
  const all = places.get(squeeze(line)) ?? [];
  // The nearest are at both ends of a sorted list only when there are few; any one far away suffices.
  return all.some((place) => Math.abs(place - at) > SAME_HEAD_REACH);
}

function scoreJoin(first: TitleUnit, second: Paragraph, context: JoinContext): number {
  const { layout, paragraphs, junctions, contents, titleWidth } = context;
  const last = paragraphs[first.to - 1];
  if (last === undefined) return 0;
  const isPage = isPageStart(second.first, layout.isDoubleSpaced);
  const blanks = second.first.blanksBefore;
  const [whole4, ...narrow] = readJunctions(first.text, second.text);
  const whole = squeeze(first.text);
  const rest = squeeze(second.text);
  const evidence: readonly (readonly [boolean, number])[] = [
    [hasOpenBracket(first.text), JOIN_RULES.openBracket],
    [layout.isDoubleSpaced && blanks === 0 && !isPage, JOIN_RULES.noBlankInDoubleSpacing],
    [junctions.has(whole4), JOIN_RULES.junction],
    [!junctions.has(whole4) && narrow.some((key) => junctions.has(key)), JOIN_RULES.narrowJunction],
    [CALLS_FOR_MORE.test(first.text), JOIN_RULES.callsForMore],
    [rest.length <= 2 && /\p{Script=Han}/u.test(rest), JOIN_RULES.tinyRest],
    [/^\p{Ll}/u.test(second.text), JOIN_RULES.smallLetter],
    [layout.isWrapped && last.last.width >= layout.wrapWidth * 0.65, JOIN_RULES.fullWidth],
    [titleWidth > 0 && last.last.width >= titleWidth - TITLE_WIDTH_SLACK, JOIN_RULES.titleWidth],
    [!layout.isDoubleSpaced && blanks === 0, JOIN_RULES.noBlank],
    [last.last.indent >= 4 && second.first.indent >= 4, JOIN_RULES.bothCentred],
    [!layout.isDoubleSpaced && blanks > 0, JOIN_RULES.blank],
    [standsElsewhere(whole, first.from, context), JOIN_RULES.recurring],
    [KICKER_VERB.test(whole), JOIN_RULES.kickerVerb],
    [paragraphs[first.to + 1]?.role === 'dash', JOIN_RULES.dashBelow],
    [COLUMN.test(whole) || whole.length <= 8, JOIN_RULES.column],
    [rest.length >= 4 && whole.includes(rest), JOIN_RULES.repeats],
    [ATTENDANCE.test(rest) && rest.length < whole.length, JOIN_RULES.attendance],
    [contents.has(whole), JOIN_RULES.listedAlone],
    [contents.has(whole + rest), JOIN_RULES.listedTogether],
  ];
  return evidence.reduce((sum, [holds, weight]) => (holds ? sum + weight : sum), 0);
}

/** Joins neighbouring short lines, `[from, to)` of the paragraphs, to units of one line each. */
export function joinUnits(from: number, to: number, context: JoinContext): readonly TitleUnit[] {
  const units: TitleUnit[] = [];
  for (let index = from; index < to; index += 1) {
    const paragraph = context.paragraphs[index];
    if (paragraph === undefined) break;
    const unit = units[units.length - 1];
    if (unit !== undefined && scoreJoin(unit, paragraph, context) >= JOIN_RULES.joinThreshold) {
      const glue = findGlue(unit.text, paragraph.text);
      units[units.length - 1] = { ...unit, to: index + 1, text: unit.text + glue + paragraph.text };
    } else units.push({ from: index, to: index + 1, text: paragraph.text });
  }
  return units.map((unit) => ({ ...unit, text: closeChineseGaps(unit.text).replace(/\s+/g, ' ') }));
}

/** Whether the first of two lines stands above the title as a kicker, rather than being the title itself. */
export function isKicker(
  first: TitleUnit,
  second: TitleUnit,
  lead: string,
  context: JoinContext,
): boolean {
  const above = squeeze(first.text);
  const below = squeeze(second.text);
  const text = squeeze(lead);
  if (KICKER_VERB.test(above) || COLUMN.test(above)) return true;
  const recurs = standsElsewhere(above, first.from, context);
  if (recurs && !standsElsewhere(below, second.from, context)) return true;
  if (ATTENDANCE.test(below) && below.length < above.length) return false;
  if (below.length >= 6 && text.includes(below) && !text.includes(above)) return true;
  if (/^[【［].+[】］]$/.test(above)) return true;
  const isLatin = !/\p{Script=Han}/u.test(above + below);
  if (isLatin) return /^[^a-z]{2,24}$/.test(first.text) && /[a-z]/.test(second.text);
  return above.length <= 6 && below.length >= 10;
}
