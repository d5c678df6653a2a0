/** Books and manuals: chapters as their bookmarks have them, where these tell the truth. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDocumentReader } from '../../../src/adapters/documents/file-reader.js';
import { splitArticles } from '../../../src/ingest/split-articles.js';
import { makePdf, type PdfBookmark, type PdfRun, setLines } from '../../support/make-pdf.js';
import { createTemporaryFolders } from '../../support/temporary.js';

const reader = createDocumentReader({ maxBytes: 30_000_000 });
const makeFolder = createTemporaryFolders('outline');

async function split(pages: readonly (readonly PdfRun[])[], outline: readonly PdfBookmark[] = []) {
  const path = join(makeFolder(), 'a.pdf');
  await writeFile(path, makePdf(pages, { outline }));
  return splitArticles(await reader.read({ name: 'a.pdf', path })).articles;
}

const text = (name: string): string =>
  `The keepers of ${name} write down what the tide brings in, and who came for it. `.repeat(8);
const body = (name: string, y = 740): PdfRun[] => setLines(text(name), { x: 80, y, width: 60 });
const head = (title: string, y = 790): PdfRun => ({ text: title, x: 80, y, size: 18 });
/** Lines that look like titles of articles. */
const lures = (name: string): PdfRun[] => [
  { text: 'The Keepers And The Tide', x: 80, y: 500, size: 14 },
  ...body(name, 470),
];

const chapters = ['The Harbour', 'The Light', 'The Reef'];
const pages = chapters.map((title, index) => [
  { text: `Chapter ${index + 1}`, x: 80, y: 812, size: 12 },
  head(title),
  ...body(title),
  ...lures(title),
]);
const book = [[head('Handbook of Saltmere', 600)], ...pages];
const marks = chapters.map((title, index) => ({ title, page: index + 2 }));

describe('a PDF with bookmarks', () => {
  it('is parted into the chapters that they name, each under its number and title', async () => {
    const articles = await split(book, marks);
    expect(articles.map(({ title }) => title)).toEqual([
      'Chapter 1 The Harbour',
      'Chapter 2 The Light',
      'Chapter 3 The Reef',
    ]);
    expect(articles[0]?.text).toContain('Handbook of Saltmere');
    expect(articles[2]?.text).toContain('The keepers of The Reef');
  });

  it('has its chapters below the book and below its parts', async () => {
    const [first, second, third] = marks;
    if (first === undefined || second === undefined || third === undefined) throw new Error();
    const parts = [
      { title: 'Part I The Coast', page: 2, children: [first, second] },
      { title: 'Part II The Sea', page: 4, children: [third] },
    ];
    const outline = [{ title: 'Handbook of Saltmere', page: 1, children: parts }];
    expect((await split(book, outline)).map(({ title }) => title)).toHaveLength(3);
  });

  it('has the headings that they name inside its chapters, and no others', async () => {
    const children = [{ title: 'The Keepers And The Tide', page: 2, top: 520 }];
    const articles = await split(
      book,
      marks.map((mark) => ({
        ...mark,
        children: children.map((child) => ({ ...child, page: mark.page })),
      })),
    );
    const headings = articles.flatMap(({ blocks }) =>
      blocks.filter(({ kind }) => kind === 'heading'),
    );
    expect(headings.map(({ label }) => label)).toEqual(Array(3).fill('The Keepers And The Tide'));
  });

  it('is not parted at bookmarks whose names stand nowhere, nor into the sections of a paper', async () => {
    const names = marks.map(({ page }) => ({ title: `scan${page}.tif`, page }));
    expect(await split(book, names)).toHaveLength(1);
    const paper = [
      [head('On Tides'), ...body('one', 760), head('Methods', 600), ...body('two', 580)],
      [...body('three', 800), head('Results', 600), ...body('four', 580)],
    ];
    const sections = [
      { title: 'Methods', page: 1, top: 620 },
      { title: 'Results', page: 2, top: 620 },
    ];
    expect((await split(paper, sections)).map(({ title }) => title)).toEqual(['On Tides']);
  });
});

describe('a PDF without bookmarks', () => {
  it('is one article, unless its titles have dates, names or sources', async () => {
    expect(await split(book)).toHaveLength(1);
    const days = ['March 3, 2025', 'By Ada Merridew', '12 April 2025'];
    const news = chapters.map((title, index) => [
      head(`${title} Was Opened Again`),
      { text: days[index] ?? '', x: 80, y: 765 },
      ...body(title),
    ]);
    expect(await split(news)).toHaveLength(3);
  });
});
