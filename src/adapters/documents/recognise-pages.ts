/**
 * Pages that are pictures → their text, by programs that the operator has installed: pdftoppm draws a page, tesseract reads
 * it. They run without a shell, with bounds of time, memory and size, and know nothing of Quoth's settings.
 */
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { tellAlive } from '../../answer-jobs.js';
import { AppError } from '../../errors.js';
import type { PdfPage, TextPiece } from './page-text.js';

const OCR_LIMITS = {
  /** Pages of one document; the others stay unread and are named. At 3 to 10 s a page these take an hour. */
  pages: 500,
  /** For drawing a page, and for reading it. */
  timeoutMs: 120_000,
  /** Between two signs of life to those who wait for the parser. */
  aliveMs: 5000,
  /** Pixels of the longer side: A4 at 300 dots an inch has 3,508. */
  pixels: 3500,
  /** Of the processor, should Quoth end before the program does. */
  cpuSeconds: 180,
  /** Address space of either program; a page takes some 300 MB. */
  memoryBytes: 2 * 1024 ** 3,
  /** What tesseract may say of a page. */
  outputBytes: 16 * 1024 * 1024,
} as const;

/** Lines whose height differs less from the usual one are set in one size: without descenders they measure less. */
const SAME_SIZE = 0.35;

const execute = promisify(execFile);

/** @throws AppError OCR_UNAVAILABLE */
function findProgram(name: string, languages: string): string {
  const found = findOnPath(name);
  if (found !== undefined) return found;
  throw new AppError(
    'OCR_UNAVAILABLE',
    `expected pdftoppm and tesseract on the PATH, since QUOTH_OCR is ${languages}, got no ${name}`,
  );
}

function findOnPath(name: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** Runs a program. @throws Error when it fails or takes too long */
async function run(program: string, options: readonly string[]): Promise<string> {
  const limiter = findOnPath('prlimit');
  const [file, ...rest] =
    limiter === undefined
      ? [program]
      : [limiter, `--as=${OCR_LIMITS.memoryBytes}`, `--cpu=${OCR_LIMITS.cpuSeconds}`, program];
  const timer = setInterval(tellAlive, OCR_LIMITS.aliveMs);
  const { stdout } = await execute(file ?? program, [...rest, ...options], {
    timeout: OCR_LIMITS.timeoutMs,
    killSignal: 'SIGKILL',
    maxBuffer: OCR_LIMITS.outputBytes,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      TESSDATA_PREFIX: process.env['TESSDATA_PREFIX'],
      LC_ALL: 'C.UTF-8',
      OMP_THREAD_LIMIT: '1',
    },
  }).finally(() => clearInterval(timer));
  return stdout;
}

/**
 * Reads pages of a PDF.
 *
 * @param pages those without text; their sizes say where the words stand
 * @param options.languages as tesseract names them, `chi_sim+eng`
 * @returns the pages that have words now
 * @throws AppError OCR_UNAVAILABLE
 */
export async function recognisePages(
  bytes: Uint8Array,
  pages: readonly PdfPage[],
  { languages }: { readonly languages: string },
): Promise<PdfPage[]> {
  const drawing = findProgram('pdftoppm', languages);
  const reading = findProgram('tesseract', languages);
  await requireLanguages(reading, languages);
  const folder = await mkdtemp(join(tmpdir(), 'quoth-ocr-'));
  try {
    const pdf = join(folder, 'a.pdf');
    await writeFile(pdf, bytes, { mode: 0o600 });
    const found: PdfPage[] = [];
    for (const page of pages.slice(0, OCR_LIMITS.pages)) {
      const at = String(page.number);
      const picture = join(folder, 'page');
      // A page that cannot be drawn or read stays one without text.
      const table = await run(drawing, [
        '-gray',
        '-png',
        '-singlefile',
        '-scale-to',
        String(OCR_LIMITS.pixels),
        '-f',
        at,
        '-l',
        at,
        pdf,
        picture,
      ])
        .then(() => run(reading, [`${picture}.png`, '-', '-l', languages, 'tsv']))
        .catch(() => '');
      await rm(`${picture}.png`, { force: true });
      const pieces = readTable(table, page);
      if (pieces.length > 0) found.push({ ...page, pieces });
    }
    return found;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @throws AppError OCR_UNAVAILABLE */
async function requireLanguages(program: string, languages: string): Promise<void> {
  const listed = new Set((await run(program, ['--list-langs'])).split(/\s+/));
  const missing = languages.split('+').filter((language) => !listed.has(language));
  if (missing.length === 0) return;
  throw new AppError(
    'OCR_UNAVAILABLE',
    `expected tesseract to know ${languages} (QUOTH_OCR), got no data for ${missing.join(' and ')}`,
  );
}

/** Rows of tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
const LEVELS = { page: 1, line: 4, word: 5 } as const;

/** A piece of text for each line; pixels become points. */
function readTable(table: string, { width, height }: PdfPage): TextPiece[] {
  const lines: { left: number; top: number; width: number; height: number; text: string }[] = [];
  let pixels = 0;
  for (const row of table.split('\n').slice(1)) {
    const cells = row.split('\t');
    const [level = 0, , , , , , left = 0, top = 0, wide = 0, high = 0] = cells.map(Number);
    if (level === LEVELS.page) pixels = Math.max(wide, high);
    if (level === LEVELS.line) lines.push({ left, top, width: wide, height: high, text: '' });
    const line = lines[lines.length - 1];
    const word = cells.slice(11).join(' ').trim();
    if (level === LEVELS.word && line !== undefined && word !== '') line.text += ` ${word}`;
  }
  const scale = Math.max(width, height) / Math.max(1, pixels);
  const usual = lines.map((line) => line.height).sort((a, b) => a - b)[lines.length >> 1] ?? 0;
  return lines
    .filter(({ text }) => text !== '')
    .map((line) => {
      const isUsual = Math.abs(line.height - usual) <= usual * SAME_SIZE;
      return {
        text: joinCharacters(line.text),
        left: line.left * scale,
        right: (line.left + line.width) * scale,
        baseline: height - (line.top + line.height) * scale,
        size: Math.max(1, (isUsual ? usual : line.height) * scale),
        font: '',
        isRightToLeft: false,
      };
    });
}

/** Tesseract parts Chinese and Japanese into words by spaces. */
function joinCharacters(text: string): string {
  const wide =
    '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303F\\uFF00-\\uFFEF]';
  return text.trim().replace(new RegExp(`(?<=${wide}) (?=${wide})`, 'gu'), '');
}
