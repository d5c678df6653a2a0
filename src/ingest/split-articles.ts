/**
 * Splits a document into its articles: scan lines → drop noise → detect the layout → heal broken lines → classify
 * paragraphs → find titles → build and date articles. Pure; nothing of the document gets lost without a warning.
 */
import { type ArticleDraft, cutPageStarts, type PageStart } from '../domain/article.js';
import { buildArticle, type RawArticle } from './build-article.js';
import { classifyParagraphs, type Paragraph } from './classify-paragraphs.js';
import { dateArticles } from './date-articles.js';
import { detectLayout, isPageStart, type Layout } from './detect-layout.js';
import { type CleanLines, type DroppedLine, dropNoise } from './drop-noise.js';
import type { ArticleHead } from './examine-runs.js';
import { findMarkdownTitles } from './find-markdown-titles.js';
import { completeHeads, type FoundTitles, findTitles } from './find-titles.js';
import { healLines } from './heal-lines.js';
import { findJunctions, measureTitleWidth } from './join-titles.js';
import type { TitleContext } from './observe-title.js';
import { findOutlineTitles } from './outline-titles.js';
import { squeeze } from './punctuation.js';
import { readContents } from './read-contents.js';
import { readMarkdown } from './read-markdown.js';
import { recogniseNumbering } from './recognise-headings.js';
import { isMostlyChinese, type SourceLine, scanLines } from './scan-lines.js';

/** What the splitter needs of a decoded document. */
export interface SplitInput {
  /** `lines[0]` is line 1. */
  readonly lines: readonly string[];
  readonly format: 'text' | 'markdown';
  /** File name, for warnings. */
  readonly name: string;
  readonly pageStarts?: readonly PageStart[];
  /** Levels of headings by line, 1 the outermost, where the format marks them. */
  readonly headings?: ReadonlyMap<number, number>;
  /** Titles of the articles by the lines that they begin at, where the document itself says so. Empty: it is one article. */
  readonly chapters?: ReadonlyMap<number, string>;
  /** Numbers of the lines that begin a paragraph, where the format says so; else the layout tells. */
  readonly paragraphStarts?: ReadonlySet<number>;
}

/** The articles of a document in order, and what people should know about the splitting. */
export interface SplitResult {
  readonly articles: ArticleDraft[];
  readonly warnings: string[];
}

/** Marks the lines that open a page after one that was left before it was full. */
function findShortPages(lines: readonly SourceLine[], layout: Layout): ReadonlySet<number> {
  const found = new Set<number>();
  if (layout.linesPerPage === 0) return found;
  let last = 0;
  for (const [index, line] of lines.entries()) {
    if (!isPageStart(line, layout.isDoubleSpaced)) continue;
    if (index - last <= layout.linesPerPage * 0.88) found.add(line.number);
    last = index;
  }
  return found;
}

function findUsualGap(paragraphs: readonly Paragraph[]): number {
  const gaps = paragraphs
    .slice(1)
    .map((paragraph) => paragraph.first.blanksBefore)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length * 0.6)] ?? 0;
}

/** Knows a word when the document has it in one piece, in small letters. */
function collectWords(lines: readonly SourceLine[]): (word: string) => boolean {
  if (!lines.some((line) => /\p{L}-$/u.test(line.text))) return () => false;
  const words = new Set<string>();
  for (const line of lines) {
    for (const word of line.text.toLowerCase().match(/\p{L}{4,}/gu) ?? []) words.add(word);
  }
  return (word) => words.has(word);
}

function makeContext(
  paragraphs: readonly Paragraph[],
  lines: readonly SourceLine[],
  layout: Layout,
  clean: CleanLines,
  contents: ReadonlySet<string>,
): TitleContext {
  const places = new Map<string, number[]>();
  for (const [index, paragraph] of paragraphs.entries()) {
    if (paragraph.role !== 'plain') continue;
    const key = squeeze(paragraph.text);
    const list = places.get(key);
    if (list === undefined) places.set(key, [index]);
    else list.push(index);
  }
  return {
    paragraphs,
    layout,
    places,
    junctions: findJunctions(paragraphs),
    titleWidth: measureTitleWidth(paragraphs, layout),
    contents,
    afterSeparator: clean.afterSeparator,
    afterPageBreak: clean.afterPageBreak,
    afterShortPage: findShortPages(lines, layout),
    usualGap: findUsualGap(paragraphs),
  };
}

/** Gives a publisher to the articles above a line such as `以上均来源于…`, back to the previous source line. */
function spreadPublishers(articles: readonly RawArticle[]): readonly (string | undefined)[] {
  const publishers = articles.map((article) => article.source?.publisher);
  for (const [index, article] of articles.entries()) {
    if (article.source?.coversAbove !== true) continue;
    for (let above = index - 1; above >= 0 && publishers[above] === undefined; above -= 1) {
      publishers[above] = article.source.publisher;
    }
  }
  return publishers;
}

/** Lines that a warning names; a table of contents is named in full, page numbers of a book are not. */
const MAX_NAMED_LINES = 60;

function describeDropped(dropped: readonly DroppedLine[]): string[] {
  const reasons = new Map<string, DroppedLine[]>();
  for (const entry of dropped) {
    const list = reasons.get(entry.reason) ?? [];
    list.push(entry);
    reasons.set(entry.reason, list);
  }
  return [...reasons].map(([reason, entries]) => {
    const samples = entries
      .slice(0, MAX_NAMED_LINES)
      .map(({ line }) => `${line.number} “${line.text}”`);
    const more = entries.length > samples.length ? ', …' : '';
    return `left out as ${reason}: ${entries.length} lines (${samples.join(', ')}${more})`;
  });
}

/** Splits a document into articles. An empty document has none. */
export function splitArticles(document: SplitInput): SplitResult {
  const scanned = scanLines(document.lines);
  const markdown = readMarkdown(scanned, document.format === 'markdown', document.headings);
  const contents = readContents(scanned);
  const clean = dropNoise(scanned, markdown, contents, document.pageStarts !== undefined);
  const { lines } = clean;
  const layout = detectLayout(lines, isMostlyChinese(document.lines));
  const breaks = new Set([
    ...clean.afterSeparator,
    ...markdown.headings.keys(),
    ...markdown.frontMatter,
    ...(document.chapters?.keys() ?? []),
  ]);
  const classified = classifyParagraphs(
    healLines(lines, layout, breaks, document.paragraphStarts),
    {
      layout,
      markdown,
      contents: contents.entries,
      isWord: collectWords(lines),
    },
  );
  const context = makeContext(classified, lines, layout, clean, contents.entries);
  const { heads, cover, paragraphs, warnings } = findHeads(context, document);
  const dropped = [
    ...clean.dropped,
    ...cover
      .flatMap((index) => paragraphs[index]?.lines ?? [])
      .map((line) => ({ line, reason: 'front matter' as const })),
  ];
  const filled = mergeEmptyHeads(heads, paragraphs.length);
  const raw = filled.map((head, index) =>
    buildArticle(paragraphs.slice(head.start, filled[index + 1]?.start ?? paragraphs.length), head),
  );
  const mastheads = cover.map((index) => paragraphs[index]?.text ?? '');
  const dates = dateArticles(raw, mastheads);
  const publishers = spreadPublishers(raw);
  const { title: _, ...facts } = markdown.facts;
  const articles = raw.map(({ draft }, index) => {
    const publisher = publishers[index];
    return {
      ...(raw.length > 1 ? facts : {}),
      ...draft,
      ...dates[index],
      ...(publisher === undefined ? {} : { publisher }),
      ...(document.pageStarts === undefined
        ? {}
        : { pageStarts: cutPageStarts(document.pageStarts, draft) }),
      // Front matter speaks of the one article below it, and of many only where these say nothing themselves.
      ...(raw.length > 1 ? {} : facts),
    };
  });
  return { articles, warnings: [...describeDropped(dropped), ...warnings] };
}

/** Where articles begin: as the outline says, else as the headings do, else as the lines look. */
function findHeads(context: TitleContext, document: SplitInput): FoundTitles {
  const { chapters, pageStarts, headings } = document;
  const { paragraphs } = context;
  if (chapters !== undefined && chapters.size > 0) {
    const found = completeHeads(findOutlineTitles(paragraphs, chapters), paragraphs, []);
    // Where the outline has the sections too, a line alone is no heading: a command, a cell of a table.
    const hasSections = (headings?.size ?? 0) >= chapters.size * 2;
    return hasSections ? { ...found, paragraphs: paragraphs.map(toText) } : found;
  }
  const byHeadings = chapters === undefined ? findMarkdownTitles(paragraphs) : undefined;
  if (byHeadings !== undefined) {
    return completeHeads(byHeadings, paragraphs, findHeadingCover(paragraphs, byHeadings));
  }
  const isPrinted = pageStarts !== undefined;
  return findTitles(context, chapters !== undefined ? 'one' : isPrinted ? 'unsure' : 'many');
}

function toText(paragraph: Paragraph): Paragraph {
  if (paragraph.role !== 'plain') return paragraph;
  const isNumbered = recogniseNumbering(paragraph.text) !== undefined;
  return { ...paragraph, role: isNumbered ? 'numbered' : 'body' };
}

/** A title with nothing below it is a kicker of the next one; the last of a document stays in the text. */
function mergeEmptyHeads(heads: readonly ArticleHead[], end: number): readonly ArticleHead[] {
  const merged: ArticleHead[] = [];
  for (const head of [...heads].reverse()) {
    const next = merged[merged.length - 1];
    if (head.taken.size < (next?.start ?? end) - head.start) {
      merged.push(head);
    } else if (next !== undefined) {
      const subtitle = [head.title, head.subtitle, next.subtitle].filter(Boolean).join(' ');
      const taken = new Set([...head.taken, ...next.taken]);
      merged[merged.length - 1] = { ...next, start: head.start, subtitle, taken };
    } else if (heads.length === 1) merged.push({ ...head, taken: new Set() });
  }
  return merged.reverse();
}

/** A heading that stands alone above the articles names the document; with text below it is an article itself. */
function findHeadingCover(
  paragraphs: readonly Paragraph[],
  heads: readonly ArticleHead[],
): readonly number[] {
  const start = heads[0]?.start ?? 0;
  const above = paragraphs.slice(0, start);
  const isCover =
    above.every((paragraph) => paragraph.role !== 'body' && paragraph.text.length <= 80) &&
    above.some((paragraph) => paragraph.role === 'markdown');
  return isCover ? above.map((_, index) => index) : [];
}
