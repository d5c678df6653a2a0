/** Scans are read where the operator asks for it and the programs are there; where they are not, the error says what to install. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDocumentReader } from '../../../src/adapters/documents/file-reader.js';
import { findPage } from '../../../src/domain/article.js';
import { splitArticles } from '../../../src/ingest/split-articles.js';
import { makePdf, setLines } from '../../support/make-pdf.js';
import { createTemporaryFolders } from '../../support/temporary.js';

const isInstalled = ['pdftoppm', 'tesseract'].every(
  (program) => spawnSync(program, ['-v']).error === undefined,
);
const makeFolder = createTemporaryFolders('scan');
const TEXT = 'The lantern keeper counted seventeen herring boats before the evening fog came in.';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A document whose second page is a picture of a text. */
async function makeScan(pages: Parameters<typeof makePdf>[0]): Promise<string> {
  const folder = makeFolder();
  const printed = setLines(TEXT.repeat(3), { x: 70, y: 740, width: 66, size: 12 });
  await writeFile(join(folder, 'text.pdf'), makePdf([printed]));
  const size = ['-scale-to-x', '1190', '-scale-to-y', '1684'];
  const drawing = ['-jpeg', '-singlefile', ...size];
  execFileSync('pdftoppm', [...drawing, join(folder, 'text.pdf'), join(folder, 'page')]);
  const jpeg = (await readFile(join(folder, 'page.jpg'))).toString('latin1');
  const picture = `q 595 0 0 842 0 0 cm BI /W 1190 /H 1684 /CS /RGB /BPC 8 /F /DCT ID ${jpeg} EI Q`;
  const path = join(folder, 'scan.pdf');
  await writeFile(path, makePdf(pages, { picture }));
  return path;
}

const first = setLines('A page that has words of its own. '.repeat(3), {
  x: 70,
  y: 300,
  width: 60,
});
const read = (path: string, ocr: string) =>
  createDocumentReader({ maxBytes: 30_000_000, ocr }).read({ name: 'scan.pdf', path });

describe.skipIf(!isInstalled)('a scan (skipped without pdftoppm and tesseract)', () => {
  it('is read page by page, says so, and leaves nothing behind', async () => {
    const path = await makeScan([first, []]);
    expect((await read(path, '')).warnings).toContain('pages without text, blank or pictures: 2');
    const temporary = makeFolder();
    vi.stubEnv('TMPDIR', temporary);
    const document = await read(path, 'eng');
    expect(document.encoding).toBe('pdf, OCR');
    expect(document.warnings).toContain('pages read by OCR, which makes mistakes: 2');
    const line = document.lines.findIndex((text) => text.includes('lantern keeper')) + 1;
    expect(findPage(document.pageStarts, line)).toBe(2);
    const text = splitArticles(document).articles.map((article) => article.text);
    expect(text.join('\n').replace(/\s+/g, ' ')).toContain('seventeen herring boats');
    expect(readdirSync(temporary).filter((name) => name.startsWith('quoth'))).toEqual([]);
  });

  it('in a language that is not installed is refused with the name of what is missing', async () => {
    const path = await makeScan([[]]);
    await expect(read(path, 'eng+tlh')).rejects.toMatchObject({
      code: 'OCR_UNAVAILABLE',
      message: expect.stringContaining('tlh'),
    });
  });

  it('is refused without the programs, but for the pages with words', async () => {
    const scan = await makeScan([[]]);
    const mixed = await makeScan([first, []]);
    vi.stubEnv('PATH', makeFolder());
    await expect(read(scan, 'eng')).rejects.toMatchObject({ code: 'OCR_UNAVAILABLE' });
    const { lines, warnings } = await read(mixed, 'eng');
    expect(lines.join('\n')).toContain('words of its own');
    expect(warnings.join()).toMatch(/got no pdftoppm .*install poppler-utils/);
  });
});
