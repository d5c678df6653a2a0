/**
 * Looks at the runs of short lines between two stretches of running text and finds in each the line that could be a
 * title. A run holds at most one: what closes the article above comes first, then the head of the next.
 */
import { type Paragraph, readTitleField } from './classify-paragraphs.js';
import { closeChineseGaps } from './join-lines.js';
import { isKicker, joinUnits, standsElsewhere, type TitleUnit } from './join-titles.js';
import {
  isNewTopic,
  isNumberingAnew,
  observeBelow,
  observeLead,
  observePlace,
  readAbove,
  readLead,
  SHORT_ROLES,
  type TitleContext,
} from './observe-title.js';
import { endsSentence, squeeze } from './punctuation.js';
import { findDates } from './read-dates.js';
import { readTrailingSource } from './read-source-lines.js';
import { observeWords, type TitleFeature } from './title-features.js';

/** The beginning of an article. */
export interface ArticleHead {
  /** First paragraph of the article, kicker included. */
  readonly start: number;
  readonly title: string;
  readonly subtitle?: string;
  /** Paragraphs whose text went into title and subtitle. */
  readonly taken: ReadonlySet<number>;
}

/** A run of short lines, and what was seen about its title. */
export interface Candidate {
  readonly head: ArticleHead;
  /** First paragraph of the title. */
  readonly titleStart: number;
  /** First paragraph of running text below. */
  readonly body: number;
  readonly features: readonly TitleFeature[];
  /** Paragraphs of the document's cover above the head. */
  readonly cover: readonly number[];
  /** Nothing but the title stands between complete sentences above and below. */
  readonly isAlone: boolean;
  /** Alone, and its words come again in the text below but not in that above. */
  readonly opensTopic: boolean;
}

/** Where the head of an article begins in a run. */
interface Segment {
  /** Place in the run. */
  readonly from: number;
  /** What closed the article above, if anything did. */
  readonly closed?: TitleFeature;
}

/** Names of periodicals, their issues, the office and the day of issue: they stand on covers. */
const MASTHEAD =
  /^《?[\p{Script=Han}]{2,10}(?:日报|晚报|周报|时报|早报|晨报|快报|周刊|季刊|日報|晚報|週報|時報|週刊)》?$|总?第\s?[\d一二三四五六七八九十百〇]+\s?[期号辑]|内部(?:资料|刊物|学习|交流)|主办|编印|编发|学习(?:资料|材料|参考|汇编|读本)(?:汇编|选编)?$|(?:月刊|简报|通讯|选编|汇编)$|\b(?:Issue|Vol(?:ume)?\.?|No\.)\s?\d+|\b(?:Newsletter|Bulletin)$|\d{4}\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?$/iu;
/** `THE ELLERY WEEKLY`, `The Coldbrook Messenger`; `Hard Times` alone may be a title. */
const ENGLISH_PAPER =
  /^the (?:\S+ ){1,4}(?:weekly|daily|monthly|times|news|herald|gazette|courier|messenger|post|review|journal|chronicle|observer|tribune|echo|star|record)$/i;

const isTitleRole = (paragraph: Paragraph | undefined): boolean =>
  paragraph?.role === 'plain' || paragraph?.role === 'field';

/** Whether a line names the periodical, also with the day or month of issue behind its name. */
function isMasthead(text: string): boolean {
  if (MASTHEAD.test(text) || ENGLISH_PAPER.test(text)) return true;
  const issue = findDates(text)[0];
  if (issue === undefined || issue.end < text.length) return false;
  const name = text.slice(0, issue.start).replace(/[^\p{L}\p{N}]+$/u, '');
  return ENGLISH_PAPER.test(name) || /^\P{Ll}*\p{Lu}\P{Ll}*$/u.test(name);
}

/** Whether a run opens with a name and the month of issue, and the head below has a byline or date of its own. */
function opensWithIssue(run: readonly Paragraph[]): boolean {
  const [name, issue, ...rest] = run;
  return (
    name?.role === 'plain' &&
    issue?.role === 'date' &&
    findDates(issue.text)[0]?.day === undefined &&
    isTitleRole(rest[0]) &&
    rest.some(({ role }) => /^(?:byline|date|source)$/.test(role))
  );
}

/** Short lines of a run that are looked at; a longer run is a list. */
const MAX_TITLE_LINES = 24;

/** Kicker, title and two subtitles; more short lines are a list. */
const MAX_HEAD_UNITS = 4;

/** Collects the runs of short lines that have running text below them, as indexes of paragraphs. */
export function collectRuns(paragraphs: readonly Paragraph[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  let current: number[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    if (SHORT_ROLES.has(paragraph.role)) current.push(index);
    else if (current.length > 0) {
      runs.push(current);
      current = [];
    }
  }
  return runs;
}

/** Leaves out the lines of the cover, in the document's first run. */
function findCover(run: readonly Paragraph[], context: TitleContext): Segment {
  let from = opensWithIssue(run) ? 2 : 0;
  const lastTitle = run.findLastIndex(isTitleRole);
  for (let order = from; order < lastTitle; order += 1) {
    const next = run[order + 1];
    if (next === undefined) break;
    const isParted =
      context.afterSeparator.has(next.first.number) ||
      context.afterPageBreak.has(next.first.number);
    const isCover = isMasthead(run[order]?.text ?? '') || isParted;
    if (isCover || (from === order && order > 0 && !isTitleRole(run[order]))) from = order + 1;
  }
  return { from };
}

/** Leaves out what closes the article above: source lines, credits, signatures, dates. */
function findSegment(run: readonly Paragraph[]): Segment {
  let from = 0;
  let closed: TitleFeature | undefined;
  const lastTitle = run.findLastIndex(isTitleRole);
  for (let order = 0; order < lastTitle; order += 1) {
    const paragraph = run[order];
    const next = run[order + 1];
    if (paragraph === undefined) break;
    const isSource =
      paragraph.role === 'source' && (paragraph.source?.isBracketed === true || order === from);
    // `某某委员会` with a date below it signs the article above, if a title follows.
    const isSigned =
      order === from &&
      paragraph.role === 'plain' &&
      paragraph.text.length <= 30 &&
      next?.role === 'date' &&
      !/^[（(]/.test(next.text) &&
      lastTitle > order + 1;
    if (isSource || paragraph.role === 'credit') {
      from = order + 1;
      closed = 'afterSource';
    } else if (isSigned) {
      from = order + 2;
      order += 1;
      closed ??= 'afterSignature';
    } else if (order === from && /^(?:date|note|byline|dash)$/.test(paragraph.role)) {
      from = order + 1;
      if (paragraph.role !== 'dash') closed ??= 'afterSignature';
    }
  }
  return { from, ...(closed === undefined ? {} : { closed }) };
}

/** Whether a line repeats the title of its article, or the other way round. */
export function isRepeated(line: string, title: string): boolean {
  const strip = (text: string): string => text.replace(/[\s《》“”‘’「」【】·:：—,，]/g, '');
  const short = strip(line);
  const whole = strip(title);
  return (
    short.length >= 4 && (whole.includes(short) || (whole.length >= 6 && short.includes(whole)))
  );
}

/** Puts the head together: kicker and subtitles around the title. */
function makeHead(
  units: readonly TitleUnit[],
  order: number,
  context: TitleContext,
): ArticleHead | undefined {
  const title = units[order];
  const first = units[0];
  if (title === undefined || first === undefined) return undefined;
  const taken = new Set<number>();
  const subtitles: string[] = [];
  const take = (unit: TitleUnit): void => {
    for (let index = unit.from; index < unit.to; index += 1) taken.add(index);
    if (unit !== title) subtitles.push(unit.text);
  };
  for (const unit of units.slice(0, order + 1)) take(unit);
  let next = title.to;
  for (const unit of units.slice(order + 1, order + 3)) {
    // An office with a date below it issued the text; that is no subtitle.
    const isIssuer = unit.text.length <= 24 && context.paragraphs[unit.to]?.role === 'date';
    if (isIssuer || isRepeated(unit.text, squeeze(title.text))) break;
    take(unit);
    next = unit.to;
  }
  while (context.paragraphs[next]?.role === 'dash') {
    taken.add(next);
    subtitles.push(context.paragraphs[next]?.text ?? '');
    next += 1;
  }
  return {
    start: first.from,
    title: title.text.replace(/^[【［](.+)[】］]$/u, '$1'),
    ...(subtitles.length === 0 ? {} : { subtitle: closeChineseGaps(subtitles.join(' ')) }),
    taken,
  };
}

/** Leaves out a list of short lines (names, a table) above the line that the text below repeats. */
function skipList(units: readonly TitleUnit[], lead: string): readonly TitleUnit[] {
  if (units.length <= MAX_HEAD_UNITS) return units;
  const from = units.findLastIndex(({ text }) => observeLead(text, lead).includes('leadRepeats'));
  return from > 0 ? units.slice(from) : units;
}

/** Observations about the line above the run. */
function observeAbove(
  above: Paragraph | undefined,
  isTop: boolean,
  closed: TitleFeature | undefined,
) {
  const features: TitleFeature[] = [];
  if (closed !== undefined) return [closed];
  if (above === undefined) return features;
  if (readTrailingSource(above.text) !== undefined) features.push('afterSource');
  if (above.role === 'announcement') features.push('announced');
  const isHeading = above.role === 'numbered' && !endsSentence(above.text);
  if (isTop && (isHeading || above.role === 'markdown' || !endsSentence(above.text))) {
    features.push('afterOpenLine');
  }
  return features;
}

/** Whether running text that is complete stands above and below a run. */
function standsBetweenSentences(run: readonly number[], paragraphs: readonly Paragraph[]): boolean {
  const above = paragraphs[(run[0] ?? 0) - 1];
  const below = paragraphs[(run[run.length - 1] ?? 0) + 1];
  return [above, below].every(
    (paragraph) => paragraph?.role === 'body' && endsSentence(paragraph.text),
  );
}

/** Notes what speaks for and against a title in a run; `undefined` when it has no line that could be one. */
export function examineRun(run: readonly number[], context: TitleContext): Candidate | undefined {
  const { paragraphs } = context;
  const top = run[0] ?? 0;
  const body = top + run.length;
  if (body >= paragraphs.length) return undefined;
  const lines = paragraphs.slice(top, body);
  const { from, closed } = top === 0 ? findCover(lines, context) : findSegment(lines);
  const offset = lines.slice(from).findIndex(isTitleRole);
  const firstLine = lines[from + offset];
  if (offset < 0 || firstLine === undefined) return undefined;
  const start = top + from + offset;
  const field = readTitleField(firstLine.text);
  let end = start + 1;
  const limit = Math.min(body, start + MAX_TITLE_LINES);
  while (end < limit && paragraphs[end]?.role === 'plain' && field === undefined) end += 1;
  const all =
    field === undefined
      ? joinUnits(start, end, context)
      : [{ from: start, to: start + 1, text: field }];
  const lead = readLead(paragraphs, body);
  const units = top === 0 ? all : skipList(all, lead);
  const [first, second] = units;
  const hasKicker =
    first !== undefined && second !== undefined && isKicker(first, second, lead, context);
  const order = hasKicker ? 1 : 0;
  const title = units[order];
  const head = makeHead(units, order, context);
  if (title === undefined || head === undefined) return undefined;
  const features: TitleFeature[] = [
    ...observeWords(title.text),
    ...observePlace(paragraphs[head.start] ?? firstLine, context),
    ...observeBelow(paragraphs.slice(title.to, body), body, context),
    ...observeLead(title.text, lead),
    ...observeAbove(paragraphs[top - 1], start === top, closed),
  ];
  if (hasKicker) features.push('kicker');
  if (field !== undefined) features.push('titleField');
  if (top === 0) features.push('documentStart');
  if (context.contents.has(squeeze(title.text))) features.push('inContents');
  if (title.to - title.from > 1) features.push('brokenTitle');
  if (isNumberingAnew(context, body, top)) features.push('numberingAnew');
  if (units.length > MAX_HEAD_UNITS + 1) features.push('amongMany');
  if (standsElsewhere(title.text, title.from, context)) features.push('sameAsOthers');
  const cover = top === 0 ? run.slice(0, start) : [];
  const isAlone = run.length === title.to - title.from && standsBetweenSentences(run, paragraphs);
  const opensTopic =
    isAlone &&
    features.some((feature) => /^leadRepeats/.test(feature)) &&
    isNewTopic(title.text, { lead, above: readAbove(paragraphs, top) });
  return { head, titleStart: title.from, body, features, cover, isAlone, opensTopic };
}
