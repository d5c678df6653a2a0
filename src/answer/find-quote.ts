/** Finds a quote again by its key: at its old place, else wherever its words stand in what has taken that article's place. */
import type { Quote } from '../domain/answer.js';
import type { Article, ArticleSummary } from '../domain/article.js';
import type { ArticleStore, PassageStore } from '../ports/article-store.js';
import { citePassage } from './compose-quotes.js';
import { isNamed, type QuoteKey, readQuoteKey, standsAt } from './quote-key.js';

/** Articles that are looked through for one key at most; a document has rarely so many. */
const MOST_ARTICLES = 200;

/** Where quotes are looked for. */
export type QuoteSources = Pick<ArticleStore, 'getArticle' | 'listArticles'> &
  Pick<PassageStore, 'listPassages'>;

/**
 * Finds a quote.
 *
 * @param key of `makeQuoteKey`, or anything that a stranger made up
 * @returns `undefined` when its words are in the library no more: not in its article, nor in one of the same title, nor in
 * one of the same document
 */
export async function findQuote(key: string, sources: QuoteSources): Promise<Quote | undefined> {
  const wanted = readQuoteKey(key);
  if (wanted === undefined) return undefined;
  const own = await sources.getArticle(wanted.articleId);
  const found = own && (await quoteFrom(own, wanted, sources));
  if (found !== undefined) return found;
  for (const { id } of listSuccessors(await sources.listArticles(), wanted)) {
    const article = await sources.getArticle(id);
    const quote = article && (await quoteFrom(article, wanted, sources));
    if (quote !== undefined) return quote;
  }
  return undefined;
}

/** Articles of the same title, then those of the same document. */
function listSuccessors(
  articles: readonly ArticleSummary[],
  key: QuoteKey,
): readonly ArticleSummary[] {
  const byTitle = articles.filter(({ title }) => isNamed(title, key.titleHash));
  const byDocument = articles.filter(
    (article) => !byTitle.includes(article) && isNamed(article.document, key.documentHash),
  );
  return [...byTitle, ...byDocument].slice(0, MOST_ARTICLES);
}

async function quoteFrom(
  article: Article,
  key: QuoteKey,
  { listPassages }: QuoteSources,
): Promise<Quote | undefined> {
  const start = findStart(article.text, key);
  if (start === undefined) return undefined;
  const end = start + key.length;
  const passages = await listPassages(article.id);
  const passage = passages.find((candidate) => candidate.end > start);
  const headings = passage?.headings ?? [];
  return {
    text: article.text.slice(start, end),
    highlights: [],
    score: 1,
    citation: citePassage(article, { start, end, headings }),
  };
}

function findStart(text: string, key: QuoteKey): number | undefined {
  if (standsAt(text, key.start, key)) return key.start;
  for (let offset = 0; offset + key.length <= text.length; offset += 1) {
    if (standsAt(text, offset, key)) return offset;
  }
  return undefined;
}
