/** Dates as they are written in Chinese and English texts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findDates,
  inferYear,
  isDateLine,
  toArticleDate,
  toDayNumber,
} from '../../src/ingest/read-dates.js';

const read = (text: string) =>
  findDates(text).map(({ year, month, day }) =>
    [year, month, day].map((part) => part ?? '?').join('-'),
  );

describe('finding dates', () => {
  it.each([
    ['于 2024 年 12 月 26 日至 27 日召开', ['2024-12-26']],
    ['二〇二五年一月八日通过', ['2025-1-8']],
    ['二○二四年十二月三十一日', ['2024-12-31']],
    ['2025年1月', ['2025-1-?']],
    ['走过2024年', ['2024-?-?']],
    ['3月9日晚', ['?-3-9']],
    ['2026-03-16 10:22', ['2026-3-16']],
    ['2026.3.6', ['2026-3-6']],
    ['on March 16, 2026 and 2 April 2026', ['2026-3-16', '2026-4-2']],
    ['Sept. 3', ['?-9-3']],
    ['In May 2026', ['2026-5-?']],
    ['13月40日', []],
    ['2025年2月30日', []],
    ['增长3.1，共12个月', []],
    ['the ferry may leave at 9', []],
  ])('reads %s', (text, dates) => {
    expect(read(text)).toEqual(dates);
  });

  it('gives places that slice to the date', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        fc.stringMatching(/^[一-龥，]{0,12}$/),
        (day, around) => {
          const [year, month, date] = day.toISOString().slice(0, 10).split('-').map(Number);
          const written = `${year}年${month}月${date}日`;
          // Characters such as 年 and numerals beside the date would belong to it.
          const frame = around.replace(/[年月日号一二三四五六七八九十零两]/g, '');
          const [found] = findDates(frame + written + frame);
          expect(found).toMatchObject({ year, month, day: date });
          expect((frame + written + frame).slice(found?.start, found?.end)).toBe(written);
        },
      ),
    );
  });
});

describe('date lines', () => {
  it.each([
    '（2026年3月16日）',
    '2025-03-05 10:22',
    'March 16, 2026',
    '发布时间：2025-01-02',
    '2025年3月3日 星期一',
  ])('takes %s for one', (text) => expect(isDateLine(text)).toBe(true));
  it.each(['3月9日，会议召开', 'November 1.', '2025年工作回顾', '28'])('does not take %s', (text) =>
    expect(isDateLine(text)).toBe(false),
  );
});

describe('dates of articles', () => {
  it('are written as exactly as they are known', () => {
    expect(toArticleDate({ year: 2025, month: 1, day: 6, start: 0, end: 0 })).toEqual({
      date: '2025-01-06',
      datePrecision: 'day',
    });
    expect(toArticleDate({ year: 2025, month: 1, start: 0, end: 0 })).toEqual({
      date: '2025-01',
      datePrecision: 'month',
    });
    expect(toArticleDate({ year: 2025, start: 0, end: 0 })).toEqual({
      date: '2025',
      datePrecision: 'year',
    });
  });

  it('take the nearest year over the turn of the year', () => {
    const newYear = toDayNumber({ year: 2025, month: 1, day: 8, start: 0, end: 0 });
    expect(inferYear({ month: 12, day: 17, start: 0, end: 0 }, newYear)?.year).toBe(2024);
    expect(inferYear({ month: 1, day: 17, start: 0, end: 0 }, newYear)?.year).toBe(2025);
  });
});
