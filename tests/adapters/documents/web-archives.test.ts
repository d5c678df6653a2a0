/** Pages that browsers saved as one file: the page is read, whatever its encoding, and nothing that was saved with it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { createDocumentReader } from '../../../src/adapters/documents/file-reader.js';
import { readDocument } from '../../../src/ingest/read-sources.js';
import { createTemporaryFolders } from '../../support/temporary.js';

const reader = createDocumentReader({ maxBytes: 30_000_000 });
const makeFolder = createTemporaryFolders('web-archives');

async function splitFile(name: string, text: string) {
  const path = join(makeFolder(), name);
  await writeFile(path, text.replaceAll('\n', '\r\n'), 'latin1');
  const document = await readDocument({ name, path }, reader);
  return { ...document, ...(await document.split()) };
}

const TEXT =
  '清河市图书馆昨日举办旧书交换日，三百多名市民带着自己读过的书来到馆里，把它们换成别人读过的书。 The bell of the old quay is rung at noon and again at dusk by two of its keepers.';
const makePage = (text: string) =>
  `<!DOCTYPE html><html><head><title>旧书交换日</title></head><body><h1>旧书交换日</h1><p>${text}</p></body></html>`;

/** As Chrome does: every byte that is not ASCII spelt out, lines broken after 70 characters. */
function quote(text: string): string {
  const bytes = [...Buffer.from(text)].map((byte) =>
    byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte),
  );
  return bytes.join('').replace(/(?:=..|[^=]){70}/g, '$&=\n');
}

const CHROME = `From: <Saved by Blink>
Snapshot-Content-Location: https://news.example/2026/books
Subject: =?utf-8?Q?books?=
Date: Mon, 2 Mar 2026 08:00:00 +0800
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----MultipartBoundary--x1y2----"

------MultipartBoundary--x1y2----
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://news.example/2026/books

${quote(makePage(TEXT))}
------MultipartBoundary--x1y2----
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable

<html><body><p>An advertisement in a frame of its own.</p></body></html>
------MultipartBoundary--x1y2----
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------MultipartBoundary--x1y2------
`;

describe('a page saved as one file', () => {
  it('of Chrome is one article with its address, whatever the file is called', async () => {
    for (const name of ['books.mhtml', 'books.txt']) {
      const { articles, encoding } = await splitFile(name, CHROME);
      expect(articles).toMatchObject([
        { title: '旧书交换日', text: TEXT, link: 'https://news.example/2026/books' },
      ]);
      expect(encoding).toBe('utf-8');
    }
  });

  it('in GBK and base64, behind other parts, is found by the root that is named', async () => {
    const file = `MIME-Version: 1.0
Content-Type: multipart/related; boundary=aa; start="<page>"

--aa
Content-Type: text/html

<html><body><p>Another frame.</p></body></html>
--aa
Content-Type: multipart/alternative; boundary="bb"
Content-ID: <page>

--bb
Content-Type: text/plain

in plain words
--bb
Content-Type: text/html; charset="gb2312"
Content-Transfer-Encoding: base64

${iconv.encode(makePage(TEXT), 'gbk').toString('base64').replace(/.{76}/g, '$&\n')}
--bb--
--aa--
`;
    const { articles, encoding } = await splitFile('books.mht', file);
    expect(articles).toMatchObject([{ title: '旧书交换日', text: TEXT }]);
    expect(encoding).toBe('gb18030');
  });

  it('is refused with a reason when there is no page in it', async () => {
    const file = CHROME.replaceAll('text/html', 'image/gif');
    for (const text of [file, 'MIME-Version: 1.0\nContent-Type: text/html', 'no headers at all']) {
      await expect(splitFile('books.mhtml', text)).rejects.toMatchObject({
        code: expect.stringMatching(/DOCUMENT_(?:DAMAGED|EMPTY)/),
      });
    }
  });
});
