/** What every lexical index promises. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHashEmbedder } from '../../src/adapters/memory/hash-embedder.js';
import { extractTerms } from '../../src/search/terms.js';
import { createDocument, createDraft, embedDrafts } from '../support/drafts.js';
import { DIMENSIONS, type OpenEmptyLibrary, type OpenLibrary } from './library.js';

const embedder = createHashEmbedder({ dimensions: DIMENSIONS });

/** Each paragraph is a passage; the title is one term that stands in all of them. */
const PARAGRAPHS = [
  '早稻已经插完，早稻早。',
  '晚稻在七月下种。',
  'The bridge opened in May 2025, 6.5 km long.',
  'The bridges of the city are old.',
  'हिन्दी में लिखा हुआ',
  'ขอบคุณมากครับ',
  'مُحَمَّد يقرأ كتابًا',
  'Ο λόγος της πόλης',
] as const;

export function describeLexicalIndex(name: string, open: OpenEmptyLibrary): void {
  describe(`LexicalIndex: ${name}`, () => {
    let library: OpenLibrary;
    let ids: readonly number[];

    beforeEach(async () => {
      library = await open();
      const { articles, tokenSum } = await embedDrafts(
        [createDraft('everywhere', PARAGRAPHS)],
        embedder,
      );
      ids = (await library.store.saveDocument(createDocument('/in/a.txt'), articles, tokenSum))
        .passageIds;
    });
    afterEach(() => library.close());

    /** Numbers of the paragraphs found, from 0. */
    const find = async (terms: readonly string[], limit = 10): Promise<number[]> =>
      (await library.lexical.search(terms, limit)).map(({ id }) => ids.indexOf(id));

    it('finds the passages that hold at least one of the terms', async () => {
      expect(await find(['早稻'])).toEqual([0]);
      expect((await find(['早稻', 'citi'])).sort()).toEqual([0, 3]);
      expect((await find(['bridg', 'nowhere'])).sort()).toEqual([2, 3]);
    });

    it('gives the best first: more of the terms, rarer ones, more often', async () => {
      const hits = await library.lexical.search(['稻', '早稻', 'bridg'], 10);
      expect(hits.map(({ id }) => ids.indexOf(id))[0]).toBe(0);
      const scores = hits.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(Math.min(...scores)).toBeGreaterThan(0);
    });

    it('gives at most as many as asked for, the same ones that a longer list begins with', async () => {
      const all = await find(['稻', 'bridg', '早']);
      expect(all).toHaveLength(4);
      expect(await find(['稻', 'bridg', '早'], 2)).toEqual(all.slice(0, 2));
    });

    it('finds nothing for no terms, empty ones and unknown ones', async () => {
      expect(await find([])).toEqual([]);
      expect(await find([''])).toEqual([]);
      expect(await find(['nowhere', '无'])).toEqual([]);
    });

    it('counts a term once, however often it is asked for', async () => {
      const once = await library.lexical.search(['早稻'], 5);
      expect(await library.lexical.search(['早稻', '早稻', '早稻'], 5)).toEqual(once);
    });

    it('counts the passages that hold each term, 0 for unknown ones', async () => {
      const counts = await library.lexical.countPassagesWith(['bridg', '稻', '早稻', 'nowhere']);
      expect(Object.fromEntries(counts)).toEqual({ bridg: 2, 稻: 2, 早稻: 1, nowhere: 0 });
      expect((await library.lexical.countPassagesWith([])).size).toBe(0);
    });

    it.each(PARAGRAPHS)('keeps every term of “%s” as it is', async (paragraph) => {
      const terms = [...new Set(extractTerms(paragraph))];
      const counts = await library.lexical.countPassagesWith(terms);
      expect(terms.filter((term) => (counts.get(term) ?? 0) === 0)).toEqual([]);
      const place = PARAGRAPHS.indexOf(paragraph);
      for (const term of terms) expect(await find([term])).toContain(place);
    });

    it.each([
      '"',
      '""',
      '"bridg" OR "稻"',
      'bridg*',
      'NEAR(bridg稻)',
      'terms:bridg',
      '^bridg',
      "'; drop table passages; --",
      '-',
      '(',
      '%',
      '\\',
      '\0',
    ])('takes %j for a term and never for an operator', async (term) => {
      // None of them can reach the passages on rice, and each leaves the other terms as they are.
      expect((await find([term])).filter((place) => place < 2)).toEqual([]);
      expect((await library.lexical.countPassagesWith([term])).get(term)).toBe(0);
      expect((await find([term, '早稻'])).filter((place) => place < 2)).toEqual([0]);
    });

    it('takes a question of 2,000 terms', async () => {
      const terms = Array.from({ length: 2000 }, (_, index) => `word${index}`);
      expect(await find([...terms, '早稻'])).toEqual([0]);
      expect((await library.lexical.countPassagesWith(terms)).size).toBe(2000);
    });

    it('forgets the terms of a document that was replaced', async () => {
      const { articles, tokenSum } = await embedDrafts([createDraft('new', ['全新'])], embedder);
      const { passageIds } = await library.store.saveDocument(
        createDocument('/in/a.txt', 'second version'),
        articles,
        tokenSum,
      );
      expect(await library.lexical.search(['早稻', 'bridg'], 5)).toEqual([]);
      const counts = await library.lexical.countPassagesWith(['稻', '全新']);
      expect(Object.fromEntries(counts)).toEqual({ 稻: 0, 全新: 1 });
      const hits = await library.lexical.search(['全新'], 5);
      expect(hits.map(({ id }) => id)).toEqual(passageIds);
    });
  });
}
