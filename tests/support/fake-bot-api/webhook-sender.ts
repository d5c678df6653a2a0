/**
 * Tool of the tests, part of the fake Bot API server: brings updates to an address as Telegram does. One at a time in each
 * ordering queue (a chat's messages, a person's presses, a person's inline queries), queues side by side; what is not
 * answered with 2xx is sent again after a second, then after ever longer, until it expires.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Update, WebhookInfo } from 'grammy/types';
import { badRequest } from './refusal.js';
import type { UpdateQueue } from './update-queue.js';

const RETRY = { firstMs: 1000, lastMs: 60_000, mostAskedMs: 3_600_000, timeoutMs: 60_000 } as const;

interface Target {
  readonly url: string;
  readonly secretToken: string | undefined;
  readonly maxConnections: number;
  readonly stopped: AbortController;
}

export class WebhookSender {
  private target: Target | undefined;
  private lastError: string | undefined;
  private readonly busy = new Set<string>();
  private readonly queue: UpdateQueue;
  private readonly speed: number;

  constructor(queue: UpdateQueue, speed = 1) {
    this.queue = queue;
    this.speed = speed;
  }

  set(payload: Readonly<Record<string, unknown>>): true {
    const { url, secret_token: secretToken, max_connections: most } = payload;
    if (url === undefined || url === '') return this.remove(payload);
    if (!/^https?:\/\//.test(String(url))) throw badRequest('bad webhook: Failed to resolve host');
    if (secretToken !== undefined && !/^[\w-]{1,256}$/.test(String(secretToken))) {
      throw badRequest('secret token contains unallowed characters');
    }
    this.target?.stopped.abort();
    this.target = {
      url: String(url),
      secretToken: secretToken === undefined ? undefined : String(secretToken),
      maxConnections: Number(most ?? 40),
      stopped: new AbortController(),
    };
    this.queue.allow(payload['allowed_updates']);
    if (payload['drop_pending_updates'] === true) this.dropAll();
    this.queue.webhook = () => this.pump();
    this.pump();
    return true;
  }

  remove(payload: Readonly<Record<string, unknown>>): true {
    this.target?.stopped.abort();
    this.target = undefined;
    this.queue.webhook = undefined;
    if (payload['drop_pending_updates'] === true) this.dropAll();
    return true;
  }

  get info(): WebhookInfo {
    return {
      url: this.target?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: this.queue.pending.length,
      ...(this.lastError !== undefined && { last_error_message: this.lastError }),
    };
  }

  private dropAll(): void {
    for (const update of this.queue.pending) this.queue.confirm(update);
  }

  private pump(): void {
    const { target } = this;
    if (target === undefined) return;
    for (const update of this.queue.pending) {
      if (this.busy.size >= target.maxConnections) return;
      const key = orderingKey(update);
      if (this.busy.has(key)) continue;
      this.busy.add(key);
      void this.deliver(update, target).finally(() => {
        this.busy.delete(key);
        this.pump();
      });
    }
  }

  /** Sends until it is taken, has expired, or the webhook is another one. */
  private async deliver(update: Update, target: Target): Promise<void> {
    let delayMs: number = RETRY.firstMs;
    while (!target.stopped.signal.aborted && this.queue.pending.includes(update)) {
      const asked = await this.send(update, target);
      if (asked === 'taken') return this.queue.confirm(update);
      const waitMs = asked ?? delayMs;
      delayMs = Math.min(delayMs * 2, RETRY.lastMs);
      await sleep(waitMs / this.speed, undefined, { signal: target.stopped.signal }).catch(
        () => {},
      );
    }
  }

  /** @returns `taken`, or for how long the bot asks to be left alone, in milliseconds */
  private async send(update: Update, target: Target): Promise<'taken' | number | undefined> {
    try {
      const response = await fetch(target.url, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'content-type': 'application/json',
          ...(target.secretToken !== undefined && {
            'x-telegram-bot-api-secret-token': target.secretToken,
          }),
        },
        body: JSON.stringify(update),
        signal: AbortSignal.any([
          target.stopped.signal,
          AbortSignal.timeout(RETRY.timeoutMs / this.speed),
        ]),
      });
      await response.arrayBuffer();
      if (response.ok) return 'taken';
      this.lastError = `Wrong response from the webhook: ${response.status} ${response.statusText}`;
      const asked = Number(response.headers.get('retry-after') ?? Number.NaN);
      return Number.isNaN(asked) ? undefined : Math.min(asked * 1000, RETRY.mostAskedMs);
    } catch (error) {
      this.lastError = error instanceof Error ? error.message : String(error);
      return undefined;
    }
  }
}

function orderingKey(update: Update): string {
  const [type = '', content] = Object.entries(update).find(([name]) => name !== 'update_id') ?? [];
  const { chat, from } = (content ?? {}) as { chat?: { id: number }; from?: { id: number } };
  if (type.endsWith('message') || type.endsWith('post')) return `chat ${chat?.id}`;
  return `${type} ${from?.id ?? chat?.id}`;
}
