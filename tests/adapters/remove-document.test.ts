/** Taking out what came in one archive: all of it by the archive's name, nothing that lies beside it. */
import { describe, expect, it } from 'vitest';
import { createMemoryArticleStore } from '../../src/adapters/memory/article-store.js';
import { createMemoryDocumentReader } from '../../src/adapters/memory/document-reader.js';
import { createHashEmbedder } from '../../src/adapters/memory/hash-embedder.js';
import { createMemoryLibrary } from '../../src/adapters/memory/library.js';
import { removeFromLibrary } from '../../src/adapters/remove-document.js';
import { ingestDocuments } from '../../src/ingest/ingest-documents.js';

const text = (title: string) =>
  `# ${title}\n\nThe ${title} opened in May. It is six metres long.\n`;

async function createLibrary(paths: readonly string[]) {
  const files = paths.map((path, index) => [path, text(`bridge ${index + 1}`)] as const);
  const store = createMemoryArticleStore(createMemoryLibrary(32));
  const ports = {
    reader: createMemoryDocumentReader(new Map(files)),
    store,
    embedder: createHashEmbedder({ dimensions: 32 }),
    model: 'hash@0123456789ab',
    now: () => new Date('2026-11-30T08:00:00Z'),
  };
  await ingestDocuments(['/in'], ports);
  return {
    remove: (reference: string) => removeFromLibrary(reference, ports),
    list: async () => (await store.listDocuments()).map(({ path }) => path),
  };
}

describe('removing an archive', () => {
  const inside = ['/in/news.zip/a.md', '/in/news.zip/old/b.md'];

  it('takes out all documents that were in it, by its name or its path', async () => {
    for (const reference of ['news.zip', '/in/news.zip']) {
      const library = await createLibrary([...inside, '/in/a.md', '/in/old-news.zip/a.md']);
      expect(await library.remove(reference)).toEqual({
        document: { name: 'news.zip', path: '/in/news.zip' },
        titles: ['bridge 1', 'bridge 2'],
      });
      expect(await library.list()).toEqual(['/in/a.md', '/in/old-news.zip/a.md']);
    }
  });

  it('asks for a path where several have that name, and knows one that is not there', async () => {
    const library = await createLibrary([...inside, '/in/more/news.zip/c.md']);
    await expect(library.remove('news.zip')).rejects.toMatchObject({
      code: 'USAGE',
      message: expect.stringContaining('/in/more/news.zip'),
    });
    expect(await library.list()).toHaveLength(3);
    expect((await library.remove('/in/more/news.zip')).titles).toEqual(['bridge 3']);
    await expect(library.remove('other.zip')).rejects.toMatchObject({ code: 'DOCUMENT_NOT_FOUND' });
  });
});
