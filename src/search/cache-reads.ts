/** Rows that were read lately: questions ask for many of the same passages, and all passages of few articles. */
import type { Article } from '../domain/article.js';
import type { ArticleStore, PassageStore } from '../ports/article-store.js';

/** Reads rows by key; those that do not exist are left out. */
type ReadRows<Key, Row> = (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Row>>;

export interface CachedReads<Key, Row> {
  readonly get: ReadRows<Key, Row>;
  /** Forgets all when the library has changed; asked once a question. */
  readonly refresh: (generation: number) => void;
}

/**
 * Keeps the rows that were used last.
 *
 * @param most rows at most, >= 1
 */
export function cacheReads<Key, Row>(
  read: ReadRows<Key, Row>,
  most: number,
): CachedReads<Key, Row> {
  let known = -1;
  let kept = new Map<Key, Row>();
  return {
    refresh(generation) {
      if (generation !== known) kept = new Map();
      known = generation;
    },
    async get(keys) {
      // One that is slow, and ends after the library has changed, leaves nothing behind in the new map.
      const cache = kept;
      const found = new Map<Key, Row>();
      const keep = (key: Key, row: Row): void => {
        found.set(key, row);
        // Last in the order of the map: what is used stays.
        cache.delete(key);
        cache.set(key, row);
      };
      for (const key of keys) {
        const row = cache.get(key);
        if (row !== undefined) keep(key, row);
      }
      const missing = keys.filter((key) => !found.has(key));
      if (missing.length > 0) for (const [key, row] of await read(missing)) keep(key, row);
      for (const [key] of cache) {
        if (cache.size <= most) break;
        cache.delete(key);
      }
      return found;
    },
  };
}

/** Articles kept at most, for the search: the candidates of a question come from far fewer. */
const MOST_ARTICLES = 256;

/** Articles that were read lately. @param read of an article store */
export function cacheArticles(read: ArticleStore['getArticles']): CachedReads<string, Article> {
  return cacheReads(read, MOST_ARTICLES);
}

type PassageReads = Pick<PassageStore, 'getPassages' | 'readVectors' | 'readTokenVectors'>;

/** Passages kept with their pooled vectors: some 3 KB each. */
const MOST_PASSAGES = 2000;

/** Passages whose token vectors are kept: some 30 KB each. */
const MOST_TOKEN_VECTORS = 1000;

/** A passage store that remembers what was read lately. */
export function cachePassages(
  store: PassageReads,
): PassageReads & Pick<CachedReads<never, never>, 'refresh'> {
  const passages = cacheReads(
    async (ids: readonly number[]) =>
      new Map((await store.getPassages(ids)).map((passage) => [passage.id, passage])),
    MOST_PASSAGES,
  );
  const vectors = cacheReads(store.readVectors, MOST_PASSAGES);
  const tokenVectors = cacheReads(store.readTokenVectors, MOST_TOKEN_VECTORS);
  return {
    async getPassages(ids) {
      const found = await passages.get(ids);
      return ids.flatMap((id) => found.get(id) ?? []);
    },
    readVectors: vectors.get,
    readTokenVectors: tokenVectors.get,
    refresh(generation) {
      for (const cache of [passages, vectors, tokenVectors]) cache.refresh(generation);
    },
  };
}
