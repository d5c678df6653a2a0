/** PDFs: lines in reading order, without heads and feet, each with its page; what cannot be read is refused with a reason. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDocumentReader } from '../../../src/adapters/documents/file-reader.js';
import { createDocumentParser } from '../../../src/adapters/documents/parser.js';
import { findLine, findPage } from '../../../src/domain/article.js';
import { splitArticles } from '../../../src/ingest/split-articles.js';
import { makePdf, type PdfRun, setLines } from '../../support/make-pdf.js';
import { createTemporaryFolders } from '../../support/temporary.js';

const reader = createDocumentReader({ maxBytes: 30_000_000 });
const makeFolder = createTemporaryFolders('pdf');

async function read(bytes: Buffer | string, name = 'a.pdf') {
  const path = join(makeFolder(), name);
  await writeFile(path, bytes);
  return reader.read({ name, path });
}

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'read',
    ({ code }) => code,
  );

/** 30 sentences that differ, 23 characters each. */
const sentence = (number: number): string =>
  `第${String(number).padStart(3, '0')}句说的是图书馆在这一年里办成的一件好事。`;
const chapter = (from: number, count: number): string =>
  Array.from({ length: count }, (_, index) => sentence(from + index)).join('');

const page = (number: number, text: string): PdfRun[] => [
  { text: '清河市图书馆年鉴', x: 240, y: 800, size: 9 },
  ...setLines(text, { x: 80, y: 760, width: 40 }),
  { text: `- ${number} -`, x: 290, y: 40, size: 9 },
];

describe('a PDF', () => {
  it('keeps every word and the page of each, in fonts by name and by map', async () => {
    for (const font of ['mapped', 'named'] as const) {
      const pages = [0, 1, 2, 3].map((index) => [
        { text: '清河市图书馆年鉴', x: 240, y: 800, size: 9, font },
        ...setLines(chapter(index * 30, 30), { x: 80, y: 760, width: 40, font }),
        { text: `${index + 5}`, x: 290, y: 40, size: 9 },
      ]);
      const document = await read(makePdf(pages));
      const { articles } = splitArticles(document);
      expect(articles).toHaveLength(1);
      const [article] = articles;
      expect(article?.text.replace(/\s/g, '')).toBe(chapter(0, 120));
      for (let number = 3; number < 120; number += 1) {
        const offset = article?.text.indexOf(sentence(number)) ?? -1;
        const line = findLine(article?.lineStarts ?? [], offset);
        // 30 sentences of 23 characters on a page, in lines of 40.
        expect([number, findPage(article?.pageStarts, line)]).toEqual([
          number,
          Math.floor(number / 30) + 1,
        ]);
      }
      expect(document.warnings.join()).toContain('清河市图书馆年鉴');
    }
  });

  it('reads two columns one after the other, under a title over both', async () => {
    const left = 'The left column tells of the harbour and of the boats that lie in it.'.repeat(8);
    const right = 'The right column tells of the library on the hill, and of its books.'.repeat(8);
    const { lines } = await read(
      makePdf([
        [
          { text: 'News of the harbour town, printed over both columns', x: 100, y: 800, size: 16 },
          ...setLines(left, { x: 60, y: 760, width: 44, size: 9, leading: 12 }),
          ...setLines(right, { x: 310, y: 758, width: 44, size: 9, leading: 12 }),
        ],
      ]),
    );
    const text = lines.map((line) => line.trim()).join(' ');
    const squeezed = text.replace(/\s/g, '');
    expect(squeezed).toBe(
      `News of the harbour town, printed over both columns${left}${right}`.replace(/\s/g, ''),
    );
  });

  it('reads a page that is set sideways, and leaves a stamp in the margin out', async () => {
    const stamp = { text: 'arXiv 2025', x: 20, y: 300, isSideways: true };
    const wide = [1, 2, 3].map((line) => ({
      text: `Line ${line} of a wide table`,
      x: 100 + line * 15,
      y: 100,
      isSideways: true,
    }));
    const { lines, pageStarts } = await read(makePdf([[stamp, ...page(1, chapter(0, 9))], wide]));
    expect(lines.join()).not.toContain('arXiv');
    expect(pageStarts?.at(-1)?.[1]).toBe(2);
    expect(lines.map((line) => line.trim()).slice(-3)).toEqual(wide.map(({ text }) => text));
  });

  it('leaves a table in its rows', async () => {
    const rows = Array.from({ length: 12 }, (_, row) => [
      { text: `Branch ${row}`, x: 80, y: 700 - row * 15 },
      { text: `${row * 7} loans`, x: 300, y: 700 - row * 15 },
    ]).flat();
    const { lines } = await read(makePdf([rows]));
    expect(lines.map((line) => line.trim())).toContain('Branch 3 21 loans');
  });

  it('begins paragraphs where a line ends early or is indented, and joins the others', async () => {
    const first = `　　${chapter(0, 5)}`;
    const second = `　　${chapter(5, 7)}`;
    const { articles } = splitArticles(
      await read(
        makePdf([
          [
            { text: '图书馆的一年', x: 220, y: 800, size: 18 },
            ...setLines(`${first}\n${second}`, { x: 80, y: 760, width: 40 }),
          ],
        ]),
      ),
    );
    expect(articles).toMatchObject([
      { title: '图书馆的一年', text: `${chapter(0, 5)}\n${chapter(5, 7)}` },
    ]);
  });

  it('drops page numbers and running heads only, not a number in the text', async () => {
    const { lines } = await read(
      makePdf([1, 2, 3].map((number) => page(number, `${chapter(number * 9, 9)}\n${number}0`))),
    );
    const all = lines.map((line) => line.trim());
    expect(all).toEqual(expect.arrayContaining(['10', '20', '30']));
    expect(all.join('')).not.toMatch(/年鉴|- \d -/);
  });

  it('drops heads that are numbered in Roman and heads larger than most labels of its drawings', async () => {
    const words = ['eins', 'zwei', 'drei', 'vier', 'fünf', 'sechs'];
    const pages = ['i', 'ii', 'iii', 'iv', 'v', 'vi'].map((number, index) => [
      { text: `Handbuch ${number}`, x: 240, y: 800, size: 6 },
      ...[1, 2, 3, 4, 5].map((row) => ({
        text: `${words[index]}${row}`,
        x: 80,
        y: 700 - row * 20,
        size: 6,
      })),
      { text: `Stadtbücherei ${index + 1}`, x: 80, y: 40, size: 9 },
    ]);
    const { lines } = await read(makePdf(pages));
    expect(lines.map((line) => line.trim()).filter((line) => line !== '')).toEqual(
      words.flatMap((word) => [1, 2, 3, 4, 5].map((row) => `${word}${row}`)),
    );
  });

  it('keeps chapter titles that are numbered like the pages, and pages of one line each', async () => {
    const names = ['Der Hafen', 'Die Bucht', 'Das Watt', 'Die Insel', 'Das Riff'];
    const chapters = names.map((name, index) => [
      { text: `Lektion ${index + 1}`, x: 80, y: 780, size: 20 },
      ...setLines(`${name} liegt im Norden. `.repeat(6), { x: 80, y: 700, width: 60 }),
    ]);
    expect((await read(makePdf(chapters))).lines.join('\n')).toContain('Lektion 3');
    const labels = names.map((_, index) => [{ text: `Kiste ${index + 1}`, x: 80, y: 780 }]);
    expect((await read(makePdf(labels))).lines.join('\n')).toContain('Kiste 5');
  });

  it('keeps the numbers of footnotes and the lines that recur in its text', async () => {
    const pages = [1, 2, 3, 4, 5].map((number) => [
      ...setLines(`${chapter(number * 20, 12)}`, { x: 80, y: 760, width: 40 }),
      { text: `${number * 3}`, x: 80, y: 500 },
      ...setLines(`${chapter(number * 20 + 12, 4)}`, { x: 110, y: 480, width: 30 }),
      { text: `${number}`, x: 290, y: 40, size: 9 },
    ]);
    const text = splitArticles(await read(makePdf(pages))).articles.map((article) => article.text);
    for (const number of [3, 6, 9, 12, 15])
      expect(text.join('\n')).toMatch(new RegExp(`^${number}$|\\D${number}\\D`, 'm'));
  });

  it('reads what was filled into its form, in its place, and nothing that is hidden', async () => {
    const labels = [
      { text: 'Name of the applicant:', x: 80, y: 700 },
      { text: 'Reason for the request:', x: 80, y: 660 },
    ];
    const fields = [
      { value: 'Ada Merridew', rect: '200 697 400 711' },
      { value: 'The jetty is rotten.\\nIt sways.', rect: '200 630 400 672' },
      { value: 'for office use', rect: '200 600 400 612', flags: 2 },
    ];
    const { lines } = await read(makePdf([labels], { fields }));
    const text = lines.join('\n');
    expect(text).toMatch(/Name of the applicant: Ada Merridew/);
    expect(text).toMatch(/Reason for the request: The jetty is rotten\./);
    expect(text).toContain('It sways.');
    expect(text).not.toContain('office use');
  });

  it('names the pages without text, and refuses a document of pictures', async () => {
    const some = await read(makePdf([page(1, chapter(0, 9)), [], [], page(4, chapter(9, 9)), []]));
    expect(some.warnings).toContain('pages without text, blank or pictures: 2–3, 5');
    const picture = '200 0 0 200 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI';
    expect(await codeOf(read(makePdf([[], []], { picture })))).toBe('DOCUMENT_SCANNED');
  });

  it('is known by its bytes, whatever it is called', async () => {
    const bytes = makePdf([page(1, chapter(0, 9))]);
    expect((await read(bytes, 'report.txt')).encoding).toBe('pdf');
    expect((await read(Buffer.concat([Buffer.from('\n\n'), bytes]))).encoding).toBe('pdf');
    expect(await codeOf(read('没有什么可读的。'.repeat(20)))).toBe('DOCUMENT_DAMAGED');
  });

  it('is refused with a reason when it is locked, empty or broken', async () => {
    const whole = makePdf([page(1, chapter(0, 9)), page(2, chapter(9, 9))]);
    expect(await codeOf(read(makePdf([page(1, chapter(0, 9))], { isLocked: true })))).toBe(
      'DOCUMENT_ENCRYPTED',
    );
    expect(await codeOf(read(''))).toBe('DOCUMENT_EMPTY');
    expect(await codeOf(read('%PDF-1.7\n'))).toBe('DOCUMENT_DAMAGED');
    expect(await codeOf(read(Buffer.concat([whole.subarray(0, 90), Buffer.alloc(900)])))).toMatch(
      /DOCUMENT_(?:DAMAGED|SCANNED)/,
    );
    // A table of contents that points nowhere is made anew.
    const lost = whole.toString('latin1').replace(/startxref\n\d+/, 'startxref\n999999');
    expect(await codeOf(read(Buffer.from(lost, 'latin1')))).toBe('read');
  });

  it('made to fill the memory is given up', async () => {
    const parse = createDocumentParser({ maxGrowthMb: 64 });
    const bomb = makePdf([[]], { bomb: Buffer.alloc(400_000_000, ' ') });
    const job = { kind: 'pdf', name: 'bomb.pdf' } as const;
    expect(await codeOf(parse({ ...job, bytes: Uint8Array.from(bomb) }))).toBe(
      'DOCUMENT_TOO_COMPLEX',
    );
  });

  it('of 2,000 pages is read to the last one', async () => {
    const pages = Array.from({ length: 2000 }, (_, index) => page(index + 1, sentence(index)));
    const { pageStarts = [], lines } = await read(makePdf(pages));
    expect(pageStarts.at(-1)).toEqual([lines.length, 2000]);
    expect(pageStarts).toHaveLength(2000);
  });
});
