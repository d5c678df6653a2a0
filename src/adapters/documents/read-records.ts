/** Tables (.csv, .tsv) and lines of JSON (.jsonl) → articles, a row each. Columns are known by their names. */
import { parse } from 'csv-parse/sync';
import type { WebParagraph } from '../../domain/feed.js';
import { AppError, toAppError } from '../../errors.js';
import { makeTitle } from '../../ingest/make-title.js';
import { readEntryDate } from '../../ingest/read-entry-date.js';
import { listLines } from '../../ingest/text-document.js';
import type { KnownArticle } from '../../ports/document-reader.js';
import { readParagraphs } from '../../read-html.js';
import type { ParsedDocument } from './parse-jobs.js';
import { parseJson } from './parse-json.js';
import { isQuestionRow } from './peek-json.js';

/** What columns are called, in the order in which they are looked for; compared without case, spaces and `_`. */
const COLUMNS = {
  title: ['title', 'headline', 'name', 'subject', '标题', '標題', '题目', '篇名'],
  text: [
    'text',
    'content',
    'body',
    'article',
    'fulltext',
    'contenthtml',
    'html',
    '正文',
    '内容',
    '內容',
    '全文',
  ],
  date: [
    'date',
    'published',
    'publishedat',
    'pubdate',
    'datepublished',
    'publishdate',
    'time',
    '日期',
    '发布日期',
    '發布日期',
    '时间',
    '发布时间',
  ],
  author: ['author', 'authors', 'byline', 'creator', 'writer', '作者'],
  publisher: [
    'publisher',
    'source',
    'publication',
    'site',
    'media',
    '来源',
    '來源',
    '媒体',
    '出处',
  ],
  link: ['url', 'link', 'href', 'address', '链接', '連結', '网址'],
} as const;
/** Rows that a warning names. */
const MAX_NAMED = 10;

type Row = Readonly<Record<string, unknown>>;

/** @throws AppError DOCUMENT_DAMAGED, DOCUMENT_NOT_UNDERSTOOD when no column holds texts, DOCUMENT_EMPTY */
export function readTable(text: string, name: string): ParsedDocument {
  const [head = ''] = text.split('\n', 1);
  const delimiter = [',', ';', '\t'].reduce((best, one) =>
    head.split(one).length > head.split(best).length ? one : best,
  );
  try {
    const rows = parse(text, {
      columns: true,
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    }) as Row[];
    return toArticles(rows, { name, encoding: 'csv', firstRow: 2 });
  } catch (error) {
    throw asDamaged(error, name, 'a table');
  }
}

/** @throws AppError as `readTable` */
export function readJsonLines(text: string, name: string): ParsedDocument {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  try {
    const rows = lines.map((line) => parseJson(line, name) as Row);
    return toArticles(rows, { name, encoding: 'jsonl', firstRow: 1 });
  } catch (error) {
    throw asDamaged(error, name, 'an object of JSON on each line');
  }
}

/** @param options.firstRow number of the first row, as people count */
export function toArticles(
  rows: readonly Row[],
  {
    name,
    encoding,
    firstRow,
  }: { readonly name: string; readonly encoding: string; readonly firstRow: number },
): ParsedDocument {
  const empty: number[] = [];
  const articles = rows.flatMap((row, index) => {
    const article = readRow(row);
    if (article === undefined) empty.push(index + firstRow);
    return article ?? [];
  });
  if (rows.length === 0) throw new AppError('DOCUMENT_EMPTY', `expected rows, got none: ${name}`);
  if (isQuestionRow(rows[0])) {
    throw new AppError(
      'DOCUMENT_NOT_UNDERSTOOD',
      `expected articles, got questions with known answers: ${name}`,
      { hint: 'ask them with quoth eval' },
    );
  }
  if (articles.length === 0) {
    const keys = Object.keys(rows[0] ?? {})
      .slice(0, 12)
      .join(', ');
    throw new AppError(
      'DOCUMENT_NOT_UNDERSTOOD',
      `expected a column of texts, got ${keys || 'no columns'}: ${name}`,
      { hint: 'call the columns title, text, date, author, publisher and url' },
    );
  }
  const named = empty.slice(0, MAX_NAMED).join(', ') + (empty.length > MAX_NAMED ? ', …' : '');
  return {
    encoding,
    format: 'text',
    lines: listLines(articles),
    articles,
    warnings: empty.length === 0 ? [] : [`rows without text: ${empty.length} (${named})`],
  };
}

function readRow(row: Row): KnownArticle | undefined {
  const values = new Map(
    Object.entries(row ?? {}).map(([key, value]) => [
      key.toLowerCase().replace(/[\s_-]/g, ''),
      value,
    ]),
  );
  const find = (column: keyof typeof COLUMNS): string => {
    for (const name of COLUMNS[column]) {
      const value = toText(values.get(name));
      if (value !== '') return value;
    }
    return '';
  };
  const paragraphs = toParagraphs(find('text'));
  if (paragraphs.length === 0) return undefined;
  const [author, publisher, link] = [find('author'), find('publisher'), find('link')];
  const date = find('date')
    .replace(/[年月./]/g, '-')
    .replace(/日.*$/, '');
  return {
    title: find('title').replace(/\s+/g, ' ') || makeTitle(paragraphs[0]?.text ?? ''),
    paragraphs,
    ...(author === '' ? {} : { author }),
    ...(publisher === '' || /^https?:/.test(publisher) ? {} : { publisher }),
    ...(/^https?:\/\/\S+$/.test(link) ? { link } : {}),
    ...readEntryDate(date),
  };
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value))
    return value
      .map(toText)
      .filter((text) => text !== '')
      .join(', ');
  if (typeof value === 'object' && value !== null && 'name' in value) return toText(value.name);
  return '';
}

function toParagraphs(text: string): readonly WebParagraph[] {
  if (/<(?:p|br|div|h[1-6])\b[^>]*>/i.test(text)) return readParagraphs(text);
  return text
    .split(/\r?\n/)
    .map((line) => ({ text: line.trim() }))
    .filter((paragraph) => /[\p{L}\p{N}]/u.test(paragraph.text));
}

function asDamaged(error: unknown, name: string, expected: string): AppError {
  if (error instanceof AppError) return error;
  const { message } = toAppError(error);
  return new AppError(
    'DOCUMENT_DAMAGED',
    `expected ${expected}, got: ${message.slice(0, 120)} (${name})`,
    {
      cause: error,
    },
  );
}
