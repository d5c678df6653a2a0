/**
 * Alerts on their way to readers. They are written in the transaction that stores the article, once for each subscriber,
 * topic and article, and leave one by one: pending → sending → sent, or retry, dead, unknown.
 */
import type { Alert, AlertQuote, Subscriber } from '../domain/topic.js';

/** An alert before it is stored. */
export interface NewAlert {
  readonly subscriberId: number;
  readonly topicId: string;
  readonly articleId: string;
  readonly quote: AlertQuote;
  readonly createdAt: number;
}

/** A subscriber with alerts that wait. */
interface WaitingSubscriber {
  readonly subscriber: Subscriber;
  readonly waiting: number;
  /** When the oldest of them was raised; ms since 1970. */
  readonly oldestAt: number;
}

/** What became of an attempt to send. Times in ms since 1970. */
export type Settlement =
  | { readonly kind: 'sent'; readonly messageId: number; readonly at: number }
  /** Certainly not sent; again from `at` on. */
  | { readonly kind: 'retry'; readonly at: number }
  /** May have been sent: tried once more from `at` on, then counted as unknown. */
  | { readonly kind: 'ambiguous'; readonly at: number }
  /** Will never be sent. */
  | { readonly kind: 'dead'; readonly reason: string };

/** Numbers about the outbox. */
export interface OutboxCounts {
  readonly waiting: number;
  readonly sending: number;
  readonly sent: number;
  readonly dead: number;
  /** Given up after two ambiguous attempts: nobody knows whether they arrived. */
  readonly unknown: number;
  /** Attempts that may or may not have arrived, those that were tried again included. */
  readonly ambiguousAttempts: number;
  /** When the oldest waiting one was raised; ms since 1970. */
  readonly oldestAt?: number;
}

/** No alert is put off for longer. */
export const FARTHEST_RETRY_MS = 60_000;

export interface Outbox {
  /** Adds alerts; those whose subscriber, topic and article are there already are left out. @returns how many were new */
  add(alerts: readonly NewAlert[]): Promise<number>;
  /**
   * Active subscribers with alerts that may be sent at `now`, those that have waited longest first. What was put off to a
   * moment more than {@link FARTHEST_RETRY_MS} from now was put off by a clock that has been set back since: it may be sent.
   */
  listWaiting(now: number): Promise<readonly WaitingSubscriber[]>;
  /** Takes the oldest waiting alerts of a subscriber: they are `sending` now, and nobody else gets them. */
  claim(subscriberId: number, options: { now: number; limit: number }): Promise<readonly Alert[]>;
  /** Notes what became of alerts in `sending`. */
  settle(ids: readonly number[], settlement: Settlement): Promise<void>;
  /** At the start: what is still `sending` was cut off, and counts as ambiguous. @returns how many */
  recover(now: number): Promise<number>;
  /** How many alerts of a subscriber were sent after `since`, and not after `until`: clocks are set back. */
  countSent(
    subscriberId: number,
    span: { readonly since: number; readonly until: number },
  ): Promise<number>;
  get(id: number): Promise<Alert | undefined>;
  /** The newest quotes that topics have raised, to tell reprints; at most `limit` a topic. */
  listQuotes(
    topicIds: readonly string[],
    limit: number,
  ): Promise<ReadonlyMap<string, readonly string[]>>;
  count(): Promise<OutboxCounts>;
}
