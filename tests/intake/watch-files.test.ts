/** Watched folders: new and changed files, once they are at rest; what fails is said once. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDocumentReader } from '../../src/adapters/documents/file-reader.js';
import { createFileWatcher } from '../../src/adapters/documents/file-watcher.js';
import { systemClock } from '../../src/clock.js';
import { AppError } from '../../src/errors.js';
import type { DocumentReport } from '../../src/ingest/ingest-report.js';
import { watchFiles } from '../../src/intake/watch-files.js';
import type { FileLook, FileWatcher } from '../../src/ports/file-watcher.js';
import { createFakeClock } from '../support/fake-clock.js';
import { createIngestingLibrary } from '../support/memory-library.js';
import { createTemporaryFolders } from '../support/temporary.js';

vi.setConfig({ testTimeout: 120_000 });

const createFolder = createTemporaryFolders('watch');
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** Files that a test lists itself, on a clock that it moves. */
function startOnList() {
  const clock = createFakeClock();
  const library = createIngestingLibrary();
  const files = new Map<string, string>();
  const faults = new Map<string, AppError>();
  let notify = (): void => {};
  const watcher: FileWatcher = {
    look: async () => ({
      files: [...files].map(([at, signature]): FileLook => ({ name: at, path: at, signature })),
      faults: [...faults].map(([at, error]) => ({ path: at, error })),
    }),
    watch: async (_paths, listener) => {
      notify = listener;
      return async () => {};
    },
  };
  const ingested: string[][] = [];
  const told: string[] = [];
  let failure: AppError | undefined;
  const stopping = new AbortController();
  const finished = watchFiles(
    ['/in'],
    {
      watcher,
      clock,
      ingest: async (sources, options) => {
        if (failure !== undefined) throw failure;
        ingested.push(sources.map(String));
        return library.ingest([], options);
      },
    },
    { signal: stopping.signal, hooks: { onFault: (_, error) => told.push(error.code) } },
  );
  stops.push(async () => {
    stopping.abort();
    await clock.advance(0);
    await finished;
  });
  return {
    clock,
    files,
    faults,
    ingested,
    told,
    notify: () => notify(),
    fail: (error: AppError | undefined) => {
      failure = error;
    },
  };
}

describe('watchFiles', () => {
  it('waits until a file has come to rest, and takes each version once', async () => {
    const { clock, files, ingested, notify } = startOnList();
    files.set('/in/a.txt', '1').set('/in/b.txt', '1');
    await clock.advance(0);
    notify();
    await clock.advance(1000);
    files.set('/in/b.txt', '2');
    await clock.advance(400);
    expect(ingested).toEqual([]);
    await clock.advance(60_000);
    expect(ingested).toEqual([['/in/a.txt'], ['/in/b.txt']]);
    await clock.advance(600_000);
    expect(ingested).toHaveLength(2);
    files.set('/in/a.txt', '2');
    notify();
    await clock.advance(2000);
    expect(ingested[2]).toEqual(['/in/a.txt']);
  });

  it('finds a change that nobody has told', async () => {
    const { clock, files, ingested } = startOnList();
    await clock.advance(1000);
    files.set('/in/a.txt', '1');
    await clock.advance(61_000 + 1500);
    expect(ingested).toEqual([['/in/a.txt']]);
  });

  it('takes a file again that went and came back', async () => {
    const { clock, files, ingested } = startOnList();
    files.set('/in/a.txt', '1');
    await clock.advance(70_000);
    files.clear();
    await clock.advance(70_000);
    files.set('/in/a.txt', '1');
    await clock.advance(70_000);
    expect(ingested).toHaveLength(2);
  });

  it('tells a fault once, tries again, and tells the next one', async () => {
    const { clock, files, ingested, told, fail } = startOnList();
    files.set('/in/a.txt', '1');
    fail(new AppError('DISK_FULL', 'no space'));
    await clock.advance(300_000);
    expect(told).toEqual(['DISK_FULL']);
    fail(undefined);
    await clock.advance(70_000);
    expect(ingested).toEqual([['/in/a.txt']]);
    files.set('/in/a.txt', '2');
    fail(new AppError('DISK_FULL', 'no space'));
    await clock.advance(70_000);
    expect(told).toEqual(['DISK_FULL', 'DISK_FULL']);
  });

  it('tells once that a path is missing, until it was there', async () => {
    const { clock, faults, told } = startOnList();
    const missing = new AppError('PATH_NOT_FOUND', 'nothing at /in');
    faults.set('/in', missing);
    await clock.advance(300_000);
    expect(told).toEqual(['PATH_NOT_FOUND']);
    faults.clear();
    await clock.advance(70_000);
    faults.set('/in', missing);
    await clock.advance(70_000);
    expect(told).toHaveLength(2);
  });
});

const text = (word: string): string =>
  `Harbour notes\n\nThe ${word} opens at nine in the morning. It closes at six in the evening.\n`;

describe('a folder on the disk', () => {
  it('is followed: what is there, what comes, what changes, what fails and is mended', async () => {
    const folder = createFolder();
    writeFileSync(path.join(folder, 'old.txt'), text('ferry'));
    const library = createIngestingLibrary();
    const reports: DocumentReport[] = [];
    const failures: string[] = [];
    const reader = createDocumentReader({ maxBytes: 1_000_000 });
    const stopping = new AbortController();
    const finished = watchFiles(
      [folder, path.join(folder, 'missing')],
      { watcher: createFileWatcher(reader), ingest: library.ingest, clock: systemClock },
      {
        signal: stopping.signal,
        hooks: {
          onDocument: (report) => reports.push(report),
          onFailure: ({ document, code }) => failures.push(`${document} ${code}`),
        },
      },
    );
    stops.push(async () => {
      stopping.abort();
      await finished;
    });
    const see = (look: () => boolean) => expect.poll(look, { timeout: 100_000 }).toBe(true);
    await see(() => reports.length === 1);

    mkdirSync(path.join(folder, 'new'));
    writeFileSync(path.join(folder, 'new', 'one.md'), text('library'));
    writeFileSync(path.join(folder, '.hidden.txt'), text('secret'));
    writeFileSync(path.join(folder, 'empty.txt'), '');
    await see(() => reports.length === 2 && failures.length === 1);
    expect(failures).toEqual(['empty.txt DOCUMENT_EMPTY']);

    writeFileSync(path.join(folder, 'old.txt'), text('post office'));
    writeFileSync(path.join(folder, 'empty.txt'), text('museum'));
    await see(() => reports.length === 4);
    expect(reports.map(({ document, outcome }) => `${document} ${outcome}`).sort()).toEqual([
      'empty.txt added',
      'old.txt added',
      'old.txt replaced',
      'one.md added',
    ]);
    rmSync(path.join(folder, 'old.txt'));
    const words = (await library.readArticles()).map((article) => article.text).join();
    expect(words).toMatch(/post office/);
    expect(words).toMatch(/museum/);
    expect(words).not.toMatch(/ferry|secret/);
    expect(failures).toHaveLength(1);
  });
});
