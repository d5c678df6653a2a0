/** Mends the articles of a document as a keeper has said: joins two, splits one, corrects a title or a date. */
import { type ArticleDraft, type Block, findLine } from '../domain/article.js';
import type { Correction } from '../domain/correction.js';
import type { CorrectionStore } from '../ports/correction-store.js';
import { makeTitle } from './make-title.js';
import type { SplitResult } from './split-articles.js';
import type { ReadDocument } from './text-document.js';

/** A first paragraph that is longer is text, not the title of the new article, in UTF-16 code units. */
const MAX_TITLE_LENGTH = 80;

export interface CorrectedArticles {
  readonly articles: ArticleDraft[];
  /** Those that fit nothing any more, because the document has changed. */
  readonly missed: readonly Correction[];
}

/** Splits a document as its keeper has mended it. */
export async function splitCorrected(
  document: ReadDocument,
  corrections: Pick<CorrectionStore, 'list'> | undefined,
): Promise<SplitResult> {
  const split = document.split();
  const made = (await corrections?.list(document.path)) ?? [];
  if (made.length === 0) return split;
  const { articles, missed } = correctArticles(split.articles, made);
  const warnings = missed.map(
    ({ kind, anchor }) => `no longer fits what was mended (${kind}): “${anchor.title}”`,
  );
  return { articles, warnings: [...split.warnings, ...warnings] };
}

/** Does corrections one after the other. */
export function correctArticles(
  drafts: readonly ArticleDraft[],
  corrections: readonly Correction[],
): CorrectedArticles {
  let articles = [...drafts];
  const missed: Correction[] = [];
  for (const correction of corrections) {
    const corrected = correctOne(articles, correction);
    if (corrected === undefined) missed.push(correction);
    else articles = corrected;
  }
  return { articles, missed };
}

function correctOne(
  articles: readonly ArticleDraft[],
  correction: Correction,
): ArticleDraft[] | undefined {
  const index = findAnchor(articles, correction);
  const article = articles[index];
  if (article === undefined) return undefined;
  switch (correction.kind) {
    case 'title':
      return articles.with(index, { ...article, title: correction.title });
    case 'date': {
      const { date: _, datePrecision: __, ...rest } = article;
      const { date, datePrecision = 'day' } = correction;
      return articles.with(index, date === undefined ? rest : { ...rest, date, datePrecision });
    }
    case 'join': {
      const before = articles[index - 1];
      if (before === undefined) return undefined;
      return articles.toSpliced(index - 1, 2, joinArticles(before, article));
    }
    case 'whole':
      return articles.length < 2 ? undefined : [articles.reduce(joinArticles)];
    case 'split': {
      const parts = splitArticle(article, correction.line);
      return parts === undefined ? undefined : articles.toSpliced(index, 1, ...parts);
    }
  }
}

/** The article at the same line under the same title; else, where lines have moved, the only one of that title. */
function findAnchor(articles: readonly ArticleDraft[], { anchor }: Correction): number {
  const same = articles.flatMap(({ title }, index) => (title === anchor.title ? [index] : []));
  const exact = same.find((index) => articles[index]?.startLine === anchor.startLine);
  return exact ?? (same.length === 1 ? (same[0] ?? -1) : -1);
}

/** The title of the second stays in the text, as a heading. */
function joinArticles(before: ArticleDraft, after: ArticleDraft): ArticleDraft {
  const head = [after.title, ...(after.subtitle === undefined ? [] : [after.subtitle])].join('\n');
  const headStart = before.text.length + 1;
  const shift = headStart + head.length + 1;
  const heading: Block = {
    kind: 'heading',
    start: headStart,
    end: headStart + after.title.length,
    level: 1,
    label: after.title,
  };
  const subtitle: readonly Block[] =
    after.subtitle === undefined
      ? []
      : [{ kind: 'meta', start: heading.end + 1, end: headStart + head.length }];
  return {
    ...before,
    endLine: after.endLine,
    text: `${before.text}\n${head}\n${after.text}`,
    lineStarts: [
      ...before.lineStarts,
      [headStart, after.startLine],
      ...after.lineStarts.map(([offset, line]) => [offset + shift, line] as const),
    ],
    ...(before.pageStarts === undefined
      ? {}
      : { pageStarts: [...before.pageStarts, ...(after.pageStarts ?? [])] }),
    blocks: [
      ...before.blocks,
      heading,
      ...subtitle,
      ...after.blocks.map((block) => moveBlock(block, shift)),
    ],
  };
}

/** Parts an article before the paragraph that begins at a line; `undefined` when none does, or nothing is left above. */
function splitArticle(article: ArticleDraft, line: number): ArticleDraft[] | undefined {
  const { blocks, lineStarts, text } = article;
  const at = blocks.findIndex(({ start }) => findLine(lineStarts, start) === line);
  const first = blocks[at];
  if (first === undefined || at === 0) return undefined;
  const head = text.slice(first.start, first.end);
  const isTitle = head.length <= MAX_TITLE_LENGTH && at + 1 < blocks.length;
  const rest = blocks.slice(isTitle ? at + 1 : at);
  const from = rest[0]?.start ?? first.start;
  const { subtitle: _, date: __, datePrecision: ___, author: ____, ...facts } = article;
  const above = { ...article, text: text.slice(0, first.start - 1) };
  const lastAbove = findLine(lineStarts, Math.max(0, first.start - 1));
  return [
    {
      ...above,
      endLine: lastAbove,
      lineStarts: lineStarts.filter(([offset]) => offset < first.start),
      blocks: blocks.slice(0, at),
    },
    {
      ...facts,
      title: isTitle ? head : makeTitle(head),
      startLine: line,
      text: text.slice(from),
      lineStarts: [
        [0, findLine(lineStarts, from)],
        ...lineStarts
          .filter(([offset]) => offset > from)
          .map(([offset, number]) => [offset - from, number] as const),
      ],
      blocks: rest.map((block) => moveBlock(block, -from)),
    },
  ];
}

function moveBlock(block: Block, shift: number): Block {
  return { ...block, start: block.start + shift, end: block.end + shift };
}
