/** Word documents (.docx) → paragraphs, by mammoth. Headings are known by their styles. */
import mammoth from 'mammoth';
import { AppError } from '../../errors.js';
import { readParagraphs } from '../../read-html.js';
import type { ParsedDocument } from './parse-jobs.js';
import { toSplittable } from './to-splittable.js';

/** A title stands above the headings of the first level. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  ...[1, 2, 3, 4, 5].flatMap((level) => [
    `p[style-name='heading ${level}'] => h${level + 1}:fresh`,
    `p[style-name='Heading ${level}'] => h${level + 1}:fresh`,
    `p[style-name='标题 ${level}'] => h${level + 1}:fresh`,
  ]),
];

/** @throws AppError DOCUMENT_DAMAGED, DOCUMENT_EMPTY */
export async function readWord(bytes: Uint8Array, name: string): Promise<ParsedDocument> {
  const input = { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
  const { value } = await mammoth
    .convertToHtml(input, {
      styleMap: STYLES,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    })
    .catch((cause: unknown) => {
      throw new AppError(
        'DOCUMENT_DAMAGED',
        `expected a Word document, got a damaged one: ${name}`,
        {
          cause,
        },
      );
    });
  // Arrows that lead back from the notes to the text.
  return toSplittable(readParagraphs(value.replaceAll('↑', '')), { name, encoding: 'docx' });
}
