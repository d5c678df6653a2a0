/** Makes what is derived of a stored document anew: passages, vectors, terms. Its file is not needed. */
import type { ArticleDraft, LibraryDocument } from '../domain/article.js';
import type { DocumentChange } from '../ports/article-store.js';
import { type IngestPorts, storeArticles } from './ingest-documents.js';

/**
 * Cuts and embeds the articles of a document and stores them in place of what stands at its path.
 *
 * @param drafts all articles that the document is to hold
 * @throws AppError INTERRUPTED, DISK_FULL
 */
export function remakeDocument(
  document: LibraryDocument,
  drafts: readonly ArticleDraft[],
  ports: Omit<IngestPorts, 'reader'>,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<DocumentChange> {
  const progress = { started: () => {}, embedded: () => {} };
  return storeArticles(document, drafts, ports, { progress, signal: options.signal });
}
