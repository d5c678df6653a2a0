/** Articles that were read lately: the passages of a question come from few of them. */
import type { Article } from '../domain/article.js';

/** Articles kept at most, for the search: a question's candidates come from far fewer. */
const MOST_CACHED_ARTICLES = 256;

/** Articles that were read lately, so that not every question reads them anew. */
export function cacheArticles(
  read: (ids: readonly string[]) => Promise<ReadonlyMap<string, Article>>,
): {
  readonly get: (ids: readonly string[]) => Promise<ReadonlyMap<string, Article>>;
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
    async get(ids) {
      const found = new Map<string, Article>();
      for (const id of ids) {
        const article = cached.get(id);
        if (article !== undefined) found.set(id, article);
      }
      const missing = ids.filter((id) => !found.has(id));
      if (missing.length === 0) return found;
      for (const [id, article] of await read(missing)) {
        found.set(id, article);
        if (cached.size >= MOST_CACHED_ARTICLES) cached.delete(cached.keys().next().value ?? '');
        cached.set(id, article);
      }
      return found;
    },
  };
}
