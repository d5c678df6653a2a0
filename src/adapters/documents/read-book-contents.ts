/** The table of contents of a book (.epub), in either of its two forms → its entries with the files that they lead to. */
import { posix } from 'node:path';
import { parseHTML } from 'linkedom';

/** As much of an element as is looked at. */
export interface XmlNode {
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly children: Iterable<XmlNode>;
  getAttribute(name: string): string | null;
  querySelector(selector: string): XmlNode | null;
  querySelectorAll(selector: string): Iterable<XmlNode>;
}

/** An entry of the contents. */
export interface BookEntry {
  readonly title: string;
  /** Of the file in the archive. */
  readonly path: string;
  readonly children: readonly BookEntry[];
}

export function parseXml(text: string): XmlNode {
  // Names without their prefix: `dc:title` and `opf:item` are asked for as `title` and `item`.
  const plain = text
    .replace(/<(\/?)[\w-]+:(?=\w)/g, '<$1')
    .replace(/<\?xml[^>]*>/, '')
    // The parser is one of HTML: to it an element stays open until its end is written out.
    .replace(/<([\w-]+)([^<>]*)\/>/g, '<$1$2></$1>');
  return parseHTML(`<html><body>${plain}</body></html>`).document as unknown as XmlNode;
}

/** The file of an address, which is relative to a folder. */
export function toPath(address: string, folder: string): string {
  const [bare = ''] = address.split('#');
  let path = bare;
  try {
    path = decodeURIComponent(bare);
  } catch {
    // A lone % stands for itself.
  }
  return posix.join(folder, path).normalize('NFC');
}

/** Entries of deeper levels are left out. */
const MAX_DEPTH = 8;

/** Empty when the book has no contents. */
export async function readBookContents(
  book: XmlNode,
  options: {
    readonly folder: string;
    readonly known: ReadonlySet<string>;
    readonly read: (path: string) => Promise<string>;
  },
): Promise<readonly BookEntry[]> {
  const items = [...book.querySelectorAll('item')];
  const item = items.find(
    (item) =>
      /\bnav\b/.test(item.getAttribute('properties') ?? '') ||
      item.getAttribute('media-type') === 'application/x-dtbncx+xml',
  );
  const path = toPath(item?.getAttribute('href') ?? '', options.folder);
  if (!options.known.has(path)) return [];
  const table = parseXml(await options.read(path));
  const folder = posix.dirname(path);
  const map = table.querySelector('navMap');
  if (map !== null) return readPoints(map, folder, 1);
  // Other lists name pages and landmarks.
  const navs = [...table.querySelectorAll('nav')];
  const list = (
    navs.find((nav) => nav.getAttribute('epub:type') === 'toc') ?? navs[0]
  )?.querySelector('ol');
  return list === null || list === undefined ? [] : readItems(list, folder, 1);
}

const named = (node: XmlNode, name: string): XmlNode[] =>
  [...node.children].filter(({ nodeName }) => nodeName.toLowerCase() === name);

function readPoints(node: XmlNode, folder: string, depth: number): BookEntry[] {
  return named(node, 'navpoint').flatMap((point) => {
    const address = named(point, 'content')[0]?.getAttribute('src');
    const below = depth < MAX_DEPTH ? readPoints(point, folder, depth + 1) : [];
    return makeEntry({ address, label: named(point, 'navlabel')[0], folder }, below);
  });
}

function readItems(list: XmlNode, folder: string, depth: number): BookEntry[] {
  return named(list, 'li').flatMap((item) => {
    const label = named(item, 'a')[0] ?? named(item, 'span')[0];
    const inner = named(item, 'ol')[0];
    const below =
      inner === undefined || depth >= MAX_DEPTH ? [] : readItems(inner, folder, depth + 1);
    return makeEntry({ address: label?.getAttribute('href'), label, folder }, below);
  });
}

/** An entry that leads nowhere itself leads where its first child does. */
function makeEntry(
  given: {
    readonly address: string | null | undefined;
    readonly label: XmlNode | undefined;
    readonly folder: string;
  },
  children: readonly BookEntry[],
): readonly BookEntry[] {
  const title = (given.label?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const path = given.address ? toPath(given.address, given.folder) : children[0]?.path;
  return title === '' || path === undefined ? children : [{ title, path, children }];
}
