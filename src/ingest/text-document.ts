/**
 * A document that arrives as text rather than as a file: a feed entry, a channel post. Title, date, publisher and author
 * are known from where it came from, so nothing is guessed: it is one article, and each of its paragraphs is a line.
 */
import { createHash } from 'node:crypto';
import type { ArticleDraft, DatePrecision, LibraryDocument } from '../domain/article.js';
import type { WebParagraph } from '../domain/feed.js';
import type { DecodedDocument, KnownArticle } from '../ports/document-reader.js';
import { buildArticle } from './build-article.js';
import type { Paragraph } from './classify-paragraphs.js';
import { joinLines } from './join-lines.js';
import { squeeze } from './punctuation.js';
import { recogniseNumbering } from './recognise-headings.js';
import { type SourceLine, scanLines } from './scan-lines.js';
import type { SplitResult } from './split-articles.js';

/** A text with what its source says about it. */
export interface TextDocument {
  /** What citations and lists call it: the feed's or channel's title. */
  readonly name: string;
  /** Address that stays the same when the text changes; unique in a library. */
  readonly path: string;
  /** Not blank. */
  readonly title: string;
  readonly paragraphs: readonly WebParagraph[];
  /** ISO 8601, as long as `datePrecision` says. */
  readonly date?: string;
  readonly datePrecision?: DatePrecision;
  readonly publisher?: string;
  readonly author?: string;
  /** Where a reader can open it, `https://…`. */
  readonly link?: string;
}

/** A document that was read and can be split into its articles. */
export type ReadDocument = Pick<
  LibraryDocument,
  'name' | 'path' | 'link' | 'contentHash' | 'bytes' | 'encoding'
> &
  Pick<DecodedDocument, 'warnings'> & { readonly split: () => SplitResult };

/**
 * Reads a text as a document. Its content hash is of title, date, author, link and words: the same entry in two feeds is
 * one document, and a feed that changes its own name changes none.
 */
export function readTextDocument(document: TextDocument): ReadDocument {
  const { name, path, link, title, date, author, paragraphs } = document;
  const words = JSON.stringify([title, date, author, link, paragraphs]);
  return {
    name,
    path,
    ...(link === undefined ? {} : { link }),
    contentHash: createHash('sha256').update(words).digest('hex'),
    bytes: Buffer.byteLength(paragraphs.map(({ text }) => text).join('\n')),
    encoding: 'utf-8',
    warnings: [],
    // The link is the document's.
    split: () => ({ articles: buildKnownArticle({ ...document, link: undefined }), warnings: [] }),
  };
}

/** Articles that a format tells apart: their lines follow each other as `listLines` gives them. */
export function buildKnownArticles(articles: readonly KnownArticle[]): SplitResult {
  let before = 0;
  const drafts = articles.flatMap((article) => {
    const [draft] = buildKnownArticle(article);
    const shift = before;
    before += article.paragraphs.length + 1;
    return draft === undefined ? [] : [shiftLines(draft, shift)];
  });
  const empty = articles.length - drafts.length;
  return { articles: drafts, warnings: empty === 0 ? [] : [`articles without words: ${empty}`] };
}

/** The lines of articles that a format tells apart. */
export function listLines(articles: readonly KnownArticle[]): string[] {
  return articles.flatMap(({ title, paragraphs }) =>
    [title, ...paragraphs.map(({ text }) => text)].map(oneLine),
  );
}

function shiftLines(draft: ArticleDraft, shift: number): ArticleDraft {
  return {
    ...draft,
    startLine: draft.startLine + shift,
    endLine: draft.endLine + shift,
    lineStarts: draft.lineStarts.map(([offset, line]) => [offset, line + shift] as const),
  };
}

/** The article of a text; none when it has no words. Line 1 is the title, each paragraph is a line of its own. */
function buildKnownArticle(
  document: Omit<KnownArticle, 'link'> & { readonly link?: string | undefined },
): ArticleDraft[] {
  const { title, date, datePrecision, publisher, author, link } = document;
  const lines = scanLines([title, ...document.paragraphs.map(({ text }) => oneLine(text))]);
  const body = lines.filter(({ number }) => number > 1);
  // Pages repeat their title as the first heading.
  if (squeeze(body[0]?.text ?? '') === squeeze(title)) body.shift();
  if (!body.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) return [];
  const paragraphs = body.map((line) =>
    makeParagraph(line, document.paragraphs[line.number - 2]?.headingLevel),
  );
  const cleanTitle = lines.find(({ number }) => number === 1)?.text ?? title;
  const { draft } = buildArticle(paragraphs, { start: 0, title: cleanTitle, taken: new Set() });
  const { author: _, ...facts } = draft;
  return [
    {
      ...facts,
      startLine: 1,
      ...(date === undefined ? {} : { date, datePrecision: datePrecision ?? 'day' }),
      ...(publisher === undefined ? {} : { publisher }),
      ...(author === undefined ? {} : { author }),
      ...(link === undefined ? {} : { link }),
    },
  ];
}

function makeParagraph(line: SourceLine, headingLevel: number | undefined): Paragraph {
  const lines = [line] as const;
  const shape = { ...joinLines(lines, () => false), lines, first: line, last: line };
  if (headingLevel !== undefined) {
    return { ...shape, role: 'markdown', markdown: { level: headingLevel, text: line.text } };
  }
  return { ...shape, role: recogniseNumbering(line.text) === undefined ? 'body' : 'numbered' };
}

function oneLine(text: string): string {
  return text.normalize('NFC').replace(/[\n\r\u2028\u2029]+/g, ' ');
}
