/** From files to a stored library: what is new, what is known, what fails, and what a failure leaves behind. */
import { describe, expect, it } from 'vitest';
import { createMemoryArticleStore } from '../../src/adapters/memory/article-store.js';
import { createMemoryDocumentReader } from '../../src/adapters/memory/document-reader.js';
import { createHashEmbedder } from '../../src/adapters/memory/hash-embedder.js';
import { createMemoryLexicalIndex } from '../../src/adapters/memory/lexical-index.js';
import { createMemoryLibrary } from '../../src/adapters/memory/library.js';
import {
  createMemoryPassageStore,
  createMemoryStateSource,
} from '../../src/adapters/memory/passage-store.js';
import { AppError } from '../../src/errors.js';
import { type IngestOptions, ingestDocuments } from '../../src/ingest/ingest-documents.js';
import type { DocumentReport } from '../../src/ingest/ingest-report.js';

const RICE = '# 稻田\n\n早稻已经插完，面积三十二万亩。晚稻在七月下种。\n';
const RICE_LATER = '# 稻田\n\n早稻已经插完，面积三十三万亩。\n\n# 雨水\n\n今年的雨水很好。\n';
const BRIDGE = '# The bridge\n\nThe bridge opened in May. It is six kilometres long.\n';
/** Nothing in it is an article. */
const RULES = '***\n\n---\n';

function createLibrary(files: Readonly<Record<string, string>>) {
  const texts = new Map(Object.entries(files));
  const library = createMemoryLibrary(64);
  const store = createMemoryArticleStore(library);
  const ports = {
    reader: createMemoryDocumentReader(texts),
    store,
    embedder: createHashEmbedder(),
    model: 'hash@0123456789ab',
    now: () => new Date('2025-01-06T08:00:00Z'),
  };
  return {
    texts,
    ports,
    store,
    lexical: createMemoryLexicalIndex(library),
    passages: createMemoryPassageStore(library),
    state: createMemoryStateSource(library),
    ingest: (options: IngestOptions = {}, paths = ['/in']) =>
      ingestDocuments(paths, ports, options),
    listTitles: async () => (await store.listArticles()).map(({ title }) => title),
  };
}

const outcomes = ({ documents }: { documents: readonly DocumentReport[] }) =>
  documents.map(({ document, outcome }) => [document, outcome]);

describe('ingestDocuments', () => {
  it('adds documents, and what it reports is what the library holds', async () => {
    const library = createLibrary({ '/in/a.md': RICE, '/in/b.md': BRIDGE });
    const { documents, failures } = await library.ingest();
    expect(failures).toEqual([]);
    expect(documents).toEqual([
      {
        document: 'a.md',
        path: '/in/a.md',
        outcome: 'added',
        articles: 1,
        passages: 1,
        characters: '早稻已经插完，面积三十二万亩。晚稻在七月下种。'.length,
        encoding: 'utf-8',
        warnings: [],
      },
      expect.objectContaining({ document: 'b.md', outcome: 'added', articles: 1, passages: 1 }),
    ]);
    expect(await library.listTitles()).toEqual(['稻田', 'The bridge']);
    expect(await library.state.readState()).toMatchObject({ documents: 2, passages: 2 });
    const [document] = await library.store.listDocuments();
    expect(document).toMatchObject({
      path: '/in/a.md',
      ingestedAt: '2025-01-06T08:00:00.000Z',
      model: 'hash@0123456789ab',
    });
  });

  it('indexes title and text of a passage by their terms', async () => {
    const library = createLibrary({ '/in/a.md': RICE });
    await library.ingest();
    const counts = await library.lexical.countPassagesWith(['稻田', '早稻', '晚稻', '大桥']);
    expect(Object.fromEntries(counts)).toEqual({ 稻田: 1, 早稻: 1, 晚稻: 1, 大桥: 0 });
  });

  it('keeps a token count for each sentence and the lead', async () => {
    const library = createLibrary({ '/in/a.md': RICE });
    await library.ingest();
    const ids = await library.passages.listPassageIds();
    const [passage] = await library.passages.getPassages(ids);
    const tokens = (await library.passages.readTokenVectors(ids)).get(ids[0] ?? 0);
    expect(passage?.sentences).toHaveLength(2);
    expect(tokens?.sentenceTokens).toEqual([13, 7]);
    expect(tokens?.leadTokens).toBe(2);
  });

  it('skips a document that is already there by its content, under any name', async () => {
    const library = createLibrary({ '/in/a.md': RICE });
    await library.ingest();
    const before = await library.state.readState();
    library.texts.set('/in/copy.md', RICE);
    expect(outcomes(await library.ingest())).toEqual([
      ['a.md', 'skipped'],
      ['copy.md', 'skipped'],
    ]);
    expect(await library.state.readState()).toEqual(before);
  });

  it('replaces a document that has changed', async () => {
    const library = createLibrary({ '/in/a.md': RICE, '/in/b.md': BRIDGE });
    await library.ingest();
    library.texts.set('/in/a.md', RICE_LATER);
    expect(outcomes(await library.ingest())).toEqual([
      ['a.md', 'replaced'],
      ['b.md', 'skipped'],
    ]);
    expect(await library.listTitles()).toEqual(['稻田', '雨水', 'The bridge']);
    const counts = await library.lexical.countPassagesWith(['三万', '二万']);
    expect(Object.fromEntries(counts)).toEqual({ 三万: 1, 二万: 0 });
  });

  it('reads a file once that was named twice', async () => {
    const library = createLibrary({ '/in/a.md': RICE });
    const report = await library.ingest({}, ['/in/a.md', '/in', '/in/a.md']);
    expect(outcomes(report)).toEqual([['a.md', 'added']]);
  });

  it('goes on after documents that fail, and says what failed and what to do', async () => {
    const library = createLibrary({
      '/in/a.md': '',
      '/in/b.md': RULES,
      '/in/c.md': RICE,
      '/other/picture.png': 'PNG',
    });
    const failed: string[] = [];
    const hooks = { onDocumentFailed: ({ code }: { code: string }) => failed.push(code) };
    const report = await library.ingest({ hooks }, ['/nowhere', '/other', '/in']);
    expect(outcomes(report)).toEqual([['c.md', 'added']]);
    expect(report.failures.map(({ path, code }) => [path, code])).toEqual([
      ['/nowhere', 'PATH_NOT_FOUND'],
      ['/other', 'NO_DOCUMENTS'],
      ['/in/a.md', 'DOCUMENT_EMPTY'],
      ['/in/b.md', 'DOCUMENT_NOT_UNDERSTOOD'],
    ]);
    for (const { message, hint } of report.failures) expect(message && hint).not.toBe('');
    expect(failed).toEqual(report.failures.map(({ code }) => code));
    expect(await library.listTitles()).toEqual(['稻田']);
  });

  it('keeps the old version of a document whose new one fails', async () => {
    const library = createLibrary({ '/in/a.md': RICE });
    await library.ingest();
    library.texts.set('/in/a.md', RULES);
    expect((await library.ingest()).failures).toHaveLength(1);
    expect(await library.listTitles()).toEqual(['稻田']);
  });

  it('goes on after a fault of its own, which it calls INTERNAL', async () => {
    const library = createLibrary({ '/in/a.md': RICE, '/in/b.md': BRIDGE });
    const embedder = {
      ...library.ports.embedder,
      embedPassages: (...given: Parameters<typeof library.ports.embedder.embedPassages>) =>
        given[0][0]?.lead === '稻田'
          ? Promise.reject(new Error('no vectors today'))
          : library.ports.embedder.embedPassages(...given),
    };
    const report = await ingestDocuments(['/in'], { ...library.ports, embedder });
    expect(report.failures).toMatchObject([{ code: 'INTERNAL', message: 'no vectors today' }]);
    expect(outcomes(report)).toEqual([['b.md', 'added']]);
  });

  it.each(['DISK_FULL', 'INDEX_UNREADABLE', 'MODEL_DAMAGED'] as const)(
    'stops at %s, with what was done before',
    async (code) => {
      const library = createLibrary({
        '/in/a.md': BRIDGE,
        '/in/b.md': RICE,
        '/in/c.md': RICE_LATER,
      });
      const done: string[] = [];
      const store = {
        ...library.store,
        saveDocument: (...given: Parameters<typeof library.store.saveDocument>) =>
          given[0].name === 'b.md'
            ? Promise.reject(new AppError(code, 'as the test wants it'))
            : library.store.saveDocument(...given),
      };
      const running = ingestDocuments(
        ['/in'],
        { ...library.ports, store },
        { hooks: { onDocumentDone: ({ document }) => done.push(document) } },
      );
      await expect(running).rejects.toMatchObject({ code });
      expect(done).toEqual(['a.md']);
      expect(await library.listTitles()).toEqual(['The bridge']);
    },
  );

  it('stops when it is told to, between documents and within one, and keeps what is done', async () => {
    for (const stopAt of ['onDocumentDone', 'onPassages'] as const) {
      const library = createLibrary({ '/in/a.md': RICE, '/in/b.md': RICE_LATER });
      const controller = new AbortController();
      const hooks =
        stopAt === 'onDocumentDone'
          ? { onDocumentDone: () => controller.abort() }
          : {
              onPassages: ({ document }: { document: string }) => {
                if (document === 'b.md') controller.abort();
              },
            };
      const running = library.ingest({ signal: controller.signal, hooks });
      await expect(running).rejects.toMatchObject({ code: 'INTERRUPTED' });
      expect(await library.listTitles()).toEqual(['稻田']);
      const { documents } = await library.ingest();
      expect(outcomes({ documents })).toEqual([
        ['a.md', 'skipped'],
        ['b.md', 'added'],
      ]);
    }
  });

  it('does nothing at all when it was stopped before', async () => {
    const library = createLibrary({ '/in/a.md': RICE });
    const running = library.ingest({ signal: AbortSignal.abort() });
    await expect(running).rejects.toMatchObject({ code: 'INTERRUPTED' });
    expect(await library.listTitles()).toEqual([]);
  });

  it('tells of each document: start, passages, done', async () => {
    const library = createLibrary({ '/in/a.md': RICE_LATER, '/in/b.md': BRIDGE });
    const events: unknown[] = [];
    await library.ingest({
      hooks: {
        onDocumentStart: ({ document, index, total, articles, passages }) =>
          events.push(['start', document, index, total, articles, passages]),
        onPassages: ({ document, done, total }) => events.push(['passages', document, done, total]),
        onDocumentDone: ({ document }) => events.push(['done', document]),
      },
    });
    expect(events).toEqual([
      ['start', 'a.md', 0, 2, 2, 2],
      ['passages', 'a.md', 1, 2],
      ['passages', 'a.md', 2, 2],
      ['done', 'a.md'],
      ['start', 'b.md', 1, 2, 1, 1],
      ['passages', 'b.md', 1, 1],
      ['done', 'b.md'],
    ]);
  });

  it('reports what the splitter and the reader could not understand', async () => {
    const library = createLibrary({ '/in/a.md': `${RICE}\n***\n\n---\n` });
    const reader = {
      ...library.ports.reader,
      read: async (file: { name: string; path: string }) => ({
        ...(await library.ports.reader.read(file)),
        warnings: ['line 3: 2 characters replaced'],
      }),
    };
    const { documents } = await ingestDocuments(['/in'], { ...library.ports, reader });
    expect(documents[0]?.warnings[0]).toBe('line 3: 2 characters replaced');
    expect(documents[0]?.warnings.length).toBeGreaterThan(1);
  });
});

describe('a rebuild', () => {
  it('makes documents anew that have not changed, with new passages under the same articles', async () => {
    const library = createLibrary({ '/in/a.md': RICE, '/in/b.md': BRIDGE });
    await library.ingest();
    const articles = await library.store.listArticles();
    const passages = await library.passages.listPassageIds();
    const ports = { ...library.ports, model: 'other@999999999999' };
    const report = await ingestDocuments(['/in/a.md'], ports, { rebuild: true });
    expect(outcomes(report)).toEqual([
      ['a.md', 'replaced'],
      ['b.md', 'replaced'],
    ]);
    expect(await library.store.listArticles()).toEqual(articles);
    const { models } = await library.state.readState();
    expect(models).toEqual(['other@999999999999']);
    const later = await library.passages.listPassageIds();
    expect(later.filter((id) => passages.includes(id))).toEqual([]);
  });

  it('takes the stored text of a document whose file is gone', async () => {
    const library = createLibrary({ '/in/a.md': RICE, '/in/b.md': BRIDGE });
    await library.ingest();
    const articles = await library.store.listArticles();
    library.texts.delete('/in/a.md');
    const report = await library.ingest({ rebuild: true }, []);
    expect(outcomes(report)).toEqual([
      ['a.md', 'replaced'],
      ['b.md', 'replaced'],
    ]);
    expect(report.documents[0]?.warnings).toEqual([
      'the file is gone: made anew from the stored text',
    ]);
    expect(report.documents[1]?.warnings).toEqual([]);
    expect(await library.store.listArticles()).toEqual(articles);
    expect(await library.state.readState()).toMatchObject({ documents: 2, passages: 2 });
  });

  it('reads a changed file again', async () => {
    const library = createLibrary({ '/in/a.md': RICE });
    await library.ingest();
    library.texts.set('/in/a.md', RICE_LATER);
    expect(outcomes(await library.ingest({ rebuild: true }, []))).toEqual([['a.md', 'replaced']]);
    expect(await library.listTitles()).toEqual(['稻田', '雨水']);
  });
});
