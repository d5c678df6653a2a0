/** Finds the documents that an ingest is asked for, on the disk or in memory, and reads them. */
import type { DocumentFile, DocumentReader } from '../ports/document-reader.js';
import { describeGarbled } from './describe-garbled.js';
import { splitArticles } from './split-articles.js';
import {
  buildKnownArticles,
  type ReadDocument,
  readTextDocument,
  type TextDocument,
} from './text-document.js';

/** A path of a file or folder, or a document that is in memory already. */
export type IngestSource = string | TextDocument;

/** Finds the files under the paths; texts stay as they are. @param fail told of paths that cannot be looked at */
export async function findSources(
  sources: readonly IngestSource[],
  reader: DocumentReader,
  fail: (file: DocumentFile, thrown: unknown) => void,
): Promise<(DocumentFile | TextDocument)[]> {
  const files: (DocumentFile | TextDocument)[] = [];
  for (const source of sources) {
    if (typeof source !== 'string') {
      files.push(source);
      continue;
    }
    try {
      files.push(...(await reader.find(source)));
    } catch (thrown) {
      fail({ name: source, path: source }, thrown);
    }
  }
  return files;
}

/** Reads a file, to be split into its articles; a text in memory is one article already. @throws AppError of the reader */
export async function readDocument(
  file: DocumentFile | TextDocument,
  reader: DocumentReader,
): Promise<ReadDocument> {
  if ('paragraphs' in file) return readTextDocument(file);
  const decoded = await reader.read(file);
  const { articles } = decoded;
  return {
    ...decoded,
    warnings: [...decoded.warnings, ...describeGarbled(decoded.lines)],
    split: () => (articles === undefined ? splitArticles(decoded) : buildKnownArticles(articles)),
  };
}
