/** Takes a document, or one article of it, out of the library. */
import { resolve } from 'node:path';
import type { LibraryDocument } from '../domain/article.js';
import { AppError } from '../errors.js';
import type { IngestPorts } from '../ingest/ingest-documents.js';
import { remakeDocument } from '../ingest/remake-document.js';
import type { Removal } from '../upkeep.js';

/**
 * Removes what is named. The caller holds the writer's lock.
 *
 * @param reference name, path or address of a document, or the id of an article
 * @throws AppError DOCUMENT_NOT_FOUND, USAGE when several documents have that name
 */
export async function removeFromLibrary(reference: string, ports: IngestPorts): Promise<Removal> {
  const { store } = ports;
  const documents = await store.listDocuments();
  const path = resolve(reference);
  const found = documents.filter((document) => [reference, path].includes(document.path));
  const named = found.length > 0 ? found : documents.filter(({ name }) => name === reference);
  if (named.length > 1) {
    const paths = named.map((document) => document.path).join(', ');
    throw new AppError('USAGE', `expected one document, got several of that name: ${paths}`, {
      hint: 'give the path of one of them',
    });
  }
  const [document] = named;
  if (document === undefined) return removeArticle(reference, documents, ports);
  const titles = (await store.listDrafts(document.path)).map(({ title }) => title);
  await store.removeDocument(document.path);
  return { document, titles };
}

async function removeArticle(
  id: string,
  documents: readonly LibraryDocument[],
  ports: IngestPorts,
): Promise<Removal> {
  const { store } = ports;
  const article = await store.getArticle(id);
  for (const document of documents) {
    if (article === undefined || document.name !== article.document) continue;
    const drafts = await store.listDrafts(document.path);
    const index = drafts.findIndex(
      ({ title, text }, at) =>
        title === article.title && text === article.text && at + 1 === article.ordinal,
    );
    if (index < 0) continue;
    const removal = { document, titles: [article.title] };
    if (drafts.length === 1) await store.removeDocument(document.path);
    else {
      const left = drafts.filter((_, at) => at !== index);
      await remakeDocument(document, left, ports);
    }
    return removal;
  }
  throw new AppError(
    'DOCUMENT_NOT_FOUND',
    `expected a document or an article of the library, got "${id}"`,
  );
}
