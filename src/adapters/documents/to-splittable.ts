/** Paragraphs with their headings → lines as the splitter takes them. */
import type { WebParagraph } from '../../domain/feed.js';
import { AppError } from '../../errors.js';
import type { ParsedDocument } from './parse-jobs.js';

/** Each paragraph is a line. @throws AppError DOCUMENT_EMPTY */
export function toSplittable(
  paragraphs: readonly WebParagraph[],
  { name, encoding }: { readonly name: string; readonly encoding: string },
): ParsedDocument {
  if (!paragraphs.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) {
    throw new AppError('DOCUMENT_EMPTY', `expected a text, got none: ${name}`);
  }
  const levels = paragraphs.flatMap(({ headingLevel }, index) =>
    headingLevel === undefined ? [] : [[index + 1, headingLevel] as const],
  );
  return {
    encoding,
    format: 'text',
    lines: paragraphs.map(({ text }) => text.normalize('NFC')),
    paragraphStarts: new Set(paragraphs.map((_, index) => index + 1)),
    headings: new Map(levels),
    warnings: [],
  };
}
