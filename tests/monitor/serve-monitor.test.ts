/** `/healthz`, `/readyz` and `/metrics` over HTTP, beside a bot that talks to the fake Bot API server. */
import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryInbox } from '../../src/adapters/memory/inbox.js';
import { AppError } from '../../src/errors.js';
import { createMetrics, type Metrics } from '../../src/monitor/metrics.js';
import { type Monitor, startMonitor } from '../../src/monitor/serve-monitor.js';
import { LIN } from '../support/bot-fixtures.js';
import { createFakeApp } from '../support/fake-app.js';
import { BotApiRefusal } from '../support/fake-bot-api/refusal.js';
import { startRunningBot } from '../support/running-bot.js';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function start(options: {
  readonly metrics?: Metrics;
  readonly now?: () => number;
  readonly warmUp?: () => Promise<void>;
}): Promise<Monitor> {
  const { now = Date.now, warmUp = async () => {} } = options;
  const metrics = options.metrics ?? createMetrics({ now });
  const app = { warmUp, openAlerts: createFakeApp().openAlerts };
  const monitor = await startMonitor({ app, metrics, host: '127.0.0.1', port: 0, now });
  closing.push(() => monitor.close());
  return monitor;
}

const get = (monitor: Monitor, path: string, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${monitor.port}${path}`, init);

/** The value of a figure, by its name and labels as they are printed. */
function readFigure(text: string, name: string): number | undefined {
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.slice(name.length));
}

describe('/healthz', () => {
  it('is fine as long as Telegram answers polls, however often it is called in vain', async () => {
    let nowMs = 1_000_000;
    const now = () => nowMs;
    const metrics = createMetrics({ now });
    const monitor = await start({ metrics, now });
    nowMs += 150_000;
    expect((await get(monitor, '/healthz')).status).toBe(200);
    nowMs += 1;
    metrics.noteCall({ method: 'getUpdates', outcome: 'broken', tookMs: 5 });
    metrics.noteCall({ method: 'sendMessage', outcome: 'ok', tookMs: 5 });
    const stale = await get(monitor, '/healthz');
    expect(stale.status).toBe(503);
    expect(await stale.json()).toEqual({
      status: 'stale',
      lastPollAgeSeconds: 150,
      maxSeconds: 150,
    });
    metrics.noteCall({ method: 'getUpdates', outcome: 'ok', tookMs: 30_000 });
    expect(await (await get(monitor, '/healthz')).json()).toMatchObject({
      status: 'ok',
      lastPollAgeSeconds: 0,
    });
  });

  it('takes a clock that was set back for no fault', async () => {
    let nowMs = 1_000_000;
    const monitor = await start({ now: () => nowMs });
    nowMs = 5000;
    expect((await get(monitor, '/healthz')).status).toBe(200);
  });
});

describe('/readyz', () => {
  it('is ready when library, index and model are open, and says what is missing', async () => {
    let fault: AppError | undefined = new AppError('INDEX_EMPTY', 'there is no library yet');
    const warmUp = async () => {
      if (fault !== undefined) throw fault;
    };
    const monitor = await start({ warmUp });
    const before = await get(monitor, '/readyz');
    expect(before.status).toBe(503);
    expect(await before.json()).toEqual({
      status: 'notReady',
      code: 'INDEX_EMPTY',
      hint: 'run: quoth ingest PATH…',
    });
    fault = undefined;
    expect((await get(monitor, '/readyz')).status).toBe(200);
  });

  it('loads once for all who ask meanwhile', async () => {
    let loads = 0;
    let finish = () => {};
    const monitor = await start({
      warmUp: () => {
        loads += 1;
        return new Promise((resolve) => (finish = resolve));
      },
    });
    const asked = [get(monitor, '/readyz'), get(monitor, '/readyz'), get(monitor, '/readyz')];
    while (loads === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 50));
    finish();
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(loads).toBe(1);
  });
});

describe('/metrics', () => {
  it('tells outcomes, lag, stages, floods and the outbox of a bot at work, and no reader', async () => {
    const metrics = createMetrics({ now: Date.now });
    const running = await startRunningBot({ metrics });
    closing.push(() => running.close());
    const monitor = await start({ metrics });
    const { api } = running;
    const chat = api.people.openPrivate(LIN);
    const flood = new BotApiRefusal(429, 'Too Many Requests: retry after 0', { retry_after: 0 });
    api.failNext('sendMessage', { kind: 'refusal', refusal: flood });
    api.people.post(chat, LIN, '读者每次可借图书多少册');
    await running.seeAnswer(LIN.id);
    await api.until(() => running.lines.some((line) => line.includes('update handled')));

    const response = await get(monitor, '/metrics');
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const text = await response.text();
    const seen = (name: string) => readFigure(text, name);
    expect(seen('quoth_updates_total{type="message",outcome="answered"}')).toBe(1);
    expect(seen('quoth_telegram_429_total{method="sendMessage"}')).toBe(1);
    expect(seen('quoth_telegram_calls_total{method="sendMessage",outcome="ok"}')).toBe(1);
    expect(seen('quoth_update_lag_seconds_count')).toBe(1);
    for (const stage of ['queue', 'answer', 'handling']) {
      expect([stage, seen(`quoth_stage_seconds_count{stage="${stage}"}`)]).toEqual([stage, 1]);
    }
    expect(seen('quoth_inbox_updates{state="done"}')).toBe(1);
    expect(seen('quoth_inbox_updates{state="waiting"}')).toBe(0);
    expect(seen('quoth_inbox_dead{reason="unsure"}')).toBe(0);
    expect(seen('quoth_inbox_oldest_age_seconds')).toBe(0);
    expect(seen('quoth_outbox_alerts{state="unknown"}')).toBe(0);
    expect(seen('quoth_outbox_oldest_age_seconds')).toBe(0);
    expect(seen('quoth_queue_updates')).toBe(0);
    expect(seen('quoth_last_poll_age_seconds')).toBeLessThan(60);
    expect(text).not.toContain(String(LIN.id));
    expect(text).not.toContain('借图书');
  });

  it('tells how long the oldest update waits, and why others were not answered', async () => {
    const metrics = createMetrics({ now: Date.now });
    const inbox = createMemoryInbox();
    const arrivedAt = Date.now() - 90_000;
    const waits = { lane: 'a', expiresAt: Number.MAX_SAFE_INTEGER, payload: '{}' };
    await inbox.add([{ ...waits, updateId: 1, expiresAt: 0 }], arrivedAt);
    await inbox.add([{ ...waits, updateId: 2 }], arrivedAt);
    await inbox.claim({ now: arrivedAt, limit: 0 });
    metrics.watchInbox(inbox);
    const { text } = await metrics.print();
    expect(readFigure(text, 'quoth_inbox_dead{reason="expired"}')).toBe(1);
    expect(readFigure(text, 'quoth_inbox_updates{state="waiting"}')).toBe(1);
    expect(readFigure(text, 'quoth_inbox_oldest_age_seconds')).toBeGreaterThanOrEqual(90);
    metrics.watchInbox({ count: () => Promise.reject(new Error('the disk is full')) });
    expect((await metrics.print()).text).toContain('quoth_queue_updates');
  });

  it('counts what readers think of alerts and what became of them', async () => {
    const metrics = createMetrics({ now: Date.now });
    metrics.noteFeedback({ on: 'alert', verdict: 'bad' });
    metrics.noteAlerts('sent', 3);
    const { text } = await metrics.print({
      waiting: 2,
      sending: 0,
      sent: 3,
      dead: 0,
      unknown: 1,
      ambiguousAttempts: 4,
      oldestAt: Date.now() - 60_000,
    });
    expect(readFigure(text, 'quoth_feedback_total{on="alert",verdict="bad"}')).toBe(1);
    expect(readFigure(text, 'quoth_alerts_total{outcome="sent"}')).toBe(3);
    expect(readFigure(text, 'quoth_outbox_alerts{state="unknown"}')).toBe(1);
    expect(readFigure(text, 'quoth_outbox_ambiguous_attempts')).toBe(4);
    expect(readFigure(text, 'quoth_outbox_oldest_age_seconds')).toBeGreaterThanOrEqual(60);
  });
});

describe('the server', () => {
  it('knows three addresses and reads only', async () => {
    const monitor = await start({});
    expect((await get(monitor, '/')).status).toBe(404);
    expect((await get(monitor, '/metrics?x=1')).status).toBe(200);
    expect((await get(monitor, '/healthz', { method: 'HEAD' })).status).toBe(200);
    expect((await get(monitor, '/healthz', { method: 'POST', body: 'x' })).status).toBe(405);
  });

  it('says which port it cannot have', async () => {
    const { port } = await start({});
    const app = { warmUp: async () => {}, openAlerts: createFakeApp().openAlerts };
    const metrics = createMetrics({ now: Date.now });
    const second = startMonitor({ app, metrics, host: '127.0.0.1', port, now: Date.now });
    await expect(second).rejects.toThrow(`cannot listen on 127.0.0.1, port ${port} (EADDRINUSE)`);
  });
});
