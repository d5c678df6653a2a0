/** Texts that are no files: one article each, nothing guessed, every paragraph a line. */
import { describe, expect, it } from 'vitest';
import { findLine } from '../../src/domain/article.js';
import { makeTitle } from '../../src/ingest/make-title.js';
import { readTextDocument, type TextDocument } from '../../src/ingest/text-document.js';

const TEXT: TextDocument = {
  name: 'Gazette',
  path: 'https://gazette.example/feed#1',
  title: '借阅规则',
  paragraphs: [
    { text: '借阅规则', headingLevel: 1 },
    { text: '第一章 总则', headingLevel: 2 },
    { text: '第一条 读者每次可借图书五册。' },
    { text: '来源：某报' },
    { text: '1' },
    { text: '办理时间\n另行通知。' },
  ],
  date: '2026-11-25',
  datePrecision: 'day',
  publisher: '清河图书馆',
  author: '林',
  link: 'https://gazette.example/1',
};

const only = (text: TextDocument) => {
  const [article, ...more] = readTextDocument(text).split().articles;
  if (article === undefined || more.length > 0) throw new Error('expected one article');
  return article;
};

describe('readTextDocument', () => {
  it('makes one article of it, with every paragraph as it is', () => {
    const article = only(TEXT);
    expect(article).toMatchObject({
      title: '借阅规则',
      date: '2026-11-25',
      datePrecision: 'day',
      publisher: '清河图书馆',
      author: '林',
      language: 'zh',
      startLine: 1,
      endLine: 7,
    });
    const lines = article.text.split('\n');
    expect(lines).toEqual([
      '第一章 总则',
      '第一条 读者每次可借图书五册。',
      '来源：某报',
      '1',
      '办理时间 另行通知。',
    ]);
    expect(article.blocks.map(({ kind }) => kind)).toEqual([
      'heading',
      'clause',
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
    expect(findLine(article.lineStarts, article.text.indexOf('第一条'))).toBe(4);
  });

  it('has no article when there are no words', () => {
    const split = (paragraphs: TextDocument['paragraphs']) =>
      readTextDocument({ ...TEXT, paragraphs }).split().articles;
    expect(split([])).toEqual([]);
    expect(split([{ text: '——' }])).toEqual([]);
    expect(split([{ text: TEXT.title }])).toEqual([]);
  });

  it('hashes what it says, not where it came from', () => {
    const hash = (change: Partial<TextDocument>) =>
      readTextDocument({ ...TEXT, ...change }).contentHash;
    expect(hash({ name: 'Other', path: 'https://other.example/', publisher: 'Other' })).toBe(
      hash({}),
    );
    for (const change of [{ title: 'x' }, { date: '2026-11-24' }, { link: 'https://x.example/' }]) {
      expect(hash(change)).not.toBe(hash({}));
    }
  });
});

describe('makeTitle', () => {
  it.each([
    ['The tide was high. It fell at noon.', 'The tide was high'],
    ['潮水很高。中午退去。', '潮水很高'],
    ['Is it open?', 'Is it open?'],
    ['', ''],
    [
      'A sentence that goes on and on about the harbour and everything that happens in it',
      'A sentence that goes on and on about the harbour and…',
    ],
  ])('makes of %j the title %j', (text, title) => {
    expect(makeTitle(text)).toBe(title);
  });

  it('never cuts a character in two', () => {
    expect(makeTitle('🦀'.repeat(100))).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
  });
});
