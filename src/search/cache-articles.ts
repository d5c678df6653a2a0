/** Articles that were read lately: the passages of a question come from few of them. */
import type { Article } from '../domain/article.js';

/** Articles kept at most, for the search: a question's candidates come from far fewer. */
const MOST_CACHED_ARTICLES = 256;

/** Articles that were read lately, so that not every question reads them anew. */
export function cacheArticles(read: (id: string) => Promise<Article | undefined>): {
  readonly get: (id: string) => Promise<Article | undefined>;
  /** Forgets them when the library has changed; asked once a question. */
  readonly refresh: (generation: number) => void;
} {
  let known = -1;
  const cached = new Map<string, Article>();
  return {
    refresh(generation) {
      if (generation !== known) cached.clear();
      known = generation;
    },
    async get(id) {
      const article = cached.get(id) ?? (await read(id));
      if (article !== undefined && !cached.has(id)) {
        if (cached.size >= MOST_CACHED_ARTICLES) cached.delete(cached.keys().next().value ?? '');
        cached.set(id, article);
      }
      return article;
    },
  };
}
