/**
 * Fetches one resource over http or https, and trusts nothing: each hop of a redirect is checked anew, and time and size
 * are limited while the bytes arrive, before and after they are unpacked.
 */
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { AppError } from '../../errors.js';
import { type PinnedAddress, pinAddress, type ResolveHost } from './guard-address.js';
import { readRetryAfter } from './read-retry-after.js';

/** Bounds of a fetch. */
export interface FetchLimits {
  /** Bytes of a body, packed and unpacked. */
  readonly maxBytes: number;
  /** From the first request to the last byte, redirects included. */
  readonly timeoutMs: number;
  readonly maxRedirects: number;
}

/** Who may be asked. */
interface FetchGuard {
  readonly isAllowed: (address: string) => boolean;
  readonly resolve: ResolveHost;
}

/** What came. */
export interface Resource {
  /** After redirects. */
  readonly url: string;
  readonly status: number;
  /** Lower case, without parameters; empty when not stated. */
  readonly type: string;
  readonly charset?: string;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly body: Buffer;
}

export interface FetchOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: FetchLimits;
  readonly guard: FetchGuard;
  /** Refuses by media type before the body is read. @throws AppError */
  readonly checkType: (type: string, url: string) => void;
  readonly signal?: AbortSignal | undefined;
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const USER_AGENT = 'Quoth (feed reader)';
const MAX_ADDRESS_LENGTH = 2000;

/**
 * Writes an address in one form: scheme and host in small letters, no fragment.
 *
 * @throws AppError ADDRESS_INVALID for all but http and https, and for addresses that hold a password
 */
export function normaliseAddress(address: string): string {
  const given = address.trim();
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
  if (url === undefined || !isWeb || given.length > MAX_ADDRESS_LENGTH) {
    const got = JSON.stringify(given.slice(0, 80));
    throw new AppError('ADDRESS_INVALID', `expected an address of the web, got ${got}`);
  }
  if (url.username !== '' || url.password !== '') {
    const message = 'expected an address without a user name and password, got one with them';
    throw new AppError('ADDRESS_INVALID', message, { hint: 'only public addresses are read' });
  }
  url.hash = '';
  return url.href;
}

/**
 * Fetches an address.
 *
 * @returns a resource with status 200 to 299, or 304 with an empty body
 * @throws AppError ADDRESS_INVALID, ADDRESS_FORBIDDEN, FETCH_FAILED, FETCH_REFUSED, FETCH_REDIRECTS, FETCH_TOO_LARGE,
 * INTERRUPTED
 */
export async function fetchResource(address: string, options: FetchOptions): Promise<Resource> {
  const { limits, signal } = options;
  const timeout = AbortSignal.timeout(limits.timeoutMs);
  const either = signal === undefined ? timeout : AbortSignal.any([timeout, signal]);
  let url = normaliseAddress(address);
  try {
    for (let redirects = 0; ; redirects += 1) {
      const pinned = await untilAborted(pinAddress(new URL(url).hostname, options.guard), either);
      const next = await requestOnce(url, { ...options, pinned, signal: either });
      if (typeof next !== 'string') return next;
      if (redirects >= limits.maxRedirects) {
        const message = `expected at most ${limits.maxRedirects} redirects, got more: ${address}`;
        throw new AppError('FETCH_REDIRECTS', message);
      }
      url = normaliseAddress(next);
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (signal?.aborted === true) throw new AppError('INTERRUPTED', 'the fetch was stopped');
    if (timeout.aborted) {
      const seconds = Math.round(limits.timeoutMs / 1000);
      throw new AppError('FETCH_FAILED', `expected an answer within ${seconds} s: ${url}`);
    }
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'an error';
    throw new AppError('FETCH_FAILED', `expected an answer, got ${code}: ${url}`, { cause: error });
  }
}

/** @returns the address of a redirect, or what came */
async function requestOnce(
  url: string,
  options: FetchOptions & { readonly pinned: PinnedAddress; readonly signal: AbortSignal },
): Promise<Resource | string> {
  const response = await openResponse(url, options);
  try {
    const { headers, statusCode: status = 0 } = response;
    if (REDIRECTS.has(status)) {
      const { location } = headers;
      if (location === undefined || !URL.canParse(location, url)) {
        throw new AppError('FETCH_FAILED', `expected a redirect to an address: ${url}`);
      }
      return new URL(location, url).href;
    }
    const facts = readFacts(response, url);
    if (status === 304) return { ...facts, body: Buffer.alloc(0) };
    if (status < 200 || status > 299) throw describeRefusal(response, url);
    options.checkType(facts.type, url);
    return { ...facts, body: await readBody(response, url, options) };
  } finally {
    response.destroy();
  }
}

function openResponse(
  url: string,
  options: FetchOptions & { readonly pinned: PinnedAddress; readonly signal: AbortSignal },
): Promise<IncomingMessage> {
  const { pinned, signal, headers } = options;
  // Whatever name is asked for, the answer is the address that was checked.
  const lookup: LookupFunction = (_host, wanted, reply) =>
    wanted.all === true ? reply(null, [{ ...pinned }]) : reply(null, pinned.address, pinned.family);
  const send = url.startsWith('https:') ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const request = send(url, {
      agent: false,
      lookup,
      signal,
      headers: {
        'user-agent': USER_AGENT,
        'accept-encoding': 'gzip, deflate, br',
        ...headers,
      },
    });
    request.on('response', resolve).on('error', reject).end();
  });
}

function readFacts(response: IncomingMessage, url: string): Omit<Resource, 'body'> {
  const { headers, statusCode = 0 } = response;
  const [type = '', ...parameters] = (headers['content-type'] ?? '').split(';');
  const charset = parameters.join(';').match(/charset\s*=\s*"?([\w.:-]+)/i)?.[1];
  return {
    url,
    status: statusCode,
    type: type.trim().toLowerCase(),
    ...(charset === undefined ? {} : { charset }),
    ...(headers.etag === undefined ? {} : { etag: headers.etag }),
    ...(headers['last-modified'] === undefined ? {} : { lastModified: headers['last-modified'] }),
  };
}

/** What may pass by itself is a failure, the rest a refusal. */
function describeRefusal(response: IncomingMessage, url: string): AppError {
  const { statusCode: status = 0, headers } = response;
  const isTemporary = status >= 500 || status === 408 || status === 425 || status === 429;
  return new AppError(
    isTemporary ? 'FETCH_FAILED' : 'FETCH_REFUSED',
    `expected a page, got status ${status}: ${url}`,
    { retryAfterMs: readRetryAfter(headers['retry-after'], Date.now()) },
  );
}

async function readBody(
  response: IncomingMessage,
  url: string,
  options: FetchOptions & { readonly signal: AbortSignal },
): Promise<Buffer> {
  const { maxBytes } = options.limits;
  const tooLarge = () =>
    new AppError('FETCH_TOO_LARGE', `expected at most ${maxBytes} bytes, got more: ${url}`);
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
  const limit = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let bytes = 0;
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge();
      yield chunk;
    }
  };
  const chunks: Buffer[] = [];
  const collect = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of limit(source)) chunks.push(chunk);
  };
  const unpack = openUnpacker(response.headers['content-encoding'], url);
  const { signal } = options;
  if (unpack === undefined) await pipeline(response, collect, { signal });
  else await pipeline(response, limit, unpack, collect, { signal });
  return Buffer.concat(chunks);
}

function openUnpacker(encoding: string | undefined, url: string) {
  switch ((encoding ?? '').trim().toLowerCase()) {
    case '':
    case 'identity':
      return undefined;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new AppError('FETCH_FAILED', `expected a known content-encoding: ${url}`);
  }
}

async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    const onAbort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort, { once: true });
    stop = () => signal.removeEventListener('abort', onAbort);
  });
  return Promise.race([work, aborted]).finally(stop);
}
