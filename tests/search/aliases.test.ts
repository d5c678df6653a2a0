/** Words that mean the same. */
import { describe, expect, it } from 'vitest';
import { findAliases, parseAliases } from '../../src/search/aliases.js';
import { createSearch } from '../../src/search/search-passages.js';
import { createDraft } from '../support/drafts.js';
import { createMemorySearch } from '../support/memory-search.js';

describe('parseAliases', () => {
  it('reads a group a line, without comments and lone words', () => {
    const text =
      '# names\r\nUN = United Nations = 联合国 # three\n\nalone\n = x =\nGDP=国内生产总值\n';
    expect(parseAliases(text)).toEqual([
      ['UN', 'United Nations', '联合国'],
      ['GDP', '国内生产总值'],
    ]);
    expect(parseAliases('')).toEqual([]);
  });
});

describe('findAliases', () => {
  const aliases = [
    ['UN', 'United Nations', '联合国'],
    ['农村', '乡村'],
  ];

  it('gives the other words of a group that the question names', () => {
    expect(findAliases('What did the un decide on 鄉村?', aliases)).toEqual([
      'United Nations',
      '联合国',
      '农村',
    ]);
  });

  it('takes a Latin word only where it stands alone, a Chinese one anywhere', () => {
    expect(findAliases('under the sun', aliases)).toEqual([]);
    expect(findAliases('under the UN', aliases)).toHaveLength(2);
    expect(findAliases('联合国大会', aliases)).toEqual(['UN', 'United Nations']);
  });

  it('lets a question find what is written in the other word', async () => {
    const { ports } = await createMemorySearch([
      createDraft('题', ['联合国通过决议。', '大桥通车。', '早稻插完。']),
    ]);
    const find = async (given: readonly (readonly string[])[]) =>
      createSearch({ ...ports, aliases: given })('UN', { switches: { noVector: true } });
    expect((await find([])).ranked).toEqual([]);
    const [hit, ...others] = (await find(aliases)).ranked;
    expect(hit?.passage.start).toBe(0);
    expect(others).toEqual([]);
  });
});
