/** What every article store promises, with the small numbers that it keeps up to date. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHashEmbedder } from '../../src/adapters/memory/hash-embedder.js';
import type { ArticleDraft } from '../../src/domain/article.js';
import type { DocumentChange, NewArticle } from '../../src/ports/article-store.js';
import { createDocument, createDraft, embedDrafts } from '../support/drafts.js';
import { DIMENSIONS, type OpenEmptyLibrary, type OpenLibrary } from './library.js';

const embedder = createHashEmbedder({ dimensions: DIMENSIONS });

const RICE = createDraft('稻田', ['早稻已经插完。', '晚稻在七月下种。']);
const BRIDGE = createDraft('The bridge', ['The bridge opened in May.']);
const LETTER: ArticleDraft = {
  ...createDraft('A letter', ['Dear reader.', '😀 is two units long.']),
  subtitle: 'from the harbour',
  date: '2025-01',
  datePrecision: 'month',
  publisher: 'Harbour Letter',
  author: 'Ann Lin',
  language: 'en',
};

export function describeArticleStore(name: string, open: OpenEmptyLibrary): void {
  describe(`ArticleStore: ${name}`, () => {
    let library: OpenLibrary;

    beforeEach(async () => {
      library = await open();
    });
    afterEach(() => library.close());

    const save = async (
      path: string,
      drafts: readonly ArticleDraft[],
      version = path,
    ): Promise<DocumentChange> => {
      const { articles, tokenSum } = await embedDrafts(drafts, embedder);
      return library.store.saveDocument(createDocument(path, version), articles, tokenSum);
    };
    const listTitles = async (): Promise<string[]> =>
      (await library.store.listArticles()).map(({ title }) => title);

    it('keeps the pages of articles', async () => {
      const paged: ArticleDraft = {
        ...RICE,
        pageStarts: [
          [1, 7],
          [3, 8],
        ],
      };
      await save('/in/a.pdf', [paged, BRIDGE]);
      const [rice, bridge] = await library.store.listArticles();
      expect([rice?.startPage, rice?.endPage]).toEqual([7, 8]);
      expect(bridge).not.toHaveProperty('startPage');
      expect((await library.store.getArticle(rice?.id ?? ''))?.pageStarts).toEqual(
        paged.pageStarts,
      );
      expect(await library.store.listDrafts('/in/a.pdf')).toEqual([paged, BRIDGE]);
    });

    it('is empty at first', async () => {
      expect(await library.store.listDocuments()).toEqual([]);
      expect(await library.store.listArticles()).toEqual([]);
      expect(await library.store.listDrafts('/in/a.txt')).toEqual([]);
      expect(await library.store.getArticle('0123456789ab')).toBeUndefined();
      expect(
        await library.store.findDocument({ contentHash: '00', path: '/in/a.txt' }),
      ).toBeUndefined();
      const { generation, documents, articles, passages, tokenSum, vectorSum, languages, models } =
        await library.state.readState();
      expect(vectorSum).toEqual(new Float64Array(DIMENSIONS));
      expect([...languages]).toEqual([]);
      expect({ generation, documents, articles, passages, models }).toEqual({
        generation: 0,
        documents: 0,
        articles: 0,
        passages: 0,
        models: [],
      });
      expect(tokenSum).toEqual({ sum: new Float64Array(DIMENSIONS), tokens: 0 });
    });

    it('gives back an article as it was saved, with its place', async () => {
      const { articles } = await save('/in/letters.txt', [BRIDGE, LETTER]);
      const [, letter] = articles;
      const { blocks, ...facts } = LETTER;
      expect(letter).toEqual({ ...facts, id: letter?.id, document: 'letters.txt', ordinal: 2 });
      expect(letter?.id).toMatch(/^[0-9a-f]{12}$/);
      expect(await library.store.getArticle(letter?.id ?? '')).toEqual(letter);
      expect(await library.store.listDrafts('/in/letters.txt')).toEqual([
        BRIDGE,
        { ...facts, blocks },
      ]);
    });

    it('gives the link of a document back with it and with its articles, not with the drafts', async () => {
      const link = 'https://gazette.example/1';
      const { articles, tokenSum } = await embedDrafts([RICE], embedder);
      const document = { ...createDocument('https://gazette.example/feed#1'), link };
      const change = await library.store.saveDocument(document, articles, tokenSum);
      expect(change.articles).toMatchObject([{ link }]);
      expect(await library.store.listDocuments()).toEqual([document]);
      expect(await library.store.listArticles()).toMatchObject([{ link }]);
      expect(await library.store.getArticle(change.articles[0]?.id ?? '')).toMatchObject({ link });
      expect(await library.store.listDrafts(document.path)).toEqual([RICE]);
      await save('/in/a.txt', [BRIDGE]);
      expect((await library.store.listArticles())[1]).not.toHaveProperty('link');
    });

    it('lists the articles that came at a moment or later', async () => {
      const { articles } = await save('/in/letters.txt', [LETTER]);
      const ids = articles.map(({ id }) => id);
      const [document] = await library.store.listDocuments();
      const at = document?.ingestedAt ?? '';
      expect(await library.store.listArticlesSince(at)).toEqual(ids);
      expect(await library.store.listArticlesSince(`${at.slice(0, 4)}-12-31`)).toEqual([]);
    });

    it('lists articles without their text, with its length in UTF-16 units', async () => {
      const { articles } = await save('/in/letters.txt', [LETTER]);
      const { text, lineStarts: _, blocks: __, ...facts } = LETTER;
      expect(await library.store.listArticles()).toEqual([
        {
          ...facts,
          id: articles[0]?.id,
          document: 'letters.txt',
          ordinal: 1,
          characters: 'Dear reader.\n😀 is two units long.'.length,
        },
      ]);
      expect(text.length).toBe(34);
    });

    it('takes a document out with all that was made of it, and lets it come again', async () => {
      const before = await save('/in/a.txt', [RICE, BRIDGE]);
      await save('/in/b.txt', [LETTER]);
      const { generation } = await library.state.readState();
      expect(await library.store.removeDocument('/in/a.txt')).toEqual(before.passageIds);
      expect(await library.store.removeDocument('/in/a.txt')).toBeUndefined();
      expect(await library.store.removeDocument('/in/none.txt')).toBeUndefined();
      expect(await listTitles()).toEqual(['A letter']);
      expect(await library.passages.getPassages(before.passageIds)).toEqual([]);
      expect(await library.lexical.search(['早稻'], 5)).toEqual([]);
      const state = await library.state.readState();
      expect([state.documents, state.generation]).toEqual([1, generation + 1]);
      await save('/in/a.txt', [RICE, BRIDGE]);
      expect(await listTitles()).toEqual(['A letter', '稻田', 'The bridge']);
    });

    it('lists documents as first ingested, and articles by document and ordinal', async () => {
      await save('/in/b.txt', [BRIDGE, LETTER]);
      await save('/in/a.txt', [RICE]);
      await save('/in/b.txt', [LETTER, BRIDGE], 'second version');
      const documents = await library.store.listDocuments();
      expect(documents).toEqual([
        createDocument('/in/b.txt', 'second version'),
        createDocument('/in/a.txt'),
      ]);
      expect(await listTitles()).toEqual(['A letter', 'The bridge', '稻田']);
      expect((await library.store.listArticles()).map(({ ordinal }) => ordinal)).toEqual([1, 2, 1]);
    });

    it('finds a document by its hash or its path, and the hash wins', async () => {
      await save('/in/a.txt', [RICE], 'content of a');
      await save('/in/b.txt', [BRIDGE], 'content of b');
      const a = createDocument('/in/a.txt', 'content of a');
      const b = createDocument('/in/b.txt', 'content of b');
      const find = (contentHash: string, path: string) =>
        library.store.findDocument({ contentHash, path });
      expect(await find(a.contentHash, '/elsewhere.txt')).toEqual(a);
      expect(await find('ff', '/in/b.txt')).toEqual(b);
      expect(await find(a.contentHash, '/in/b.txt')).toEqual(a);
      expect(await find(b.contentHash, '/in/a.txt')).toEqual(b);
      expect(await find('ff', '/elsewhere.txt')).toBeUndefined();
    });

    it('replaces the document at a path and says what went and what came', async () => {
      const first = await save('/in/a.txt', [RICE, BRIDGE]);
      await save('/in/b.txt', [LETTER]);
      const second = await save('/in/a.txt', [BRIDGE], 'second version');
      expect(first.passageIds).toHaveLength(3);
      expect([...second.removedPassageIds].sort()).toEqual([...first.passageIds].sort());
      expect(second.passageIds).toHaveLength(1);
      expect(await listTitles()).toEqual(['The bridge', 'A letter']);
      expect(await library.store.getArticle(first.articles[0]?.id ?? '')).toBeUndefined();
    });

    it('takes the same content at another path for the same document, moved', async () => {
      const first = await save('/in/a.txt', [RICE], 'one content');
      const moved = await save('/in/moved.txt', [RICE], 'one content');
      expect(moved.removedPassageIds).toEqual(first.passageIds);
      expect(await library.store.listDocuments()).toEqual([
        createDocument('/in/moved.txt', 'one content'),
      ]);
      expect(await listTitles()).toEqual(['稻田']);
    });

    it('joins two documents when one becomes what the other is', async () => {
      await save('/in/a.txt', [RICE], 'content of a');
      await save('/in/b.txt', [BRIDGE], 'content of b');
      await save('/in/c.txt', [LETTER], 'content of c');
      const { removedPassageIds } = await save('/in/b.txt', [RICE], 'content of a');
      expect(removedPassageIds).toHaveLength(3);
      const paths = (await library.store.listDocuments()).map(({ path }) => path);
      expect(paths).toEqual(['/in/b.txt', '/in/c.txt']);
    });

    it('keeps the id of the same article, and tells twins in one document apart', async () => {
      const first = await save('/in/a.txt', [RICE, BRIDGE, RICE]);
      const second = await save('/in/a.txt', [BRIDGE, RICE], 'second version');
      const [rice, bridge, twin] = first.articles.map(({ id }) => id);
      expect(second.articles.map(({ id }) => id)).toEqual([bridge, rice]);
      expect(twin).not.toBe(rice);
      const other = await save('/in/b.txt', [RICE]);
      expect(other.articles[0]?.id).not.toBe(rice);
    });

    it('never gives a passage id a second time', async () => {
      const first = await save('/in/a.txt', [RICE]);
      const second = await save('/in/a.txt', [RICE], 'second version');
      const third = await save('/in/a.txt', [RICE], 'third version');
      const ids = [first, second, third].flatMap(({ passageIds }) => passageIds);
      expect(new Set(ids).size).toBe(6);
    });

    it('changes nothing when a save fails half-way', async () => {
      await save('/in/a.txt', [RICE], 'first version');
      const before = {
        state: await library.state.readState(),
        documents: await library.store.listDocuments(),
        articles: await library.store.listArticles(),
        passages: await library.passages.getPassages(await library.passages.listPassageIds()),
        terms: await library.lexical.countPassagesWith(['稻', 'bridg']),
      };
      const { articles, tokenSum } = await embedDrafts([BRIDGE, LETTER], embedder);
      const broken = articles.map((article, index) =>
        index === 0 ? article : breakLastPassage(article),
      );
      const document = createDocument('/in/a.txt', 'second version');
      await expect(library.store.saveDocument(document, broken, tokenSum)).rejects.toThrow(
        'no vector here',
      );
      expect({
        state: await library.state.readState(),
        documents: await library.store.listDocuments(),
        articles: await library.store.listArticles(),
        passages: await library.passages.getPassages(await library.passages.listPassageIds()),
        terms: await library.lexical.countPassagesWith(['稻', 'bridg']),
      }).toEqual(before);
      await save('/in/a.txt', [BRIDGE], 'third version');
      expect(await listTitles()).toEqual(['The bridge']);
    });

    it('stores a document without articles', async () => {
      const change = await save('/in/empty.txt', []);
      expect(change).toEqual({ articles: [], passageIds: [], removedPassageIds: [], alerts: 0 });
      expect(await library.store.listDrafts('/in/empty.txt')).toEqual([]);
      expect((await library.state.readState()).documents).toBe(1);
    });

    it('counts, and grows its generation by one with every change and none without', async () => {
      const generations = [(await library.state.readState()).generation];
      await save('/in/a.txt', [RICE]);
      generations.push((await library.state.readState()).generation);
      await save('/in/b.txt', [BRIDGE, LETTER]);
      generations.push((await library.state.readState()).generation);
      await save('/in/b.txt', [BRIDGE], 'second version');
      await library.store.listArticles();
      const { generation, documents, articles, passages } = await library.state.readState();
      expect([...generations, generation]).toEqual([0, 1, 2, 3]);
      expect({ documents, articles, passages }).toEqual({ documents: 2, articles: 2, passages: 3 });
    });

    it('adds up the token sums of the documents that are there', async () => {
      const a = await embedDrafts([RICE], embedder);
      const b = await embedDrafts([LETTER], embedder);
      await library.store.saveDocument(createDocument('/in/a.txt'), a.articles, a.tokenSum);
      await library.store.saveDocument(createDocument('/in/c.txt'), a.articles, a.tokenSum);
      await library.store.saveDocument(
        createDocument('/in/c.txt', 'second version'),
        b.articles,
        b.tokenSum,
      );
      const { tokenSum } = await library.state.readState();
      expect(tokenSum.tokens).toBe(a.tokenSum.tokens + b.tokenSum.tokens);
      tokenSum.sum.forEach((value, i) => {
        expect(value).toBeCloseTo((a.tokenSum.sum[i] ?? 0) + (b.tokenSum.sum[i] ?? 0), 9);
      });
    });

    it('adds up the vectors of the passages that are there', async () => {
      await save('/in/a.txt', [RICE, BRIDGE]);
      await save('/in/a.txt', [RICE], 'second version');
      await save('/in/b.txt', [LETTER]);
      const sum = new Float64Array(DIMENSIONS);
      const ids = await library.passages.listPassageIds();
      for (const vector of (await library.passages.readVectors(ids)).values()) {
        vector.forEach((value, i) => {
          sum[i] = (sum[i] ?? 0) + value;
        });
      }
      const { vectorSum } = await library.state.readState();
      expect(Math.hypot(...vectorSum)).toBeGreaterThan(0);
      vectorSum.forEach((value, i) => {
        expect(value).toBeCloseTo(sum[i] ?? 0, 6);
      });
    });

    it('counts passages by language without script or region, most frequent first', async () => {
      const traditional = { ...RICE, language: 'zh-Hant' };
      await save('/in/a.txt', [LETTER, BRIDGE]);
      await save('/in/b.txt', [traditional]);
      expect([...(await library.state.readState()).languages]).toEqual([
        ['zh', 3],
        ['en', 2],
      ]);
      await save('/in/b.txt', [], 'second version');
      expect([...(await library.state.readState()).languages]).toEqual([
        ['en', 2],
        ['zh', 1],
      ]);
    });

    it('names each model whose vectors it holds, once', async () => {
      const { articles, tokenSum } = await embedDrafts([RICE], embedder);
      for (const [path, model] of [
        ['/in/a.txt', 'old@1'],
        ['/in/b.txt', 'old@1'],
        ['/in/c.txt', 'new@2'],
      ] as const) {
        await library.store.saveDocument({ ...createDocument(path), model }, articles, tokenSum);
      }
      expect([...(await library.state.readState()).models].sort()).toEqual(['new@2', 'old@1']);
    });

    it('has an id of its own that stays', async () => {
      const { libraryId } = await library.state.readState();
      await save('/in/a.txt', [RICE]);
      expect(libraryId).not.toBe('');
      expect((await library.state.readState()).libraryId).toBe(libraryId);
      const other = await open();
      expect((await other.state.readState()).libraryId).not.toBe(libraryId);
      await other.close();
    });
  });
}

/** An article whose last passage cannot be stored. */
function breakLastPassage(article: NewArticle): NewArticle {
  const last = article.passages.at(-1);
  if (last === undefined) return article;
  const broken = {
    ...last,
    get vector(): Float32Array {
      throw new Error('no vector here');
    },
  };
  return { ...article, passages: [...article.passages.slice(0, -1), broken] };
}
