/** What is no text is told, in whatever format it came. */
import { describe, expect, it } from 'vitest';
import { describeGarbled } from '../../src/ingest/describe-garbled.js';
import { readDocument } from '../../src/ingest/read-sources.js';

const TEXT = '图书馆在这一年里办成了一件好事。';

/** UTF-8 read as if it were Latin-1, the second half of the byte range included. */
const misread = (text: string): string => Buffer.from(text).toString('latin1');

describe('the share of characters that cannot be made out', () => {
  it('is told from half a percent on', () => {
    expect(describeGarbled([TEXT.repeat(20)])).toEqual([]);
    expect(describeGarbled([TEXT.repeat(20), '\uE001'])).toEqual([]);
    expect(describeGarbled(['\uE001\u0091\uFFFD\u{F0001}', TEXT.slice(0, 5)])).toEqual([
      '50.0 % of the characters cannot be made out',
    ]);
  });

  it('counts encodings that were taken for another', () => {
    const garbled = [
      misread('Bücherei für Zürich'),
      misread(TEXT),
      '锟斤拷锟斤拷',
      '鍥句功棣嗭紝锛屼銆傚',
    ];
    for (const text of garbled) expect(describeGarbled([text])).toHaveLength(1);
    const fine = [
      'CAFÉ… À “Ãrea” – « Âge » ÉTÉ',
      'Größe, naïve Ärzte, garçon, éèê',
      'ΑΒΓ абв ابجد한글',
    ];
    for (const text of fine) expect(describeGarbled([text])).toEqual([]);
  });

  it('is among the warnings of a document of any format', async () => {
    const decoded = {
      name: 'a',
      path: '/a',
      contentHash: '',
      bytes: 1,
      encoding: 'docx',
      lines: ['\uE001\uE002'],
      format: 'text' as const,
      warnings: [],
    };
    const reader = { find: async () => [], read: async () => decoded };
    const { warnings } = await readDocument({ name: 'a', path: '/a' }, reader);
    expect(warnings).toEqual(['100.0 % of the characters cannot be made out']);
  });
});
