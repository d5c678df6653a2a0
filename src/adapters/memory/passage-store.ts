/** Passages of a library in memory, and its small numbers: tools of the tests. */
import { baseLanguage } from '../../domain/article.js';
import { sumRows } from '../../domain/vectors.js';
import type { LibraryStateSource, PassageStore } from '../../ports/article-store.js';
import { listAll, type MemoryLibrary, type MemoryPassage } from './library.js';

export function createMemoryPassageStore(library: MemoryLibrary): PassageStore {
  const readAll = <T>(
    ids: readonly number[],
    read: (entry: MemoryPassage) => T,
  ): ReadonlyMap<number, T> => {
    const wanted = new Set(ids);
    const found = listAll(library).filter(({ passage }) => wanted.has(passage.id));
    return new Map(found.map((entry) => [entry.passage.id, read(entry)]));
  };
  return {
    async getPassages(ids) {
      const found = readAll(ids, ({ passage }) => passage);
      return ids.flatMap((id) => found.get(id) ?? []);
    },
    async listPassages(articleId) {
      return listAll(library).flatMap(({ passage }) =>
        passage.articleId === articleId ? passage : [],
      );
    },
    readTokenVectors: async (ids) => readAll(ids, ({ tokenVectors }) => tokenVectors),
    readVectors: async (ids) => readAll(ids, ({ vector }) => vector),
    listPassageIds: async () => listAll(library).map(({ passage }) => passage.id),
  };
}

export function createMemoryStateSource(library: MemoryLibrary): LibraryStateSource {
  return {
    async readState() {
      const { documents, dimensions, libraryId, generation } = library;
      return {
        libraryId,
        generation,
        documents: documents.length,
        articles: documents.reduce((count, { articles }) => count + articles.length, 0),
        passages: listAll(library).length,
        tokenSum: {
          sum: sumRows(
            documents.map(({ tokenSum }) => tokenSum.sum),
            dimensions,
          ),
          tokens: documents.reduce((count, { tokenSum }) => count + tokenSum.tokens, 0),
        },
        vectorSum: sumRows(
          listAll(library).map(({ vector }) => vector),
          dimensions,
        ),
        languages: countLanguages(library),
        models: [...new Set(documents.map(({ document }) => document.model))],
      };
    },
  };
}

function countLanguages(library: MemoryLibrary): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { article, passages } of library.documents.flatMap(({ articles }) => articles)) {
    const language = baseLanguage(article.language);
    counts.set(language, (counts.get(language) ?? 0) + passages.length);
  }
  return new Map([...counts].sort((a, b) => b[1] - a[1]));
}
