/** What a text is found by. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  extractForeignPlaces,
  extractPlaces,
  extractTerms,
  isSingleCharacter,
} from '../../src/search/terms.js';

describe('extractTerms', () => {
  it('takes Chinese by characters and pairs, in order', () => {
    expect(extractTerms('经济体')).toEqual(['经', '经济', '济', '济体', '体']);
  });

  it('makes no pair over a mark or a space', () => {
    expect(extractTerms('经济，体 制')).toEqual(['经', '经济', '济', '体', '制']);
  });

  it('gives Traditional and Simplified the same terms', () => {
    expect(extractTerms('農業現代化')).toEqual(extractTerms('农业现代化'));
  });

  it('gives full-width text the terms of the plain one', () => {
    expect(extractTerms('ＧＤＰ增长６．５％')).toEqual(extractTerms('GDP增长6.5%'));
  });

  it.each([
    ['6.5', ['6.5']],
    ['增长6.5%', ['增', '增长', '长', '6.5']],
    ['2025/01 12:30', ['2025/01', '12:30']],
    ['2025.', ['2025']],
  ])('keeps the numbers of “%s” whole', (text, terms) => {
    expect(extractTerms(text)).toEqual(terms);
  });

  it.each([
    ['第十二条', '第12条'],
    ['第一百零五条', '第105条'],
    ['第二十章', '第20章'],
    ['第十期', '第10期'],
    ['二〇二六年', '2026'],
    ['一九九八年', '1998'],
  ])('finds “%s” by “%s” too', (text, term) => {
    expect(extractTerms(text)).toContain(term);
    expect(extractTerms(term)).toContain(term);
  });

  it('takes English words by their stems', () => {
    expect(extractTerms('The Bridges are opening')).toEqual(extractTerms('the bridge are opened'));
    expect(extractTerms('running')).toEqual(['run']);
  });

  it('takes words with accents without them, not stemmed', () => {
    expect(extractTerms('Élèves café')).toEqual(['elev', 'cafe']);
    expect(extractTerms('библиотеки')).toEqual(['библиотеки']);
  });

  it('takes Japanese, Korean and Thai by characters and pairs', () => {
    expect(extractTerms('市町村の')).toContain('町村');
    expect(extractTerms('ラーメン')).toContain('ーメ');
    expect(extractTerms('한국어')).toEqual(['한', '한국', '국', '국어', '어']);
    expect(extractTerms('ไทย')).toEqual(['ไ', 'ไท', 'ท', 'ทย', 'ย']);
  });

  it('keeps the vowel signs of Hindi and Arabic within their words', () => {
    expect(extractTerms('हिन्दी')).toEqual(['हिन्दी']);
    expect(extractTerms('يقرأ كتابا')).toHaveLength(2);
  });

  it('counts a Han character beyond the BMP as one', () => {
    expect(extractTerms('𠮷田')).toEqual(['𠮷', '𠮷田', '田']);
  });

  it('finds nothing in marks, emoji, half surrogates and NUL', () => {
    expect(extractTerms('……！？ 😀 \ud83d \0 "*()-+^:')).toEqual([]);
    expect(extractTerms('')).toEqual([]);
  });

  it('leaves out words longer than 40 letters', () => {
    expect(extractTerms(`${'x'.repeat(41)} ok`)).toEqual(['ok']);
    expect(extractTerms('é'.repeat(40))).toEqual(['e'.repeat(40)]);
  });

  it('never gives a term with a mark that a query language could read', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(text, (given) => {
        for (const term of extractTerms(given))
          expect(term).toMatch(/^[\p{L}\p{M}\p{N}\p{Script=Han}.:/]+$/u);
      }),
      { examples: [['a" OR b*'], ['NEAR(a b)'], ["x'; drop table y; --"]] },
    );
  });
});

describe('isSingleCharacter', () => {
  it('is true for one character of a script without spaces', () => {
    expect(['稻', '𠮷', 'か', '한', 'ท'].map(isSingleCharacter)).toEqual(Array(5).fill(true));
    expect(['稻田', 'a', '7', '6.5', ''].map(isSingleCharacter)).toEqual(Array(5).fill(false));
  });
});

describe('extractForeignPlaces', () => {
  it.each([
    ['What does Article 24 require?', ['第24条']],
    ['Article 3 and article 12, art. 5', ['第3条', '第12条', '第5条']],
    ['They published articles 3 times a week', []],
    ['ماذا تقول والمادة ٢٤؟', ['第24条']],
    ['Что говорит статья 24?', ['第24条']],
    ['¿Qué dice el artículo 60?', ['第60条']],
    ['Was steht in Artikel 7?', ['第7条']],
    ['Điều 38 quy định gì?', ['第38条']],
    ['ماذا تنص المادة 24؟', ['第24条']],
    ['제24조는 무엇을 규정하나요?', ['第24条']],
    ['제13기 3차 회의는 언제 열렸나요?', []],
    ['How many articles are there, 3.5 or 2026?', []],
    ['particle 24', []],
  ])('reads %s', (question, places) => {
    expect(extractForeignPlaces(question)).toEqual(places);
  });
});

describe('extractPlaces', () => {
  it('finds the places of a regulation in both ways of writing, once each', () => {
    expect(extractPlaces('第十二条和第12条、第三章，还有第一〇五条')).toEqual([
      '第12条',
      '第3章',
      '第105条',
    ]);
  });

  it('takes no other number for a place', () => {
    expect(extractPlaces('第二十届四中全会，第3次会议，12条建议')).toEqual([]);
  });
});
