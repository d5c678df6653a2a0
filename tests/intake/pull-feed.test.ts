/** Feeds on their way into the library: each entry once, changes replace, failures wait, and nothing is lost by a crash. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryFeedStore } from '../../src/adapters/memory/feed-store.js';
import { AppError } from '../../src/errors.js';
import { createFeedKeeper, type FeedKeeper } from '../../src/intake/feed-keeper.js';
import type { FeedStore } from '../../src/ports/feed-store.js';
import { localWeb } from '../support/memory-intake.js';
import { createIngestingLibrary, type IngestingLibrary } from '../support/memory-library.js';
import { makeRss, startWebServer, type WebServer } from '../support/web-server.js';

const MINUTE_MS = 60_000;
const FERRY = '<p>The ferry sails at nine. It takes twenty passengers.</p>';
const OYSTER = '<p>The oyster beds reopen on Monday.</p>';

let server: WebServer;
let now: number;
let store: FeedStore;
let library: IngestingLibrary;
let feeds: FeedKeeper;
beforeAll(async () => {
  server = await startWebServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.pages.clear();
  server.requests.length = 0;
  now = 1_795_000_000_000;
  store = createMemoryFeedStore({ now: () => now });
  library = createIngestingLibrary();
  feeds = open();
});

function open(ingest = library.ingest): FeedKeeper {
  return createFeedKeeper({
    store,
    web: localWeb,
    ingest,
    now: () => now,
    random: () => 0,
    intervalMs: 30 * MINUTE_MS,
  });
}

const at = (path: string): string => `${server.origin}${path}`;
function publish(items: Parameters<typeof makeRss>[1], path = '/feed', title = 'Gazette'): void {
  server.pages.set(path, {
    headers: { 'content-type': 'application/rss+xml' },
    body: makeRss(title, items),
  });
}

describe('a feed', () => {
  it('becomes articles with title, date, publisher and link, oldest first', async () => {
    publish([
      { id: '2', title: 'Oysters', html: OYSTER, link: 'https://gazette.example/2' },
      { id: '1', title: 'Ferry', html: FERRY, link: 'https://gazette.example/1' },
    ]);
    const { isNew, entries, feed } = await feeds.add(at('/feed'));
    expect([isNew, entries, feed.title]).toEqual([true, 2, 'Gazette']);
    const [report] = await feeds.pull();
    expect(report).toMatchObject({
      outcome: 'pulled',
      entries: 2,
      added: 2,
      replaced: 0,
      failed: 0,
    });
    expect(await library.readArticles()).toMatchObject([
      {
        title: 'Ferry',
        text: 'The ferry sails at nine. It takes twenty passengers.',
        document: 'Gazette',
        publisher: 'Gazette',
        date: '2026-11-25',
        datePrecision: 'day',
        link: 'https://gazette.example/1',
        language: 'en',
      },
      { title: 'Oysters', link: 'https://gazette.example/2' },
    ]);
  });

  it('is ingested once: what is known is not even handed on', async () => {
    publish([{ id: '1', title: 'Ferry', html: FERRY }]);
    await feeds.add(at('/feed'));
    await feeds.pull();
    const [again] = await feeds.pull();
    expect(again).toMatchObject({ outcome: 'pulled', added: 0, replaced: 0 });
    expect(library.calls).toHaveLength(1);
  });

  it('replaces an entry that has changed, and keeps those that have left the feed', async () => {
    publish([
      { id: '1', title: 'Ferry', html: FERRY },
      { id: '2', title: 'Oysters', html: OYSTER },
    ]);
    await feeds.add(at('/feed'));
    await feeds.pull();
    publish([{ id: '1', title: 'Ferry', html: FERRY.replace('nine', 'ten') }]);
    const [report] = await feeds.pull();
    expect(report).toMatchObject({ added: 0, replaced: 1 });
    const texts = (await library.readArticles()).map(({ text }) => text);
    expect(texts.sort()).toEqual([
      'The ferry sails at ten. It takes twenty passengers.',
      'The oyster beds reopen on Monday.',
    ]);
  });

  it('brings the same entry of two feeds once', async () => {
    const item = { id: '1', title: 'Ferry', html: FERRY, link: 'https://gazette.example/1' };
    publish([item]);
    publish([item], '/all', 'Gazette, all news');
    await feeds.add(at('/feed'));
    await feeds.add(at('/all'));
    await feeds.pull();
    expect(await library.readArticles()).toHaveLength(1);
  });

  it('is asked with its validators, and left alone when nothing has changed', async () => {
    server.pages.set('/feed', (response, headers) => {
      if (headers['if-none-match'] === '"1"') return void response.writeHead(304).end();
      response.writeHead(200, { 'content-type': 'text/xml', etag: '"1"' });
      response.end(makeRss('Gazette', [{ id: '1', title: 'Ferry', html: FERRY }]));
    });
    await feeds.add(at('/feed'));
    await feeds.pull();
    const [report] = await feeds.pull();
    expect(report).toMatchObject({ outcome: 'unchanged', nextPullAt: now + 30 * MINUTE_MS });
    expect(await library.readArticles()).toHaveLength(1);
  });

  it('has entries without a title or a text, which do no harm', async () => {
    publish([
      { id: '1', html: '<p>The tide was high. It fell at noon.</p>' },
      { id: '2', title: 'Only a title' },
      { id: '3', title: 'Ferry', html: FERRY },
    ]);
    await feeds.add(at('/feed'));
    const [report] = await feeds.pull();
    expect(report).toMatchObject({ added: 2, failed: 1 });
    const articles = await library.readArticles();
    expect(articles.map(({ title }) => title).sort()).toEqual(['Ferry', 'The tide was high']);
    await feeds.pull();
    expect(library.calls).toHaveLength(1);
  });
});

describe('an entry with a teaser only', () => {
  const long = 'The harbour board met on Tuesday and heard the ferry company. '.repeat(8).trim();
  const item = () => ({ id: '1', title: 'Ferry', teaser: 'The board met …', link: at('/ferry') });
  const page = (): void => {
    server.pages.set('/ferry', {
      headers: { 'content-type': 'text/html' },
      body: `<html><body><article><h1>Ferry</h1><p>${long}</p></article></body></html>`,
    });
  };

  it('gets its full text from the page', async () => {
    publish([item()]);
    page();
    await feeds.add(at('/feed'));
    await feeds.pull();
    expect((await library.readArticles())[0]?.text).toBe(long);
    await feeds.pull();
    expect(server.requests.filter(({ path }) => path === '/ferry')).toHaveLength(1);
  });

  it('makes do with the teaser while the page fails, and is made whole later', async () => {
    server.pages.set('/feed', (response, headers) => {
      if (headers['if-none-match'] === '"1"') return void response.writeHead(304).end();
      response.writeHead(200, { 'content-type': 'text/xml', etag: '"1"' });
      response.end(makeRss('Gazette', [item()]));
    });
    server.pages.set('/ferry', { status: 503 });
    await feeds.add(at('/feed'));
    await feeds.pull();
    expect((await library.readArticles())[0]?.text).toBe('The board met …');
    page();
    expect((await feeds.pull())[0]).toMatchObject({ outcome: 'pulled', replaced: 1 });
    expect((await library.readArticles()).map(({ text }) => text)).toEqual([long]);
    expect((await feeds.pull())[0]).toMatchObject({ outcome: 'unchanged' });
  });

  it('asks for a page that goes on failing three times, for one that is refused once', async () => {
    publish([item(), { ...item(), id: '2', link: at('/members') }]);
    server.pages.set('/ferry', { status: 503 });
    server.pages.set('/members', { status: 403 });
    await feeds.add(at('/feed'));
    for (let pull = 0; pull < 5; pull += 1) await feeds.pull();
    const count = (wanted: string) => server.requests.filter(({ path }) => path === wanted).length;
    expect([count('/ferry'), count('/members')]).toEqual([3, 1]);
    expect(await library.readArticles()).toHaveLength(2);
  });

  it('is one of fifty at most whose pages are read in one pull; the rest follows', async () => {
    const items = Array.from({ length: 53 }, (_, n) => ({
      id: `${n}`,
      title: `Ferry ${n}`,
      teaser: `The board met for the ${n}th time …`,
      link: at('/members'),
    }));
    publish(items);
    server.pages.set('/members', { status: 403 });
    await feeds.add(at('/feed'));
    const added = [];
    for (let pull = 0; pull < 3; pull += 1) added.push((await feeds.pull())[0]?.added);
    expect(added).toEqual([50, 3, 0]);
  });

  it('never leads into a private network', async () => {
    publish([{ ...item(), link: 'http://10.0.0.1/secret' }]);
    await feeds.add(at('/feed'));
    expect((await feeds.pull())[0]).toMatchObject({ added: 1 });
    expect((await library.readArticles())[0]?.text).toBe('The board met …');
  });
});

describe('a feed that fails', () => {
  it('is left alone for longer and longer, and is well again after one success', async () => {
    publish([]);
    await feeds.add(at('/feed'));
    server.pages.set('/feed', { status: 500 });
    const delays: number[] = [];
    for (let pull = 0; pull < 3; pull += 1) {
      const [report] = await feeds.pull({ only: 'due' });
      expect(report).toMatchObject({ outcome: 'failed', fault: { code: 'FETCH_FAILED' } });
      delays.push(((report?.nextPullAt ?? 0) - now) / MINUTE_MS);
      expect(await feeds.pull({ only: 'due' })).toEqual([]);
      now = report?.nextPullAt ?? 0;
    }
    expect(delays).toEqual([60, 120, 240]);
    expect((await feeds.list())[0]).toMatchObject({ failures: 3, fault: { code: 'FETCH_FAILED' } });
    publish([{ id: '1', title: 'Ferry', html: FERRY }]);
    await feeds.pull({ only: 'due' });
    const [well] = await feeds.list();
    expect(well).toMatchObject({ failures: 0, nextPullAt: now + 30 * MINUTE_MS });
    expect(well).not.toHaveProperty('fault');
  });

  it('is left alone as long as its server asks', async () => {
    publish([]);
    await feeds.add(at('/feed'));
    server.pages.set('/feed', { status: 429, headers: { 'retry-after': '36000' } });
    const [report] = await feeds.pull();
    expect((report?.nextPullAt ?? 0) - now).toBe(600 * MINUTE_MS);
  });

  it('does not keep the others from being pulled', async () => {
    publish([], '/one');
    publish([{ id: '1', title: 'Ferry', html: FERRY }], '/two');
    await feeds.add(at('/one'));
    await feeds.add(at('/two'));
    server.pages.delete('/one');
    const reports = await feeds.pull();
    expect(reports.map(({ outcome }) => outcome)).toEqual(['failed', 'pulled']);
  });

  it('is not added in the first place', async () => {
    await expect(feeds.add(at('/nowhere'))).rejects.toMatchObject({ code: 'FETCH_REFUSED' });
    expect(await feeds.list()).toEqual([]);
  });
});

describe('a library that fails', () => {
  it('ends the pull, and leaves the feed due with nothing forgotten', async () => {
    publish([{ id: '1', title: 'Ferry', html: FERRY }]);
    await feeds.add(at('/feed'));
    const full = open(() => Promise.reject(new AppError('DISK_FULL', 'no space')));
    await expect(full.pull({ only: 'due' })).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect((await feeds.list())[0]).toMatchObject({ failures: 0 });
    expect((await feeds.pull({ only: 'due' }))[0]).toMatchObject({ added: 1 });
  });
});

describe('keeping feeds', () => {
  it('knows a feed by number, address or name, however it is written', async () => {
    publish([]);
    const { feed } = await feeds.add(at('/feed'));
    const fragment = `${at('/feed').replace('http', 'HTTP')}#top`;
    expect(await feeds.add(fragment)).toMatchObject({ isNew: false, feed: { id: feed.id } });
    const channel = await feeds.add('@Harbour_News');
    expect(channel).toMatchObject({
      isNew: true,
      feed: { kind: 'channel', address: 'https://t.me/harbour_news' },
    });
    expect(await feeds.add('https://t.me/s/harbour_news')).toMatchObject({ isNew: false });
    expect(await feeds.pull({ only: [channel.feed.id] })).toEqual([]);
    expect(await feeds.remove('t.me/Harbour_News')).toMatchObject({ id: channel.feed.id });
    expect(await feeds.remove(fragment)).toMatchObject({ id: feed.id });
    expect(await feeds.remove(String(feed.id))).toBeUndefined();
    expect(await feeds.remove('nonsense')).toBeUndefined();
  });
});
