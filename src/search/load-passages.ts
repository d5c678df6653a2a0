/** Stored passages with all that a question or a topic is compared with. */
import type { Article } from '../domain/article.js';
import type { Passage, TokenVectors } from '../domain/passage.js';
import type { PassageStore } from '../ports/article-store.js';
import { createTermCache, type TermBag } from './term-bag.js';
import { extractTerms } from './terms.js';

/** Passages whose terms are kept in memory: some 3 KB each. */
const MOST_KEPT_TERMS = 2000;

export interface LoadedPassage {
  readonly passage: Passage;
  readonly article: Article;
  readonly terms: TermBag;
  /** Float32Array of length `dimensions`, L2-normalised. */
  readonly vector: Float32Array;
  readonly tokenVectors: TokenVectors;
}

export interface LoadPorts {
  readonly passages: Pick<PassageStore, 'getPassages' | 'readTokenVectors' | 'readVectors'>;
  readonly getArticles: (ids: readonly string[]) => Promise<ReadonlyMap<string, Article>>;
}

/** @param admits which articles count @default all */
export type LoadPassages = (
  ids: readonly number[],
  admits?: (article: Article) => boolean,
) => Promise<LoadedPassage[]>;

/** Loads the passages that exist among some ids, in the order asked for. Vectors are read only of those that count. */
export function createPassageLoader({ passages, getArticles }: LoadPorts): LoadPassages {
  const termCache = createTermCache(MOST_KEPT_TERMS);
  return async (ids, admits = () => true) => {
    const stored = await passages.getPassages(ids);
    const articles = await getArticles([...new Set(stored.map(({ articleId }) => articleId))]);
    const found = stored.flatMap((passage) => {
      const article = articles.get(passage.articleId);
      return article === undefined || !admits(article) ? [] : [{ passage, article }];
    });
    const admitted = found.map(({ passage }) => passage.id);
    const [tokenVectors, vectors] = await Promise.all([
      passages.readTokenVectors(admitted),
      passages.readVectors(admitted),
    ]);
    return found.flatMap(({ passage, article }) => {
      const vector = vectors.get(passage.id);
      const packed = tokenVectors.get(passage.id);
      // Removed by another program in between.
      if (vector === undefined || packed === undefined) return [];
      const read = (): string[] => extractTerms(passageText(article, passage));
      const terms = termCache.get(passage.id, read);
      return [{ passage, article, terms, vector, tokenVectors: packed }];
    });
  };
}

/** What the lexical leg reads of a passage: title and headings count as part of it. */
export function passageText(
  article: Pick<Article, 'title' | 'text'>,
  passage: Pick<Passage, 'start' | 'end' | 'headings'>,
): string {
  const text = article.text.slice(passage.start, passage.end);
  return [article.title, ...passage.headings, text].join('\n');
}

/** Terms of a passage at the average; for BM25. */
export function averageTerms(passages: readonly { readonly terms: TermBag }[]): number {
  const total = passages.reduce((sum, { terms }) => sum + terms.total, 0);
  return total / (passages.length || 1);
}
