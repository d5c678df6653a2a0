/** A quote is found again by its key, whatever else has changed in the library. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDocumentReader } from '../../src/adapters/documents/file-reader.js';
import { createMemoryArticleStore } from '../../src/adapters/memory/article-store.js';
import { createHashEmbedder } from '../../src/adapters/memory/hash-embedder.js';
import { createMemoryLibrary } from '../../src/adapters/memory/library.js';
import { createMemoryPassageStore } from '../../src/adapters/memory/passage-store.js';
import { citePassage } from '../../src/answer/compose-quotes.js';
import { findQuote, type QuoteSources } from '../../src/answer/find-quote.js';
import { makeQuoteKey } from '../../src/answer/quote-key.js';
import { ingestDocuments } from '../../src/ingest/ingest-documents.js';
import { createTemporaryFolders } from '../support/temporary.js';

const RULES = `# Rules of the reading room

## Chapter 1 Readers

Every reader may borrow four books for thirty days. A book that is late costs ten cents a day.

## Chapter 2 Order

Dogs stay outside, guide dogs excepted. Whoever talks loudly is asked to leave the room.
`;
const makeFolder = createTemporaryFolders('find-quote');
const WORDS = 'Dogs stay outside, guide dogs excepted.';

function openLibrary() {
  const folder = makeFolder();
  const library = createMemoryLibrary(32);
  const store = createMemoryArticleStore(library);
  const passages = createMemoryPassageStore(library);
  const ports = {
    reader: createDocumentReader({ maxBytes: 1_000_000 }),
    store,
    embedder: createHashEmbedder({ dimensions: 32 }),
    model: 'hash@0123456789ab',
    now: () => new Date('2026-11-25T08:00:00Z'),
  };
  const sources: QuoteSources = { ...store, listPassages: passages.listPassages };
  return {
    sources,
    ingest: (name: string, text: string) => {
      const file = path.join(folder, name);
      writeFileSync(file, text);
      return ingestDocuments([file], ports, {});
    },
    remove: (name: string) => store.removeDocument(path.join(folder, name)),
  };
}

/** The key of {@link WORDS} in the first article that holds them. */
async function makeKey({ sources }: ReturnType<typeof openLibrary>): Promise<string> {
  for (const { id } of await sources.listArticles()) {
    const article = await sources.getArticle(id);
    const start = article?.text.indexOf(WORDS) ?? -1;
    if (article === undefined || start < 0) continue;
    const span = { start, end: start + WORDS.length, headings: [] };
    return makeQuoteKey({ text: WORDS, citation: citePassage(article, span) });
  }
  throw new Error('no article holds the words');
}

describe('a quote', () => {
  it('is found where it stands, with its headings and lines', async () => {
    const library = openLibrary();
    await library.ingest('rules.md', RULES);
    const quote = await findQuote(await makeKey(library), library.sources);
    expect(quote?.text).toBe(WORDS);
    expect(quote?.citation).toMatchObject({
      title: 'Rules of the reading room',
      headings: ['Chapter 2 Order'],
      startLine: 9,
      endLine: 9,
    });
  });

  it('is found after its article has changed around it', async () => {
    const library = openLibrary();
    await library.ingest('rules.md', RULES);
    const key = await makeKey(library);
    const changed = RULES.replace('four books', 'five books and a map').replace('loudly', 'at all');
    await library.ingest('rules.md', changed);
    const quote = await findQuote(key, library.sources);
    const article = await library.sources.getArticle(quote?.citation.articleId ?? '');
    const { start = 0, end = 0 } = quote?.citation ?? {};
    expect(article?.text).toContain('five books and a map');
    expect(article?.text.slice(start, end)).toBe(WORDS);
  });

  it('is found under another title of its document, and in another document of its title', async () => {
    const library = openLibrary();
    await library.ingest('rules.md', RULES);
    const key = await makeKey(library);
    await library.ingest('rules.md', RULES.replace('reading room', 'whole house'));
    const renamed = await findQuote(key, library.sources);
    expect(renamed?.citation.title).toBe('Rules of the whole house');
    await library.remove('rules.md');
    await library.ingest('collected.md', RULES);
    const moved = await findQuote(key, library.sources);
    expect(moved?.citation).toMatchObject({ document: 'collected.md' });
    expect(moved?.text).toBe(WORDS);
  });

  it('is gone when its words are', async () => {
    const library = openLibrary();
    await library.ingest('rules.md', RULES);
    const key = await makeKey(library);
    await library.ingest('rules.md', RULES.replace('Dogs stay', 'Dogs and cats stay'));
    expect(await findQuote(key, library.sources)).toBeUndefined();
    await library.remove('rules.md');
    expect(await findQuote(key, library.sources)).toBeUndefined();
    expect(await findQuote('nonsense', library.sources)).toBeUndefined();
  });
});
