/** Which files are documents, and of which format: their first bytes say so, their names only where bytes say nothing. */
import { extname } from 'node:path';

export type DocumentFormat = 'text' | 'markdown' | 'pdf' | 'docx' | 'html';

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
]);

/** For messages. */
export const FORMAT_NAMES = '.txt, .md, .pdf, .docx or .html';

/** A PDF may have some bytes before its header; readers of PDF look for it in the first kilobyte. */
const PDF_REACH = 1024;

/** The format that a name promises; `undefined` when files of that name are no documents. */
export function formatOfName(name: string): DocumentFormat | undefined {
  return FORMATS.get(extname(name).toLowerCase());
}

/** The format that the bytes are of. */
export function detectFormat(bytes: Buffer, name: string): DocumentFormat {
  const head = bytes.subarray(0, PDF_REACH).toString('latin1');
  if (head.startsWith('%PDF-')) return 'pdf';
  if (head.startsWith('PK\x03\x04')) return 'docx';
  const named = formatOfName(name) ?? 'text';
  if (named === 'pdf') return head.includes('%PDF-') ? 'pdf' : 'text';
  if (named === 'docx') return 'text';
  return /^\s*(?:\xEF\xBB\xBF)?(?:<!--[^>]*-->\s*)?<(?:!doctype html|html)\b/i.test(head)
    ? 'html'
    : named;
}
