/** Finds an article with its document and its neighbours. */
import type { ArticleDraft, LibraryDocument } from '../domain/article.js';
import type { ArticleStore } from '../ports/article-store.js';

export interface StoredPlace {
  readonly document: LibraryDocument;
  /** All articles of the document. */
  readonly drafts: readonly ArticleDraft[];
  /** Which of them it is. */
  readonly index: number;
}

/** @param id of an article; `undefined` when there is none */
export async function findStoredArticle(
  id: string,
  store: ArticleStore,
): Promise<StoredPlace | undefined> {
  const article = await store.getArticle(id);
  if (article === undefined) return undefined;
  for (const document of await store.listDocuments()) {
    if (document.name !== article.document) continue;
    const drafts = await store.listDrafts(document.path);
    const index = drafts.findIndex(
      ({ title, text }, at) =>
        title === article.title && text === article.text && at + 1 === article.ordinal,
    );
    if (index >= 0) return { document, drafts, index };
  }
  return undefined;
}
