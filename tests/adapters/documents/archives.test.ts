/** Books and archives: chapters and entries are read, and nothing that is made to do harm gets further than its name. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { createDocumentReader } from '../../../src/adapters/documents/file-reader.js';
import { readDocument } from '../../../src/ingest/read-sources.js';
import { makeDocx, makeZip } from '../../support/make-docx.js';
import { createTemporaryFolders } from '../../support/temporary.js';

const reader = createDocumentReader({ maxBytes: 30_000_000 });
const makeFolder = createTemporaryFolders('archives');

async function put(name: string, bytes: Buffer | string): Promise<string> {
  const path = join(makeFolder(), name);
  await writeFile(path, bytes);
  return path;
}
const readAll = async (path: string): Promise<string[]> => {
  const texts: string[] = [];
  for (const file of await reader.find(path)) {
    texts.push((await reader.read(file)).lines.join('\n'));
  }
  return texts;
};
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'read',
    ({ code }) => code,
  );
const refusal = async (name: string, bytes: Buffer): Promise<unknown> =>
  codeOf(readAll(await put(name, bytes)));

/** A ZIP of one entry whose header says what it likes: a name in any bytes, a size that is not true. */
function forgeZip(name: Buffer, packed: Buffer, size: number): Buffer {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(size, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(size, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, central, name, end]);
}

const TEXT = '清河市图书馆举办旧书交换日，三百多名市民带着书来到馆里。';

describe('an archive', () => {
  it('is a folder of its documents, also of archives in it', async () => {
    const inner = makeZip({ 'deep.md': '# 里面\n\n里面的话。' });
    const zip = makeZip({
      'a/一.txt': TEXT,
      'b/report.docx': makeDocx([TEXT]),
      'c.zip': inner,
      'picture.png': 'x',
      '__MACOSX/a.txt': 'x',
      '.hidden.txt': 'x',
    });
    const path = await put('all.zip', zip);
    const files = await reader.find(path);
    expect(files).toEqual([
      { name: '一.txt', path: `${path}/a/一.txt` },
      { name: 'report.docx', path: `${path}/b/report.docx` },
      { name: 'deep.md', path: `${path}/c.zip/deep.md` },
    ]);
    expect(await readAll(path)).toEqual([TEXT, TEXT, '# 里面\n\n里面的话。']);
    expect(await reader.find(`${path}/a/一.txt`)).toEqual([files[0]]);
    expect(await codeOf(reader.find(`${path}/a/二.txt`))).toBe('PATH_NOT_FOUND');
  });

  it('reads names in GBK, with emoji and of 255 bytes', async () => {
    const packed = deflateRawSync(TEXT);
    const size = Buffer.byteLength(TEXT);
    const gbk = await put('gbk.zip', forgeZip(iconv.encode('通知.txt', 'gbk'), packed, size));
    expect((await reader.find(gbk)).map(({ name }) => name)).toEqual(['通知.txt']);
    expect(await readAll(gbk)).toEqual([TEXT]);
    const long = `${'长'.repeat(83)}é.txt`;
    const odd = await put('odd.zip', makeZip({ '📚 书.txt': TEXT, [long]: TEXT }));
    expect((await reader.find(odd)).map(({ name }) => name)).toEqual(['📚 书.txt', long]);
    expect(await readAll(odd)).toEqual([TEXT, TEXT]);
  });

  it('gives the same document under another name the same hash', async () => {
    const path = await put('twice.zip', makeZip({ 'a.txt': TEXT, 'b.txt': TEXT }));
    const hashes = [];
    for (const file of await reader.find(path)) hashes.push((await reader.read(file)).contentHash);
    expect(hashes[0]).toBe(hashes[1]);
  });

  it('that leads out of itself, nests deeply or packs too well is refused', async () => {
    for (const name of [
      '../out.txt',
      '/etc/out.txt',
      'a/../../out.txt',
      'c:\\out.txt',
      '..\\out.txt',
    ]) {
      const bytes = forgeZip(Buffer.from(name), deflateRawSync(TEXT), Buffer.byteLength(TEXT));
      expect([name, await refusal('a.zip', bytes)]).toEqual([name, 'DOCUMENT_UNSAFE']);
    }
    let nested = makeZip({ 'a.txt': TEXT });
    for (let depth = 0; depth < 5; depth += 1) nested = makeZip({ 'in.zip': nested });
    expect(await refusal('deep.zip', nested)).toBe('DOCUMENT_UNSAFE');
    const bomb = Buffer.alloc(100_000_000);
    expect(await refusal('bomb.zip', makeZip({ 'a.txt': bomb }))).toBe('DOCUMENT_UNSAFE');
    // It says that it is small.
    const liar = forgeZip(Buffer.from('a.txt'), deflateRawSync(bomb), 1000);
    expect(await refusal('liar.zip', liar)).toMatch(/DOCUMENT_(?:UNSAFE|DAMAGED)/);
  });

  it('without documents, or that is none, is refused', async () => {
    expect(await refusal('none.zip', makeZip({ 'a.png': 'x' }))).toBe('NO_DOCUMENTS');
    expect(await refusal('text.zip', Buffer.from(TEXT))).toBe('DOCUMENT_DAMAGED');
    expect(await refusal('cut.zip', makeZip({ 'a.txt': TEXT }).subarray(0, 60))).toBe(
      'DOCUMENT_DAMAGED',
    );
  });
});

const chapter = (title: string, text: string): string =>
  `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>${title}<p>${text}</p></body></html>`;

function makeBook(
  files: Readonly<Record<string, string>>,
  extra: Record<string, string> = {},
): Buffer {
  const names = Object.keys(files);
  return makeZip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'OEBPS/book.opf': `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>清河记</dc:title><dc:creator>王敏</dc:creator><dc:publisher>清河出版社</dc:publisher><dc:date>2024-05-01</dc:date></metadata><manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>${names
      .map((name, n) => `<item id="c${n}" href="${name}" media-type="application/xhtml+xml"/>`)
      .join(
        '',
      )}</manifest><spine>${names.map((_, n) => `<itemref idref="c${n}"/>`).join('')}</spine></package>`,
    'OEBPS/nav.xhtml':
      '<html><body><nav><ol><li><a href="b.xhtml">大桥的故事</a></li></ol></nav></body></html>',
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`OEBPS/${name}`, text])),
    ...extra,
  });
}

describe('a book', () => {
  it('gives its chapters as articles, with what it says of itself', async () => {
    const path = await put(
      'book.epub',
      makeBook({
        'part.xhtml': chapter('<h1>第一部</h1>', '').replace('<p></p>', ''),
        'a.xhtml': chapter('<h2>图书馆</h2>', TEXT),
        'a2.xhtml': chapter('', '接着说图书馆的事。'),
        'b.xhtml': chapter('', '大桥建成三十年了。'),
        'c.xhtml': chapter('<h2>早稻</h2><p>早稻插完了。</p><h2>晚稻</h2>', '晚稻七月下种。'),
      }),
    );
    const [file] = await reader.find(path);
    if (file === undefined) throw new Error('expected a file');
    const { articles } = (await readDocument(file, reader)).split();
    const facts = { author: '王敏', publisher: '清河出版社', date: '2024-05-01' };
    expect(articles).toMatchObject([
      { ...facts, title: '图书馆', text: `第一部\n${TEXT}\n接着说图书馆的事。` },
      { ...facts, title: '大桥的故事', text: '大桥建成三十年了。' },
      { ...facts, title: '早稻', text: '早稻插完了。' },
      { ...facts, title: '晚稻', text: '晚稻七月下种。' },
    ]);
    // Every line number leads to the line with the words.
    const { lines } = await reader.read(file);
    for (const { lineStarts, text } of articles) {
      for (const [offset, line] of lineStarts) {
        expect(lines[line - 1]).toBe(text.slice(offset).split('\n')[0]);
      }
    }
  });

  it('is parted into the chapters of its contents, whatever files and headings it is made of', async () => {
    const name = (n: number): string => ['河', '桥', '稻'][n - 1] ?? '';
    const files = {
      'front.xhtml': chapter('', '清河出版社印行。'),
      '1.xhtml': chapter('<h2>第一章 河</h2>', TEXT),
      '1-1.xhtml': chapter('<h2>1.1 河水</h2>', TEXT),
      '2.xhtml': chapter('<h2>第二章 桥</h2>', `${TEXT}</p><h2>2.1 石桥</h2><p>${TEXT}`),
      'part.xhtml': chapter('<h1>下篇</h1>', '下篇'),
      '3.xhtml': chapter('<h2>第三章 稻</h2>', TEXT),
    };
    const point = (n: number, below = ''): string =>
      `<navPoint><navLabel><text>${name(n)}</text></navLabel><content src="${n}.xhtml"/>${below}</navPoint>`;
    const section = (label: string, src: string): string =>
      `<navPoint><navLabel><text>${label}</text></navLabel><content src="${src}"/></navPoint>`;
    const flat = point(1, section('河水', '1-1.xhtml')) + point(2, section('石桥', '2.xhtml#b'));
    const ncx = `<?xml version="1.0"?><ncx:ncx xmlns:ncx="n"><navMap><navPoint><navLabel><text>清河记</text></navLabel><content src="front.xhtml"/>${flat}${section('下篇', 'part.xhtml')}${point(3)}</navPoint></navMap></ncx:ncx>`;
    const li = (n: number, below = ''): string =>
      `<li><a href="${n}.xhtml">${name(n)}</a>${below}</li>`;
    const nav = `<html><body><nav epub:type="landmarks"><ol><li><a href="2.xhtml">x</a></li></ol></nav><nav epub:type="toc"><ol>${li(1, '<ol><li><a href="1-1.xhtml">河水</a></li></ol>')}${li(2)}<li><span>下篇</span><ol>${li(3)}</ol></li></ol></nav></body></html>`;
    for (const contents of [ncx, nav]) {
      const path = await put('parts.epub', makeBook(files, { 'OEBPS/nav.xhtml': contents }));
      const [file] = await reader.find(path);
      if (file === undefined) throw new Error('expected a file');
      const { articles } = (await readDocument(file, reader)).split();
      expect(articles.map(({ title }) => title)).toEqual(['第一章 河', '第二章 桥', '第三章 稻']);
      expect(articles.map(({ text }) => text).join('\n')).toContain('1.1 河水');
    }
  });

  it('or a Word document that defines entities is refused', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
    const evil = chapter('', '&a;').replace('<html', `${doctype}<html`);
    expect(await refusal('a.epub', makeBook({ 'a.xhtml': evil }))).toBe('DOCUMENT_UNSAFE');
    const word = makeDocx([TEXT], { 'word/footnotes.xml': `${doctype}<x/>` });
    expect(await refusal('a.docx', word)).toBe('DOCUMENT_UNSAFE');
  });

  it('without text is refused', async () => {
    expect(await refusal('a.epub', makeBook({ 'a.xhtml': chapter('', '') }))).toBe(
      'DOCUMENT_EMPTY',
    );
  });
});
