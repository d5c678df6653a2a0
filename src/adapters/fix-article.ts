/** Mends one article, and remembers how, so that it is mended again when its document is split anew. */
import type { ArticleDraft } from '../domain/article.js';
import type { CorrectionChange } from '../domain/correction.js';
import { AppError } from '../errors.js';
import { correctArticles } from '../ingest/correct-articles.js';
import type { IngestPorts } from '../ingest/ingest-documents.js';
import { remakeDocument } from '../ingest/remake-document.js';
import type { CorrectionStore } from '../ports/correction-store.js';
import { findStoredArticle } from './find-stored-article.js';

/**
 * The caller holds the writer's lock.
 *
 * @returns the articles of its document as they are now
 * @throws AppError ARTICLE_NOT_FOUND, USAGE when it cannot be joined or split there
 */
export async function fixArticle(
  id: string,
  change: CorrectionChange,
  ports: IngestPorts & { readonly corrections: CorrectionStore },
): Promise<readonly ArticleDraft[]> {
  const place = await findStoredArticle(id, ports.store);
  const article = place?.drafts[place.index];
  if (place === undefined || article === undefined) {
    throw new AppError('ARTICLE_NOT_FOUND', `expected the id of an article, got "${id}"`);
  }
  const { title, startLine } = article;
  const correction = { anchor: { title, startLine }, ...change };
  const { articles, missed } = correctArticles(place.drafts, [correction]);
  if (missed.length > 0) {
    const hint =
      change.kind === 'join'
        ? 'the first article of a document has none before it'
        : 'name a line at which a paragraph begins, below the first one';
    throw new AppError('USAGE', `expected an article that can be changed so: ${title}`, { hint });
  }
  // First the note: an article that is mended and forgotten would come back as it was.
  await ports.corrections.add(place.document.path, correction);
  await remakeDocument(place.document, articles, ports);
  return articles;
}
