/** Books (.epub) → their chapters, each an article with what the book says of itself. */
import { posix } from 'node:path';
import { tellAlive } from '../../answer-jobs.js';
import type { ArticleFacts } from '../../domain/article.js';
import { AppError } from '../../errors.js';
import { readEntryDate } from '../../ingest/read-entry-date.js';
import { listLines } from '../../ingest/text-document.js';
import { readParagraphs } from '../../read-html.js';
import { decodeText } from './decode-text.js';
import { findChapters } from './find-chapters.js';
import { openArchive } from './open-archive.js';
import type { ParsedDocument } from './parse-jobs.js';
import { type BookFile, partBook } from './part-book.js';
import { parseXml, readBookContents, toPath, type XmlNode } from './read-book-contents.js';
import { refuseEntities } from './refuse-entities.js';

/** @throws AppError DOCUMENT_DAMAGED, DOCUMENT_UNSAFE, DOCUMENT_EMPTY, DOCUMENT_ENCRYPTED */
export async function readBook(bytes: Buffer, name: string): Promise<ParsedDocument> {
  const archive = await openArchive(bytes, name);
  const known = new Set(archive.entries.map(({ path }) => path));
  const read = async (path: string): Promise<string> => {
    tellAlive();
    const { text } = decodeText(await archive.read(path), path);
    refuseEntities(text, name);
    return text;
  };
  try {
    if (known.has('META-INF/rights.xml')) {
      throw new AppError(
        'DOCUMENT_ENCRYPTED',
        `expected a book without DRM, got one with it: ${name}`,
      );
    }
    const root =
      parseXml(await read('META-INF/container.xml'))
        .querySelector('rootfile')
        ?.getAttribute('full-path') ?? '';
    const book = parseXml(await read(root));
    const facts = readFacts(book);
    const spine = listSpine(book, posix.dirname(root));
    const contents = await readBookContents(book, { folder: posix.dirname(root), known, read });
    const files: BookFile[] = [];
    for (const path of spine) {
      if (!known.has(path)) continue;
      const body = /<body[\s\S]*<\/body>/i.exec(await read(path))?.[0] ?? '';
      files.push({ path, paragraphs: readParagraphs(body) });
    }
    const chapters =
      partBook(files, { contents, facts }) ?? findChapters(files, { contents, facts });
    if (!chapters.some(({ paragraphs }) => paragraphs.length > 0)) {
      throw new AppError('DOCUMENT_EMPTY', `expected a text, got none: ${name}`);
    }
    const missing = spine.filter((path) => !known.has(path));
    return {
      encoding: 'epub',
      format: 'text',
      lines: listLines(chapters),
      articles: chapters,
      warnings: missing.length === 0 ? [] : [`chapters that are missing: ${missing.join(', ')}`],
    };
  } finally {
    archive.close();
  }
}

/** The files of the book in the order in which they are read. */
function listSpine(book: XmlNode, folder: string): string[] {
  const hrefs = new Map(
    [...book.querySelectorAll('item')].map((item) => [
      item.getAttribute('id') ?? '',
      item.getAttribute('href') ?? '',
    ]),
  );
  const paths = [...book.querySelectorAll('itemref')]
    .filter((item) => item.getAttribute('linear') !== 'no')
    .map((item) => toPath(hrefs.get(item.getAttribute('idref') ?? '') ?? '', folder));
  // Some books list a file once for each of its sections.
  return [...new Set(paths)];
}

/** The book's title is the chapters' when they have none. */
function readFacts(book: XmlNode): ArticleFacts & { readonly title: string } {
  const metadata = book.querySelector('metadata');
  const text = (name: string): string | undefined => {
    const found = metadata?.querySelector(name)?.textContent?.replace(/\s+/g, ' ').trim();
    return found === '' ? undefined : found;
  };
  const authors = [...(metadata?.querySelectorAll('creator') ?? [])]
    .map(({ textContent }) => textContent?.trim() ?? '')
    .filter((author) => author !== '');
  const publisher = text('publisher');
  return {
    title: text('title') ?? '',
    ...(authors.length === 0 ? {} : { author: authors.join(', ') }),
    ...(publisher === undefined ? {} : { publisher }),
    ...readEntryDate(text('date')),
  };
}
