/** New articles with the real program: a feed, a folder, another writer at work; each can be asked for at once. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { acquireWriterLock } from '../../src/adapters/sqlite/writer-lock.js';
import { type App, createApp } from '../../src/app.js';
import { loadConfig } from '../../src/config.js';
import type { Answer } from '../../src/domain/answer.js';
import { isThisMachine } from '../support/memory-intake.js';
import { startQuoth } from '../support/quoth-process.js';
import { askReal, checkReal, runReal } from '../support/real-app.js';
import { writeSmallDocuments } from '../support/small-documents.js';
import { createTemporaryFolders } from '../support/temporary.js';
import { makeRss, startWebServer, type WebServer } from '../support/web-server.js';

/** For a machine with a lot to do. */
const PATIENCE_MS = 150_000;
vi.setConfig({ testTimeout: 2 * PATIENCE_MS });

const createFolder = createTemporaryFolders('intake');
const FERRY = {
  id: '1',
  title: 'Ferry fares',
  link: 'https://gazette.example/ferry',
  html: '<p>The harbour board has frozen all ferry fares until the first of May.</p>',
};

let server: WebServer;
beforeAll(async () => {
  server = await startWebServer();
  server.pages.set('/feed', {
    headers: { 'content-type': 'application/rss+xml' },
    body: makeRss('Saltmere Gazette', [FERRY]),
  });
});
afterAll(() => server.close());

const openApp = (indexDir: string, env: Record<string, string> = {}): Promise<App> =>
  createApp(loadConfig({ QUOTH_LOG_LEVEL: 'silent', ...env, QUOTH_INDEX: indexDir }), {
    web: { isAllowed: isThisMachine },
  });

/** Other articles, so that a question has something to be told apart from. */
const others = createFolder('others');
beforeAll(() => void writeSmallDocuments(others, 6));

const citation = {
  document: 'Saltmere Gazette',
  title: 'Ferry fares',
  date: '2026-11-25',
  publisher: 'Saltmere Gazette',
  link: 'https://gazette.example/ferry',
};

describe('a feed', () => {
  test('is quoted with its link, also after a rebuild without the feed', async () => {
    const index = createFolder('index');
    const app = await openApp(index);
    await app.ingest([others]);
    await app.intake.feeds.add(`${server.origin}/feed`);
    expect(await app.intake.feeds.pull()).toMatchObject([{ added: 1 }]);
    const question = 'Until when are the ferry fares frozen?';
    expect((await app.ask(question)).quotes[0]).toMatchObject({
      text: 'The harbour board has frozen all ferry fares until the first of May.',
      citation,
    });
    await app.close();

    const before = (await askReal(question, index)) as Answer;
    expect(before.quotes[0]).toMatchObject({ citation });
    const rebuilt = await runReal(['ingest', '--rebuild', '--json'], index);
    expect(JSON.parse(rebuilt.stdout)).toMatchObject({
      failures: [],
      documents: expect.arrayContaining([
        expect.objectContaining({
          document: 'Saltmere Gazette',
          outcome: 'replaced',
          warnings: [],
        }),
      ]),
    });
    expect(await askReal(question, index)).toEqual(before);
    expect((await runReal(['articles', '--json'], index)).stdout).toContain(
      '"link":"https://gazette.example/ferry"',
    );
    const shown = await runReal(['ask', question], index);
    expect(shown.stdout.replace(/\s+/g, ' ')).toContain(
      '2026-11-25 · https://gazette.example/ferry',
    );
    expect(await checkReal(index)).toMatchObject({ consistency: 'ok', vectors: 'ok' });
  });

  test('is never fetched from this machine without the leave of a test', async () => {
    const run = await runReal(['feed', 'add', `${server.origin}/feed`], createFolder('index'));
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toMatch(/^error ADDRESS_FORBIDDEN: .*127\.0\.0\.1 \(.+\)$/m);
  });

  test('waits for another writer, while questions are answered', async () => {
    const index = createFolder('index');
    const app = await openApp(index);
    const notes = path.join(createFolder('notes'), 'notes.txt');
    writeFileSync(notes, 'Museum hours\n\nThe museum of Merridew opens at ten every morning.\n');
    await app.ingest([others, notes]);
    await app.intake.feeds.add(`${server.origin}/feed`);
    const lock = acquireWriterLock(index);
    let isPulled = false;
    const pulling = app.intake.feeds.pull().then((reports) => {
      isPulled = true;
      return reports;
    });
    expect((await app.ask('When does the museum open?')).quotes[0]?.text).toContain('at ten');
    await expect(app.ingest([notes], { waitMs: 0 })).rejects.toMatchObject({ code: 'INDEX_BUSY' });
    expect(isPulled).toBe(false);
    lock.release();
    expect(await pulling).toMatchObject([{ added: 1 }]);
    await app.close();
  });

  test('is pulled by the loop of the bot, which ends when it is told to', async () => {
    const app = await openApp(createFolder('index'));
    await app.intake.feeds.add(`${server.origin}/feed`);
    const stopping = new AbortController();
    const documents: string[] = [];
    const running = app.intake.run({
      signal: stopping.signal,
      hooks: { onDocument: ({ document }) => documents.push(document) },
    });
    await expect.poll(() => documents, { timeout: PATIENCE_MS }).toEqual(['Saltmere Gazette']);
    stopping.abort();
    await running;
    await app.close();
  });
});

describe('quoth watch', () => {
  test('ingests what comes into a folder, and ends well at Ctrl-C', async () => {
    const index = createFolder('index');
    const folder = createFolder('inbox');
    const watching = startQuoth(['watch', folder, '--index', index, '--json']);
    const lines = () => watching.written.stdout.split('\n').filter(Boolean);
    await expect
      .poll(() => watching.written.stderr, { timeout: PATIENCE_MS })
      .toContain('Watching');
    writeFileSync(
      path.join(folder, 'tides.txt'),
      'Tides\n\nThe spring tide of March will be the highest in eleven years.\n',
    );
    await expect.poll(() => lines().length, { timeout: PATIENCE_MS }).toBe(1);
    expect(JSON.parse(lines()[0] ?? '')).toMatchObject({
      document: 'tides.txt',
      outcome: 'added',
      articles: 1,
    });
    const answer = await askReal('Which tide will be the highest?', index);
    expect(answer).toMatchObject({ quotes: [{ citation: { document: 'tides.txt' } }] });
    watching.child.kill('SIGINT');
    expect(await watching.ended).toBe(0);
  });
});
