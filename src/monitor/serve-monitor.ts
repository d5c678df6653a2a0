/**
 * The small HTTP server for whoever watches over the bot: `/healthz` (does Telegram answer its polls?), `/readyz` (can it
 * answer questions?), `/metrics` (Prometheus). It tells figures and codes, nothing of readers, and takes no input.
 */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App } from '../app.js';
import { AppError, toAppError } from '../errors.js';
import type { Metrics } from './metrics.js';

const MONITOR = {
  /**
   * Oldest successful poll of a healthy bot. A poll is held for 30 s and given up after 60; one may fail and be tried
   * again before anybody is called.
   */
  maxPollAgeMs: 150_000,
  /** `/readyz` waits so long for the model and the index; loading them goes on beyond it. */
  readyWaitMs: 2000,
  /** A request has to be complete by then. */
  requestMs: 5000,
} as const;

export interface MonitorOptions {
  readonly app: Pick<App, 'warmUp' | 'openAlerts'>;
  readonly metrics: Metrics;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly now: () => number;
}

export interface Monitor {
  readonly port: number;
  close(): Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Starts the server. @throws AppError PORT_UNAVAILABLE */
export async function startMonitor(options: MonitorOptions): Promise<Monitor> {
  const { host, port } = options;
  const pages: ReadonlyMap<string, () => Promise<Reply>> = new Map([
    ['/healthz', async () => checkPolls(options)],
    ['/readyz', createReadiness(options.app)],
    ['/metrics', () => printMetrics(options)],
  ]);
  const server = createServer({ requestTimeout: MONITOR.requestMs }, (request, response) => {
    const page = pages.get((request.url ?? '').split('?')[0] ?? '');
    if (page === undefined) return send(response, json(404, { error: 'not found' }));
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return send(response, json(405, { error: 'GET only' }));
    }
    page().then(
      (reply) => send(response, reply),
      (thrown: unknown) => send(response, json(500, { error: toAppError(thrown).code })),
    );
  });
  await listen(server, { host, port });
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function checkPolls({ metrics, now }: MonitorOptions): Reply {
  const ageMs = Math.max(0, now() - metrics.lastPollAt);
  const isHealthy = ageMs <= MONITOR.maxPollAgeMs;
  return json(isHealthy ? 200 : 503, {
    status: isHealthy ? 'ok' : 'stale',
    lastPollAgeSeconds: Math.round(ageMs / 1000),
    maxSeconds: MONITOR.maxPollAgeMs / 1000,
  });
}

/** Opens the library, brings the index up to date and loads the model: what the next question would need. */
function createReadiness(app: Pick<App, 'warmUp'>): () => Promise<Reply> {
  let loading: Promise<Reply> | undefined;
  return async () => {
    loading ??= app
      .warmUp()
      .then(
        () => json(200, { status: 'ready' }),
        (thrown: unknown) => {
          const { code, hint } = toAppError(thrown);
          return json(503, { status: 'notReady', code, hint });
        },
      )
      .finally(() => {
        loading = undefined;
      });
    const late = new Promise<Reply>((resolve) => {
      const reply = json(503, { status: 'notReady', code: 'LOADING', hint: 'wait a moment' });
      setTimeout(resolve, MONITOR.readyWaitMs, reply).unref();
    });
    return Promise.race([loading, late]);
  };
}

async function printMetrics({ app, metrics }: MonitorOptions): Promise<Reply> {
  // Without a library there is no outbox, but there are figures all the same.
  const outbox = await app
    .openAlerts()
    .then((alerts) => alerts.outbox.count())
    .catch(() => undefined);
  const { text, type } = await metrics.print(outbox);
  return { status: 200, type, body: text };
}

function json(status: number, body: Readonly<Record<string, unknown>>): Reply {
  return { status, type: 'application/json', body: `${JSON.stringify(body)}\n` };
}

function send(response: ServerResponse, { status, type, body }: Reply): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}

async function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        new AppError(
          'PORT_UNAVAILABLE',
          `cannot listen on ${host}, port ${port} (${cause.code ?? 'no reason given'})`,
          { cause },
        ),
      ),
    );
    server.listen(port, host, resolve);
  });
}
