/** Word documents (.docx) → paragraphs, by mammoth. Headings are known by their styles. */
import mammoth from 'mammoth';
import { AppError } from '../../errors.js';
import { readParagraphs } from '../../read-html.js';
import { openArchive } from './open-archive.js';
import type { ParsedDocument } from './parse-jobs.js';
import { refuseEntities } from './refuse-entities.js';
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
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  await inspect(buffer, name);
  const { value } = await mammoth
    .convertToHtml(
      { buffer },
      {
        styleMap: STYLES,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    )
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

/** Unpacks every part within the bounds once: mammoth has none of its own. */
async function inspect(bytes: Buffer, name: string): Promise<void> {
  const archive = await openArchive(bytes, name);
  try {
    for (const { path } of archive.entries) {
      const part = await archive.read(path);
      if (/\.(?:xml|rels)$/i.test(path)) refuseEntities(part.toString('latin1'), name);
    }
  } finally {
    archive.close();
  }
}
