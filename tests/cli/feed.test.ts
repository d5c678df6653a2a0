/** `quoth feed` and `quoth watch`: what keepers see, what programs read, and what is refused. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createMemoryFeedStore } from '../../src/adapters/memory/feed-store.js';
import type { App } from '../../src/app.js';
import type { Config } from '../../src/config.js';
import type { FeedStore } from '../../src/ports/feed-store.js';
import { createMemoryApp, runInProcess } from '../support/cli-app.js';
import { createMemoryIntake } from '../support/memory-intake.js';
import { createIngestingLibrary } from '../support/memory-library.js';
import { makeRss, startWebServer, type WebServer } from '../support/web-server.js';

let server: WebServer;
let store: FeedStore;
let app: (config: Config) => App;
beforeAll(async () => {
  server = await startWebServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.pages.clear();
  store = createMemoryFeedStore();
  const { ingest } = createIngestingLibrary();
  app = (config) => createMemoryApp(config, { intake: createMemoryIntake(ingest, { store }) });
  server.pages.set('/feed', {
    headers: { 'content-type': 'application/rss+xml' },
    body: makeRss('Harbour \u001B[31mGazette', [
      { id: '1', title: 'Ferry', html: '<p>The ferry sails at nine.</p>' },
      { id: '2', title: 'Empty' },
    ]),
  });
});

const run = (...args: string[]) => runInProcess(['feed', ...args], { app });
const at = (path: string): string => `${server.origin}${path}`;

describe('quoth feed', () => {
  test('adds a feed and ingests it, lists it, pulls it, and removes it', async () => {
    const added = await run('add', at('/feed'));
    expect(added).toMatchObject({ exitCode: 0, stderr: '' });
    expect(added.stdout).toMatch(/^added {5}Harbour .*Gazette: 2 entries$/m);
    expect(added.stdout).toMatch(/^pulled {4}Harbour .*Gazette: 1 added, 1 without a text$/m);
    expect(added.stdout).not.toContain('\u001B');
    expect((await run('add', at('/feed'))).stdout).toMatch(
      /^skipped .*already there, as number 1$/m,
    );
    const listed = await run('list');
    expect(listed.stdout).toContain(`${at('/feed')} · pulled 20`);
    expect((await run('pull')).stdout).toMatch(/^pulled .*: nothing new$/m);
    expect((await run('remove', '1')).stdout).toMatch(/^removed .*its articles stay$/m);
    expect((await run('list')).stdout).toContain('quoth feed add');
    expect((await run('pull')).stdout).toContain('There are no feeds');
  });

  test('prints JSON and nothing else', async () => {
    const added = JSON.parse((await run('add', at('/feed'), '--json')).stdout);
    expect(added).toMatchObject({ isNew: true, entries: 2, pull: { added: 1, failed: 1 } });
    expect(JSON.parse((await run('list', '--json')).stdout)).toMatchObject([
      { id: 1, kind: 'web', address: at('/feed'), failures: 0 },
    ]);
    expect(JSON.parse((await run('pull', '1', '--json')).stdout)).toMatchObject([
      { outcome: 'pulled', added: 0 },
    ]);
    expect(JSON.parse((await run('remove', at('/feed'), '--json')).stdout)).toMatchObject({
      removed: { id: 1 },
    });
  });

  test('adds a channel, and says what is still to be done', async () => {
    expect((await run('add', '@harbour_news')).stdout).toMatch(/once the bot is an admin/);
    expect((await run('list')).stdout).toContain('channel, no post yet');
  });

  test('refuses what is no feed, with a code and a way out', async () => {
    const refusals = [
      [at('/nowhere'), 'FETCH_REFUSED'],
      ['http://10.1.1.1/feed', 'ADDRESS_FORBIDDEN'],
      ['gopher://a.example/', 'ADDRESS_INVALID'],
    ] as const;
    for (const [address, code] of refusals) {
      const { exitCode, stdout, stderr } = await run('add', address);
      expect([exitCode, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(new RegExp(`^error ${code}: expected .+ \\(.+\\)$`, 'm'));
    }
    expect((await run('remove', '7')).stderr).toMatch(/^error FEED_NOT_FOUND: .*"7"/m);
    expect((await run('pull', '7')).stderr).toMatch(/^error FEED_NOT_FOUND: /m);
    expect((await run('add')).stderr).toMatch(/^error USAGE: /m);
  });

  test('fails when a pull did, and lists why', async () => {
    await run('add', at('/feed'));
    server.pages.set('/feed', { status: 500 });
    const pulled = await run('pull');
    expect(pulled.exitCode).toBe(1);
    expect(pulled.stdout).toMatch(/^failed .*FETCH_FAILED: expected a page, got status 500/m);
    expect((await run('list')).stdout).toMatch(/failed 1 time, next .* FETCH_FAILED/);
  });
});

test('quoth watch wants something to watch', async () => {
  const { exitCode, stderr } = await runInProcess(['watch'], { app });
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^error USAGE: .*QUOTH_WATCH/m);
});

test('quoth bot begins with an empty library when articles can arrive', async () => {
  const token = `123456:${'a'.repeat(35)}`;
  let runs = 0;
  const start = (env: Record<string, string>) =>
    runInProcess(['bot'], {
      env: { BOT_TOKEN: token, QUOTH_LOG_LEVEL: 'silent', ...env },
      app: (config) => {
        const created = createMemoryApp(config);
        created.articles = [];
        return created;
      },
      parts: {
        runBot: async () => {
          runs += 1;
        },
      },
    });
  expect((await start({})).stderr).toMatch(/^error INDEX_EMPTY/m);
  expect((await start({ QUOTH_KEEPERS: '5' })).exitCode).toBe(0);
  expect((await start({ QUOTH_WATCH: 'inbox' })).exitCode).toBe(0);
  expect(runs).toBe(2);
});
