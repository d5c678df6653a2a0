/** HTML files and saved web pages → their article, or, where a page holds many, lines for the splitter. */
import { listLines } from '../../ingest/text-document.js';
import { readSavedPage } from '../../read-saved-page.js';
import type { ParsedDocument } from './parse-jobs.js';
import { toSplittable } from './to-splittable.js';

/** @throws AppError DOCUMENT_EMPTY; Error when the page has too many elements */
export function readPage(
  html: string,
  { name, encoding }: { readonly name: string; readonly encoding: string },
): ParsedDocument {
  const page = readSavedPage(html);
  const parsed = toSplittable(page.paragraphs, { name, encoding });
  const { title } = page;
  if (page.isMany || title === undefined) return parsed;
  const articles = [{ ...page, title }];
  return { encoding, format: 'text', lines: listLines(articles), articles, warnings: [] };
}
