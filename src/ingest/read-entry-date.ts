/** Reads the date of an entry as it is written there, in the entry's own time zone: a day is a day where it was printed. */
import type { DatePrecision } from '../domain/article.js';

/** A date as far as it is known. */
export interface EntryDate {
  readonly date: string;
  readonly datePrecision: DatePrecision;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const ISO = /^\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T\s].*)?$/;
const RFC822 = /(\d{1,2})\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4}|\d{2})\b/i;

/** Reads ISO 8601 (W3C-DTF) and RFC 822 dates; `undefined` for what is no date. */
export function readEntryDate(text: string | undefined): EntryDate | undefined {
  if (text === undefined) return undefined;
  const iso = ISO.exec(text);
  if (iso !== null) return makeDate(Number(iso[1]), toNumber(iso[2]), toNumber(iso[3]));
  const mail = RFC822.exec(text);
  if (mail === null) return undefined;
  const month = MONTHS.indexOf((mail[2] ?? '').toLowerCase()) + 1;
  const year = Number(mail[3]);
  if (month === 0) return undefined;
  return makeDate(year < 100 ? year + (year < 70 ? 2000 : 1900) : year, month, Number(mail[1]));
}

function makeDate(
  year: number,
  month: number | undefined,
  day: number | undefined,
): EntryDate | undefined {
  // Feeds write year 1 or 1970 when they know none.
  if (year < 1971 || year > 2200) return undefined;
  if (month === undefined) return { date: String(year), datePrecision: 'year' };
  if (month < 1 || month > 12) return undefined;
  const yearMonth = `${year}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return { date: yearMonth, datePrecision: 'month' };
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return { date: `${yearMonth}-${String(day).padStart(2, '0')}`, datePrecision: 'day' };
}

function toNumber(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
