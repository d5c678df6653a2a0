/**
 * What is counted and timed while the bot runs, in the form that Prometheus reads. Labels are words of this program, never
 * a reader's, so that their number is bounded and nothing of anybody is told.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { DEAD_REASONS, type Inbox, type InboxCounts } from '../ports/inbox.js';
import type { OutboxCounts } from '../ports/outbox.js';

/** Upper bounds in seconds. Finest where a reader feels a difference (0.3 s), with room for a day's backlog at the top. */
const SECONDS = {
  stage: [0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 1.5, 3, 10, 30],
  lag: [0.5, 1, 2, 5, 15, 60, 300, 3600, 86_400],
} as const;

/**
 * - `queue`: from the arrival of an update to its turn;
 * - `answer`: the library's part of a question;
 * - `handling`: the whole turn of an update, its sends included.
 */
type Stage = 'queue' | 'answer' | 'handling';

/** How a call to Telegram ended; `broken`: without an answer. */
export type CallOutcome = 'ok' | 'flooded' | 'refused' | 'serverError' | 'broken';

export interface Metrics {
  /** When Telegram last answered a poll, in ms since 1970; at first when the metrics were created. */
  readonly lastPollAt: number;
  noteCall(call: {
    readonly method: string;
    readonly outcome: CallOutcome;
    readonly tookMs: number;
  }): void;
  noteStage(stage: Stage, tookMs: number): void;
  /** An update was handled. `lagMs`: from its sending to its arrival, where Telegram tells. */
  noteUpdate(update: {
    readonly type: string;
    readonly outcome: string;
    readonly lagMs?: number;
  }): void;
  /** A reader has judged something. */
  noteFeedback(feedback: {
    readonly on: 'answer' | 'alert';
    readonly verdict: 'good' | 'bad';
  }): void;
  noteAlerts(outcome: string, alerts: number): void;
  /** From now on the depth of this queue of updates is told. */
  watchQueue(queue: { readonly size: number }): void;
  /** From now on what lies in this inbox is told. */
  watchInbox(inbox: Pick<Inbox, 'count'>): void;
  /** What lies there; `undefined` without an inbox, and while it cannot be read. */
  countInbox(): Promise<InboxCounts | undefined>;
  /** The figures as text, with their type for HTTP. */
  print(outbox?: OutboxCounts): Promise<{ readonly text: string; readonly type: string }>;
}

/**
 * Creates a set of figures of its own.
 *
 * @param options.withProcess also memory, event loop and garbage collection of this process; once a process
 */
export function createMetrics(options: {
  readonly now: () => number;
  readonly withProcess?: boolean;
}): Metrics {
  const { now } = options;
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  let lastPollAt = now();
  let watched: { readonly size: number } | undefined;
  let inbox: Pick<Inbox, 'count'> | undefined;

  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name: `quoth_${name}`, help, labelNames, registers });
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Gauge({ name: `quoth_${name}`, help, labelNames, registers });

  const updates = counter('updates_total', 'Updates handled', ['type', 'outcome']);
  const calls = counter('telegram_calls_total', 'Calls to Telegram', ['method', 'outcome']);
  const floods = counter('telegram_429_total', 'Calls that Telegram answered with 429', ['method']);
  const feedback = counter('feedback_total', 'Judgements of readers', ['on', 'verdict']);
  const alerts = counter('alerts_total', 'Alerts by what became of an attempt', ['outcome']);
  const lag = new Histogram({
    name: 'quoth_update_lag_seconds',
    help: 'From the sending of a message to its arrival here; Telegram tells whole seconds',
    buckets: [...SECONDS.lag],
    registers,
  });
  const stages = new Histogram({
    name: 'quoth_stage_seconds',
    help: 'Time by stage: queue, answer, handling',
    labelNames: ['stage'],
    buckets: [...SECONDS.stage],
    registers,
  });
  const callSeconds = new Histogram({
    name: 'quoth_telegram_call_seconds',
    help: 'Time of calls to Telegram, held polls left out',
    labelNames: ['method'],
    buckets: [...SECONDS.stage],
    registers,
  });
  const pollAge = gauge('last_poll_age_seconds', 'Since Telegram last answered a poll');
  const queue = gauge('queue_updates', 'Updates that run or wait');
  const inboxUpdates = gauge('inbox_updates', 'Updates of two days in the inbox', ['state']);
  const inboxDead = gauge('inbox_dead', 'Updates of two days that were not answered', ['reason']);
  const inboxAge = gauge('inbox_oldest_age_seconds', 'Age of the oldest update that waits');
  const outboxAlerts = gauge('outbox_alerts', 'Alerts in the outbox by state', ['state']);
  const outboxAge = gauge('outbox_oldest_age_seconds', 'Age of the oldest alert that waits');
  const ambiguous = gauge(
    'outbox_ambiguous_attempts',
    'Sends of alerts that may or may not have arrived, those tried again included',
  );
  if (options.withProcess === true) collectDefaultMetrics({ register: registry });

  const setOutbox = (counts: OutboxCounts) => {
    for (const state of ['waiting', 'sending', 'sent', 'dead', 'unknown'] as const) {
      outboxAlerts.set({ state }, counts[state]);
    }
    ambiguous.set(counts.ambiguousAttempts);
    outboxAge.set(ageSeconds(counts.oldestAt, now()));
  };

  const setInbox = (counts: InboxCounts) => {
    for (const state of ['waiting', 'running', 'done'] as const) {
      inboxUpdates.set({ state }, counts[state]);
    }
    for (const reason of DEAD_REASONS) inboxDead.set({ reason }, counts.dead[reason] ?? 0);
    inboxAge.set(ageSeconds(counts.oldestAt, now()));
  };
  const countInbox = async () => inbox?.count().catch(() => undefined);

  return {
    get lastPollAt() {
      return lastPollAt;
    },
    noteCall({ method, outcome, tookMs }) {
      calls.inc({ method, outcome });
      if (outcome === 'flooded') floods.inc({ method });
      if (method !== 'getUpdates' && method !== 'getWebhookInfo')
        callSeconds.observe({ method }, tookMs / 1000);
      // With a webhook nothing is polled; what is looked at every half minute stands for it.
      if ((method === 'getUpdates' || method === 'getWebhookInfo') && outcome === 'ok') {
        lastPollAt = now();
      }
    },
    noteStage: (stage, tookMs) => stages.observe({ stage }, tookMs / 1000),
    noteUpdate({ type, outcome, lagMs }) {
      updates.inc({ type, outcome });
      if (lagMs !== undefined) lag.observe(Math.max(0, lagMs) / 1000);
    },
    noteFeedback: (judgement) => feedback.inc({ ...judgement }),
    noteAlerts: (outcome, count) => alerts.inc({ outcome }, count),
    watchQueue: (other) => {
      watched = other;
    },
    watchInbox: (other) => {
      inbox = other;
    },
    countInbox,
    async print(outbox) {
      pollAge.set(ageSeconds(lastPollAt, now()));
      queue.set(watched?.size ?? 0);
      const counts = await countInbox();
      if (counts !== undefined) setInbox(counts);
      if (outbox !== undefined) setOutbox(outbox);
      return { text: await registry.metrics(), type: registry.contentType };
    },
  };
}

/** A clock that was set back makes nothing younger than new. */
function ageSeconds(since: number | undefined, now: number): number {
  return since === undefined ? 0 : Math.max(0, now - since) / 1000;
}
