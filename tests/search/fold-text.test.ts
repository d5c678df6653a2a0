/** What counts as the same text when words are compared. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/search/fold-text.js';

describe('foldText', () => {
  it.each([
    ['full-width letters and figures', 'ＡＢＣ１２３', 'abc123'],
    ['half-width kana', 'ｶﾀｶﾅ', 'カタカナ'],
    ['upper case', 'Bridge ÀÉ', 'bridge ae'],
    ['Traditional Chinese', '學習農業現代化', '学习农业现代化'],
    ['Latin accents', 'Ünïcödé café', 'unicode cafe'],
    ['Vietnamese', 'Cuộc họp', 'cuoc hop'],
    ['Cyrillic ё and й', 'Ёлка, чай', 'елка, чаи'],
    ['Greek tonos', 'πόλη', 'πολη'],
    ['ligatures', 'ﬁnal', 'final'],
    ['accents that stand by themselves', 'cafe\u0301', 'cafe'],
  ])('folds %s', (_, text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('keeps the marks that make a kana another sound', () => {
    expect(foldText('がぎぐ')).toBe('がぎぐ');
    expect(foldText('がcafé')).toBe('がcafe');
  });

  it('keeps Hangul whole beside an accent', () => {
    expect(foldText('한국 café')).toBe('한국 cafe');
  });

  it('folds a word the same, whether it was written in Traditional or Simplified', () => {
    for (const [traditional, simplified] of [
      ['經濟發展', '经济发展'],
      ['圖書館', '图书馆'],
      ['衛生', '卫生'],
    ] as const) {
      expect(foldText(traditional)).toBe(foldText(simplified));
    }
  });

  it('changes nothing that was folded before', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const once = foldText(text);
        expect(foldText(once)).toBe(once);
      }),
      { examples: [['發佈İǅﬃ']] },
    );
  });

  it('takes half surrogates and NUL', () => {
    expect(foldText('a\ud83d\0B')).toBe('a\ud83d\0b');
  });
});
