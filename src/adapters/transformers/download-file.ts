/** One file over HTTP: resumes what is there, tries again when the connection breaks, checks length and sha256. */
import { open, rename, rm, stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { AppError } from '../../errors.js';
import { hashFile } from '../../hash-file.js';

/** As much of `fetch` as is used. */
export type Fetch = (
  url: string,
  init: { headers?: Record<string, string>; signal?: AbortSignal },
) => Promise<Response>;

export interface DownloadOptions {
  readonly url: string;
  /** Where the whole file goes; `target.part` holds what has come so far. */
  readonly target: string;
  readonly fetch: Fetch;
  readonly onProgress?: (doneBytes: number, totalBytes: number | undefined) => void;
  readonly signal?: AbortSignal;
  /** Waits before new attempts, each of which goes on where the last one ended. @default 1, 2, 4 s */
  readonly retryDelaysMs?: readonly number[];
}

export interface DownloadedFile {
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** Worth another attempt. */
class BrokenDownload extends Error {}

/** No byte for so long: the connection counts as broken. */
const STALL_MS = 60_000;

/**
 * Downloads a file, unless `target` is there already.
 *
 * @returns `undefined` when the server has no such file (404)
 * @throws AppError MODEL_DOWNLOAD_FAILED, INTERRUPTED
 */
export async function downloadFile(options: DownloadOptions): Promise<DownloadedFile | undefined> {
  const { url, target, signal } = options;
  const there = await hashFile(target).catch(() => undefined);
  if (there) return there;
  const delaysMs = options.retryDelaysMs ?? [1000, 2000, 4000];
  for (let attempt = 0; ; attempt += 1) {
    try {
      const expectedHash = await attemptDownload(options);
      if (expectedHash === undefined) return undefined;
      const facts = await hashFile(`${target}.part`);
      if (expectedHash !== '' && facts.sha256 !== expectedHash) {
        await rm(`${target}.part`, { force: true });
        throw new BrokenDownload(`expected sha256 ${expectedHash}, got ${facts.sha256}`);
      }
      await rename(`${target}.part`, target);
      return facts;
    } catch (thrown) {
      if (signal?.aborted) throw stopped();
      if (!isNetworkFault(thrown)) throw thrown;
      const delayMs = delaysMs[attempt];
      if (delayMs === undefined) {
        throw new AppError('MODEL_DOWNLOAD_FAILED', `${url}: ${describe(thrown)}`, {
          cause: thrown,
        });
      }
      await delay(delayMs, undefined, signal ? { signal } : {}).catch(() => {
        throw stopped();
      });
    }
  }
}

/** @returns the sha256 that the server names, '' when it names none, `undefined` when there is no such file */
async function attemptDownload(options: DownloadOptions): Promise<string | undefined> {
  const part = `${options.target}.part`;
  const startBytes = (await stat(part).catch(() => undefined))?.size ?? 0;
  const stall = new AbortController();
  const response = await options.fetch(options.url, {
    headers: {
      'accept-encoding': 'identity',
      ...(startBytes > 0 ? { range: `bytes=${startBytes}-` } : {}),
    },
    signal: options.signal ? AbortSignal.any([options.signal, stall.signal]) : stall.signal,
  });
  if (response.status === 404) {
    await response.body?.cancel();
    return undefined;
  }
  const range = readRange(response);
  const fits = response.status === 200 || (response.status === 206 && range?.start === startBytes);
  if (!fits || response.body === null) {
    await response.body?.cancel();
    // What is there does not fit what the server has: begin again.
    if (response.status === 416 || response.status === 206) await rm(part, { force: true });
    throw new BrokenDownload(`the server answered ${response.status}`);
  }
  const doneBefore = response.status === 206 ? startBytes : 0;
  const length = Number(response.headers.get('content-length') ?? Number.NaN);
  const totalBytes = range?.total ?? (Number.isFinite(length) ? doneBefore + length : undefined);
  const doneBytes = await append(response.body, { part, doneBefore, totalBytes, stall, options });
  if (totalBytes !== undefined && doneBytes !== totalBytes) {
    throw new BrokenDownload(`expected ${totalBytes} bytes, got ${doneBytes}`);
  }
  return readHash(response);
}

async function append(
  body: ReadableStream<Uint8Array>,
  to: {
    readonly part: string;
    readonly doneBefore: number;
    readonly totalBytes: number | undefined;
    readonly stall: AbortController;
    readonly options: DownloadOptions;
  },
): Promise<number> {
  let doneBytes = to.doneBefore;
  to.options.onProgress?.(doneBytes, to.totalBytes);
  const file = await open(to.part, to.doneBefore > 0 ? 'a' : 'w');
  const timer = setTimeout(() => to.stall.abort(), STALL_MS);
  try {
    for await (const chunk of body) {
      timer.refresh();
      await file.writeFile(chunk);
      doneBytes += chunk.byteLength;
      to.options.onProgress?.(doneBytes, to.totalBytes);
    }
    await file.sync();
  } finally {
    clearTimeout(timer);
    await file.close();
  }
  return doneBytes;
}

/** `bytes 100-199/200` → `{ start: 100, total: 200 }`. */
function readRange(response: Response): { start: number; total: number | undefined } | undefined {
  const match = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(response.headers.get('content-range') ?? '');
  if (!match) return undefined;
  return { start: Number(match[1]), total: match[2] === '*' ? undefined : Number(match[2]) };
}

/** The hub names the sha256 of large files as their (linked) entity tag. */
function readHash(response: Response): string {
  const tags = [response.headers.get('x-linked-etag'), response.headers.get('etag')];
  const hashes = tags.map((tag) => /^(?:W\/)?"?([0-9a-f]{64})"?$/.exec(tag ?? '')?.[1]);
  return hashes.find((hash) => hash !== undefined) ?? '';
}

/** fetch and its body streams throw TypeErrors, or the stall's AbortError; the file system throws others. */
function isNetworkFault(thrown: unknown): boolean {
  if (thrown instanceof BrokenDownload || thrown instanceof TypeError) return true;
  return thrown instanceof Error && thrown.name === 'AbortError';
}

function describe(thrown: unknown): string {
  const inner = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
  return inner instanceof Error ? inner.message : String(inner);
}

function stopped(): AppError {
  return new AppError('INTERRUPTED', 'the download was stopped', {
    hint: 'run the same command again to go on where it stopped',
  });
}
