/** Decides which headings of a Markdown document are titles of articles and which are sections of one. */
import type { Paragraph } from './classify-paragraphs.js';
import type { ArticleHead } from './examine-runs.js';
import { closeChineseGaps } from './join-lines.js';
import { observeLead, readLead } from './observe-title.js';
import { stripMarks } from './read-markdown.js';
import { readTrailingSource } from './read-source-lines.js';

/** Share of the sections that must look like articles when a single heading stands above them. */
const MIN_ARTICLE_SECTIONS = 0.5;

/** A line all in italics: right under a title it is the subtitle. */
const ITALIC = /^([*_])(?![*_]).+(?<![*_])\1$/;

interface Heading {
  readonly index: number;
  readonly level: number;
}

/** Whether a section has a head or an end of its own: date, byline, source, or an opening as news have. */
function looksLikeArticle(paragraphs: readonly Paragraph[], from: number, to: number): boolean {
  const isMark = (paragraph: Paragraph | undefined): boolean =>
    paragraph !== undefined && /^(?:date|byline|source)$/.test(paragraph.role);
  if (paragraphs.slice(from + 1, from + 4).some(isMark)) return true;
  const last = paragraphs[to - 1];
  if (isMark(last) || readTrailingSource(last?.text ?? '') !== undefined) return true;
  const title = paragraphs[from]?.markdown?.text ?? '';
  return observeLead(title, readLead(paragraphs, from + 1)).includes('leadDate');
}

function pickLevel(
  headings: readonly Heading[],
  paragraphs: readonly Paragraph[],
): number | undefined {
  const levels = [...new Set(headings.map((heading) => heading.level))].sort((a, b) => a - b);
  for (const [order, level] of levels.entries()) {
    const own = headings.filter((heading) => heading.level === level);
    if (own.length < 2) continue;
    const isTop = order === 0 && headings[0]?.level === level;
    const hasTextAbove = paragraphs
      .slice(0, own[0]?.index ?? 0)
      .some((paragraph) => paragraph.role === 'body' || paragraph.role === 'plain');
    if (isTop && !hasTextAbove) return level;
    const articles = own.filter((heading, place) =>
      looksLikeArticle(paragraphs, heading.index, own[place + 1]?.index ?? paragraphs.length),
    );
    return articles.length >= own.length * MIN_ARTICLE_SECTIONS ? level : undefined;
  }
  return undefined;
}

function makeHead(paragraphs: readonly Paragraph[], index: number): ArticleHead {
  const title = closeChineseGaps(paragraphs[index]?.markdown?.text ?? '');
  const below = paragraphs[index + 1];
  const isItalic = below !== undefined && below.text.length <= 140 && ITALIC.test(below.text);
  const isSubtitle = below?.role === 'dash' || (isItalic && /^(?:plain|body)$/.test(below.role));
  const subtitle = isSubtitle ? closeChineseGaps(stripMarks(below.text)) : undefined;
  return {
    start: index,
    title,
    ...(subtitle === undefined ? {} : { subtitle }),
    taken: new Set(subtitle === undefined ? [index] : [index, index + 1]),
  };
}

/**
 * Finds the articles of a document by its Markdown headings.
 *
 * @returns `undefined` when the headings do not say where articles begin
 */
export function findMarkdownTitles(
  paragraphs: readonly Paragraph[],
): readonly ArticleHead[] | undefined {
  const headings = paragraphs.flatMap((paragraph, index) =>
    paragraph.markdown === undefined ? [] : [{ index, level: paragraph.markdown.level }],
  );
  const [first] = headings;
  if (first === undefined) return undefined;
  const level = pickLevel(headings, paragraphs);
  if (level !== undefined) {
    const own = headings.filter((heading) => heading.level === level);
    // A single heading above with a text of its own opens an article too.
    const start = own[0]?.index ?? 0;
    const hasOwnText = paragraphs
      .slice(first.index + 1, start)
      .some((paragraph) => paragraph.text.length > 80);
    const opening = first.level < level && hasOwnText ? [first] : [];
    return [...opening, ...own].map((heading) => makeHead(paragraphs, heading.index));
  }
  const isAlone = headings.filter((heading) => heading.level === first.level).length === 1;
  const above = paragraphs.slice(0, first.index).some((paragraph) => paragraph.role === 'body');
  return isAlone && !above && headings.every((heading) => heading.level >= first.level)
    ? [makeHead(paragraphs, first.index)]
    : undefined;
}
