/** Takes a document, all documents of an archive, or one article out of the library. */
import { basename, resolve } from 'node:path';
import type { LibraryDocument } from '../domain/article.js';
import { AppError } from '../errors.js';
import type { IngestPorts } from '../ingest/ingest-documents.js';
import { remakeDocument } from '../ingest/remake-document.js';
import type { Removal } from '../upkeep.js';
import { formatOfName } from './documents/formats.js';
import { findStoredArticle } from './find-stored-article.js';

/**
 * Removes what is named. The caller holds the writer's lock.
 *
 * @param reference name, path or address of a document or an archive, or the id of an article
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
  if (document === undefined) {
    const inside = findInArchive(reference, documents);
    return inside === undefined ? removeArticle(reference, ports) : removeAll(inside, store);
  }
  return removeAll({ named: document, documents: named }, store);
}

/** A document by itself, or an archive with what was in it. */
interface Removable {
  readonly named: Removal['document'];
  readonly documents: readonly LibraryDocument[];
}

/** The documents of an archive that is named. @throws AppError USAGE when several archives have that name */
function findInArchive(
  reference: string,
  documents: readonly LibraryDocument[],
): Removable | undefined {
  if (formatOfName(reference) !== 'zip') return undefined;
  const whole = resolve(reference);
  const inside = new Map<string, LibraryDocument[]>();
  for (const document of documents) {
    const at = document.path.indexOf(`/${reference}/`);
    const named = at < 0 ? undefined : document.path.slice(0, at + 1 + reference.length);
    const path = document.path.startsWith(`${whole}/`) ? whole : named;
    if (path !== undefined) inside.set(path, [...(inside.get(path) ?? []), document]);
  }
  const exact = inside.get(whole);
  const found = exact === undefined ? [...inside] : [[whole, exact] as const];
  if (found.length > 1) {
    const paths = found.map(([path]) => path).join(', ');
    throw new AppError('USAGE', `expected one archive, got several of that name: ${paths}`, {
      hint: 'give the path of one of them',
    });
  }
  return found.map(([path, own]) => ({
    named: { name: basename(path), path },
    documents: own,
  }))[0];
}

async function removeAll(
  { named, documents }: Removable,
  store: IngestPorts['store'],
): Promise<Removal> {
  const titles: string[] = [];
  for (const { path } of documents) {
    titles.push(...(await store.listDrafts(path)).map(({ title }) => title));
    await store.removeDocument(path);
  }
  return { document: named, titles };
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
