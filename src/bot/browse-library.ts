/** The articles of the library in the orders in which readers look through them. */
import { createHash } from 'node:crypto';
import type { ArticleSummary } from '../domain/article.js';

/** A document or a month with its articles. */
export interface Shelf {
  /** What buttons carry; see `LibraryPlace`. */
  readonly key: string;
  /** Name of the document, or the month; empty for articles without a date. */
  readonly name: string;
  readonly articles: readonly ArticleSummary[];
}

/** The key of a document's name. */
function hashDocument(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 8);
}

/** Newest first; articles without a date stand last, in the library's order. */
export function sortNewest(articles: readonly ArticleSummary[]): readonly ArticleSummary[] {
  return [...articles].sort((one, other) => (other.date ?? '').localeCompare(one.date ?? ''));
}

/** The documents, those with the newest articles first; within a document its own order. */
export function listDocuments(articles: readonly ArticleSummary[]): readonly Shelf[] {
  const shelves = groupArticles(articles, ({ document }) => document).map(([name, held]) => ({
    key: hashDocument(name),
    name,
    articles: held,
  }));
  const newest = ({ articles: held }: Shelf) => findDates(held)?.to ?? '';
  return shelves.sort((one, other) => newest(other).localeCompare(newest(one)));
}

/** The months, newest first, articles without a date last. */
export function listMonths(articles: readonly ArticleSummary[]): readonly Shelf[] {
  const groups = groupArticles(sortNewest(articles), ({ date }) => date?.slice(0, 7) ?? '');
  return groups
    .map(([name, held]) => ({ key: name === '' ? 'none' : name, name, articles: held }))
    .sort((one, other) => other.name.localeCompare(one.name));
}

/** The first and the last date; `undefined` when no article has one. */
export function findDates(
  articles: readonly ArticleSummary[],
): { readonly from: string; readonly to: string } | undefined {
  const dates = articles.flatMap(({ date }) => (date === undefined ? [] : [date])).sort();
  const [from] = dates;
  const to = dates.at(-1);
  return from === undefined || to === undefined ? undefined : { from, to };
}

function groupArticles(
  articles: readonly ArticleSummary[],
  nameOf: (article: ArticleSummary) => string,
): (readonly [name: string, articles: readonly ArticleSummary[]])[] {
  const groups = new Map<string, ArticleSummary[]>();
  for (const article of articles) {
    const name = nameOf(article);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [article]);
    else group.push(article);
  }
  return [...groups];
}
