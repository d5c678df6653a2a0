/** Keys of quotes: short, made of what a link may carry, and never taken for another quote's. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNamed, makeQuoteKey, readQuoteKey, standsAt } from '../../src/answer/quote-key.js';
import type { Quote } from '../../src/domain/answer.js';

function quoteOf(text: string, start: number): Pick<Quote, 'text' | 'citation'> {
  return {
    text,
    citation: {
      articleId: '0123456789ab',
      document: 'reader.txt',
      title: '图书馆借阅规则',
      headings: [],
      startLine: 1,
      endLine: 2,
      start,
      end: start + text.length,
    },
  };
}

const words = fc.string({ minLength: 1, maxLength: 400, unit: 'grapheme' });

describe('the key of a quote', () => {
  it('has 39 letters and says where the quote stood', () => {
    fc.assert(
      fc.property(words, fc.nat(2 ** 32 - 1), (text, start) => {
        const key = makeQuoteKey(quoteOf(text, start));
        expect(key).toMatch(/^[A-Za-z0-9_-]{39}$/);
        const read = readQuoteKey(key);
        expect(read).toMatchObject({ articleId: '0123456789ab', start, length: text.length });
        expect(isNamed('reader.txt', read?.documentHash ?? '')).toBe(true);
        expect(isNamed('图书馆借阅规则', read?.titleHash ?? '')).toBe(true);
      }),
    );
  });

  it('knows its words again, and no others', () => {
    fc.assert(
      fc.property(words, words, words, (before, text, other) => {
        const key = readQuoteKey(makeQuoteKey(quoteOf(text, 0)));
        if (key === undefined) throw new Error('the key cannot be read');
        expect(standsAt(`${before}${text}${other}`, before.length, key)).toBe(true);
        if (!other.startsWith(text)) expect(standsAt(other, 0, key)).toBe(false);
      }),
    );
  });

  it('is refused when it is none', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (key) => {
        fc.pre(!/^[\w-]{39}$/.test(key));
        expect(readQuoteKey(key)).toBeUndefined();
      }),
    );
    expect(readQuoteKey('A'.repeat(39))).toBeUndefined();
  });
});
