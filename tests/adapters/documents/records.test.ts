/** Tables, lines of JSON and exports of Telegram: an article a row or a message, with what its columns say. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { createDocumentReader } from '../../../src/adapters/documents/file-reader.js';
import { readDocument } from '../../../src/ingest/read-sources.js';
import { createTemporaryFolders } from '../../support/temporary.js';

const reader = createDocumentReader({ maxBytes: 30_000_000 });
const makeFolder = createTemporaryFolders('records');

async function splitFile(name: string, bytes: Buffer | string) {
  const path = join(makeFolder(), name);
  await writeFile(path, bytes);
  const document = await readDocument({ name, path }, reader);
  return { ...document.split(), read: document.warnings };
}
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'read',
    ({ code }) => code,
  );

describe('a table', () => {
  it('is an article a row, quotes and line breaks within cells kept', async () => {
    const { articles, read } = await splitFile(
      'a.csv',
      'Title,Content,Date,Author,URL\n"Ferry, late","First line.\nHe said ""wait"".",2025-03-08,Ann Lin,https://a.example/1\nEmpty,,,,\nBridge,The bridge opened.,2025,,ftp://x\n',
    );
    expect(articles).toMatchObject([
      {
        title: 'Ferry, late',
        text: 'First line.\nHe said "wait".',
        date: '2025-03-08',
        author: 'Ann Lin',
        link: 'https://a.example/1',
      },
      { title: 'Bridge', text: 'The bridge opened.', date: '2025', datePrecision: 'year' },
    ]);
    expect(articles[1]).not.toHaveProperty('link');
    expect(read).toEqual(['rows without text: 1 (3)']);
  });

  it('is read with Chinese columns, semicolons and GBK, and without titles', async () => {
    const rows =
      '标题;正文;日期;来源\n;早稻已经插完，面积三十二万亩。晚稻七月下种。;2025年3月8日;青河日报\n';
    const { articles } = await splitFile('b.csv', iconv.encode(rows, 'gbk'));
    expect(articles).toMatchObject([
      {
        title: '早稻已经插完，面积三十二万亩',
        text: '早稻已经插完，面积三十二万亩。晚稻七月下种。',
        date: '2025-03-08',
        publisher: '青河日报',
      },
    ]);
  });

  it('without texts is refused', async () => {
    expect(await codeOf(splitFile('c.csv', 'a,b\n1,2\n'))).toBe('DOCUMENT_NOT_UNDERSTOOD');
    expect(await codeOf(splitFile('d.csv', 'title,text\n'))).toBe('DOCUMENT_EMPTY');
  });
});

describe('JSON', () => {
  it('is an article a line, or an element; HTML in it is taken apart', async () => {
    const first = {
      title: 'One',
      body: '<p>First.</p><p>Second &amp; last.</p>',
      authors: [{ name: 'A' }, 'B'],
    };
    const second = { headline: 'Two', text: 'Third.' };
    const expected = [
      { title: 'One', text: 'First.\nSecond & last.', author: 'A, B' },
      { title: 'Two', text: 'Third.' },
    ];
    const lines = `${JSON.stringify(first)}\n\n${JSON.stringify(second)}\n`;
    expect((await splitFile('a.jsonl', lines)).articles).toMatchObject(expected);
    const list = JSON.stringify({ version: 1, articles: [first, second] });
    expect((await splitFile('a.json', list)).articles).toMatchObject(expected);
  });

  it('that is broken or holds no articles is refused', async () => {
    expect(await codeOf(splitFile('a.jsonl', '{"text":"x"}\n{"text":'))).toBe('DOCUMENT_DAMAGED');
    expect(await codeOf(splitFile('a.json', '{"a":'))).toBe('DOCUMENT_DAMAGED');
    expect(await codeOf(splitFile('b.json', '[1, null, "x"]'))).toBe('DOCUMENT_NOT_UNDERSTOOD');
  });
});

describe('an export of Telegram Desktop', () => {
  const message = (id: number, text: unknown, date = `2025-03-0${id}T09:00:00`) => ({
    id,
    type: 'message',
    date,
    from: 'Harbour',
    text,
  });
  const chat = {
    name: 'Harbour news',
    type: 'public_channel',
    id: 1234567890,
    messages: [
      { id: 1, type: 'service', action: 'create_channel', date: '2025-03-01T00:00:00' },
      message(2, ['Ferry late\n', { type: 'bold', text: 'The ferry' }, ' is late today.']),
      message(3, ''),
      message(4, `${'A long post goes on. '.repeat(195)}It is cut`, '2025-03-04T09:00:00'),
      message(5, 'in two.', '2025-03-04T09:00:01'),
    ],
  };

  it('is an article a message, with its link; a cut post is made whole', async () => {
    const { articles } = await splitFile('result.json', JSON.stringify(chat));
    expect(articles).toMatchObject([
      {
        title: 'Ferry late',
        text: 'The ferry is late today.',
        date: '2025-03-02',
        publisher: 'Harbour news',
        link: 'https://t.me/c/1234567890/2',
      },
      { link: 'https://t.me/c/1234567890/4' },
    ]);
    expect(articles[1]?.text).toMatch(/It is cut in two\.$/);
  });

  it('may hold all chats of an account; small groups have no links', async () => {
    const group = { ...chat, type: 'private_group', messages: [message(2, 'See you at noon.')] };
    const all = { about: 'x', chats: { list: [chat, group] } };
    const { articles } = await splitFile('all.json', JSON.stringify(all));
    expect(articles).toHaveLength(3);
    expect(articles[2]).toMatchObject({ author: 'Harbour', text: 'See you at noon.' });
    expect(articles[2]).not.toHaveProperty('link');
  });
});

describe('JSON made to fill the memory', () => {
  it('is refused before it is parsed; brackets in its strings count for nothing', async () => {
    const deep = '['.repeat(1000) + ']'.repeat(1000);
    const wide = `[${'0,'.repeat(10_000_001)}0]`;
    for (const [name, text] of Object.entries({ 'a.json': deep, 'b.jsonl': deep, 'c.json': wide }))
      await expect(splitFile(name, text)).rejects.toMatchObject({ code: 'DOCUMENT_UNSAFE' });
    const text = `It says \\"${'['.repeat(1000)}\\" here. \\\\`;
    const { articles } = await splitFile('d.json', `[{"title":"Ferry","text":"${text}"}]`);
    expect(articles[0]?.text).toContain('[[[');
  });
});

describe('JSON in a folder', () => {
  it('is taken only where it holds articles; named outright, questions are refused with what to do', async () => {
    const folder = makeFolder();
    const files = {
      'articles.json': '[{"title":"Ferry","text":"It was late."}]',
      'lines.jsonl': '{"title":"Ferry","text":"It was late."}',
      'package.json': '{"name":"x","scripts":{"test":"vitest"}}',
      'questions.json': '[{"id":"q1","text":"Was it late?","answerable":true,"gold":[]}]',
      'queries.jsonl': '{"id":"q1","text":"Was it late?","gold":["p1"]}',
      'broken.json': Buffer.from([0x5b, 0xff, 0xfe]),
    };
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
    const found = await reader.find(folder);
    expect(found.map(({ name }) => name)).toEqual(['articles.json', 'broken.json', 'lines.jsonl']);
    const path = join(folder, 'questions.json');
    await expect(reader.read({ name: 'questions.json', path })).rejects.toMatchObject({
      code: 'DOCUMENT_NOT_UNDERSTOOD',
      hint: 'ask them with quoth eval',
    });
  });
});
