/** Puts an article together from its paragraphs: text, line mapping, blocks, byline, publisher. */
import type { ArticleDraft, Block, LineStart } from '../domain/article.js';
import type { Paragraph, Role } from './classify-paragraphs.js';
import { detectLanguage } from './detect-language.js';
import { type ArticleHead, isRepeated } from './examine-runs.js';
import { endsSentence, squeeze } from './punctuation.js';
import { readTrailingSource, type SourceCredit } from './read-source-lines.js';
import { recogniseNumbering } from './recognise-headings.js';

/** An article but for its date and publisher, which need the whole document. */
export interface RawArticle {
  readonly draft: ArticleDraft;
  readonly source?: SourceCredit;
  /** The paragraphs of the text, each with its block. */
  readonly parts: readonly ArticlePart[];
}

/** A paragraph with what it is in its article. */
export interface ArticlePart {
  readonly paragraph: Paragraph;
  readonly kind: Block['kind'];
  /** Order of its numbering system; only of headings, clauses and items. */
  readonly rank?: number;
  readonly label?: string;
  /** Stands above the running text. */
  readonly isHead: boolean;
}

/** Longest first sentence that is shown as the label of an item, in UTF-16 code units. */
const MAX_LABEL_LENGTH = 48;
/** Longest line that is a heading rather than a paragraph. */
const MAX_HEADING_LENGTH = 80;
/** Paragraphs from an article's start on in which an inner title is looked for. */
const HEAD_REACH = 10;
/** Lines of a signature at most: office, name, date, source. */
const MAX_TAIL = 4;
/** Unnumbered headings stand above 一、, unless 一、 came first. */
const UNNUMBERED_OUTER = 6.5;
const UNNUMBERED_INNER = 8.5;

function findRunInLabel(text: string): string | undefined {
  const sentence = /^[^。！？；：:.!?]{4,}[。.](?=.)/u.exec(text)?.[0];
  if (sentence === undefined || sentence.length > MAX_LABEL_LENGTH) return undefined;
  return sentence.slice(0, -1);
}

type Shape = Pick<ArticlePart, 'kind' | 'rank' | 'label'>;

function shapeNumbered(text: string, isShort: boolean): Shape {
  const numbering = recogniseNumbering(text);
  if (numbering === undefined) return { kind: 'paragraph' };
  const { rank, mark, kind } = numbering;
  const isLine = isShort && !endsSentence(text) && !/[；;，,、：:]$/.test(text);
  if (kind === 'clause') return { kind, rank, label: mark };
  if (isLine && squeeze(text) !== squeeze(mark)) return { kind: 'heading', rank, label: text };
  if (kind === 'heading' && rank < 5 && isShort) return { kind, rank, label: text };
  const label = findRunInLabel(text);
  return { kind: 'item', rank, ...(label === undefined ? {} : { label }) };
}

const TEXT_ROLES: ReadonlySet<Role> = new Set<Role>([
  'body',
  'speaker',
  'numbered',
  'markdown',
  'salutation',
  'announcement',
]);

/** Tells which paragraphs belong to the head of the article: those above its running text, and a repeated head. */
function findHeadParagraphs(
  paragraphs: readonly Paragraph[],
  title: string,
): ReadonlySet<Paragraph> {
  const found = new Set<Paragraph>();
  // Without running text (a poem, a list) nothing stands above it.
  if (!paragraphs.some(({ role }) => TEXT_ROLES.has(role))) return found;
  let isHead = true;
  for (const [index, paragraph] of paragraphs.slice(0, HEAD_REACH * 2).entries()) {
    const isText = TEXT_ROLES.has(paragraph.role);
    if (isText) isHead = false;
    const above = paragraphs[index - 1];
    const opensAgain =
      /^(?:plain|dash)$/.test(paragraph.role) &&
      index < HEAD_REACH &&
      (above?.role === 'announcement' || isRepeated(paragraph.text, title));
    if (opensAgain) isHead = true;
    if (isHead) found.add(paragraph);
  }
  return found;
}

function shapeParagraph(
  paragraph: Paragraph,
  index: number,
  context: {
    readonly paragraphs: readonly Paragraph[];
    readonly head: ReadonlySet<Paragraph>;
    readonly unnumberedRank: number;
    /** From here on only short lines follow: signature, date, source. */
    readonly tailStart: number;
  },
): Shape {
  const { paragraphs, head } = context;
  const { role, text } = paragraph;
  const above = paragraphs[index - 1];
  const below = paragraphs[index + 1];
  if (role === 'note') {
    const isOffice = above?.role === 'byline' && !/\d|通过|修订|发布/.test(text);
    return { kind: isOffice ? 'meta' : 'note' };
  }
  if (/^(?:date|byline|source|credit|field|dash)$/.test(role)) {
    return { kind: role === 'dash' && !head.has(paragraph) ? 'paragraph' : 'meta' };
  }
  if (role === 'announcement' && text.length < 24) return { kind: 'meta' };
  if (role === 'markdown' && paragraph.markdown !== undefined) {
    const { level, text: label } = paragraph.markdown;
    return { kind: 'heading', rank: level - 10, label };
  }
  if (role === 'numbered') return shapeNumbered(text, text.length <= MAX_HEADING_LENGTH);
  if (role !== 'plain') return { kind: 'paragraph' };
  if (head.has(paragraph)) return { kind: 'meta' };
  if (index >= context.tailStart) return { kind: 'meta' };
  const names = below !== undefined && /^(?:body|speaker|numbered|salutation)$/.test(below.role);
  if (!names || text.length > MAX_HEADING_LENGTH || /[：:!！?？]$/.test(text))
    return { kind: 'paragraph' };
  return { kind: 'heading', rank: context.unnumberedRank, label: text };
}

function shapeParts(paragraphs: readonly Paragraph[], title: string): readonly ArticlePart[] {
  const head = findHeadParagraphs(paragraphs, title);
  const firstPlain = paragraphs.findIndex(
    (paragraph) => paragraph.role === 'plain' && !head.has(paragraph),
  );
  const firstHan = paragraphs.findIndex((paragraph) => /^[一1][、.]/.test(paragraph.text));
  const unnumberedRank =
    firstHan >= 0 && firstHan < firstPlain ? UNNUMBERED_INNER : UNNUMBERED_OUTER;
  const lastText = paragraphs.findLastIndex(
    ({ role }) => !/^(?:plain|date|source|credit|byline)$/.test(role),
  );
  const tailStart =
    lastText < 0 ? paragraphs.length : Math.max(lastText + 1, paragraphs.length - MAX_TAIL);
  return paragraphs.map((paragraph, index) => ({
    paragraph,
    isHead: head.has(paragraph),
    ...shapeParagraph(paragraph, index, { paragraphs, head, unnumberedRank, tailStart }),
  }));
}

function joinParts(
  parts: readonly ArticlePart[],
): Pick<ArticleDraft, 'text' | 'lineStarts' | 'blocks'> {
  const ranks = [
    ...new Set(parts.flatMap((part) => (part.rank === undefined ? [] : [part.rank]))),
  ].sort((a, b) => a - b);
  const lineStarts: LineStart[] = [];
  const blocks: Block[] = [];
  const texts: string[] = [];
  let offset = 0;
  for (const { paragraph, kind, rank, label } of parts) {
    for (const [start, line] of paragraph.lineStarts) lineStarts.push([offset + start, line]);
    const end = offset + paragraph.text.length;
    const level = rank === undefined ? undefined : Math.min(6, ranks.indexOf(rank) + 1);
    blocks.push({
      kind,
      start: offset,
      end,
      ...(level === undefined ? {} : { level }),
      ...(label === undefined ? {} : { label }),
    });
    texts.push(paragraph.text);
    offset = end + 1;
  }
  return { text: texts.join('\n'), lineStarts, blocks };
}

function findAuthor(parts: readonly ArticlePart[]): string | undefined {
  const heads = parts.filter((part) => part.isHead);
  const tail = parts.slice(-3);
  return [...heads, ...tail].find((part) => part.paragraph.author !== undefined)?.paragraph.author;
}

/**
 * Builds an article from its paragraphs.
 *
 * @param paragraphs those of the article, title and subtitle included
 * @param head what `findTitles` found; its indexes count from `head.start`
 */
export function buildArticle(paragraphs: readonly Paragraph[], head: ArticleHead): RawArticle {
  const kept = paragraphs.filter((_, index) => !head.taken.has(head.start + index));
  const parts = shapeParts(kept, head.title);
  const joined = joinParts(parts);
  const sources = parts.flatMap((part) => part.paragraph.source ?? []);
  const lastBody = parts.findLast((part) => part.kind === 'paragraph' || part.kind === 'item');
  const trailing = lastBody === undefined ? undefined : readTrailingSource(lastBody.paragraph.text);
  const source = sources.findLast((credit) => credit.publisher !== undefined) ?? trailing;
  const author = findAuthor(parts);
  const first = paragraphs[0];
  const last = paragraphs[paragraphs.length - 1];
  return {
    parts,
    ...(source === undefined ? {} : { source }),
    draft: {
      title: head.title,
      ...(head.subtitle === undefined ? {} : { subtitle: head.subtitle }),
      ...(author === undefined ? {} : { author }),
      language: detectLanguage(
        joined.text.length > 40 ? joined.text : `${head.title}\n${joined.text}`,
      ),
      startLine: first?.first.number ?? 1,
      endLine: last?.last.number ?? 1,
      ...joined,
    },
  };
}
