/** What buttons carry: small, and checked when it comes back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePress, encodePress, hashExample, type Press } from '../../src/bot/callback-data.js';

const answerId = fc.stringMatching(/^[0-9a-z]{8}$/);
const quoteKey = fc.stringMatching(/^[\w-]{39}$/);
const index = fc.integer({ min: 0, max: 999 });
const page = fc.nat(99_999);
const place = fc.oneof(
  fc.constant({ view: 'home' }),
  fc.record({ view: fc.constantFrom('documents', 'months', 'newest'), page }),
  fc.record({ view: fc.constant('document'), key: fc.stringMatching(/^[0-9a-f]{8}$/), page }),
  fc.record({ view: fc.constant('month'), key: fc.constantFrom('none', '2025', '2025-01'), page }),
);
const press: fc.Arbitrary<Press> = fc.oneof(
  fc.record({ action: fc.constantFrom('more', 'back'), answerId, from: index }),
  fc.record({ action: fc.constant('context'), answerId, from: index, quote: index }),
  fc.record(
    { action: fc.constant('article'), answerId, from: index, quote: index, page: fc.nat(99_999) },
    { requiredKeys: ['action', 'answerId', 'from', 'quote'] },
  ),
  fc.record({ action: fc.constant('example'), key: fc.string().map(hashExample) }),
  fc.record({
    action: fc.constant('quote'),
    what: fc.constantFrom('open', 'context'),
    key: quoteKey,
  }),
  fc.record(
    {
      action: fc.constant('quote'),
      what: fc.constant('article'),
      key: quoteKey,
      page: fc.nat(99_999),
    },
    { requiredKeys: ['action', 'what', 'key'] },
  ),
  fc.record({ action: fc.constant('literal'), answerId }),
  fc.record({
    action: fc.constant('vote'),
    what: fc.constantFrom('good', 'bad', 'wrongPassage', 'wrongSource', 'missing', 'other'),
    answerId,
  }),
  fc.record({ action: fc.constant('library'), place }),
  fc.record(
    {
      action: fc.constant('read'),
      articleId: fc.stringMatching(/^[0-9a-f]{12}$/),
      page,
      from: place,
    },
    { requiredKeys: ['action', 'articleId'] },
  ),
  fc.record(
    { action: fc.constant('language'), language: fc.constantFrom('auto', 'zh-hant', 'en') },
    { requiredKeys: ['action'] },
  ),
  fc.constant({ action: 'none' }),
) as fc.Arbitrary<Press>;

describe('callback data', () => {
  it('comes back as it went, in at most 64 bytes', () => {
    fc.assert(
      fc.property(press, (pressed) => {
        const data = encodePress(pressed);
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
        expect(decodePress(data)).toEqual(pressed);
      }),
    );
  });

  it('from elsewhere is never taken for ours by half', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 64 }), (data) => {
        const decoded = decodePress(data);
        if (decoded !== undefined) expect(encodePress(decoded)).toBe(data);
      }),
    );
    expect(decodePress('m:00000000:0:1')).toBeUndefined();
    expect(decodePress('c:00000000:0:1:2')).toBeUndefined();
  });
});
