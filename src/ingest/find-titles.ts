/**
 * Decides where articles begin: the candidates with enough evidence; then those set like them; in numbered series all
 * or none. A document without any recognisable title is one article under its first sentence.
 */
import type { Paragraph } from './classify-paragraphs.js';
import { isDisplayLine } from './classify-paragraphs.js';
import {
  type ArticleHead,
  type Candidate,
  collectRuns,
  examineRun,
  isRepeated,
} from './examine-runs.js';
import { closeChineseGaps } from './join-lines.js';
import type { TitleContext } from './observe-title.js';
import { recogniseNumbering } from './recognise-headings.js';
import { scoreTitle, TITLE_THRESHOLD, type TitleFeature } from './title-features.js';

/** The beginnings of a document's articles. */
export interface FoundTitles {
  readonly heads: readonly ArticleHead[];
  /** Indexes of paragraphs of the cover: they belong to no article. */
  readonly cover: readonly number[];
  readonly warnings: readonly string[];
  /** The paragraphs, some with another role. */
  readonly paragraphs: readonly Paragraph[];
}

/** Paragraphs of an article's head within which its title may be repeated. */
const INNER_TITLE_REACH = 10;
/** Sure titles that are needed before others are compared with them. */
const MIN_SURE_TITLES = 3;
/** Share of the lines alone between sentences that must open a topic before any of them is believed to. */
const MIN_TOPIC_SHARE = 0.75;
/** Lines with less evidence than a title are named in a warning from these scores on; headings have none at all. */
const DOUBT = { leastScore: 2.5, leastScoreAlone: 1 } as const;
/** What titles of papers and readers have, and the headings of a book have not. */
const SIGNS: ReadonlySet<TitleFeature> = new Set<TitleFeature>([
  'titleField',
  'afterSource',
  'afterSignature',
  'dateLine',
  'byline',
  'sourceBelow',
  'leadDate',
  'occasion',
  'genre',
  'salutation',
  'newTopic',
]);
/** Share of the titles with such a sign, in a collection. */
const MIN_SIGNED_SHARE = 0.5;
/** Text above the first title from this length on is an article of its own. */
const MIN_PREFACE_LENGTH = 200;
/** A title made from a sentence: at most so many half-width columns. */
const MAX_MADE_TITLE = 60;
/** So much of a text is looked at for it: a line may be a whole book. */
const MAX_OPENING = 1000;

const addFeature = (candidate: Candidate, feature: TitleFeature): Candidate => ({
  ...candidate,
  features: [...candidate.features, feature],
});

function acceptTitles(candidates: readonly Candidate[]): readonly Candidate[] {
  const accepted: Candidate[] = [];
  for (const candidate of candidates) {
    const features = [...candidate.features];
    const last = accepted[accepted.length - 1];
    const isNear = last !== undefined && candidate.titleStart - last.body <= INNER_TITLE_REACH;
    const isClosed = features.includes('afterSource');
    if (isNear && !isClosed && isRepeated(candidate.head.title, last.head.title)) {
      features.push('repeatsTitle');
    }
    if (scoreTitle(features) >= TITLE_THRESHOLD) accepted.push(candidate);
  }
  return accepted;
}

/**
 * Believes the lines that open a topic, when nearly all lines alone between sentences do: the headings inside an
 * article stand like titles, but few of them say what the text below them says and the text above does not.
 */
function observeTopics(candidates: readonly Candidate[]): readonly Candidate[] {
  const alone = candidates.filter(({ isAlone }) => isAlone);
  const opening = alone.filter(({ opensTopic }) => opensTopic);
  if (opening.length < alone.length * MIN_TOPIC_SHARE) return candidates;
  return candidates.map((candidate) =>
    candidate.opensTopic ? addFeature(candidate, 'newTopic') : candidate,
  );
}

/** How a title is set: what a house style keeps the same. */
function describeStyle(candidate: Candidate, { paragraphs }: TitleContext): string {
  const line = paragraphs[candidate.head.start]?.first;
  const below = paragraphs[candidate.titleStart + 1]?.first;
  const indent = line === undefined ? 0 : line.indent >= 4 ? 2 : line.indent >= 1 ? 1 : 0;
  return [Math.min(3, line?.blanksBefore ?? 0), indent, Math.min(2, below?.blanksBefore ?? 0)].join(
    '/',
  );
}

/** Notes which candidates are set like the sure titles, when nearly nothing else is set so. */
function observeHouseStyle(
  candidates: readonly Candidate[],
  context: TitleContext,
): readonly Candidate[] {
  const sure = acceptTitles(candidates);
  const styled = sure.filter((candidate) => candidate.head.start > 0);
  if (sure.length < MIN_SURE_TITLES || styled.length === 0) return candidates;
  const counts = new Map<string, number>();
  for (const candidate of styled) {
    const style = describeStyle(candidate, context);
    counts.set(style, (counts.get(style) ?? 0) + 1);
  }
  const [house, count] = [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
  const isSure = new Set(sure);
  const isStyled = (candidate: Candidate): boolean => describeStyle(candidate, context) === house;
  const others = candidates.filter((candidate) => !isSure.has(candidate) && isStyled(candidate));
  if (count < styled.length * 0.8 || others.length > sure.length * 0.34) return candidates;
  return candidates.map((candidate) =>
    isStyled(candidate) ? addFeature(candidate, 'houseStyle') : candidate,
  );
}

const examineAll = (context: TitleContext): readonly Candidate[] =>
  collectRuns(context.paragraphs).flatMap((run) => examineRun(run, context) ?? []);

const readOrdinal = (mark: string): number => {
  const digits = /\d+/.exec(mark)?.[0];
  if (digits !== undefined) return Number(digits);
  const han = mark.replace(/[^一二三四五六七八九十]/g, '');
  if (!han.includes('十')) return '一二三四五六七八九'.indexOf(han) + 1;
  const [tens = '', ones = ''] = han.split('十');
  const value = (digit: string): number => '一二三四五六七八九'.indexOf(digit) + 1;
  return (tens === '' ? 1 : value(tens)) * 10 + (ones === '' ? 0 : value(ones));
};

/**
 * Reads numbered lines as titles when those that look like titles by themselves are numbered 1, 2, 3 …; the headings
 * 一、二、 of a speech hardly ever do.
 */
function promoteNumbered(context: TitleContext): TitleContext {
  for (const system of ['arabic', 'han']) {
    const ordinals = new Map<number, number>();
    for (const [index, paragraph] of context.paragraphs.entries()) {
      const numbering =
        paragraph.role === 'numbered' ? recogniseNumbering(paragraph.text) : undefined;
      if (numbering?.system !== system) continue;
      if (!isDisplayLine(paragraph.text, context.layout, paragraph.lines.length)) continue;
      ordinals.set(index, readOrdinal(numbering.mark));
    }
    if (ordinals.size < 2) continue;
    const promote = (chosen: ReadonlySet<number>): TitleContext => ({
      ...context,
      paragraphs: context.paragraphs.map((paragraph, index) =>
        chosen.has(index) ? { ...paragraph, role: 'plain' } : paragraph,
      ),
    });
    const titles = examineAll(promote(new Set(ordinals.keys())))
      .filter(
        ({ titleStart, features }) =>
          ordinals.has(titleStart) && scoreTitle(features) >= TITLE_THRESHOLD,
      )
      .map(({ titleStart }) => titleStart);
    const isSeries = titles.every((index, order) => ordinals.get(index) === order + 1);
    if (titles.length >= 2 && isSeries) return promote(new Set(titles));
  }
  return context;
}

/** Makes a title of a sentence: its beginning, cut at a mark if there is one. */
function makeTitle(text: string): string {
  const opening = text.slice(0, MAX_OPENING);
  const sentence = /^.{4,}?[。！？!?；]|^.{12,}?\.\s/u.exec(opening)?.[0].trim() ?? opening;
  const characters = [...(sentence.replace(/[。；.]$/, '').trim() || opening)];
  let width = 0;
  const fitting = characters.findIndex((character) => {
    width += /[\u2E80-\uFFEF]/.test(character) ? 2 : 1;
    return width > MAX_MADE_TITLE;
  });
  if (fitting < 0) return characters.join('');
  const cut = characters.slice(0, fitting).join('');
  const mark = Math.max(cut.lastIndexOf('，'), cut.lastIndexOf('、'), cut.lastIndexOf(' '));
  return `${mark > cut.length / 2 ? cut.slice(0, mark) : cut}…`;
}

/**
 * Finds the beginnings of articles, in order.
 *
 * @param expected how many articles the document may hold; a printed document has many only where its titles are those of
 * a collection
 */
export function findTitles(
  given: TitleContext,
  expected: 'many' | 'unsure' | 'one' = 'many',
): FoundTitles {
  const context = promoteNumbered(given);
  const { paragraphs } = context;
  const candidates = observeHouseStyle(observeTopics(examineAll(context)), context);
  const all = acceptTitles(candidates);
  const isMany = expected === 'many' || (expected === 'unsure' && isCollection(all));
  const accepted = isMany ? all : all.filter(({ features }) => features.includes('documentStart'));
  const heads = accepted.map((candidate) => candidate.head);
  const found = completeHeads(heads, paragraphs, accepted[0]?.cover ?? []);
  const doubts = describeDoubts(candidates, accepted, paragraphs);
  const inner = expected === 'unsure' ? all.filter((title) => !accepted.includes(title)) : [];
  if (inner.length > 0)
    doubts.push(`read as headings of one article: ${nameTitles(inner, paragraphs)}`);
  return { ...found, warnings: [...found.warnings, ...doubts] };
}

/** Whether titles have what those of a collection have: dates, names, sources, a place in the contents without a number. */
function isCollection(titles: readonly Candidate[]): boolean {
  const others = titles.filter(({ features }) => !features.includes('documentStart'));
  const signed = others.filter(
    ({ features, head }) =>
      features.some((feature) => SIGNS.has(feature)) ||
      (features.includes('inContents') && recogniseNumbering(head.title) === undefined),
  );
  return signed.length >= others.length * MIN_SIGNED_SHARE;
}

/** Says which articles begin at a line that is hardly a sure title, and which lines may begin one that was not seen. */
function describeDoubts(
  candidates: readonly Candidate[],
  accepted: readonly Candidate[],
  paragraphs: readonly Paragraph[],
): string[] {
  const isAccepted = new Set(accepted);
  const unsure = accepted.filter(({ features }) => {
    const others = features.filter((feature) => !/^(?:newTopic|houseStyle)$/.test(feature));
    return scoreTitle(others) < TITLE_THRESHOLD;
  });
  const missed = candidates.filter((candidate) => {
    const score = scoreTitle(candidate.features);
    if (isAccepted.has(candidate) || score >= TITLE_THRESHOLD) return false;
    return score >= (candidate.isAlone ? DOUBT.leastScoreAlone : DOUBT.leastScore);
  });
  return [
    ...(unsure.length === 0
      ? []
      : [
          `articles begin at these lines, though their titles are not sure: ${nameTitles(unsure, paragraphs)}`,
        ]),
    ...(missed.length === 0
      ? []
      : [
          `these lines may be titles, but were left in the article above: ${nameTitles(missed, paragraphs)}`,
        ]),
  ];
}

function nameTitles(list: readonly Candidate[], paragraphs: readonly Paragraph[]): string {
  return list
    .map(({ titleStart, head }) => `${paragraphs[titleStart]?.first.number} “${head.title}”`)
    .join(', ');
}

/** Sees to the text above the first title: on the cover, before the first article, or an article of its own. */
export function completeHeads(
  heads: readonly ArticleHead[],
  paragraphs: readonly Paragraph[],
  cover: readonly number[],
): FoundTitles {
  const top = paragraphs.findIndex((_, index) => !cover.includes(index));
  const first = heads[0];
  const opening = paragraphs[top];
  if (opening === undefined || first?.start === top)
    return { heads, cover, warnings: [], paragraphs };
  const preface = paragraphs.slice(top, first?.start ?? paragraphs.length);
  const length = preface.reduce((sum, paragraph) => sum + paragraph.text.length, 0);
  const lines = `lines ${opening.first.number} to ${preface[preface.length - 1]?.last.number ?? 0}`;
  if (first !== undefined && length < MIN_PREFACE_LENGTH) {
    const warning = `the text above the first title (${lines}) was put to the first article`;
    return {
      heads: [{ ...first, start: top }, ...heads.slice(1)],
      cover,
      warnings: [warning],
      paragraphs,
    };
  }
  if (opening.role === 'plain' && preface.length > 1) {
    // A poem or a list: no running text, but a title.
    const head = { start: top, title: closeChineseGaps(opening.text), taken: new Set([top]) };
    return { heads: [head, ...heads], cover, warnings: [], paragraphs };
  }
  const title = makeTitle(opening.markdown?.text ?? opening.text);
  const where = first === undefined ? 'in the document' : `above ${lines}`;
  return {
    heads: [{ start: top, title, taken: new Set() }, ...heads],
    cover,
    warnings: [`no title was recognised ${where}; “${title}” was made from its first line`],
    paragraphs,
  };
}
