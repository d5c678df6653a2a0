/** Takes a document, or one article of it, out of the library. */
import { resolve } from 'node:path';
import { AppError } from '../errors.js';
import type { IngestPorts } from '../ingest/ingest-documents.js';
import { remakeDocument } from '../ingest/remake-document.js';
import type { Removal } from '../upkeep.js';
import { findStoredArticle } from './find-stored-article.js';

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
  if (document === undefined) return removeArticle(reference, ports);
  const titles = (await store.listDrafts(document.path)).map(({ title }) => title);
  await store.removeDocument(document.path);
  return { document, titles };
}

async function removeArticle(id: string, ports: IngestPorts): Promise<Removal> {
  const place = await findStoredArticle(id, ports.store);
  if (place === undefined) {
    throw new AppError(
      'DOCUMENT_NOT_FOUND',
      `expected a document or an article of the library, got "${id}"`,
    );
  }
  const { document, drafts, index } = place;
  if (drafts.length === 1) await ports.store.removeDocument(document.path);
  else {
    const left = drafts.filter((_, at) => at !== index);
    await remakeDocument(document, left, ports);
  }
  return { document, titles: drafts.slice(index, index + 1).map(({ title }) => title) };
}
