/** Finding and decoding documents on a disk. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocumentReader } from '../../../src/adapters/documents/file-reader.js';
import { AppError } from '../../../src/errors.js';

const CHINESE =
  '全市图书馆工作会议在市政府礼堂召开。会议指出，过去一年，我们为读者办了三件好事，今年还要继续努力。\n同志们，让我们一起把图书馆办得更好！\n';
const TRADITIONAL =
  '圖書館昨日舉辦舊書交換日，吸引了許多市民參加。館長說，這個活動是為了讓書籍重新找到讀者，大家都覺得很有意義。\n下一次活動將在八月舉行。\n';

let folder = '';
const reader = createDocumentReader({ maxBytes: 100_000 });

async function put(name: string, bytes: Buffer | string): Promise<string> {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, bytes);
  return path;
}

async function readBytes(name: string, bytes: Buffer | string) {
  return reader.read({ name, path: await put(name, bytes) });
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'no error';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quoth-documents-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('finding documents', () => {
  it('walks folders in natural order and leaves hidden files and other kinds out', async () => {
    for (const name of ['10.txt', '2.md', '1.markdown', 'sub/b.text', 'sub/a.TXT', '.hidden.txt']) {
      await put(`tree/${name}`, 'x');
    }
    await put('tree/node_modules/readme.md', 'x');
    await put('tree/picture.png', 'x');
    await symlink(join(folder, 'tree'), join(folder, 'tree', 'loop'));
    const files = await reader.find(join(folder, 'tree'));
    expect(files.map(({ name }) => name)).toEqual([
      '1.markdown',
      '2.md',
      '10.txt',
      'a.TXT',
      'b.text',
    ]);
    expect(files.every(({ path }) => path.startsWith('/'))).toBe(true);
  });

  it('takes a file that is named itself', async () => {
    const path = await put('one.txt', 'x');
    expect(await reader.find(path)).toEqual([{ name: 'one.txt', path }]);
  });

  it('says what is wrong with a path', async () => {
    await mkdir(join(folder, 'bare'), { recursive: true });
    const odd = await put('paper.djvu', 'AT&TFORM');
    expect(await codeOf(reader.find(join(folder, 'nowhere')))).toBe('PATH_NOT_FOUND');
    expect(await codeOf(reader.find(join(folder, 'bare')))).toBe('NO_DOCUMENTS');
    expect(await codeOf(reader.find(odd))).toBe('FORMAT_UNSUPPORTED');
  });
});

describe('decoding documents', () => {
  it.each([
    ['utf-8', Buffer.from(CHINESE)],
    ['utf-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(CHINESE)])],
    ['utf-16le', iconv.encode(CHINESE, 'utf-16le', { addBOM: true })],
    ['utf-16le', iconv.encode(CHINESE, 'utf-16le', { addBOM: false })],
    ['utf-16be', iconv.encode(CHINESE, 'utf-16be', { addBOM: true })],
    ['utf-16be', iconv.encode(CHINESE, 'utf-16be', { addBOM: false })],
    ['gb18030', iconv.encode(CHINESE, 'gb18030')],
  ])('reads Chinese in %s', async (encoding, bytes) => {
    const document = await readBytes('zh.txt', bytes);
    expect(document.encoding).toBe(encoding);
    expect(document.lines).toEqual(CHINESE.split('\n'));
    expect(document.warnings).toEqual([]);
    expect(document.bytes).toBe(bytes.length);
    expect(document.contentHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['big5', iconv.encode(TRADITIONAL, 'big5')],
    ['gb18030', iconv.encode(TRADITIONAL, 'gb18030')],
  ])('tells Traditional Chinese in %s', async (encoding, bytes) => {
    const document = await readBytes('hant.txt', bytes);
    expect([document.encoding, document.lines[0]]).toEqual([encoding, TRADITIONAL.split('\n')[0]]);
  });

  it.each([
    [
      'shift_jis',
      '図書館は夜十時まで開いています。本を読む人のために、お茶とあたたかい席を用意しました。',
    ],
    [
      'euc-kr',
      '도서관은 밤 열 시까지 문을 엽니다. 책을 읽는 사람을 위하여 따뜻한 자리를 마련하였습니다.',
    ],
    [
      'windows-1251',
      'Библиотека открыта до десяти часов вечера, и каждый читатель может взять домой три книги.',
    ],
  ])('tells %s', async (encoding, text) => {
    const document = await readBytes('other.txt', iconv.encode(text, encoding));
    expect([document.encoding, document.lines]).toEqual([encoding, [text]]);
  });

  it('mends a few broken bytes and names their lines', async () => {
    const text = CHINESE.repeat(10);
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from([0xe4, 0xbd]), Buffer.from('好')]);
    const document = await readBytes('broken.txt', bytes);
    expect(document.encoding).toBe('utf-8');
    expect(document.warnings).toEqual(['1 broken bytes were replaced by U+FFFD (lines 21)']);
  });

  it('splits lines at every kind of line end and normalises to NFC', async () => {
    const document = await readBytes('ends.md', 'a\r\nb\rc\nd\u2028e\u0301');
    expect(document.lines).toEqual(['a', 'b', 'c', 'd', 'é']);
    expect(document.format).toBe('markdown');
  });
});

describe('refusing documents', () => {
  it.each([
    ['DOCUMENT_EMPTY', 'empty.txt', ''],
    ['DOCUMENT_EMPTY', 'blank.txt', ' \n\u3000\n'],
    ['DOCUMENT_EMPTY', 'bom.txt', '\uFEFF'],
    ['DOCUMENT_DAMAGED', 'pdf.txt', '%PDF-1.7 ...'],
    ['DOCUMENT_DAMAGED', 'zip.txt', Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2])],
    ['DOCUMENT_BINARY', 'png.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d])],
    ['DOCUMENT_BINARY', 'nul.txt', Buffer.from([1, 0, 0, 0, 200, 3, 0, 0, 7, 0, 0])],
    ['DOCUMENT_TOO_LARGE', 'large.txt', 'x'.repeat(100_001)],
  ])('with %s: %s', async (code, name, bytes) => {
    expect(await codeOf(readBytes(name, bytes))).toBe(code);
  });

  it('of unknown encoding', async () => {
    const noise = Buffer.from(
      Array.from({ length: 4000 }, (_, index) => ((index * 7919) % 127) + 129),
    );
    expect(await codeOf(readBytes('noise.txt', noise))).toBe('DOCUMENT_ENCODING_UNKNOWN');
  });

  it('says what was expected and what came', async () => {
    const path = await put('big.txt', 'x'.repeat(100_001));
    await expect(reader.read({ name: 'big.txt', path })).rejects.toThrow(
      'expected at most 100000 bytes (0.1 MB), got 100001: big.txt',
    );
  });

  it('that went away', async () => {
    expect(await codeOf(reader.read({ name: 'gone.txt', path: join(folder, 'gone.txt') }))).toBe(
      'PATH_NOT_FOUND',
    );
  });
});
