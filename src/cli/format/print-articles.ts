/** The library's articles: as JSON lines for programs, as a list by document for people. */
import type { ArticleSummary } from '../../domain/article.js';
import { en } from '../../texts/en.js';
import { locateSource } from '../../texts/locate-source.js';
import { displayWidth, truncateToWidth } from './display-width.js';
import { formatCount } from './numbers.js';
import { replaceControls, type Style } from './style.js';
import { wrapLines } from './wrap-text.js';

/** An id is not broken, however narrow the terminal. */
const MIN_FACTS_WIDTH = 16;

/** One article as `quoth articles --json` prints it: these keys, in this order, those that are known. */
export function toArticleLine(article: ArticleSummary): string {
  return JSON.stringify({
    id: article.id,
    document: article.document,
    ordinal: article.ordinal,
    title: article.title,
    subtitle: article.subtitle,
    date: article.date,
    datePrecision: article.datePrecision,
    publisher: article.publisher,
    author: article.author,
    link: article.link,
    language: article.language,
    startLine: article.startLine,
    endLine: article.endLine,
    startPage: article.startPage,
    endPage: article.endPage,
    characters: article.characters,
  });
}

/** Lists articles under their documents: number, title; below it date, publisher, size, lines and id. */
export function formatArticleList(
  articles: readonly ArticleSummary[],
  { width, style }: { readonly width: number; readonly style: Style },
): string {
  const byDocument = new Map<string, ArticleSummary[]>();
  for (const article of articles) {
    const members = byDocument.get(article.document);
    if (members) members.push(article);
    else byDocument.set(article.document, [article]);
  }
  const sections = [...byDocument].map(([document, members]) => {
    const count = formatCount(members.length, 'article');
    const digits = String(members.at(-1)?.ordinal ?? 1).length;
    return [
      `${style.bold(replaceControls(document))} · ${count}`,
      ...members.flatMap((article) => formatEntry(article, { digits, width, style })),
    ].join('\n');
  });
  return sections.join('\n\n');
}

function formatEntry(
  article: ArticleSummary,
  { digits, width, style }: { digits: number; width: number; style: Style },
): string[] {
  const number = `  ${String(article.ordinal).padStart(digits)}  `;
  const indent = ' '.repeat(displayWidth(number));
  const facts = [
    article.date,
    article.publisher,
    article.author,
    formatCount(article.characters, 'character'),
    article.link ?? locateSource(article, en),
    article.id,
  ].flatMap((fact) => (fact === undefined ? [] : [oneLine(fact)]));
  return [
    number + truncateToWidth(oneLine(article.title), width - indent.length),
    ...packFacts(facts, width - indent.length).map((line) => style.dim(indent + line)),
  ];
}

/** Puts facts side by side, as many as fit on a line; one that is longer than a line is wrapped, but never an id. */
function packFacts(facts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const fact of facts) {
    const last = lines[lines.length - 1];
    const longer = last === undefined ? fact : `${last} · ${fact}`;
    if (last !== undefined && displayWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(...wrapLines(fact, Math.max(MIN_FACTS_WIDTH, width)));
  }
  return lines;
}

function oneLine(text: string): string {
  return replaceControls(text).replaceAll('\n', ' ');
}
