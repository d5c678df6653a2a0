/** How well an article's time fits the years that a question names. */
import { describe, expect, it } from 'vitest';
import { fitDates } from '../../src/search/fit-dates.js';
import { extractYears } from '../../src/search/terms.js';

describe('extractYears', () => {
  it.each([
    ['2026年经济增长目标', ['2026']],
    ['二〇二六年的目标', ['2026']],
    ['内蒙26年粮食要打多少斤', ['2026']],
    ['What is the target for 2026 and 2025?', ['2026', '2025']],
    ['25年前后', []],
    ['过去25年来', []],
    ['20年间', []],
    ['长度 2026.5 米', []],
    ['第12条', []],
    ['12026 人', []],
  ])('reads “%s”', (text, years) => {
    expect(extractYears(text)).toEqual(years);
  });
});

describe('fitDates', () => {
  const never = () => false;
  it('prefers the year itself, then a passage that names it, then the year after', () => {
    const fits = [
      fitDates(['2025'], { date: '2025-03-01' }, never),
      fitDates(['2025'], { date: '2030' }, (year) => year === '2025'),
      fitDates(['2025'], { date: '2026-01' }, never),
      fitDates(['2025'], { date: '2027' }, never),
    ];
    expect(fits).toEqual([...fits].sort((a, b) => b - a));
    expect(new Set(fits).size).toBe(4);
    expect(fits.at(-1)).toBe(0);
  });

  it('takes the best of several years, stays in the middle without a date, and is 0 for none named', () => {
    expect(fitDates(['2011', '2025'], { date: '2025' }, never)).toBe(1);
    expect(fitDates(['2025'], {}, never)).toBe(0.5);
    expect(fitDates([], { date: '2025' }, never)).toBe(0);
  });
});
