/** A keeper with files of other formats and the real program: right pages in citations, and what is mended stays so. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeZip } from '../support/make-docx.js';
import { makePdf, setLines } from '../support/make-pdf.js';
import { runHashed } from '../support/real-app.js';
import { createTemporaryFolders } from '../support/temporary.js';

const makeFolder = createTemporaryFolders('formats');

async function run(args: readonly string[], index: string): Promise<string> {
  const { exitCode, stdout, stderr } = await runHashed([...args, '--json'], index);
  if (exitCode !== 0) throw new Error(stderr);
  return stdout;
}
const readLines = (output: string) =>
  output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('pages of a PDF', () => {
  it('stand in the citations and in the list of articles', async () => {
    const index = makeFolder('index');
    const file = path.join(makeFolder(), '年鉴.pdf');
    const pages = ['渡轮改在七点开船。', '旧书交换日定在三月八日。', '早稻面积三十二万亩。'].map(
      (text) => setLines(text.repeat(12), { x: 80, y: 760, width: 40 }),
    );
    writeFileSync(file, makePdf(pages));
    await run(['ingest', file], index);
    expect(readLines(await run(['articles'], index))[0]).toMatchObject({
      startPage: 1,
      endPage: 3,
    });
    const { quotes } = JSON.parse(await run(['ask', '旧书交换日定在哪天？', '--top', '1'], index));
    const [{ text, citation }] = quotes;
    expect(text).toContain('旧书交换日定在三月八日');
    expect(citation.startPage).toBeLessThanOrEqual(2);
    expect(citation.endPage).toBeGreaterThanOrEqual(2);
  });
});

describe('quoth fix', () => {
  it('mends articles, and they stay mended when the document changes or comes back', async () => {
    const index = makeFolder('index');
    const file = path.join(makeFolder(), 'letter.md');
    const text =
      '# Ferry\n\nThe ferry leaves at seven.\n\n# Pier\n\nThe pier is closed.\n\n# Books\n\nBooks are lent.\n';
    writeFileSync(file, text);
    await run(['ingest', file], index);
    const list = async () =>
      readLines(await run(['articles'], index)).map(({ title, date }) => [title, date]);
    const [ferry, pier] = readLines(await run(['articles'], index));
    await run(['fix', 'join', pier.id], index);
    await run(
      ['fix', 'date', readLines(await run(['articles'], index))[0].id, '2025-03-08'],
      index,
    );
    await run(
      ['fix', 'title', readLines(await run(['articles'], index))[1].id, 'Lending', 'books'],
      index,
    );
    const mended = [
      ['Ferry', '2025-03-08'],
      ['Lending books', undefined],
    ];
    expect(await list()).toEqual(mended);
    expect(ferry.title).toBe('Ferry');

    writeFileSync(file, `${text}\nThey are to be brought back.\n`);
    await run(['ingest', file], index);
    expect(await list()).toEqual(mended);
    await run(['ingest', file, '--rebuild'], index);
    expect(await list()).toEqual(mended);
    await run(['remove', 'letter.md'], index);
    await run(['ingest', file], index);
    expect(await list()).toEqual(mended);

    const [first] = readLines(await run(['articles'], index));
    await run(['fix', 'split', first.id, '5'], index);
    expect((await list()).map(([title]) => title)).toEqual(['Ferry', 'Pier', 'Lending books']);
    const wrong = await runHashed(['fix', 'join', first.id], index);
    expect([wrong.exitCode, wrong.stderr]).toEqual([
      1,
      expect.stringContaining('error ARTICLE_NOT_FOUND'),
    ]);
  });
});

describe('an archive', () => {
  it('is ingested document by document, again only where something has changed', async () => {
    const index = makeFolder('index');
    const file = path.join(makeFolder(), 'all.zip');
    writeFileSync(
      file,
      makeZip({ 'a.md': '# One\n\nFirst.\n', 'b.csv': 'title,text\nTwo,Second.\n' }),
    );
    await run(['ingest', file], index);
    const again = JSON.parse(await run(['ingest', file], index));
    expect(again.documents.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'skipped',
      'skipped',
    ]);
    await run(['ingest', '--rebuild'], index);
    expect(readLines(await run(['articles'], index)).map(({ title }) => title)).toEqual([
      'One',
      'Two',
    ]);
  });
});
