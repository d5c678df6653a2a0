/** Documents and articles in memory, a tool of the tests. A document is made whole before anything of the library changes. */
import { createHash } from 'node:crypto';
import { findPages, type LibraryDocument } from '../../domain/article.js';
import type { ArticleStore, NewArticle, NewPassage } from '../../ports/article-store.js';
import { addAlerts } from './following.js';
import type { MemoryArticle, MemoryDocument, MemoryLibrary, MemoryPassage } from './library.js';

export function createMemoryArticleStore(library: MemoryLibrary): ArticleStore {
  const allArticles = (): MemoryArticle[] => library.documents.flatMap(({ articles }) => articles);
  return {
    async findDocument({ contentHash, path }) {
      const documents = library.documents.map(({ document }) => document);
      return (
        documents.find((document) => document.contentHash === contentHash) ??
        documents.find((document) => document.path === path)
      );
    },

    async saveDocument(document, newArticles, tokenSum, alerts = []) {
      let nextId = library.nextPassageId;
      const articles = makeArticles(document, newArticles, () => nextId++);
      const entry: MemoryDocument = {
        document: { ...document },
        articles,
        tokenSum: { sum: tokenSum.sum.slice(), tokens: tokenSum.tokens },
      };
      const isReplaced = ({ document: other }: MemoryDocument): boolean =>
        other.path === document.path || other.contentHash === document.contentHash;
      const place = library.documents.findIndex(isReplaced);
      const removed = library.documents.filter(isReplaced);
      const kept = library.documents.filter((other) => !isReplaced(other));
      library.documents =
        place < 0 ? [...kept, entry] : [...kept.slice(0, place), entry, ...kept.slice(place)];
      library.nextPassageId = nextId;
      library.generation += 1;
      const known = new Set(
        removed.flatMap((other) => other.articles.map(({ article }) => article.id)),
      );
      const added = addAlerts(
        library.following,
        alerts.flatMap(({ articleIndex, ...alert }) => {
          const articleId = articles[articleIndex]?.article.id;
          return articleId === undefined || known.has(articleId) ? [] : [{ ...alert, articleId }];
        }),
      );
      return {
        alerts: added,
        articles: articles.map(({ article }) => article),
        passageIds: listIds([entry]),
        removedPassageIds: listIds(removed),
      };
    },

    async removeDocument(path) {
      const removed = library.documents.filter(({ document }) => document.path === path);
      if (removed.length === 0) return undefined;
      library.documents = library.documents.filter(({ document }) => document.path !== path);
      library.generation += 1;
      return listIds(removed);
    },

    async listDocuments() {
      return library.documents.map(({ document }) => document);
    },

    async listDrafts(path) {
      const found = library.documents.find(({ document }) => document.path === path);
      return found?.articles.map(({ draft }) => draft) ?? [];
    },

    async listArticles() {
      return allArticles().map(({ article }) => {
        const { text, lineStarts: _, pageStarts, ...facts } = article;
        return { ...facts, ...findPages(pageStarts, article), characters: text.length };
      });
    },

    async listArticlesSince(at) {
      return library.documents
        .filter(({ document }) => document.ingestedAt >= at)
        .sort((a, b) => (a.document.ingestedAt < b.document.ingestedAt ? -1 : 1))
        .flatMap(({ articles }) => articles.map(({ article }) => article.id));
    },

    async getArticle(id) {
      return allArticles().find(({ article }) => article.id === id)?.article;
    },

    async getArticles(ids) {
      const wanted = new Set(ids);
      const found = allArticles().filter(({ article }) => wanted.has(article.id));
      return new Map(found.map(({ article }) => [article.id, article]));
    },
  };
}

function listIds(documents: readonly MemoryDocument[]): number[] {
  return documents.flatMap(({ articles }) =>
    articles.flatMap(({ passages }) => passages.map(({ passage }) => passage.id)),
  );
}

function makeArticles(
  document: LibraryDocument,
  articles: readonly NewArticle[],
  takeId: () => number,
): MemoryArticle[] {
  const seen = new Map<string, number>();
  return articles.map(({ draft, passages }, index) => {
    const words = JSON.stringify([document.path, draft.title, draft.text]);
    const repeat = seen.get(words) ?? 0;
    seen.set(words, repeat + 1);
    const id = createHash('sha256').update(`${words}${repeat}`).digest('hex').slice(0, 12);
    const { blocks: _, ...facts } = draft;
    return {
      article: {
        ...facts,
        id,
        document: document.name,
        ordinal: index + 1,
        ...(document.link === undefined || draft.link !== undefined ? {} : { link: document.link }),
      },
      draft: structuredClone(draft),
      passages: passages.map((passage, ordinal) =>
        makePassage(passage, { id: takeId(), articleId: id, ordinal: ordinal + 1 }),
      ),
    };
  });
}

function makePassage(
  { start, end, headings, sentences, vector, tokenVectors, terms }: NewPassage,
  place: { readonly id: number; readonly articleId: string; readonly ordinal: number },
): MemoryPassage {
  return {
    passage: { ...place, start, end, headings: [...headings], sentences: [...sentences] },
    vector: vector.slice(),
    tokenVectors: { ...tokenVectors, codes: tokenVectors.codes.slice() },
    terms: [...terms],
  };
}
