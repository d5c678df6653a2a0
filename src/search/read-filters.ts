/** What a reader asks for beside the question: `source:人民日报 after:2025-01 before:2025-06`. */
import type { Article } from '../domain/article.js';
import { foldText } from './fold-text.js';

/** Filters as they were written; an article must pass all of them. */
export interface Filters {
  /** Part of the publisher, the document's name or the title; any of them is enough. */
  readonly sources: readonly string[];
  /** `2025`, `2025-01` or `2025-01-06`: that day, month or year and what is later. */
  readonly after?: string;
  /** That day, month or year and what is earlier. */
  readonly before?: string;
}

const FILTER =
  /(?:^|\s)(source|after|before|来源|來源|之后|之後|之前)[:：]\s*(?:"([^"]*)"|“([^”]*)”|(\S+))/giu;
const DATE = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?[月日号年]?$/u;

/** Takes the filters out of a question. What looks like one but holds no date stays part of the text. */
export function readFilters(question: string): {
  readonly text: string;
  readonly filters: Filters;
} {
  const sources: string[] = [];
  let after: string | undefined;
  let before: string | undefined;
  const text = question.replace(FILTER, (whole, name: string, ...values: string[]) => {
    const value = (values[0] ?? values[1] ?? values[2] ?? '').trim();
    if (/^(?:source|来源|來源)$/i.test(name)) {
      if (value === '') return whole;
      sources.push(value);
      return ' ';
    }
    const date = readDate(value);
    if (date === undefined) return whole;
    if (/^(?:after|之后|之後)$/i.test(name)) after = date;
    else before = date;
    return ' ';
  });
  return {
    text: text.trim(),
    filters: {
      sources,
      ...(after === undefined ? {} : { after }),
      ...(before === undefined ? {} : { before }),
    },
  };
}

function readDate(value: string): string | undefined {
  const [, year, month, day] = DATE.exec(value) ?? [];
  if (year === undefined) return undefined;
  return [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}

export function hasFilters({ sources, after, before }: Filters): boolean {
  return sources.length > 0 || after !== undefined || before !== undefined;
}

/** Whether an article passes. One without a date passes no filter of time. */
export function admitsArticle(
  { sources, after, before }: Filters,
  article: Pick<Article, 'publisher' | 'document' | 'title' | 'date'>,
): boolean {
  const { date } = article;
  // Dates are compared as far as the shorter one is known.
  if (after !== undefined && !(date !== undefined && date >= after.slice(0, date.length))) {
    return false;
  }
  if (before !== undefined && !(date !== undefined && date.slice(0, before.length) <= before)) {
    return false;
  }
  if (sources.length === 0) return true;
  const names = [article.publisher ?? '', article.document, article.title].map(foldText);
  return sources.map(foldText).some((source) => names.some((name) => name.includes(source)));
}
