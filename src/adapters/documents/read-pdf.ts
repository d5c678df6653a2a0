/** PDF bytes → pages of text, by PDF.js. Runs in the thread of the document parser; scripts and forms are never run. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  getDocument,
  type PageViewport,
  PasswordResponses,
  type PDFDocumentProxy,
  Util,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';
import { tellAlive } from '../../answer-jobs.js';
import { AppError, toAppError } from '../../errors.js';
import { describePdf } from './describe-pdf.js';
import { layOutPdf } from './lay-out-pdf.js';
import type { PdfPage, TextPiece } from './page-text.js';
import type { ParsedDocument } from './parse-jobs.js';
import { placeOutline } from './place-outline.js';
import { type PdfAnnotation, readFields } from './read-fields.js';
import { readOutline } from './read-outline.js';
import { recognisePages } from './recognise-pages.js';

/** More pages are refused: a book has some 500, a volume of statutes 2,000. */
const MAX_PAGES = 5000;
/** Characters of all pages together; a book has a million. */
const MAX_CHARACTERS = 60_000_000;

const FOLDER = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/**
 * Reads a PDF.
 *
 * @param options.name for messages
 * @param options.ocr languages in which pages without text are read; empty: they are not
 * @throws AppError DOCUMENT_DAMAGED, DOCUMENT_ENCRYPTED, DOCUMENT_TOO_LARGE, DOCUMENT_SCANNED, OCR_UNAVAILABLE
 */
export async function readPdf(
  bytes: Uint8Array,
  { name, ocr }: { readonly name: string; readonly ocr: string },
): Promise<ParsedDocument> {
  const task = getDocument({
    data: bytes,
    cMapUrl: `${join(FOLDER, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(FOLDER, 'standard_fonts')}/`,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    verbosity: 0,
  });
  try {
    const pdf = await task.promise.catch((error: unknown) => {
      throw translate(error, name);
    });
    if (pdf.numPages > MAX_PAGES) {
      throw new AppError(
        'DOCUMENT_TOO_LARGE',
        `expected at most ${MAX_PAGES} pages, got ${pdf.numPages}: ${name}`,
        { hint: 'split it into smaller files' },
      );
    }
    const drawn = await readPages(pdf, name);
    const { pages, recognised, warnings } = await readPictures(pdf, drawn, ocr);
    const text = layOutPdf(pages);
    if (!text.lines.some((line) => /[\p{L}\p{N}]/u.test(line))) {
      throw new AppError(
        'DOCUMENT_SCANNED',
        `expected text, got ${pdf.numPages} ${pdf.numPages === 1 ? 'page' : 'pages'} without any, pictures of text perhaps: ${name}`,
      );
    }
    const outline = placeOutline(await readOutline(pdf), text, pdf.numPages);
    return {
      encoding: recognised.length === 0 ? 'pdf' : 'pdf, OCR',
      format: 'text',
      lines: text.lines,
      pageStarts: text.pageStarts,
      paragraphStarts: new Set(text.paragraphStarts),
      headings: outline?.headings ?? new Map(),
      ...(outline === undefined ? {} : { chapters: outline.chapters }),
      warnings: [...warnings, ...describePdf(text, recognised)],
    };
  } finally {
    await task.destroy();
  }
}

function translate(error: unknown, name: string): AppError {
  const cause = error instanceof Error ? error : new Error(String(error));
  if (cause.name === 'PasswordException') {
    const isWrong = 'code' in cause && cause.code === PasswordResponses.INCORRECT_PASSWORD;
    const message = `expected a PDF that opens without a password, got ${isWrong ? 'a locked' : 'an encrypted'} one: ${name}`;
    return new AppError('DOCUMENT_ENCRYPTED', message, { cause });
  }
  return new AppError('DOCUMENT_DAMAGED', `expected a whole PDF, got a damaged one: ${name}`, {
    cause,
  });
}

async function readPages(pdf: PDFDocumentProxy, name: string): Promise<PdfPage[]> {
  const pages: PdfPage[] = [];
  let characters = 0;
  let damaged = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    tellAlive();
    const page = await readPage(pdf, number).catch(() => undefined);
    if (page === undefined) damaged += 1;
    pages.push(page ?? { number, width: 0, height: 0, pieces: [] });
    characters += page?.pieces.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
    if (characters > MAX_CHARACTERS) {
      throw new AppError(
        'DOCUMENT_TOO_LARGE',
        `expected at most ${MAX_CHARACTERS} characters, got more: ${name}`,
      );
    }
  }
  if (damaged === pdf.numPages) throw translate(new Error('no page can be read'), name);
  return pages;
}

/** Pages with fewer letters may be pictures under a stamp. */
const MAX_STAMP = 30;

const countLetters = ({ pieces }: PdfPage): number =>
  pieces.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);

/**
 * Reads the pages that have no text of their own, where that is asked for.
 * @throws AppError OCR_UNAVAILABLE when no page has text
 */
async function readPictures(
  pdf: PDFDocumentProxy,
  drawn: readonly PdfPage[],
  languages: string,
): Promise<{
  readonly pages: readonly PdfPage[];
  /** Numbers of the pages that were read. */
  readonly recognised: readonly number[];
  readonly warnings: readonly string[];
}> {
  const bare = drawn.filter((page) => countLetters(page) < MAX_STAMP);
  if (languages === '' || bare.length === 0) return { pages: drawn, recognised: [], warnings: [] };
  try {
    const read = await recognisePages(await pdf.getData(), bare, { languages });
    const better = new Map(
      read
        .filter((page) => {
          const own = drawn[page.number - 1];
          return own === undefined || countLetters(page) > countLetters(own) * 2;
        })
        .map((page) => [page.number, page]),
    );
    return {
      pages: drawn.map((page) => better.get(page.number) ?? page),
      recognised: [...better.keys()],
      warnings: [],
    };
  } catch (error) {
    const { code, message, hint } = toAppError(error);
    if (code !== 'OCR_UNAVAILABLE' || bare.length === drawn.length) throw error;
    return { pages: drawn, recognised: [], warnings: [`${message} (${hint})`] };
  }
}

async function readPage(pdf: PDFDocumentProxy, number: number): Promise<PdfPage> {
  const page = await pdf.getPage(number);
  const content = await page.getTextContent();
  // A form that cannot be read keeps no page from being read.
  const annotations = (await page.getAnnotations().catch(() => [])) as readonly PdfAnnotation[];
  const items = content.items.filter((item): item is TextItem => 'str' in item && item.str !== '');
  const turn = (degrees: number): PdfPage => {
    const viewport = page.getViewport({ scale: 1, rotation: (page.rotate + degrees) % 360 });
    const pieces = items.flatMap((item) => makePiece(item, viewport));
    if (degrees === 0) pieces.push(...readFields(annotations, viewport));
    return { number, width: viewport.width, height: viewport.height, pieces };
  };
  const upright = turn(0);
  const all = items.reduce((sum, { str }) => sum + str.length, 0);
  // Text that stands on its side is a stamp in the margin, unless it is what the page is made of: a wide table.
  const read =
    countCharacters(upright) * 2 >= all
      ? upright
      : [upright, turn(90), turn(270), turn(180)].reduce((best, other) =>
          countCharacters(other) > countCharacters(best) ? other : best,
        );
  page.cleanup();
  return read;
}

function countCharacters({ pieces }: PdfPage): number {
  return pieces.reduce((sum, { text }) => sum + text.length, 0);
}

/** None when it does not read from left to right. */
function makePiece(item: TextItem, viewport: PageViewport): TextPiece[] {
  const [a = 0, b = 0, , , x = 0, y = 0] = Util.transform(
    viewport.transform,
    item.transform,
  ) as number[];
  if (a <= 0 || Math.abs(b) > a) return [];
  const size = Math.hypot(item.transform[2], item.transform[3]);
  return [
    {
      text: cleanText(item.str),
      left: x,
      right: x + item.width,
      baseline: viewport.height - y,
      size: size === 0 ? 1 : size,
      font: item.fontName,
      isRightToLeft: item.dir === 'rtl',
    },
  ];
}

/** Radicals and ligatures that some fonts name in place of the characters they look like. */
function cleanText(text: string): string {
  return text.replace(/[\u2E80-\u2FDF\uF900-\uFAFF\uFB00-\uFB06]/g, (character) =>
    character.normalize('NFKC'),
  );
}
