/** Finds dates in a text: Chinese with Arabic or Chinese numerals, ISO, English; with or without a year. */
import type { DatePrecision } from '../domain/article.js';

/** A date as written; what is not said is absent. A month without a year is not a date here. */
export interface WrittenDate {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** `[start, end)` in the text. */
  readonly start: number;
  readonly end: number;
}

/** A date with as much as is known of it, ready for an article. */
export interface ArticleDate {
  readonly date: string;
  readonly datePrecision: DatePrecision;
}

const HAN_DIGITS = '〇零○Ｏ一二三四五六七八九';
const HAN_VALUES: ReadonlyMap<string, number> = new Map([
  ...[...'一二三四五六七八九'].map((digit, index) => [digit, index + 1] as const),
  ...[...'〇零○Ｏ'].map((digit) => [digit, 0] as const),
]);
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const NUMBER = `(?:\\d{1,2}|[${HAN_DIGITS}十]{1,3})`;

const FORMS = new RegExp(
  [
    `(?<y1>(?<!\\d)\\d{4}|[${HAN_DIGITS}]{4}) ?年(?: ?(?<m1>${NUMBER}) ?月(?: ?(?<d1>${NUMBER}) ?[日号號])?)?`,
    `(?<!\\d)(?<m2>${NUMBER}) ?月 ?(?<d2>${NUMBER}) ?[日号號]`,
    `(?<![\\d.])(?<y3>(?:19|20)\\d{2})(?<sep>[-/.])(?<m3>\\d{1,2})\\k<sep>(?<d3>\\d{1,2})(?!\\d)`,
    `\\b(?<m4>${MONTH_NAME}) (?<d4>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<y4>(?:19|20)\\d{2}))?\\b`,
    `\\b(?<d5>\\d{1,2})(?:st|nd|rd|th)? (?<m5>${MONTH_NAME})(?:,? (?<y5>(?:19|20)\\d{2}))?\\b`,
    `\\b(?<m6>${MONTH_NAME}),? (?<y6>(?:19|20)\\d{2})\\b`,
  ].join('|'),
  'g',
);

function readHanNumber(text: string): number {
  if (!text.includes('十')) {
    return [...text].reduce((value, digit) => value * 10 + (HAN_VALUES.get(digit) ?? 0), 0);
  }
  const [tens = '', ones = ''] = text.split('十');
  return (tens === '' ? 1 : (HAN_VALUES.get(tens) ?? 0)) * 10 + (HAN_VALUES.get(ones) ?? 0);
}

function readNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  const month = MONTHS.indexOf(text.slice(0, 3).toLowerCase());
  return month >= 0 ? month + 1 : readHanNumber(text);
}

function isPossible(year: number | undefined, month: number | undefined, day: number | undefined) {
  if (year !== undefined && (year < 1800 || year > 2199)) return false;
  if (month !== undefined && (month < 1 || month > 12)) return false;
  if (day === undefined) return true;
  return day >= 1 && day <= new Date(Date.UTC(year ?? 2024, month ?? 1, 0)).getUTCDate();
}

/** Finds all dates of a text, in order. Impossible ones (`13月40日`) are left out. */
export function findDates(text: string): readonly WrittenDate[] {
  const found: WrittenDate[] = [];
  for (const match of text.matchAll(FORMS)) {
    const groups = match.groups ?? {};
    const pick = (name: string): number | undefined => {
      for (let form = 1; form <= 6; form += 1) {
        const value = readNumber(groups[`${name}${form}`]);
        if (value !== undefined) return value;
      }
      return undefined;
    };
    const [year, month, day] = [pick('y'), pick('m'), pick('d')];
    if (!isPossible(year, month, day)) continue;
    found.push({
      ...(year === undefined ? {} : { year }),
      ...(month === undefined ? {} : { month }),
      ...(day === undefined ? {} : { day }),
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return found;
}

/** Whether the text is a date and nothing else, brackets, weekday and time of day aside. */
export function isDateLine(text: string): boolean {
  if (text.length > 60 || /[.。]$/.test(text)) return false;
  const [date] = findDates(text);
  if (date === undefined) return false;
  const rest = `${text.slice(0, date.start)}${text.slice(date.end)}`
    .replace(
      /星期[一二三四五六日天]|周[一二三四五六日]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?/g,
      '',
    )
    .replace(/\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s?[ap]m)?/gi, '')
    .replace(/^(?:发布时间|发布日期|时间|日期|Date|Published|Posted)(?: on)?\s?[:：]?/i, '')
    .replace(/[（()）\s,，.、：:]/g, '');
  return rest === '';
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** Writes a date with a year as ISO 8601, as exactly as it is known. */
export function toArticleDate(written: WrittenDate & { readonly year: number }): ArticleDate {
  const { year, month, day } = written;
  if (month === undefined) return { date: String(year), datePrecision: 'year' };
  if (day === undefined) return { date: `${year}-${pad(month)}`, datePrecision: 'month' };
  return { date: `${year}-${pad(month)}-${pad(day)}`, datePrecision: 'day' };
}

/** Days since 1970 of a date with a year; the middle of the month or year where less is known. */
export function toDayNumber(written: WrittenDate & { readonly year: number }): number {
  return Date.UTC(written.year, (written.month ?? 7) - 1, written.day ?? 15) / 86_400_000;
}

/**
 * Gives a date without a year the year that brings it nearest to a known day.
 *
 * @param nearDay days since 1970
 */
export function inferYear(
  written: WrittenDate,
  nearDay: number,
): (WrittenDate & { readonly year: number }) | undefined {
  const middle = new Date(nearDay * 86_400_000).getUTCFullYear();
  let best: (WrittenDate & { readonly year: number }) | undefined;
  for (const year of [middle, middle - 1, middle + 1]) {
    if (!isPossible(year, written.month, written.day)) continue;
    const candidate = { ...written, year };
    if (
      best === undefined ||
      Math.abs(toDayNumber(candidate) - nearDay) < Math.abs(toDayNumber(best) - nearDay)
    ) {
      best = candidate;
    }
  }
  return best;
}
