/** The whole of an article, as lines for the pager. */
import type { Highlight } from '../../domain/answer.js';
import { type Article, findPages } from '../../domain/article.js';
import { locateSource } from '../../texts/locate-source.js';
import { type AnswerLayout, formatMarked } from '../format/print-answer.js';
import { replaceControls } from '../format/style.js';
import { wrapLines } from '../format/wrap-text.js';

/** The lines of an article: title and facts, then its text, with `highlights` in bold. */
export function formatArticle(
  article: Article,
  highlights: readonly Highlight[],
  { width, style, texts }: AnswerLayout,
): string[] {
  const facts = [
    article.publisher,
    article.author,
    article.date,
    `${article.document}, ${locateSource({ ...article, ...findPages(article.pageStarts, article) }, texts)}`,
  ].filter((fact) => fact !== undefined);
  const wrap = (text: string) => wrapLines(replaceControls(text), width);
  return [
    ...wrap(article.title).map((line) => style.bold(line)),
    ...(article.subtitle === undefined ? [] : wrap(article.subtitle)),
    ...wrap(facts.join(' · ')).map((line) => style.dim(line)),
    '',
    ...formatMarked(article.text, highlights, { width, style }),
  ];
}

/**
 * Cuts lines into pages.
 *
 * @param rows lines of a page, at least 1
 */
export function cutPages(lines: readonly string[], rows: number): string[][] {
  const pages: string[][] = [];
  for (let start = 0; start < lines.length; start += rows) {
    pages.push(lines.slice(start, start + rows));
  }
  return pages;
}
