/**
 * Delivers what waits in the outbox: one message after the other, paced, in the reader's hours. Whatever is known after an
 * attempt is written down before the next one, so a crash costs at most one message that may arrive twice.
 */
import type { AlertView, Subscriber } from '../domain/topic.js';
import type { Clock } from '../ports/clock.js';
import type { AlertMessage, Notifier, SendOutcome } from '../ports/notifier.js';
import type { Outbox } from '../ports/outbox.js';
import type { SubscriberStore, TopicStore } from '../ports/topic-store.js';
import type { Alerts } from './alerts.js';
import { createPacer } from './pace-sends.js';
import { isDue } from './schedule-alerts.js';

const HOUR_MS = 60 * 60 * 1000;

export const DELIVERY = {
  /** How often the outbox is looked at: another process may have put something in. */
  pollMs: 2000,
  /** More alerts than this in an hour are collapsed into a digest. */
  floodAlerts: 5,
  floodMs: HOUR_MS,
  /** Alerts in one message. */
  digestAlerts: 10,
  /** After a message that may have arrived, and after a server that was not reached. */
  ambiguousDelayMs: 5000,
  unreachedDelayMs: 10_000,
} as const;

export interface DeliveryPorts {
  readonly outbox: Outbox;
  readonly subscribers: SubscriberStore;
  readonly topics: Pick<TopicStore, 'get'>;
  readonly show: Alerts['show'];
  readonly forget: Alerts['forget'];
  readonly notifier: Notifier;
  readonly clock: Clock;
  /** Resolves once no reader waits for an answer. */
  readonly letRepliesGoFirst?: () => Promise<void>;
  /** Told of every attempt. */
  readonly onAttempt?: (outcome: SendOutcome['kind'] | 'articleGone', alerts: number) => void;
}

/** Delivers until it is stopped. What is under way is finished. */
export async function deliverAlerts(ports: DeliveryPorts, signal: AbortSignal): Promise<void> {
  const { outbox, clock } = ports;
  await outbox.recover(clock.now());
  const deliverRound = createRound(ports, signal);
  while (!signal.aborted) {
    const sent = await deliverRound();
    if (!sent) await clock.wait(DELIVERY.pollMs, signal);
  }
}

/** One look at the outbox: everybody who may be sent something gets one message. @returns whether any was tried */
function createRound(ports: DeliveryPorts, signal: AbortSignal): () => Promise<boolean> {
  const { outbox, subscribers, clock } = ports;
  const pacer = createPacer(clock);
  return async () => {
    let isBusy = false;
    for (const { subscriber: listed, waiting, oldestAt } of await outbox.listWaiting(clock.now())) {
      if (signal.aborted) break;
      const now = clock.now();
      if (!isDue(listed.schedule, oldestAt, now)) continue;
      if (pacer.nextAt(listed.chatId) > now) continue;
      const plan = await planMessage(listed, waiting, ports);
      if (plan === undefined) continue;
      await ports.letRepliesGoFirst?.();
      if (!(await pacer.takeTurn(signal))) break;
      // A round takes minutes where thousands wait: the chat may have moved, its reader may have gone or changed the hours.
      const subscriber = await subscribers.get(listed.id);
      if (subscriber?.state !== 'active') continue;
      if (!isDue(subscriber.schedule, oldestAt, clock.now())) continue;
      pacer.note(subscriber.chatId, subscriber.kind);
      const outcome = await deliverTo(subscriber, plan, ports);
      if (outcome === undefined) continue;
      isBusy = true;
      if (outcome.kind === 'flooded') pacer.stopFor(outcome.retryAfterMs);
      if (outcome.kind === 'notSent') pacer.stopFor(DELIVERY.unreachedDelayMs);
    }
    return isBusy;
  };
}

interface Plan {
  readonly reason: AlertMessage['reason'];
  readonly limit: number;
}

/** Single alerts, or a digest: asked for, or because there would be too many in an hour. */
async function planMessage(
  subscriber: Subscriber,
  waiting: number,
  { outbox, subscribers, clock }: DeliveryPorts,
): Promise<Plan | undefined> {
  if (subscriber.schedule.timing !== 'instant') {
    return { reason: 'digest', limit: DELIVERY.digestAlerts };
  }
  const now = clock.now();
  const since = now - DELIVERY.floodMs;
  // A clock that was set back must not hold anything up for longer than an hour.
  const isCollapsed = subscriber.collapsedAt > since && subscriber.collapsedAt <= now;
  const sent = await outbox.countSent(subscriber.id, { since, until: now });
  if (sent + waiting <= DELIVERY.floodAlerts) return { reason: 'instant', limit: 1 };
  if (isCollapsed && now - subscriber.collapsedAt > 60_000) return undefined;
  if (!isCollapsed) await subscribers.update(subscriber.id, { collapsedAt: now });
  return { reason: 'flood', limit: DELIVERY.digestAlerts };
}

/** Claims, sends and settles. @returns undefined when there was nothing to send after all */
async function deliverTo(
  subscriber: Subscriber,
  { reason, limit }: Plan,
  ports: DeliveryPorts,
): Promise<SendOutcome | undefined> {
  const { outbox, clock, notifier, onAttempt } = ports;
  const claimed = await outbox.claim(subscriber.id, { now: clock.now(), limit });
  const views: AlertView[] = [];
  for (const alert of claimed) {
    const view = await ports.show(alert);
    if (view !== undefined) views.push(view);
    else {
      await outbox.settle([alert.id], { kind: 'dead', reason: 'the article is gone' });
      onAttempt?.('articleGone', 1);
    }
  }
  if (views.length === 0) return undefined;
  const topics = await Promise.all(views.map(({ alert }) => ports.topics.get(alert.topicId)));
  const isSilent = subscriber.schedule.isSilent || topics.every((topic) => topic?.isMuted === true);
  const outcome = await notifier.send({ subscriber, alerts: views, reason, isSilent });
  onAttempt?.(outcome.kind, views.length);
  await settle(
    subscriber,
    views.map(({ alert }) => alert.id),
    outcome,
    ports,
  );
  return outcome;
}

async function settle(
  subscriber: Subscriber,
  ids: readonly number[],
  outcome: SendOutcome,
  { outbox, subscribers, forget, clock }: DeliveryPorts,
): Promise<void> {
  const now = clock.now();
  switch (outcome.kind) {
    case 'sent':
      return outbox.settle(ids, { kind: 'sent', messageId: outcome.messageId, at: now });
    case 'flooded':
      // Not a failure: the lane waits, and nothing is counted.
      return outbox.settle(ids, { kind: 'retry', at: now });
    case 'ambiguous':
      return outbox.settle(ids, { kind: 'ambiguous', at: now + DELIVERY.ambiguousDelayMs });
    case 'notSent':
      return outbox.settle(ids, { kind: 'retry', at: now + DELIVERY.unreachedDelayMs });
    case 'moved':
      await outbox.settle(ids, { kind: 'retry', at: now });
      return subscribers.moveChat(subscriber.chatId, outcome.chatId);
    case 'threadGone':
      await outbox.settle(ids, { kind: 'retry', at: now });
      return subscribers.leaveThread(subscriber.id);
    case 'unreachable':
      // The reader first: killed in between, it must not cost the next alert too.
      if (outcome.state === 'erased') await forget(subscriber.chatId);
      else await subscribers.setChatState(subscriber.chatId, outcome.state);
      return outbox.settle(ids, { kind: 'dead', reason: outcome.reason });
    case 'refused':
      return outbox.settle(ids, { kind: 'dead', reason: outcome.reason });
  }
}
