/**
 * Updates by webhook: Telegram brings them, they are stored, and the answer is 200. Nothing is handled here, so the answer
 * takes milliseconds; what cannot be stored is refused, and Telegram brings it again.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Api, GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import { AppError } from '../errors.js';
import { describeUpdate } from './describe-update.js';
import { ALLOWED_UPDATES, type PollOptions } from './poll-updates.js';
import { readFloodMs } from './telegram-errors.js';

const WEBHOOK = {
  /** Updates are a few KB; a text of 4,096 characters with all its entities stays far below. */
  maxBodyBytes: 1024 * 1024,
  /** A request has to be complete by then. */
  requestMs: 5000,
  /** What could not be stored is to come again after so long. */
  retryAfterSeconds: 5,
  /** Telegram opens so many connections at once. */
  mostConnections: 20,
  /** How often is looked whether Telegram still sends here. */
  checkMs: 30_000,
  firstRetryMs: 1000,
  lastRetryMs: 30_000,
} as const;

/** Where updates arrive. */
export interface WebhookSettings {
  /** The address that Telegram calls; its path is the one that is served. */
  readonly url: string;
  /** Telegram repeats it in a header of each call: 1–256 characters `[A-Za-z0-9_-]`. */
  readonly secret: string;
  readonly host: string;
  readonly port: number;
}

/**
 * Takes in updates until the signal aborts. The webhook stays set: Telegram keeps what comes while the bot is away.
 *
 * @throws AppError PORT_UNAVAILABLE, BOT_CONFLICT; GrammyError 401 or 404
 */
export async function serveWebhook(settings: WebhookSettings, options: PollOptions): Promise<void> {
  const { signal, logger } = options;
  const server = createServer({ requestTimeout: WEBHOOK.requestMs }, (request, response) => {
    takeIn(request, settings, options).then(
      (status) => reply(response, status),
      (error: unknown) => {
        logger.error({ err: error }, 'an update could not be stored; it will come again');
        reply(response, 503);
      },
    );
  });
  await listen(server, settings);
  try {
    await keepWebhook(settings, options);
  } finally {
    if (!signal.aborted) logger.warn('no updates are taken in any more');
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    await closed;
  }
}

/** @returns the status that Telegram gets: anything but 200 brings the update again */
async function takeIn(
  request: IncomingMessage,
  { url, secret }: WebhookSettings,
  { inbox, clock, signal, onStored }: PollOptions,
): Promise<number> {
  if (request.url?.split('?')[0] !== new URL(url).pathname) return 404;
  if (request.method !== 'POST') return 405;
  // Before a byte of the body is read.
  if (!isSame(String(request.headers['x-telegram-bot-api-secret-token'] ?? ''), secret)) return 401;
  if (signal.aborted) return 503;
  const body = await readBody(request);
  if (body === undefined) return 413;
  const update = readUpdate(body);
  if (update === undefined) return 400;
  const now = clock.now();
  await inbox.add([describeUpdate(update, now)], now);
  onStored();
  return 200;
}

/** Compares in a time that tells nothing. */
function isSame(given: string, secret: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(secret));
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > WEBHOOK.maxBodyBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function readUpdate(body: string): Update | undefined {
  try {
    const update = JSON.parse(body) as Update | null;
    return Number.isSafeInteger(update?.update_id) ? (update ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}

function reply(response: ServerResponse, status: number): void {
  if (response.destroyed) return;
  const retry = status === 503 ? { 'retry-after': String(WEBHOOK.retryAfterSeconds) } : {};
  // What is left of a body that was not read must not be taken for the next request.
  response.writeHead(status, { ...(status !== 200 && { connection: 'close' }), ...retry }).end();
}

/** Sets the webhook, and looks from time to time whether it is still the one. */
async function keepWebhook(settings: WebhookSettings, options: PollOptions): Promise<void> {
  const { api, logger, clock, signal, onReady } = options;
  let isReady = false;
  let delayMs: number = WEBHOOK.firstRetryMs;
  while (!signal.aborted) {
    try {
      if (isReady) await checkWebhook(api, settings, options);
      else {
        await api.setWebhook(settings.url, {
          secret_token: settings.secret,
          allowed_updates: ALLOWED_UPDATES,
          max_connections: WEBHOOK.mostConnections,
        });
        isReady = true;
        onReady();
      }
      delayMs = WEBHOOK.firstRetryMs;
      await clock.wait(WEBHOOK.checkMs, signal);
    } catch (error) {
      const code = error instanceof GrammyError ? error.error_code : undefined;
      if (code === 401 || code === 404 || error instanceof AppError) throw error;
      const waitMs = readFloodMs(error) ?? delayMs;
      logger.warn({ err: error, waitMs }, 'could not set or look at the webhook; trying again');
      await clock.wait(waitMs, signal);
      delayMs = Math.min(delayMs * 2, WEBHOOK.lastRetryMs);
    }
  }
}

async function checkWebhook(
  api: Api,
  { url }: WebhookSettings,
  { logger, clock }: PollOptions,
): Promise<void> {
  const info = await api.getWebhookInfo();
  if (info.url !== url) {
    throw new AppError('BOT_CONFLICT', 'another program has taken the webhook of this bot');
  }
  const failedAgoMs = clock.now() - (info.last_error_date ?? 0) * 1000;
  if (failedAgoMs < WEBHOOK.checkMs) {
    const waiting = info.pending_update_count;
    logger.warn(
      { waiting, reason: info.last_error_message },
      'Telegram could not reach the webhook',
    );
  }
}

async function listen(server: Server, { host, port }: WebhookSettings): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  }).catch((cause: unknown) => {
    throw new AppError('PORT_UNAVAILABLE', `cannot listen on ${host}:${port} for the webhook`, {
      hint: 'set QUOTH_WEBHOOK_PORT to a port that is free; see QUOTH_HTTP_HOST',
      cause,
    });
  });
}
