/** Beginnings of articles that a document's own outline gives: what is printed there is their title. */
import type { Paragraph } from './classify-paragraphs.js';
import type { ArticleHead } from './examine-runs.js';

/** Paragraphs that a title may be broken over, its number aside. */
const MAX_TITLE_PARAGRAPHS = 4;

/** `3.1 `, `A. `, `Chapter 4: `, `第 4 章 `. */
const NUMBER =
  /^(?:(?:chapter|appendix|part|kapitel|anhang|teil|chapitre|annexe|partie|capítulo|apéndice|parte|глава|приложение|часть|chương)\s+)?(?:(?:\d+|[A-Z]|[IVXLC]+)(?:\.\d+)*[.):]?\s+|第\s?[\d一二三四五六七八九十百]+\s?[章节節部篇编編回讲講]\s*|附[录錄]\s?[A-Z\d]*\s+)/iu;

/** A title without the number before it. */
export function stripNumber(title: string): string {
  return title.trim().replace(NUMBER, '');
}

/** Whether a line is nothing but the number of what follows: `Chapter 4`, `第 4 章`. */
export function isNumberAlone(line: string): boolean {
  return `${line.trim()} `.replace(NUMBER, '') === '';
}

/** What titles are compared by: their letters and digits. */
export function simplifyTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** @param chapters titles by the lines that they begin at, in order */
export function findOutlineTitles(
  paragraphs: readonly Paragraph[],
  chapters: ReadonlyMap<number, string>,
): readonly ArticleHead[] {
  const heads: ArticleHead[] = [];
  let index = 0;
  for (const [line, title] of chapters) {
    while (index < paragraphs.length && (paragraphs[index]?.last.number ?? 0) < line) index += 1;
    // All lines of a chapter may have been left out: those of a table of contents are.
    if (index >= paragraphs.length) break;
    if (heads[heads.length - 1]?.start === index) heads.pop();
    heads.push(readHead(paragraphs, index, title));
  }
  return heads;
}

function readHead(paragraphs: readonly Paragraph[], start: number, title: string): ArticleHead {
  const wanted = simplifyTitle(stripNumber(title));
  const printed: string[] = [];
  for (const { text } of paragraphs.slice(start, start + MAX_TITLE_PARAGRAPHS + 1)) {
    const joined = simplifyTitle([...printed, text].join(''));
    const isNumber = printed.length === 0 && isNumberAlone(text);
    const bare = simplifyTitle(stripNumber([...printed, text].join(' ')));
    if (!isNumber && !wanted.startsWith(bare) && !joined.endsWith(wanted)) break;
    printed.push(text);
    if (!isNumber && (bare === wanted || joined.endsWith(wanted))) break;
  }
  const whole = printed.join(' ');
  const isWhole = simplifyTitle(whole).endsWith(wanted) && whole.length <= title.length + 24;
  if (!isWhole) return { start, title, taken: new Set() };
  const number = NUMBER.exec(`${whole} `)?.[0].trim() ?? '';
  return {
    start,
    title: `${number} ${number === '' ? title : stripNumber(title)}`.trim(),
    taken: new Set(printed.map((_, order) => start + order)),
  };
}
