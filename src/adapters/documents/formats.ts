/** Which files are documents, and of which format: their first bytes say so, their names only where bytes say nothing. */
import { extname } from 'node:path';
import { openArchive } from './open-archive.js';
import { isWebArchive } from './open-web-archive.js';

export type DocumentFormat =
  | 'text'
  | 'markdown'
  | 'pdf'
  | 'docx'
  | 'html'
  | 'mhtml'
  | 'epub'
  | 'table'
  | 'jsonl'
  | 'json'
  | 'zip';

const FORMATS: ReadonlyMap<string, DocumentFormat> = new Map([
  ['.txt', 'text'],
  ['.text', 'text'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.pdf', 'pdf'],
  ['.docx', 'docx'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.xhtml', 'html'],
  ['.mhtml', 'mhtml'],
  ['.mht', 'mhtml'],
  ['.epub', 'epub'],
  ['.csv', 'table'],
  ['.tsv', 'table'],
  ['.jsonl', 'jsonl'],
  ['.ndjson', 'jsonl'],
  ['.json', 'json'],
  ['.zip', 'zip'],
]);

/** For messages. */
export const FORMAT_NAMES =
  '.txt, .md, .pdf, .docx, .html, .mhtml, .epub, .csv, .jsonl, .json or .zip';

/** A PDF may have some bytes before its header; readers of PDF look for it in the first kilobyte. */
const HEAD_BYTES = 1024;

const HTML = /^\s*(?:\xEF\xBB\xBF)?(?:<!--[^>]*-->\s*)?<(?:!doctype html|html)\b/i;

/** The format that a name promises; `undefined` when files of that name are no documents. */
export function formatOfName(name: string): DocumentFormat | undefined {
  return FORMATS.get(extname(name).toLowerCase());
}

const isArchive = (bytes: Buffer): boolean =>
  bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04';

/** The format that the bytes are of. @throws AppError of `openArchive` */
export async function detectFormat(bytes: Buffer, name: string): Promise<DocumentFormat> {
  const head = bytes.subarray(0, HEAD_BYTES).toString('latin1');
  if (head.startsWith('%PDF-')) return 'pdf';
  if (isArchive(bytes)) return detectArchive(bytes, name);
  const named = formatOfName(name) ?? 'text';
  if (named === 'pdf') return head.includes('%PDF-') ? 'pdf' : 'text';
  if (named === 'docx' || named === 'epub' || named === 'zip') return 'text';
  if (HTML.test(head)) return 'html';
  return isWebArchive(head) ? 'mhtml' : named;
}

async function detectArchive(bytes: Buffer, name: string): Promise<'docx' | 'epub' | 'zip'> {
  const archive = await openArchive(bytes, name);
  archive.close();
  const paths = new Set(archive.entries.map(({ path }) => path));
  if (paths.has('META-INF/container.xml')) return 'epub';
  return paths.has('word/document.xml') ? 'docx' : 'zip';
}
