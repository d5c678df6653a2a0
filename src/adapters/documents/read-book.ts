/** Books (.epub) → their chapters, each an article with what the book says of itself. */
import { posix } from 'node:path';
import { parseHTML } from 'linkedom';
import { tellAlive } from '../../answer-jobs.js';
import type { ArticleFacts } from '../../domain/article.js';
import { AppError } from '../../errors.js';
import { readEntryDate } from '../../ingest/read-entry-date.js';
import { listLines } from '../../ingest/text-document.js';
import type { KnownArticle } from '../../ports/document-reader.js';
import { readParagraphs } from '../../read-html.js';
import { decodeText } from './decode-text.js';
import { findChapters } from './find-chapters.js';
import { openArchive } from './open-archive.js';
import type { ParsedDocument } from './parse-jobs.js';
import { refuseEntities } from './refuse-entities.js';

/** As much of an element as is looked at. */
interface XmlNode {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): XmlNode | null;
  querySelectorAll(selector: string): Iterable<XmlNode>;
}

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
    const labels = await readLabels(book, { folder: posix.dirname(root), known, read });
    const chapters: KnownArticle[] = [];
    for (const path of spine) {
      if (!known.has(path)) continue;
      const body = /<body[\s\S]*<\/body>/i.exec(await read(path))?.[0] ?? '';
      findChapters(readParagraphs(body), { chapters, facts, label: labels.get(path) });
    }
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

function parseXml(text: string): XmlNode {
  // Names without their prefix: `dc:title` and `opf:item` are asked for as `title` and `item`.
  const plain = text.replace(/<(\/?)[\w-]+:(?=\w)/g, '<$1').replace(/<\?xml[^>]*>/, '');
  return parseHTML(`<html><body>${plain}</body></html>`).document as unknown as XmlNode;
}

/** The files of the book in the order in which they are read. */
function listSpine(book: XmlNode, folder: string): string[] {
  const hrefs = new Map(
    [...book.querySelectorAll('item')].map((item) => [
      item.getAttribute('id') ?? '',
      item.getAttribute('href') ?? '',
    ]),
  );
  return [...book.querySelectorAll('itemref')]
    .filter((item) => item.getAttribute('linear') !== 'no')
    .map((item) => toPath(hrefs.get(item.getAttribute('idref') ?? '') ?? '', folder));
}

function toPath(address: string, folder: string): string {
  const [bare = ''] = address.split('#');
  let path = bare;
  try {
    path = decodeURIComponent(bare);
  } catch {
    // A lone % stands for itself.
  }
  return posix.join(folder, path).normalize('NFC');
}

/** What the table of contents calls each file: of its first entry there. */
async function readLabels(
  book: XmlNode,
  options: {
    readonly folder: string;
    readonly known: ReadonlySet<string>;
    readonly read: (path: string) => Promise<string>;
  },
): Promise<ReadonlyMap<string, string>> {
  const labels = new Map<string, string>();
  const items = [...book.querySelectorAll('item')];
  const contents = items.find(
    (item) =>
      /\bnav\b/.test(item.getAttribute('properties') ?? '') ||
      item.getAttribute('media-type') === 'application/x-dtbncx+xml',
  );
  const path = toPath(contents?.getAttribute('href') ?? '', options.folder);
  if (!options.known.has(path)) return labels;
  const table = parseXml(await options.read(path));
  const note = (address: string | null | undefined, label: string | null | undefined): void => {
    const target = toPath(address ?? '', posix.dirname(path));
    const text = (label ?? '').replace(/\s+/g, ' ').trim();
    if (text !== '' && !labels.has(target)) labels.set(target, text);
  };
  for (const point of table.querySelectorAll('navPoint')) {
    note(
      point.querySelector('content')?.getAttribute('src'),
      point.querySelector('navLabel')?.textContent,
    );
  }
  for (const link of table.querySelectorAll('nav a'))
    note(link.getAttribute('href'), link.textContent);
  return labels;
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
