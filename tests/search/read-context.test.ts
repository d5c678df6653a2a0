/** The neighbours of a quote. */
import { expect, it } from 'vitest';
import { readContext } from '../../src/search/read-context.js';
import { createDraft } from '../support/drafts.js';
import { createMemorySearch } from '../support/memory-search.js';

const PARAGRAPHS = ['早稻已经插完。', '晚稻在七月下种。', '今年的雨水很好。'];

async function readAround(start: number, end: number) {
  const { ports, store } = await createMemorySearch([
    createDraft('桥', ['大桥。']),
    createDraft('稻田', PARAGRAPHS),
  ]);
  const [, summary] = await store.listArticles();
  const article = await store.getArticle(summary?.id ?? '');
  const { listPassages } = ports.passages as unknown as Parameters<typeof readContext>[2];
  const context = await readContext(article, { start, end }, { listPassages });
  return (
    context && [context.before, context.quote, context.after].map((span) => Object.values(span))
  );
}

it('gives the passage before and the one after', async () => {
  expect(await readAround(8, 16)).toEqual([
    [0, 7],
    [8, 16],
    [17, 25],
  ]);
});

it('gives empty spans at the ends of the article', async () => {
  expect(await readAround(0, 7)).toEqual([
    [0, 0],
    [0, 7],
    [8, 16],
  ]);
  expect(await readAround(17, 25)).toEqual([
    [8, 16],
    [17, 25],
    [25, 25],
  ]);
});

it('gives nothing for a span that is not in the article, or an article that is gone', async () => {
  expect(await readAround(8, 999)).toBeUndefined();
  expect(await readAround(-1, 5)).toBeUndefined();
  expect(await readAround(8, 8)).toBeUndefined();
  const nowhere = { listPassages: async () => [] };
  expect(await readContext(undefined, { start: 0, end: 5 }, nowhere)).toBeUndefined();
});
