/**
 * Dates articles: from the title block, the title, notes, the signature or the lead, in this order. A date without a
 * year takes the year nearest to the explicit dates of the document. Nothing is guessed: no date is a fair answer.
 */
import type { ArticlePart, RawArticle } from './build-article.js';
import {
  type ArticleDate,
  findDates,
  inferYear,
  toArticleDate,
  toDayNumber,
  type WrittenDate,
} from './read-dates.js';

/** Characters of a paragraph in which an explicit year is looked for. */
const OWN_DAY_REACH = 600;

type DatedYear = WrittenDate & { readonly year: number };

/** Characters of the lead in which the date of the event is looked for: about two sentences. */
const LEAD_REACH = 160;
/** A date without a year is believed to lie within this of the explicit dates; a lead's date too, in documents with others. */
const MAX_DISTANCE_DAYS = 3 * 366;

const hasYear = (date: WrittenDate): date is DatedYear => date.year !== undefined;
const isDay = (date: WrittenDate): boolean => date.month !== undefined && date.day !== undefined;

/** The latest of the dates with a year, or the last of those without: what a note ends up with. */
function pickLatest(dates: readonly WrittenDate[]): WrittenDate | undefined {
  const withYear = dates.filter(hasYear);
  if (withYear.length === 0) return dates.findLast(isDay);
  return withYear.reduce((best, date) => (toDayNumber(date) >= toDayNumber(best) ? date : best));
}

const isForce = (text: string, date: WrittenDate): boolean =>
  /^ ?(?:起|之?后|以来|以前|之前|前)/.test(text.slice(date.end));

function dateTitleBlock(parts: readonly ArticlePart[]): WrittenDate | undefined {
  for (const { paragraph, isHead } of parts) {
    if (!isHead || !/^(?:date|note|source|byline)$/.test(paragraph.role)) continue;
    const dates = findDates(paragraph.text).filter(
      (date) => (isDay(date) || paragraph.role === 'date') && !isForce(paragraph.text, date),
    );
    const date = pickLatest(dates);
    if (date !== undefined) return date;
  }
  return undefined;
}

function dateTitle(title: string): WrittenDate | undefined {
  return findDates(title).find((date) => isDay(date) && !isForce(title, date));
}

function dateEnd(parts: readonly ArticlePart[]): WrittenDate | undefined {
  const tail = parts.slice(-4).filter((part) => !part.isHead);
  for (const { paragraph } of tail) {
    if (paragraph.role !== 'note') continue;
    const date = findDates(paragraph.text).find(
      (found) => isDay(found) && !isForce(paragraph.text, found),
    );
    if (date !== undefined) return date;
  }
  const signature = tail.findLast((part) => part.paragraph.role === 'date');
  return signature === undefined ? undefined : pickLatest(findDates(signature.paragraph.text));
}

function isQuoted(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return (
    before.lastIndexOf('《') > before.lastIndexOf('》') ||
    before.lastIndexOf('“') > before.lastIndexOf('”')
  );
}

/** The first day in the lead that says when something took place, not since when or until when. */
function dateLead(parts: readonly ArticlePart[]): WrittenDate | undefined {
  const texts = parts
    .filter((part) => part.kind === 'paragraph' && !part.isHead)
    .slice(0, 2)
    // Enough to see what follows a date at the end of the reach.
    .map((part) => part.paragraph.text.slice(0, LEAD_REACH * 2));
  for (const [order, text] of texts.entries()) {
    for (const date of findDates(text.slice(0, order === 0 ? LEAD_REACH : 24))) {
      if (isForce(text, date) || isQuoted(text, date.start)) continue;
      if (
        /(?:截至|截止|自|从|从|出生于|创刊于|成立于|始于|since|until|from)\s?$/i.test(
          text.slice(0, date.start),
        )
      )
        continue;
      const isMonthOpening =
        date.start <= 2 && hasYear(date) && date.month !== undefined && order === 0;
      if (!isDay(date) && !isMonthOpening) continue;
      if (order > 0 && date.start > 12) continue;
      return date;
    }
  }
  return undefined;
}

function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

/**
 * Dates the articles of a document.
 *
 * @returns one entry an article, `undefined` where none is stated
 */
export function dateArticles(
  articles: readonly RawArticle[],
  mastheads: readonly string[] = [],
): readonly (ArticleDate | undefined)[] {
  const claims = articles.map(({ draft, parts, source }) => {
    const stated =
      dateTitleBlock(parts) ??
      dateTitle(draft.title) ??
      dateTitle(draft.subtitle ?? '') ??
      dateEnd(parts);
    const lead = stated === undefined ? dateLead(parts) : undefined;
    return { stated, lead, printed: source?.date };
  });
  const known = claims.flatMap(({ stated, lead }) => {
    const date = stated ?? lead;
    return date !== undefined && hasYear(date) ? [toDayNumber(date)] : [];
  });
  const fallback = [
    ...claims.flatMap(({ printed }) => (printed === undefined ? [] : [printed])),
    ...mastheads.flatMap((text) => findDates(text)),
  ].filter(hasYear);
  const documentDay = median(known) ?? median(fallback.map(toDayNumber));

  return articles.map(({ parts }, index) => {
    const claim = claims[index];
    let date = claim?.stated ?? claim?.lead;
    if (
      claim?.stated === undefined &&
      date !== undefined &&
      hasYear(date) &&
      known.length >= 3 &&
      documentDay !== undefined &&
      Math.abs(toDayNumber(date) - documentDay) > MAX_DISTANCE_DAYS
    ) {
      date = undefined;
    }
    if (date !== undefined && !hasYear(date)) {
      const nearDay = documentDay ?? findOwnDay(parts);
      date = nearDay === undefined ? undefined : inferYear(date, nearDay);
    }
    date ??= claim?.printed;
    return date !== undefined && hasYear(date) ? toArticleDate(date) : undefined;
  });
}

/** An explicit date in the article's first paragraphs, to tell the year by. */
function findOwnDay(parts: readonly ArticlePart[]): number | undefined {
  const dates = parts
    .slice(0, 4)
    .flatMap((part) => findDates(part.paragraph.text.slice(0, OWN_DAY_REACH)).filter(hasYear));
  return median(dates.map(toDayNumber));
}
