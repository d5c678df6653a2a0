/** `Retry-After` in both its forms, and what servers write instead. */
import { expect, it } from 'vitest';
import { readRetryAfter } from '../../../src/adapters/web/read-retry-after.js';

const NOW = Date.parse('2026-11-25T08:00:00Z');

it.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Wed, 25 Nov 2026 09:00:00 GMT', 3_600_000],
  ['Wed, 25 Nov 2026 07:00:00 GMT', 0],
  ['soon', undefined],
  ['-5', undefined],
  ['1e9', undefined],
  ['', undefined],
  [undefined, undefined],
])('reads %j', (value, retryAfterMs) => {
  expect(readRetryAfter(value, NOW)).toBe(retryAfterMs);
});
