/** Which files are documents, and of which format: their first bytes say so, their names only where bytes say nothing. */
import { extname } from 'node:path';

export type DocumentFormat = 'text' | 'markdown' | 'pdf';

const FORMATS: ReadonlyMap<string, DocumentFormat> = new Map([
  ['.txt', 'text'],
  ['.text', 'text'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.pdf', 'pdf'],
]);

/** For messages. */
export const FORMAT_NAMES = '.txt, .md or .pdf';

/** A PDF may have some bytes before its header; readers of PDF look for it in the first kilobyte. */
const PDF_REACH = 1024;

/** The format that a name promises; `undefined` when files of that name are no documents. */
export function formatOfName(name: string): DocumentFormat | undefined {
  return FORMATS.get(extname(name).toLowerCase());
}

/** The format that the bytes are of. */
export function detectFormat(bytes: Buffer, name: string): DocumentFormat {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf';
  const named = formatOfName(name) ?? 'text';
  if (named !== 'pdf') return named;
  return bytes.subarray(0, PDF_REACH).includes('%PDF-') ? 'pdf' : 'text';
}
