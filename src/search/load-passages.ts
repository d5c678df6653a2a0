/** Stored passages with all that a question or a topic is compared with. */
import type { Article } from '../domain/article.js';
import type { Passage, TokenVectors } from '../domain/passage.js';
import type { PassageStore } from '../ports/article-store.js';
import { createTermCache, type TermBag } from './term-bag.js';
import { extractTerms } from './terms.js';

/** Passages whose terms are kept in memory: some 3 KB each. */
const MOST_KEPT_TERMS = 2000;

interface LightPassage {
  readonly passage: Passage;
  readonly article: Article;
  readonly terms: TermBag;
  /** Float32Array of length `dimensions`, L2-normalised. */
  readonly vector: Float32Array;
}

export interface LoadedPassage extends LightPassage {
  readonly tokenVectors: TokenVectors;
}

export interface LoadPorts {
  readonly passages: Pick<PassageStore, 'getPassages' | 'readTokenVectors' | 'readVectors'>;
  readonly getArticles: (ids: readonly string[]) => Promise<ReadonlyMap<string, Article>>;
}

export interface PassageLoader {
  /**
   * The passages that exist among some ids, in the order asked for.
   *
   * @param admits which articles count @default all
   */
  load(ids: readonly number[], admits?: (article: Article) => boolean): Promise<LightPassage[]>;
  /** The same passages with their token vectors, some 30 KB each. */
  addTokens(passages: readonly LightPassage[]): Promise<LoadedPassage[]>;
}

/** Loads passages. What another program has removed in between is left out. */
export function createPassageLoader({ passages, getArticles }: LoadPorts): PassageLoader {
  const termCache = createTermCache(MOST_KEPT_TERMS);
  return {
    async load(ids, admits = () => true) {
      const stored = await passages.getPassages(ids);
      const articles = await getArticles([...new Set(stored.map(({ articleId }) => articleId))]);
      const found = stored.flatMap((passage) => {
        const article = articles.get(passage.articleId);
        return article === undefined || !admits(article) ? [] : [{ passage, article }];
      });
      const vectors = await passages.readVectors(found.map(({ passage }) => passage.id));
      return found.flatMap(({ passage, article }) => {
        const vector = vectors.get(passage.id);
        if (vector === undefined) return [];
        const read = (): string[] => extractTerms(passageText(article, passage));
        return [{ passage, article, terms: termCache.get(passage.id, read), vector }];
      });
    },
    async addTokens(light) {
      const tokenVectors = await passages.readTokenVectors(light.map(({ passage }) => passage.id));
      return light.flatMap((entry) => {
        const packed = tokenVectors.get(entry.passage.id);
        return packed === undefined ? [] : [{ ...entry, tokenVectors: packed }];
      });
    },
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
