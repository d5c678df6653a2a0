/** What every passage store promises. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHashEmbedder } from '../../src/adapters/memory/hash-embedder.js';
import type { NewPassage } from '../../src/ports/article-store.js';
import { createDocument, createDraft, embedDrafts } from '../support/drafts.js';
import { DIMENSIONS, type OpenEmptyLibrary, type OpenLibrary } from './library.js';

const embedder = createHashEmbedder({ dimensions: DIMENSIONS });
const RICE = createDraft('稻田', ['早稻已经插完。', '晚稻在七月下种。', '今年的雨水很好。']);
const BRIDGE = createDraft('The bridge', ['The bridge opened in May.']);

export function describePassageStore(name: string, open: OpenEmptyLibrary): void {
  describe(`PassageStore: ${name}`, () => {
    let library: OpenLibrary;
    let ids: readonly number[];
    let saved: readonly NewPassage[];
    let articleIds: readonly string[];

    beforeEach(async () => {
      library = await open();
      const { articles, tokenSum } = await embedDrafts([RICE, BRIDGE], embedder);
      const change = await library.store.saveDocument(
        createDocument('/in/a.txt'),
        articles,
        tokenSum,
      );
      ids = change.passageIds;
      articleIds = change.articles.map(({ id }) => id);
      saved = articles.flatMap(({ passages }) => passages);
    });
    afterEach(() => library.close());

    it('gives passages in the order asked for, leaving out those that are not there', async () => {
      const [first = 0, second = 0, , fourth = 0] = ids;
      const passages = await library.passages.getPassages([fourth, 999_999, first, second]);
      expect(passages.map(({ id }) => id)).toEqual([fourth, first, second]);
      expect(passages[1]).toEqual({
        id: first,
        articleId: articleIds[0],
        ordinal: 1,
        start: 0,
        end: 7,
        headings: [],
        sentences: [{ start: 0, end: 7 }],
      });
    });

    it('gives nothing for no ids and for unknown ones', async () => {
      for (const asked of [[], [999_999, -1, 0]]) {
        expect(await library.passages.getPassages(asked)).toEqual([]);
        expect((await library.passages.readVectors(asked)).size).toBe(0);
        expect((await library.passages.readTokenVectors(asked)).size).toBe(0);
      }
    });

    it('takes more ids at once than a query has room for', async () => {
      const many = Array.from({ length: 40_000 }, (_, index) => index + 1);
      const passages = await library.passages.getPassages(many);
      expect(passages.map(({ id }) => id)).toEqual([...ids]);
      expect((await library.passages.readVectors(many)).size).toBe(4);
      expect((await library.passages.readTokenVectors(many)).size).toBe(4);
    });

    it('lists the passages of an article in order, numbered from 1', async () => {
      const passages = await library.passages.listPassages(articleIds[0] ?? '');
      expect(passages.map(({ start, end, ordinal }) => [ordinal, start, end])).toEqual([
        [1, 0, 7],
        [2, 8, 16],
        [3, 17, 25],
      ]);
      expect(await library.passages.listPassages('000000000000')).toEqual([]);
    });

    it('lists all passage ids, ascending', async () => {
      expect(await library.passages.listPassageIds()).toEqual([...ids].sort((a, b) => a - b));
    });

    it('gives vectors and token vectors back bit by bit', async () => {
      const vectors = await library.passages.readVectors(ids);
      const tokenVectors = await library.passages.readTokenVectors(ids);
      ids.forEach((id, index) => {
        expect(vectors.get(id)).toEqual(saved[index]?.vector);
        const read = tokenVectors.get(id);
        const expected = saved[index]?.tokenVectors;
        expect([...(read?.codes ?? [])]).toEqual([...(expected?.codes ?? [])]);
        expect(read?.leadTokens).toBe(expected?.leadTokens);
        expect(read?.sentenceTokens).toEqual(expected?.sentenceTokens);
      });
    });

    it('keeps headings and sentences', async () => {
      const { articles, tokenSum } = await embedDrafts([BRIDGE], embedder);
      const passages = articles[0]?.passages.map((passage) => ({
        ...passage,
        headings: ['第三章 实施', '“12” \\ §'],
        sentences: [
          { start: 0, end: 10 },
          { start: 11, end: 25 },
        ],
      }));
      const change = await library.store.saveDocument(
        createDocument('/in/b.txt'),
        [{ draft: BRIDGE, passages: passages ?? [] }],
        tokenSum,
      );
      const [passage] = await library.passages.getPassages(change.passageIds);
      expect(passage?.headings).toEqual(['第三章 实施', '“12” \\ §']);
      expect(passage?.sentences).toEqual([
        { start: 0, end: 10 },
        { start: 11, end: 25 },
      ]);
    });

    it('forgets everything of passages that are gone', async () => {
      const { articles, tokenSum } = await embedDrafts([BRIDGE], embedder);
      await library.store.saveDocument(
        createDocument('/in/a.txt', 'second version'),
        articles,
        tokenSum,
      );
      expect(await library.passages.getPassages(ids)).toEqual([]);
      expect((await library.passages.readVectors(ids)).size).toBe(0);
      expect((await library.passages.readTokenVectors(ids)).size).toBe(0);
      expect(await library.passages.listPassages(articleIds[0] ?? '')).toEqual([]);
      expect(await library.passages.listPassageIds()).toHaveLength(1);
    });
  });
}
