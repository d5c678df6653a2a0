/** What the web may throw at a reader of feeds, from a server on this machine. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/adapters/documents/decode-text.js';
import { createWebReader } from '../../../src/adapters/web/web-reader.js';
import { isThisMachine } from '../../support/memory-intake.js';
import { makeRss, startWebServer, type WebServer } from '../../support/web-server.js';

let server: WebServer;
beforeAll(async () => {
  server = await startWebServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.pages.clear();
  server.requests.length = 0;
});

const decode = (bytes: Buffer, name: string, charset: string): string =>
  decodeText(bytes, name, charset).text;
const reader = createWebReader({ decode, isAllowed: isThisMachine });
const RSS = makeRss('Gazette', [{ id: '1', title: 'One', html: '<p>Word.</p>' }]);
const at = (path: string): string => `${server.origin}${path}`;
const XML = { 'content-type': 'application/rss+xml; charset=utf-8' };

describe('readFeed', () => {
  it('sends the validators of the last answer, and knows “not modified”', async () => {
    server.pages.set('/feed', (response, headers) => {
      if (headers['if-none-match'] === '"v1"') return void response.writeHead(304).end();
      response.writeHead(200, {
        ...XML,
        etag: '"v1"',
        'last-modified': 'Tue, 24 Nov 2026 08:00:00 GMT',
      });
      response.end(RSS);
    });
    const first = await reader.readFeed(at('/feed'));
    if (first.kind !== 'feed') throw new Error('expected a feed');
    expect(first.validators).toEqual({
      etag: '"v1"',
      lastModified: 'Tue, 24 Nov 2026 08:00:00 GMT',
    });
    const again = await reader.readFeed(at('/feed'), { validators: first.validators });
    expect(again).toEqual({ kind: 'notModified' });
    expect(server.requests[1]?.headers).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': 'Tue, 24 Nov 2026 08:00:00 GMT',
    });
  });

  it.each([
    ['the header', 'text/xml; charset=GBK', ''],
    ['the XML declaration', 'text/xml', ' encoding="gb2312"'],
    ['nothing', 'text/xml', ''],
    ['the header, wrongly', 'text/xml; charset=utf-8', ''],
  ])('reads GBK that is declared by %s', async (_, type, declared) => {
    const rss = readFileSync(new URL('../../fixtures/feeds/atom.xml', import.meta.url), 'utf8');
    const body = iconv.encode(rss.replace(' encoding="utf-8"', declared), 'gbk');
    server.pages.set('/feed', { headers: { 'content-type': type }, body });
    const feed = await reader.readFeed(at('/feed'));
    expect(feed).toMatchObject({ title: '清河水务公告' });
  });

  it('believes UTF-8 over a header that says otherwise', async () => {
    const body = makeRss('清河水务公告', []);
    server.pages.set('/feed', {
      headers: { 'content-type': 'text/xml; charset=ISO-8859-1' },
      body,
    });
    expect(await reader.readFeed(at('/feed'))).toMatchObject({ title: '清河水务公告' });
  });

  it('unpacks gzip, and follows redirects, relative ones too', async () => {
    server.pages.set('/old', { status: 301, headers: { location: '/feed' } });
    server.pages.set('/feed', {
      headers: { ...XML, 'content-encoding': 'gzip' },
      body: gzipSync(RSS),
    });
    expect(await reader.readFeed(at('/old'))).toMatchObject({ title: 'Gazette' });
  });

  it('names the feed of a web page that is no feed itself', async () => {
    const head = '<link rel="alternate" type="application/atom+xml" href="/news/atom.xml">';
    const body = `<!doctype html><html><head>${head}</head><body>News</body></html>`;
    server.pages.set('/', { headers: { 'content-type': 'text/html' }, body });
    await expect(reader.readFeed(at('/'))).rejects.toMatchObject({
      code: 'FEED_INVALID',
      hint: `the page names this feed: ${at('/news/atom.xml')}`,
    });
  });

  it.each([
    ['a page that is not there', { status: 404 }, 'FETCH_REFUSED'],
    ['a page for members', { status: 403 }, 'FETCH_REFUSED'],
    ['a server in trouble', { status: 503 }, 'FETCH_FAILED'],
    ['a redirect to nowhere', { status: 302 }, 'FETCH_FAILED'],
    ['a redirect to itself', { status: 302, headers: { location: '/feed' } }, 'FETCH_REDIRECTS'],
    [
      'a redirect to a file',
      { status: 302, headers: { location: 'file:///etc/passwd' } },
      'ADDRESS_INVALID',
    ],
    ['a picture', { headers: { 'content-type': 'image/png' }, body: 'x' }, 'FEED_INVALID'],
    [
      'a program',
      { headers: XML, body: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1]) },
      'FEED_INVALID',
    ],
    ['an empty answer', { headers: XML }, 'FEED_INVALID'],
    ['an unknown packing', { headers: { ...XML, 'content-encoding': 'zstd' } }, 'FETCH_FAILED'],
    [
      'a broken packing',
      { headers: { ...XML, 'content-encoding': 'gzip' }, body: 'no' },
      'FETCH_FAILED',
    ],
    [
      'deep nesting',
      { headers: XML, body: `<rss version="2.0"><channel>${'<a>'.repeat(100_000)}` },
      'FEED_INVALID',
    ],
  ])('refuses %s', async (_, page, code) => {
    server.pages.set('/feed', page);
    await expect(reader.readFeed(at('/feed'))).rejects.toMatchObject({ code });
  });

  it('follows five redirects and no sixth', async () => {
    for (let hop = 0; hop < 6; hop += 1) {
      server.pages.set(`/${hop}`, { status: 302, headers: { location: `/${hop + 1}` } });
    }
    server.pages.set('/6', { headers: XML, body: RSS });
    expect(await reader.readFeed(at('/1'))).toMatchObject({ kind: 'feed' });
    await expect(reader.readFeed(at('/0'))).rejects.toMatchObject({ code: 'FETCH_REDIRECTS' });
  });

  it('takes no more than the limit, whatever the server says of the size', async () => {
    server.pages.set('/told', { headers: { ...XML, 'content-length': '50000000' } });
    await expect(reader.readFeed(at('/told'))).rejects.toMatchObject({ code: 'FETCH_TOO_LARGE' });

    let sent = 0;
    server.pages.set('/untold', (response) => {
      response.writeHead(200, XML);
      const chunk = Buffer.alloc(1_000_000, 'a');
      const send = (): void => {
        while (sent < 50_000_000 && !response.destroyed) {
          sent += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', send);
        }
        response.end();
      };
      send();
    });
    await expect(reader.readFeed(at('/untold'))).rejects.toMatchObject({ code: 'FETCH_TOO_LARGE' });
    expect(sent).toBeLessThan(50_000_000);
  });

  it('stops unpacking a bomb', async () => {
    const body = gzipSync(Buffer.alloc(60_000_000, 'a'));
    expect(body.length).toBeLessThan(100_000);
    server.pages.set('/bomb', { headers: { ...XML, 'content-encoding': 'gzip' }, body });
    await expect(reader.readFeed(at('/bomb'))).rejects.toMatchObject({ code: 'FETCH_TOO_LARGE' });
  });

  it('gives up on a server that drips', async () => {
    const hasty = createWebReader({ decode, isAllowed: isThisMachine, limits: { timeoutMs: 200 } });
    server.pages.set('/slow', (response) => {
      response.writeHead(200, XML);
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    });
    await expect(hasty.readFeed(at('/slow'))).rejects.toMatchObject({
      code: 'FETCH_FAILED',
      message: expect.stringContaining('within'),
    });
  });

  it('stops when it is told to', async () => {
    const stopping = new AbortController();
    server.pages.set('/slow', () => stopping.abort());
    await expect(reader.readFeed(at('/slow'), { signal: stopping.signal })).rejects.toMatchObject({
      code: 'INTERRUPTED',
    });
  });

  it('passes on how long a server asks to be left alone', async () => {
    server.pages.set('/busy', { status: 429, headers: { 'retry-after': '7200' } });
    await expect(reader.readFeed(at('/busy'))).rejects.toMatchObject({
      code: 'FETCH_FAILED',
      retryAfterMs: 7_200_000,
    });
  });

  it.each([
    'ftp://a.example/',
    'file:///etc/passwd',
    'javascript:1',
    'feed',
    '',
    'http://u:p@a.example/',
  ])('does not take %j for an address', async (address) => {
    await expect(reader.readFeed(address)).rejects.toMatchObject({ code: 'ADDRESS_INVALID' });
  });
});

describe('the guard', () => {
  const guarded = createWebReader({ decode });

  it.each([
    'http://127.0.0.1/',
    'http://localhost:1/',
    'http://[::1]/',
    'http://[::ffff:7f00:1]/',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://169.254.169.254/latest/meta-data/',
  ])('refuses %s', async (address) => {
    await expect(guarded.readFeed(address)).rejects.toMatchObject({ code: 'ADDRESS_FORBIDDEN' });
  });

  it('looks at a name again after each redirect, and connects to what it has seen', async () => {
    const seen: string[] = [];
    // Each name is asked for once a hop; a name that turns private on the way is refused.
    const named = createWebReader({
      decode,
      isAllowed: isThisMachine,
      resolve: async (host) => {
        seen.push(host);
        return host === 'inner.example' ? ['10.0.0.1'] : ['127.0.0.1'];
      },
    });
    const { port } = new URL(server.origin);
    server.pages.set('/feed', { headers: XML, body: RSS });
    server.pages.set('/in', { status: 302, headers: { location: 'http://inner.example/' } });
    const feed = await named.readFeed(`http://outer.example:${port}/feed`);
    expect(feed).toMatchObject({ title: 'Gazette' });
    expect(server.requests[0]?.headers.host).toBe(`outer.example:${port}`);
    await expect(named.readFeed(`http://outer.example:${port}/in`)).rejects.toMatchObject({
      code: 'ADDRESS_FORBIDDEN',
    });
    expect(seen).toEqual(['outer.example', 'outer.example', 'inner.example']);
  });
});

describe('readPage', () => {
  const long = 'The harbour board met on Tuesday and heard the ferry company. '.repeat(6).trim();
  const page = `<!doctype html><html><head><meta charset="utf-8"><title>Fares</title></head><body>
    <nav><a href="/">Home</a><a href="/about">About</a></nav>
    <article><h1>Fares</h1><p>${long}</p><h2>Bicycles</h2><p>${long}</p></article>
    <footer>Imprint</footer></body></html>`;

  it('finds the text of a page, without menus', async () => {
    server.pages.set('/fares', { headers: { 'content-type': 'text/html' }, body: page });
    const { title, paragraphs } = await reader.readPage(at('/fares'));
    expect(title).toBe('Fares');
    const texts = paragraphs.map(({ text }) => text);
    expect(texts.filter((text) => text === long)).toHaveLength(2);
    expect(paragraphs).toContainEqual({ text: 'Bicycles', headingLevel: 2 });
    expect(texts.join(' ')).not.toMatch(/About|Imprint/);
  });

  it('refuses what is no page', async () => {
    server.pages.set('/file', { headers: { 'content-type': 'application/pdf' }, body: '%PDF' });
    await expect(reader.readPage(at('/file'))).rejects.toMatchObject({ code: 'PAGE_INVALID' });
  });

  it.each([
    ['a million elements', '<p>x</p>'.repeat(500_000)],
    ['deep nesting', '<div>'.repeat(300_000)],
  ])('gives up on a page of %s, while all else goes on', async (_, body) => {
    server.pages.set('/page', { headers: { 'content-type': 'text/html' }, body });
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
    }, 1);
    await expect(reader.readPage(at('/page'))).rejects.toMatchObject({ code: 'PAGE_INVALID' });
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(0);
  });

  it('finds nothing in an empty page', async () => {
    server.pages.set('/empty', { headers: { 'content-type': 'text/html' }, body: '<html></html>' });
    expect(await reader.readPage(at('/empty'))).toMatchObject({ paragraphs: [] });
  });
});
