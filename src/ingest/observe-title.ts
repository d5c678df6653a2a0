/** Notes what the surroundings of a short line say for and against its being a title. */
import type { Paragraph } from './classify-paragraphs.js';
import { isPageStart } from './detect-layout.js';
import type { JoinContext } from './join-titles.js';
import { findDates } from './read-dates.js';
import { recogniseNumbering } from './recognise-headings.js';
import { measureRepetition, type TitleFeature } from './title-features.js';

/** What is known of the whole document when titles are found. */
export interface TitleContext extends JoinContext {
  /** Numbers of lines behind a separator or a table of contents. */
  readonly afterSeparator: ReadonlySet<number>;
  readonly afterPageBreak: ReadonlySet<number>;
  /** Numbers of lines that open a page after one that was left early. */
  readonly afterShortPage: ReadonlySet<number>;
  /** Blank lines that usually stand between paragraphs. */
  readonly usualGap: number;
}

/** Roles of short lines; a run of them may hold the beginning of an article. */
export const SHORT_ROLES: ReadonlySet<string> = new Set([
  'plain',
  'field',
  'dash',
  'date',
  'byline',
  'note',
  'source',
  'credit',
]);
/** Running text that is compared with the title, in UTF-16 code units. */
const LEAD_LENGTH = 260;
const ABOVE_LENGTH = 800;
/** How news begin, if not with a date. */
const NEWS_OPENING =
  /^.{0,12}(?:近日|日前|今日|今天|昨日|本报讯|新华社|中新社|[^，。]{2,20}\d{0,2}日电|（记者)/;
/** The first number of a system. */
const FIRST_MARK =
  /^(?:第[一1壹]|一、|一[.．]|1[.、．]|I\.|(?:CHAPTER|Chapter|PART|Part|Article|Section|ARTICLE|SECTION)\s(?:1|I|One)\b)/;
/** Paragraphs above in which an earlier numbering is looked for. */
const NUMBERING_REACH = 400;

/** The running text from a paragraph on, for comparison. */
export function readLead(paragraphs: readonly Paragraph[], body: number): string {
  let lead = '';
  for (let index = body; index < paragraphs.length && lead.length < LEAD_LENGTH; index += 1) {
    const paragraph = paragraphs[index];
    if (paragraph === undefined || SHORT_ROLES.has(paragraph.role)) break;
    lead += `${paragraph.text}\n`;
  }
  return lead.slice(0, LEAD_LENGTH);
}

/** The text above a paragraph, as much of it as tells what the article above is about. */
export function readAbove(paragraphs: readonly Paragraph[], top: number): string {
  let above = '';
  for (let index = top - 1; index >= 0 && above.length < ABOVE_LENGTH; index -= 1) {
    above = `${paragraphs[index]?.text ?? ''}\n${above}`;
  }
  return above.slice(-ABOVE_LENGTH);
}

/** Whether the text below takes up far more of the title's words than the text above had. */
export function isNewTopic(
  title: string,
  { lead, above }: { readonly lead: string; readonly above: string },
): boolean {
  return measureRepetition(title, above) <= measureRepetition(title, lead) / 2;
}

/** Whether a numbering begins below while the same numbering was already further on above. */
export function isNumberingAnew(context: TitleContext, body: number, top: number): boolean {
  const { paragraphs } = context;
  for (const below of paragraphs.slice(body, body + 3)) {
    const numbering = recogniseNumbering(below.text);
    if (numbering === undefined) continue;
    if (!FIRST_MARK.test(numbering.mark)) return false;
    for (let index = top - 1; index >= Math.max(0, top - NUMBERING_REACH); index -= 1) {
      const above = paragraphs[index];
      if (above === undefined || !/^(?:numbered|body)$/.test(above.role)) continue;
      const other = recogniseNumbering(above.text);
      if (other?.system === numbering.system) return !FIRST_MARK.test(other.mark);
    }
    return false;
  }
  return false;
}

/** Observations about the place of a line on the page. */
export function observePlace(line: Paragraph, context: TitleContext): readonly TitleFeature[] {
  const { layout, afterSeparator, afterPageBreak, afterShortPage, usualGap } = context;
  const features: TitleFeature[] = [];
  const { number, indent, blanksBefore } = line.first;
  const opensPage = isPageStart(line.first, layout.isDoubleSpaced) || afterPageBreak.has(number);
  if (afterSeparator.has(number)) features.push('afterSeparator');
  if (opensPage) features.push('pageStart');
  if (afterShortPage.has(number)) features.push('afterShortPage');
  if (blanksBefore > usualGap && !afterPageBreak.has(number)) features.push('wideGap');
  if (layout.isIndented && indent === 0) features.push('unindented');
  if (!layout.isIndented && indent >= 4) features.push('centred');
  return features;
}

/**
 * Observations about the short lines between the title and the running text, and how that text is set.
 *
 * @param between paragraphs behind the title in its run
 * @param body first paragraph of running text
 */
export function observeBelow(
  between: readonly Paragraph[],
  body: number,
  context: TitleContext,
): readonly TitleFeature[] {
  const features = new Set<TitleFeature>();
  for (const { role, text } of between) {
    if (role === 'dash') features.add('dashSubtitle');
    if (role === 'date') features.add('dateLine');
    if (role === 'note' && findDates(text).length > 0) features.add('dateLine');
    if (role === 'byline') features.add('byline');
    if (role === 'source') features.add('sourceBelow');
  }
  const [first, second] = context.paragraphs.slice(body, body + 2);
  if (first?.role === 'salutation') features.add('salutation');
  if (first?.role === 'speaker') features.add('speakerBelow');
  if (first?.role === 'announcement' || second?.role === 'announcement')
    features.add('announcement');
  return [...features];
}

/** Observations about the running text below: does it begin like news, does it repeat the title? */
export function observeLead(title: string, lead: string): readonly TitleFeature[] {
  const features: TitleFeature[] = [];
  const hasDay = findDates(lead.slice(0, 60)).some((date) => date.day !== undefined);
  if (hasDay || NEWS_OPENING.test(lead)) features.push('leadDate');
  const repetition = measureRepetition(title, lead);
  if (repetition >= 0.6) features.push('leadRepeats');
  else if (repetition >= 0.4) features.push('leadRepeatsPart');
  return features;
}
