/** Word documents, web pages and Markdown with front matter: titles, dates and authors where they are stated, all words. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { createDocumentReader } from '../../../src/adapters/documents/file-reader.js';
import { readDocument } from '../../../src/ingest/read-sources.js';
import { makeDocx, makeZip } from '../../support/make-docx.js';
import { createTemporaryFolders } from '../../support/temporary.js';

const reader = createDocumentReader({ maxBytes: 30_000_000 });
const makeFolder = createTemporaryFolders('pages');

async function splitFile(name: string, bytes: Buffer | string) {
  const path = join(makeFolder(), name);
  await writeFile(path, bytes);
  return (await readDocument({ name, path }, reader)).split();
}
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'read',
    ({ code }) => code,
  );

const TEXT = '清河市图书馆昨日举办旧书交换日，三百多名市民带着自己读过的书来到馆里。';
const ROOM = '阅览室添了四十个座位，灯光也换过了，晚上来的人比从前多了一倍。';
const MORE = '馆长说，这个活动让书籍重新找到读者，明年还要继续办下去。';

describe('a Word document', () => {
  it('is one article under its title, headings and tables kept', async () => {
    const { articles } = await splitFile(
      'report.docx',
      makeDocx([
        ['Title', '图书馆一年的工作'],
        ['heading 1', '阅览室的变化'],
        ROOM,
        ['heading 1', '明年的打算'],
        MORE,
        [
          ['分馆', '借阅册次'],
          ['河东', '1,204'],
        ],
      ]),
    );
    expect(articles).toMatchObject([
      {
        title: '图书馆一年的工作',
        text: `阅览室的变化\n${ROOM}\n明年的打算\n${MORE}\n分馆 借阅册次\n河东 1,204`,
      },
    ]);
    expect(articles[0]?.blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(2);
  });

  it('is split where every heading opens an article, but not at the chapters of a regulation', async () => {
    const news = await splitFile(
      'news.docx',
      makeDocx([['heading 1', '旧书交换日'], TEXT, ['heading 1', '新书架'], MORE]),
    );
    expect(news.articles.map(({ title }) => title)).toEqual(['旧书交换日', '新书架']);
    const rules = await splitFile(
      'rules.docx',
      makeDocx([
        '清河市图书馆借阅管理规定',
        ['heading 1', '第一章 总则'],
        `第一条 ${TEXT}`,
        ['heading 1', '第二章 借阅'],
        `第二条 ${MORE}`,
      ]),
    );
    expect(rules.articles.map(({ title }) => title)).toEqual(['清河市图书馆借阅管理规定']);
  });

  it('that is something else is refused', async () => {
    const other = makeZip({ 'xl/workbook.xml': '<workbook/>', 'a.txt': TEXT });
    expect(await codeOf(splitFile('a.docx', other))).toBe('DOCUMENT_DAMAGED');
    expect(await codeOf(splitFile('b.docx', TEXT))).toBe('DOCUMENT_DAMAGED');
    expect(await codeOf(splitFile('c.docx', makeDocx([])))).toBe('DOCUMENT_EMPTY');
    const cut = makeDocx([TEXT]).subarray(0, 300);
    expect(await codeOf(splitFile('d.docx', cut))).toBe('DOCUMENT_DAMAGED');
  });
});

const page = (head: string, body: string): string =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;

describe('a saved web page', () => {
  it('is its article, with what its head says', async () => {
    const html = page(
      `<title>旧书交换日 - 清河日报</title><meta property="og:title" content="旧书交换日">
       <meta property="og:site_name" content="清河日报"><meta name="author" content="王敏">
       <meta property="article:published_time" content="2025-03-08T09:00:00+08:00">
       <link rel="canonical" href="https://qinghe.example/2025/old-books"><script>track()</script>`,
      `<nav><a href="/">首页</a> <a href="/a">要闻</a></nav><article><h1>旧书交换日</h1>
       <p>${TEXT.repeat(4)}</p><p>${MORE.repeat(4)}</p></article><footer>版权所有</footer>`,
    );
    const { articles } = await splitFile('page.html', html);
    expect(articles).toMatchObject([
      {
        title: '旧书交换日',
        author: '王敏',
        publisher: '清河日报',
        date: '2025-03-08',
        datePrecision: 'day',
        link: 'https://qinghe.example/2025/old-books',
        text: `${TEXT.repeat(4)}\n${MORE.repeat(4)}`,
      },
    ]);
  });

  it('loses nothing where a page has no main text that stands out', async () => {
    const items = Array.from({ length: 12 }, (_, n) => `<div><p>第${n}条：${MORE}</p></div>`);
    const { articles } = await splitFile('list.htm', page('<title>通知</title>', items.join('')));
    for (let n = 0; n < 12; n += 1) expect(articles[0]?.text).toContain(`第${n}条：${MORE}`);
  });

  it('keeps what stands inside its main text, whatever it is called', async () => {
    const body = `<div id="page"><div class="menu"><a href="/">上一页</a></div><div id="main"><h1>旧书交换日</h1>
      <div class="sidebar-related"><pre>交换 = 旧书 + 新书</pre></div>
      <p>${TEXT.repeat(4)}</p><h2 class="related">明年的安排</h2><p>${MORE.repeat(4)}</p></div></div>`;
    const { articles } = await splitFile('manual.html', page('<title>手册</title>', body));
    expect(articles.map(({ text }) => text)).toEqual([
      ['交换 = 旧书 + 新书', TEXT.repeat(4), '明年的安排', MORE.repeat(4)].join('\n'),
    ]);
  });

  it('is split where it holds several articles', async () => {
    const body = `<h1>旧书交换日</h1><p>${TEXT}</p><h1>新书架</h1><p>${MORE}</p>`;
    const { articles } = await splitFile('many.html', page('', body));
    expect(articles.map(({ title, text }) => [title, text])).toEqual([
      ['旧书交换日', TEXT],
      ['新书架', MORE],
    ]);
  });

  it('is read in the encoding it names, and known by its first bytes', async () => {
    const html = page('<meta charset="gbk"><title>旧书</title>', `<p>${TEXT}</p>`);
    const { articles } = await splitFile('gbk.txt', iconv.encode(html, 'gbk'));
    expect(articles[0]?.text).toBe(TEXT);
  });

  it('without text is refused', async () => {
    expect(await codeOf(splitFile('e.html', page('<title>x</title>', '<img src=a.png>')))).toBe(
      'DOCUMENT_EMPTY',
    );
  });
});

describe('Markdown with front matter', () => {
  it('takes title, date, author and publisher from it, and leaves it out of the text', async () => {
    const text = `---\ntitle: "旧书交换日"\ndate: 2025-03-08\nauthor: [王敏, 李华]\npublisher: 清河日报\ntags:\n  - a\n---\n\n${TEXT}\n\n## 明年\n\n${MORE}\n`;
    const { articles, warnings } = await splitFile('a.md', text);
    expect(articles).toMatchObject([
      {
        title: '旧书交换日',
        date: '2025-03-08',
        author: '王敏, 李华',
        publisher: '清河日报',
        text: `${TEXT}\n## 明年\n${MORE}`,
      },
    ]);
    expect(warnings.join()).toContain('front matter');
  });
});
