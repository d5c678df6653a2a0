/** Filters that are written into a question. */
import { describe, expect, it } from 'vitest';
import { admitsArticle, hasFilters, readFilters } from '../../src/search/read-filters.js';

describe('readFilters', () => {
  it.each([
    ['稻田 source:人民日报', '稻田', { sources: ['人民日报'] }],
    ['source:"Harbour letter" ferries', 'ferries', { sources: ['Harbour letter'] }],
    ['来源：民进网 会史', '会史', { sources: ['民进网'] }],
    [
      '桥 after:2025-01 before:2025-6-3',
      '桥',
      { sources: [], after: '2025-01', before: '2025-06-03' },
    ],
    ['桥 之后：2025年3月', '桥', { sources: [], after: '2025-03' }],
    ['before:2024', '', { sources: [], before: '2024' }],
  ])('takes them out of “%s”', (question, text, filters) => {
    expect(readFilters(question)).toEqual({ text, filters });
  });

  it.each(['What came after: the flood?', 'open source software', 'source:', 'before:tomorrow'])(
    'leaves “%s” as it is',
    (question) => {
      const { text, filters } = readFilters(question);
      expect(text).toBe(question);
      expect(hasFilters(filters)).toBe(false);
    },
  );
});

describe('admitsArticle', () => {
  const article = {
    title: '春耕',
    document: 'reader.txt',
    publisher: '人民日報',
    date: '2025-03-05',
  };
  it.each([
    [{ sources: ['人民日报'] }, true],
    [{ sources: ['reader'] }, true],
    [{ sources: ['新华'] }, false],
    [{ sources: ['新华', '春耕'] }, true],
    [{ sources: [], after: '2025-03-05' }, true],
    [{ sources: [], after: '2025-03-06' }, false],
    [{ sources: [], after: '2025' }, true],
    [{ sources: [], before: '2025' }, true],
    [{ sources: [], before: '2025-02' }, false],
    [{ sources: [], after: '2024', before: '2025-03-05' }, true],
  ])('%j', (filters, admitted) => {
    expect(admitsArticle(filters, article)).toBe(admitted);
  });

  it('compares dates as far as both are known, and lets none without a date through', () => {
    const month = { ...article, date: '2025-03' };
    expect(admitsArticle({ sources: [], after: '2025-03-20' }, month)).toBe(true);
    expect(admitsArticle({ sources: [], after: '2025-04' }, month)).toBe(false);
    const { date: _, ...undated } = article;
    expect(admitsArticle({ sources: [], after: '2000' }, undated)).toBe(false);
    expect(admitsArticle({ sources: [] }, undated)).toBe(true);
  });
});
