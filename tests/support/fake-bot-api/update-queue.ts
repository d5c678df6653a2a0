/**
 * Tool of the tests, part of the fake Bot API server: the updates that wait for the bot. They stay until an offset, or an
 * answered webhook, confirms them, or until they expire; of two pollers the earlier one is sent away with 409.
 */
import type { Update } from 'grammy/types';
import { BotApiRefusal } from './refusal.js';

const CONFLICTS = {
  poller:
    'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  webhook:
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
} as const;

/** For how long Telegram keeps an update, in seconds, by its type. */
const LIFETIMES: Readonly<Record<string, number>> = {
  callback_query: 150,
  inline_query: 30,
  chosen_inline_result: 600,
};
const LIFETIME_SECONDS = 24 * 60 * 60;

interface HeldPoll {
  readonly finish: () => void;
  readonly dismiss: (refusal: BotApiRefusal) => void;
}

/** An update with the moment from which nobody brings it any more, in seconds since 1970. */
interface QueuedUpdate {
  readonly update: Update;
  readonly expiresAt: number;
}

export interface UpdateQueueOptions {
  /** A bot that has stored updates before takes the same numbers for repetitions. @default 1000 */
  readonly firstUpdateId?: number | undefined;
  /** Seconds since 1970. */
  readonly now: () => number;
  /** How many times faster than the clock on the wall polls are held. @default 1 */
  readonly speed?: number | undefined;
}

export class UpdateQueue {
  private updates: QueuedUpdate[] = [];
  private held: HeldPoll | undefined;
  private nextId: number;
  private readonly now: () => number;
  private readonly speed: number;
  private allowed: readonly string[] | undefined;
  /** Number of polls that were answered. */
  polls = 0;
  /** Called after each change; while it is set, updates go to a webhook, and polls are refused. */
  webhook: (() => void) | undefined;

  constructor({ firstUpdateId = 1000, now, speed = 1 }: UpdateQueueOptions) {
    this.nextId = firstUpdateId;
    this.now = now;
    this.speed = speed;
  }

  /** Puts an update at the end; types that the bot did not ask for are dropped, as Telegram does. */
  push(content: Omit<Update, 'update_id'>): number {
    const id = this.nextId;
    this.nextId += 1;
    const types = Object.keys(content);
    const isAllowed = types.every((type) => this.allowed?.includes(type) ?? true);
    const lifetime = LIFETIMES[types[0] ?? ''] ?? LIFETIME_SECONDS;
    if (isAllowed) this.add({ update_id: id, ...content }, this.now() + lifetime);
    return id;
  }

  /** Puts an update in once more, as after a confirmation that was lost. */
  repeat(update: Update): void {
    this.add(update, this.now() + LIFETIME_SECONDS);
  }

  /** Updates that nothing has confirmed and that have not expired. */
  get pending(): readonly Update[] {
    const now = this.now();
    this.updates = this.updates.filter(({ expiresAt }) => expiresAt > now);
    return this.updates.map(({ update }) => update);
  }

  /** Forgets one. */
  confirm(update: Update): void {
    this.updates = this.updates.filter((queued) => queued.update !== update);
  }

  /** Sets which types are queued from now on. */
  allow(types: unknown): void {
    if (Array.isArray(types)) this.allowed = types as readonly string[];
  }

  /** Answers a poll. @throws BotApiRefusal 409 when another poll begins meanwhile, or a webhook is set */
  async poll(
    payload: Readonly<Record<string, unknown>>,
    onClose: (listener: () => void) => void,
  ): Promise<readonly Update[]> {
    if (this.webhook !== undefined) throw new BotApiRefusal(409, CONFLICTS.webhook);
    this.held?.dismiss(new BotApiRefusal(409, CONFLICTS.poller));
    this.allow(payload['allowed_updates']);
    const offset = Number(payload['offset'] ?? 0);
    const limit = Number(payload['limit'] ?? 100);
    if (offset > 0) {
      this.updates = this.updates.filter(({ update }) => update.update_id >= offset);
    }
    const seconds = Math.min(50, Number(payload['timeout'] ?? 0));
    if (this.pending.length === 0 && seconds > 0) await this.hold(seconds, onClose);
    this.polls += 1;
    return this.pending.slice(0, limit);
  }

  /** Whether a poll waits for updates. */
  get isHeld(): boolean {
    return this.held !== undefined;
  }

  /** Refuses a held poll. */
  dismiss(refusal: BotApiRefusal): void {
    this.held?.dismiss(refusal);
  }

  /** Lets a held poll go, so that the server can close. */
  release(): void {
    this.held?.finish();
  }

  private add(update: Update, expiresAt: number): void {
    this.updates.push({ update, expiresAt });
    this.held?.finish();
    this.webhook?.();
  }

  private async hold(seconds: number, onClose: (listener: () => void) => void): Promise<void> {
    let poll: HeldPoll | undefined;
    const over = new Promise<void>((resolve, reject) => {
      poll = { finish: resolve, dismiss: reject };
      this.held = poll;
      onClose(resolve);
    });
    const timer = setTimeout(() => poll?.finish(), (seconds * 1000) / this.speed);
    try {
      await over;
    } finally {
      clearTimeout(timer);
      if (this.held === poll) this.held = undefined;
    }
  }
}
