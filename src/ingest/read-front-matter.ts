/** Reads the front matter of Markdown: `key: value` lines between two fences, as static site generators write them. */
import type { ArticleFacts } from '../domain/article.js';
import { readEntryDate } from './read-entry-date.js';

const KEYS = {
  title: /^(?:title|headline|标题|標題)$/i,
  date: /^(?:date|published|publishdate|pubdate|published_at|日期|发布日期|發布日期)$/i,
  author: /^(?:authors?|creator|byline|作者)$/i,
  publisher: /^(?:publisher|source|publication|site|来源|來源|出处)$/i,
  link: /^(?:url|link|canonical|canonical_url|source_url|permalink)$/i,
} as const;

const LINE = /^([\p{L}_-]+)\s?[:：]\s*(.*)$/u;

/** Whether a line of front matter states the title. */
export function isTitleKey(line: string): boolean {
  return KEYS.title.test(LINE.exec(line)?.[1] ?? '');
}

/** @param lines trimmed, fences included */
export function readFrontMatter(lines: readonly string[]): ArticleFacts {
  const values = new Map<keyof typeof KEYS, string>();
  for (const [index, line] of lines.entries()) {
    const [, name = '', rest = ''] = LINE.exec(line) ?? [];
    const key = (Object.keys(KEYS) as (keyof typeof KEYS)[]).find((one) => KEYS[one].test(name));
    if (key === undefined || values.has(key)) continue;
    const value = readValue(rest === '' ? readList(lines.slice(index + 1)) : rest);
    if (value !== '') values.set(key, value);
  }
  const title = values.get('title');
  const author = values.get('author');
  const publisher = values.get('publisher');
  const link = values.get('link');
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(publisher === undefined || /^https?:/.test(publisher) ? {} : { publisher }),
    ...(link === undefined || !/^https?:\/\/\S+$/.test(link) ? {} : { link }),
    ...readEntryDate(
      values
        .get('date')
        ?.replace(/[年月./]/g, '-')
        .replace(/日.*$/, ''),
    ),
  };
}

/** `- Mei Tan` lines below a key. */
function readList(lines: readonly string[]): string {
  const end = lines.findIndex((line) => !line.startsWith('- '));
  return lines
    .slice(0, end < 0 ? lines.length : end)
    .map((line) => readValue(line.slice(2)))
    .join(', ');
}

function readValue(text: string): string {
  const bare = text.replace(/^\[(.*)\]$/, '$1').replace(/^name\s?[:：]\s*/, '');
  return bare
    .split(/,\s*(?=["'])/)
    .map((part) => part.trim().replace(/^["'“](.*)["'”]$/, '$1'))
    .join(', ')
    .trim();
}
