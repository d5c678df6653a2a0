/** Reads feeds and pages from the public web. */
import { AppError, toAppError } from '../../errors.js';
import { findCharset } from '../../find-charset.js';
import type { FeedAnswer, Validators, WebPage, WebReader } from '../../ports/web-reader.js';
import {
  type FetchLimits,
  fetchResource,
  normaliseAddress,
  type Resource,
} from './fetch-resource.js';
import { isPublicAddress, type ResolveHost, resolveHost } from './guard-address.js';
import type { ParsedFeed } from './parse-feed.js';
import { createParser, type Parser } from './parser.js';

export interface WebReaderOptions {
  /**
   * Bytes → text.
   * @param charset that header or text declare; empty when neither does
   * @throws AppError
   */
  readonly decode: (bytes: Buffer, name: string, charset: string) => string;
  /** Which IP addresses may be connected to; for tests. @default isPublicAddress */
  readonly isAllowed?: (address: string) => boolean;
  /** For tests. @default the machine's resolver */
  readonly resolve?: ResolveHost;
  /** For tests. @default FETCH_LIMITS */
  readonly limits?: Partial<FetchLimits>;
}

/** Feeds of 500 full entries have about 3 MB; what is larger would hold up answers while it is parsed. */
const FETCH_LIMITS: FetchLimits = { maxBytes: 5_000_000, timeoutMs: 30_000, maxRedirects: 5 };

const ACCEPT_FEED =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5';
/** Of a document that a keeper asks for; Telegram sends files of that size. */
const MAX_DOCUMENT_BYTES = 20_000_000;
const ACCEPT_DOCUMENT = 'text/html, application/xhtml+xml, application/pdf, */*;q=0.5';
const ACCEPT_PAGE = 'text/html, application/xhtml+xml';
const NO_TEXT = /^(?:image|video|audio|font)\/|^application\/(?:pdf|zip|gzip|x-tar|x-7z|wasm)/;
const NO_DOCUMENT = /^(?:image|video|audio|font)\//;
const HTML = /^(?:text\/html|application\/xhtml\+xml)$/;

/** Creates a reader. Nothing goes over the network yet. */
export function createWebReader(options: WebReaderOptions): WebReader {
  const limits = { ...FETCH_LIMITS, ...options.limits };
  const guard = {
    isAllowed: options.isAllowed ?? isPublicAddress,
    resolve: options.resolve ?? resolveHost,
  };
  const parser = createParser();
  const decode = (resource: Resource): string =>
    options.decode(resource.body, resource.url, resource.charset ?? findCharset(resource.body));

  return {
    normaliseAddress,

    async readFeed(address, { validators = {}, signal } = {}): Promise<FeedAnswer> {
      const headers = { accept: ACCEPT_FEED, ...toHeaders(validators) };
      const resource = await fetchResource(address, {
        headers,
        limits,
        guard,
        checkType: refuseMedia,
        signal,
      });
      if (resource.status === 304) return { kind: 'notModified' };
      const { etag, lastModified } = resource;
      return {
        kind: 'feed',
        ...(await readFeed(resource, { decode, parser })),
        validators: {
          ...(etag === undefined ? {} : { etag }),
          ...(lastModified === undefined ? {} : { lastModified }),
        },
      };
    },

    async fetchPage(address) {
      const resource = await fetchResource(address, {
        headers: { accept: ACCEPT_DOCUMENT },
        limits: { ...limits, maxBytes: options.limits?.maxBytes ?? MAX_DOCUMENT_BYTES },
        guard,
        checkType: refusePictures,
      });
      const { url, body, type } = resource;
      const name = decodeURIComponent(new URL(url).pathname.split('/').at(-1) || 'page');
      if (!HTML.test(type)) return { name, bytes: body };
      const note = `<!-- saved from url=(${String(url.length).padStart(4, '0')})${url} -->\n`;
      return { name: `${new URL(url).hostname}.html`, bytes: Buffer.from(note + decode(resource)) };
    },

    async readPage(address, { signal } = {}): Promise<WebPage> {
      const resource = await fetchResource(address, {
        headers: { accept: ACCEPT_PAGE },
        limits,
        guard,
        checkType: requirePage,
        signal,
      });
      try {
        return await parser.parse({ kind: 'page', text: decode(resource) });
      } catch (cause) {
        // Deep nesting, or a text in no known encoding.
        const { message } = toAppError(cause);
        throw new AppError('PAGE_INVALID', `expected a web page, got: ${message}`, { cause });
      }
    },
  };
}

function toHeaders({ etag, lastModified }: Validators): Record<string, string> {
  return {
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
  };
}

/** @throws AppError FEED_INVALID that names the page's own feed where it has one, FEED_UNSAFE */
async function readFeed(
  resource: Resource,
  { decode, parser }: { readonly decode: (resource: Resource) => string; readonly parser: Parser },
): Promise<ParsedFeed> {
  const { url } = resource;
  let text = '';
  try {
    text = decode(resource);
    return await parser.parse({ kind: 'feed', text, address: url });
  } catch (thrown) {
    // A thread that does not even start is a fault of ours.
    if (!(thrown instanceof AppError) || thrown.code === 'FEED_UNSAFE') throw thrown;
    const isPage = HTML.test(resource.type) || /^\s*<(?:!doctype\s+html|html)\b/i.test(text);
    const feed = isPage ? await findFeed(text, url, parser) : undefined;
    const got = isPage ? 'a web page' : 'something else';
    throw new AppError(
      'FEED_INVALID',
      `expected an RSS, Atom, RDF or JSON feed, got ${got}: ${url}`,
      {
        cause: thrown,
        ...(feed === undefined ? {} : { hint: `the page names this feed: ${feed}` }),
      },
    );
  }
}

async function findFeed(
  text: string,
  address: string,
  parser: Parser,
): Promise<string | undefined> {
  return parser.parse({ kind: 'feedLink', text, address }).catch(() => undefined);
}

function refuseMedia(type: string, url: string): void {
  if (!NO_TEXT.test(type)) return;
  throw new AppError('FEED_INVALID', `expected a feed, got ${type}: ${url}`);
}

function refusePictures(type: string, url: string): void {
  if (!NO_DOCUMENT.test(type)) return;
  throw new AppError('PAGE_INVALID', `expected a page or document, got ${type}: ${url}`);
}

function requirePage(type: string, url: string): void {
  if (HTML.test(type)) return;
  throw new AppError('PAGE_INVALID', `expected a web page, got ${type || 'no media type'}: ${url}`);
}
