/** Splitting: nothing lost, nothing too long, nothing torn. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boldSpans,
  joinRich,
  type RichText,
  type TextEntity,
  wrapRich,
} from '../../../src/bot/render/rich-text.js';
import { splitMessage } from '../../../src/bot/render/split-message.js';

const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

const piece = fc.constantFrom(
  ...[
    '党',
    '图书馆。',
    '。\ufe01',
    ' \u0301',
    ' ',
    '\n',
    '\n\n',
    'word',
    '. ',
    '？',
    '😀',
    '👨‍👩‍👧‍👦',
    'e\u0301',
    '🇨🇳',
    '〇',
    '"',
  ],
);
const text = fc.array(piece, { maxLength: 120 }).map((parts) => parts.join(''));
const rich = fc
  .array(fc.record({ text, quoted: fc.boolean(), bold: fc.array(fc.nat(60), { maxLength: 8 }) }), {
    maxLength: 6,
  })
  .map((parts) =>
    joinRich(
      parts.map((part) => {
        const cuts = [...new Set(part.bold)].sort((one, other) => one - other);
        const spans = cuts.flatMap((cut, at) =>
          at % 2 === 1 ? [[cuts[at - 1] ?? 0, cut] as const] : [],
        );
        const words = boldSpans(part.text, spans);
        return part.quoted ? wrapRich(words, 'expandable_blockquote') : words;
      }),
    ),
  );

/** For every code unit the set of entity types that cover it: the oracle, slow and plain. */
function paint({ text: painted, entities }: RichText): string[] {
  return Array.from({ length: painted.length }, (_, at) =>
    entities
      .filter(({ offset, length }: TextEntity) => offset <= at && at < offset + length)
      .map(({ type }) => type)
      .sort()
      .join('+'),
  );
}

describe('splitMessage', () => {
  it('loses no character and keeps every character’s entities', () => {
    fc.assert(
      fc.property(rich, fc.integer({ min: 2, max: 200 }), (whole, maxLength) => {
        const pieces = splitMessage(whole, { maxLength, maxEntities: 100 });
        expect(pieces.map((one) => one.text).join('')).toBe(whole.text);
        expect(pieces.flatMap(paint)).toEqual(paint(whole));
      }),
    );
  });

  it('keeps within length and number of entities and tears no pair apart', () => {
    const limits = fc.record({
      maxLength: fc.integer({ min: 2, max: 150 }),
      maxEntities: fc.integer({ min: 2, max: 6 }),
    });
    fc.assert(
      fc.property(rich, limits, (whole, { maxLength, maxEntities }) => {
        for (const one of splitMessage(whole, { maxLength, maxEntities })) {
          expect(one.text.length).toBeLessThanOrEqual(maxLength);
          expect(one.entities.length).toBeLessThanOrEqual(maxEntities);
          expect(one.text).not.toMatch(LONE);
          for (const { offset, length } of one.entities) {
            expect(length).toBeGreaterThan(0);
            expect(one.text.slice(offset, offset + length)).not.toMatch(LONE);
          }
        }
      }),
    );
  });

  it('never cuts what a reader sees as one character, where the limit has room for it', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 30, max: 60 }), (whole, maxLength) => {
        const borders = new Set([...graphemes.segment(whole)].map(({ index }) => index));
        let end = 0;
        for (const one of splitMessage(
          { text: whole, entities: [] },
          { maxLength, maxEntities: 9 },
        )) {
          if (end > 0) expect(borders.has(end)).toBe(true);
          end += one.text.length;
        }
      }),
    );
  });

  it('leaves 4,096 code units whole and cuts 4,097', () => {
    const whole = { text: '字'.repeat(4096), entities: [] };
    expect(splitMessage(whole)).toEqual([whole]);
    expect(splitMessage({ text: '字'.repeat(4097), entities: [] })).toHaveLength(2);
  });

  it('survives a 10,000-character quote and a flood of combining marks', () => {
    const long = wrapRich(boldSpans('一'.repeat(10_000), [[100, 9000]]), 'expandable_blockquote');
    const pieces = splitMessage(long);
    expect(pieces.map((one) => one.text.length)).toEqual([4096, 4096, 1808]);
    expect(pieces.map((one) => one.entities.length)).toEqual([2, 2, 2]);
    const noise = { text: `a${'\u0301'.repeat(9000)}`, entities: [] };
    expect(
      splitMessage(noise)
        .map((one) => one.text)
        .join(''),
    ).toBe(noise.text);
  });

  it('prefers a blank line outside a quote, then a line’s end, then a sentence', () => {
    const limits = { maxLength: 20, maxEntities: 9 };
    const split = (parts: RichText) => splitMessage(parts, limits).map((one) => one.text);
    expect(split({ text: 'Opening words\n\nand\nthe rest', entities: [] })).toEqual([
      'Opening words\n\n',
      'and\nthe rest',
    ]);
    expect(split({ text: 'One is here. Two is there', entities: [] })).toEqual([
      'One is here. ',
      'Two is there',
    ]);
    const quoted = joinRich([wrapRich('quoted text\n\ninside', 'blockquote'), '\nand a word']);
    expect(split(quoted)[0]).toBe('quoted text\n\ninside\n');
  });

  it('does not part a full stop from the sign that shapes it', () => {
    const limits = { maxLength: 10, maxEntities: 9 };
    const [first] = splitMessage({ text: 'aaaaa bbb。\ufe01ccc', entities: [] }, limits);
    expect(first?.text).toBe('aaaaa ');
  });
});
