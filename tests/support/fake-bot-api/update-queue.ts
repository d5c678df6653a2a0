/**
 * Tool of the tests, part of the fake Bot API server: the queue behind `getUpdates`. Updates stay until an offset confirms
 * them, a poll is held while there are none, and of two pollers the earlier one is sent away with 409.
 */
import type { Update } from 'grammy/types';
import { BotApiRefusal } from './refusal.js';

const CONFLICT =
  'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running';

interface HeldPoll {
  readonly finish: () => void;
  readonly dismiss: (refusal: BotApiRefusal) => void;
}

export class UpdateQueue {
  private updates: Update[] = [];
  private held: HeldPoll | undefined;
  private nextId: number;
  /** Number of polls that were answered. */
  polls = 0;
  private allowed: readonly string[] | undefined;

  constructor(firstUpdateId = 1000) {
    this.nextId = firstUpdateId;
  }

  /** Puts an update at the end; types that the bot did not ask for are dropped, as Telegram does. */
  push(content: Omit<Update, 'update_id'>): number {
    const id = this.nextId;
    this.nextId += 1;
    const isAllowed = Object.keys(content).every((type) => this.allowed?.includes(type) ?? true);
    if (isAllowed) this.updates.push({ update_id: id, ...content });
    this.held?.finish();
    return id;
  }

  /** Updates that no offset has confirmed. */
  get pending(): readonly Update[] {
    return this.updates;
  }

  /** Answers a poll. @throws BotApiRefusal 409 when another poll begins meanwhile */
  async poll(
    payload: Readonly<Record<string, unknown>>,
    onClose: (listener: () => void) => void,
  ): Promise<readonly Update[]> {
    this.held?.dismiss(new BotApiRefusal(409, CONFLICT));
    if (Array.isArray(payload['allowed_updates'])) this.allowed = payload['allowed_updates'];
    const offset = Number(payload['offset'] ?? 0);
    const limit = Number(payload['limit'] ?? 100);
    if (offset > 0) this.updates = this.updates.filter(({ update_id }) => update_id >= offset);
    const seconds = Number(payload['timeout'] ?? 0);
    if (this.updates.length === 0 && seconds > 0) await this.hold(seconds, onClose);
    this.polls += 1;
    return this.updates.slice(0, limit);
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

  private async hold(seconds: number, onClose: (listener: () => void) => void): Promise<void> {
    let poll: HeldPoll | undefined;
    const over = new Promise<void>((resolve, reject) => {
      poll = { finish: resolve, dismiss: reject };
      this.held = poll;
      onClose(resolve);
    });
    const timer = setTimeout(() => poll?.finish(), seconds * 1000);
    try {
      await over;
    } finally {
      clearTimeout(timer);
      if (this.held === poll) this.held = undefined;
    }
  }
}
