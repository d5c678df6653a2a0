/**
 * Lexical index by reading every passage, a tool of the tests: the plain form of BM25 that FTS5 counts too
 * (sqlite.org/fts5.html, “The bm25() function”).
 */
import type { LexicalIndex } from '../../ports/lexical-index.js';
import { listAll, type MemoryLibrary } from './library.js';

/** FTS5's constants: they cannot be changed there. `leastIdf` stands for terms in more than half of the passages. */
const FTS5_BM25 = { k1: 1.2, b: 0.75, leastIdf: 1e-6 } as const;

export function createMemoryLexicalIndex(library: MemoryLibrary): LexicalIndex {
  const countWith = (term: string): number =>
    listAll(library).filter(({ terms }) => terms.includes(term)).length;
  return {
    async search(terms, limit) {
      const { k1, b, leastIdf } = FTS5_BM25;
      const all = listAll(library);
      const distinct = [...new Set(terms)];
      const average = all.reduce((sum, entry) => sum + entry.terms.length, 0) / all.length;
      const idf = new Map(
        distinct.map((term) => {
          const count = countWith(term);
          const weight = Math.log((all.length - count + 0.5) / (count + 0.5));
          return [term, weight > 0 ? weight : leastIdf];
        }),
      );
      const hits = all.flatMap((entry) => {
        const held = distinct.filter((term) => entry.terms.includes(term));
        if (held.length === 0) return [];
        const score = held.reduce((sum, term) => {
          const count = entry.terms.filter((other) => other === term).length;
          const norm = k1 * (1 - b + (b * entry.terms.length) / average);
          return sum + ((idf.get(term) ?? 0) * count * (k1 + 1)) / (count + norm);
        }, 0);
        return [{ id: entry.passage.id, score }];
      });
      return hits
        .sort((one, other) => other.score - one.score || one.id - other.id)
        .slice(0, limit);
    },

    countPassagesWith: async (terms) =>
      new Map([...new Set(terms)].map((term) => [term, countWith(term)])),
  };
}
