/** Subscribers, topics and alerts in memory, as the stores of the tests share them. */
import type { Alert, Subscriber, Topic } from '../../domain/topic.js';
import type { NewAlert } from '../../ports/outbox.js';

/** An alert with its place in the outbox. */
export interface MemoryAlert extends Alert {
  readonly state: 'pending' | 'sending' | 'sent' | 'retry' | 'dead' | 'unknown';
  readonly notBefore: number;
  readonly ambiguous: number;
  readonly sentAt?: number;
}

export interface MemoryFollowing {
  subscribers: readonly Subscriber[];
  /** Since when subscribers are in their state, by id; ms since 1970. See `SubscriberStore.forgetGone`. */
  readonly stateAt: Map<number, number>;
  topics: readonly Topic[];
  alerts: readonly MemoryAlert[];
  nextSubscriberId: number;
  nextAlertId: number;
}

export function createMemoryFollowing(): MemoryFollowing {
  return {
    subscribers: [],
    stateAt: new Map(),
    topics: [],
    alerts: [],
    nextSubscriberId: 1,
    nextAlertId: 1,
  };
}

/** Adds alerts of active topics, each once. @returns how many were new */
export function addAlerts(following: MemoryFollowing, alerts: readonly NewAlert[]): number {
  const before = following.alerts.length;
  for (const alert of alerts) {
    const isActive = following.topics.some(
      ({ id, subscriberId, state }) =>
        id === alert.topicId && subscriberId === alert.subscriberId && state === 'active',
    );
    const isKnown = following.alerts.some(
      ({ subscriberId, topicId, articleId }) =>
        subscriberId === alert.subscriberId &&
        topicId === alert.topicId &&
        articleId === alert.articleId,
    );
    if (!isActive || isKnown) continue;
    const id = following.nextAlertId;
    following.nextAlertId += 1;
    following.alerts = [
      ...following.alerts,
      { ...alert, id, state: 'pending', notBefore: 0, ambiguous: 0 },
    ];
  }
  return following.alerts.length - before;
}

/** Removes topics, and their alerts with them. */
export function removeTopics(
  following: MemoryFollowing,
  isGone: (topic: Topic) => boolean,
): number {
  const gone = new Set(following.topics.filter(isGone).map(({ id }) => id));
  following.topics = following.topics.filter(({ id }) => !gone.has(id));
  following.alerts = following.alerts.filter(({ topicId }) => !gone.has(topicId));
  return gone.size;
}
