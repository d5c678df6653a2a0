/** Lines in which writing from the left meets writing from the right, as they go to the reader; ⟦ ⟧ show the marks. */
import { describe, expect, it } from 'vitest';
import { renderCitation, renderReprints } from '../../src/bot/render/render-citation.js';
import type { Citation } from '../../src/domain/answer.js';
import { loadTexts } from '../../src/texts/load-texts.js';

const ar = loadTexts('ar');
const en = loadTexts('en');

const CHINESE: Citation = {
  articleId: 'a1',
  title: '海岸带管理办法（试行）',
  date: '2025-01-06',
  document: 'reader-3.txt',
  headings: ['第三章', '第十二条'],
  startLine: 1205,
  endLine: 1209,
  start: 0,
  end: 9,
};
const ARABIC: Citation = {
  ...CHINESE,
  title: 'قانون السواحل',
  document: 'سواحل.txt',
  headings: [],
};

/** Makes the marks visible. */
function show(text: string): string {
  return text.replaceAll('\u2068', '⟦').replaceAll('\u2069', '⟧');
}

describe('a citation', () => {
  it('of a Chinese article in an Arabic line keeps titles, dates and numbers whole', () => {
    expect(show(renderCitation(CHINESE, ar).text)).toBe(
      '⟦海岸带管理办法（试行）⟧ · ⟦2025-01-06⟧ · ⟦第三章 › 第十二条⟧ · ⟦reader-3.txt⟧ · الأسطر من 1205 إلى 1209',
    );
  });

  it('of an Arabic article in an English line leaves the date where it belongs', () => {
    expect(show(renderCitation(ARABIC, en).text)).toBe(
      '⟦قانون السواحل⟧ · 2025-01-06 · ⟦سواحل.txt⟧ · lines 1205–1209',
    );
  });

  it('has no mark where all of it runs one way', () => {
    expect(renderCitation(CHINESE, en).text).not.toMatch(/[\u2066-\u2069\u200e\u200f]/);
    const inArabic = show(renderCitation({ ...ARABIC, document: 'سواحل' }, ar).text);
    expect(inArabic).toBe('قانون السواحل · ⟦2025-01-06⟧ · سواحل · الأسطر من 1205 إلى 1209');
  });

  it('keeps the marks out of its link', () => {
    const { text, entities } = renderCitation({ ...CHINESE, link: 'https://a.example/1' }, ar);
    const [link] = entities;
    expect(text.slice(link?.offset, (link?.offset ?? 0) + (link?.length ?? 0))).toBe(CHINESE.title);
    expect(show(text)).toContain(`⟦${CHINESE.title}⟧`);
  });

  it('of a reprint is marked in the same way', () => {
    const reprints = renderReprints([CHINESE], ar)?.text ?? '';
    expect(show(reprints)).toBe('ورد أيضًا في: ⟦海岸带管理办法（试行）⟧ · ⟦2025-01-06⟧');
  });
});

describe('a text', () => {
  it('puts marks around a name that runs the other way, and only around that', () => {
    expect(show(ar.alertOn('marine economy'))).toBe('جديد عن: ⟦marine economy⟧');
    expect(show(ar.alertOn('الاقتصاد البحري'))).toBe('جديد عن: الاقتصاد البحري');
    expect(show(en.backTest('الاقتصاد البحري', 3, 20))).toBe(
      '“⟦الاقتصاد البحري⟧” would have brought 3 of the 20 articles so far.',
    );
    expect(show(en.backTest('海洋经济', 3, 20))).not.toContain('⟦');
  });

  it('leaves an address as it is, on a line of its own', () => {
    expect(ar.feedSuggestion('https://a.example/feed.xml')).toBe(
      'تشير الصفحة نفسها إلى هذه الخلاصة:\nhttps://a.example/feed.xml',
    );
  });

  it('in Arabic has commands at the beginning of a line only, where their slash stays on its side', () => {
    for (const value of Object.values(ar)) {
      const text = typeof value === 'string' ? value : '';
      expect(text).not.toMatch(/[^\n/:]\/[a-z]/);
    }
    for (const text of [ar.tooManyTopics(20), ar.nowFollowing('البحر'), ar.noSuchTitle('البحر')]) {
      expect(text).not.toMatch(/[^\n]\/[a-z]/);
    }
  });

  it('in Arabic writes numbers with the digits of the citations', () => {
    expect(ar.foundPassages(12)).toContain('12');
    expect(ar.timingDaily(18)).toMatch(/6:00|18:00/);
  });
});
