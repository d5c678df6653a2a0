/** PDF bytes → pages of text, by PDF.js. Runs in the thread of the document parser; scripts and forms are never run. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  getDocument,
  PasswordResponses,
  type PDFDocumentProxy,
  Util,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { tellAlive } from '../../answer-jobs.js';
import { AppError } from '../../errors.js';
import { describePdf } from './describe-pdf.js';
import { layOutPdf } from './lay-out-pdf.js';
import type { PdfPage, TextPiece } from './page-text.js';
import type { ParsedDocument } from './parse-jobs.js';

/** More pages are refused: a book has some 500, a volume of statutes 2,000. */
const MAX_PAGES = 5000;
/** Characters of all pages together; a book has a million. */
const MAX_CHARACTERS = 60_000_000;

const FOLDER = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/**
 * Reads a PDF.
 *
 * @param name for messages
 * @throws AppError DOCUMENT_DAMAGED, DOCUMENT_ENCRYPTED, DOCUMENT_TOO_LARGE, DOCUMENT_SCANNED
 */
export async function readPdf(bytes: Uint8Array, name: string): Promise<ParsedDocument> {
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
    const pages = await readPages(pdf, name);
    const text = layOutPdf(pages);
    if (!text.lines.some((line) => /[\p{L}\p{N}]/u.test(line))) {
      throw new AppError(
        'DOCUMENT_SCANNED',
        `expected text, got ${pdf.numPages} ${pdf.numPages === 1 ? 'page' : 'pages'} without any, pictures of text perhaps: ${name}`,
      );
    }
    return {
      encoding: 'pdf',
      format: 'text',
      lines: text.lines,
      pageStarts: text.pageStarts,
      paragraphStarts: new Set(text.paragraphStarts),
      warnings: describePdf(text),
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

async function readPage(pdf: PDFDocumentProxy, number: number): Promise<PdfPage> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const pieces = content.items.flatMap((item): TextPiece[] => {
    if (!('str' in item) || item.str === '') return [];
    const [a, b, , , x, y] = Util.transform(viewport.transform, item.transform) as number[];
    const size = Math.hypot(item.transform[2], item.transform[3]);
    // Text that stands on its side is a stamp in the margin.
    if (Math.abs(b ?? 0) > Math.abs(a ?? 0)) return [];
    return [
      {
        text: cleanText(item.str),
        left: x ?? 0,
        right: (x ?? 0) + item.width,
        baseline: viewport.height - (y ?? 0),
        size: size === 0 ? 1 : size,
        font: item.fontName,
        isRightToLeft: item.dir === 'rtl',
      },
    ];
  });
  page.cleanup();
  return { number, width: viewport.width, height: viewport.height, pieces };
}

/** Radicals and ligatures that some fonts name in place of the characters they look like. */
function cleanText(text: string): string {
  return text.replace(/[\u2E80-\u2FDF\uF900-\uFAFF\uFB00-\uFB06]/g, (character) =>
    character.normalize('NFKC'),
  );
}
