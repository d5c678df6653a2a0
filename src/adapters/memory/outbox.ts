/** The outbox in memory, a tool of the tests. */
import type { Alert } from '../../domain/topic.js';
import { FARTHEST_RETRY_MS, type Outbox, type Settlement } from '../../ports/outbox.js';
import { addAlerts, type MemoryAlert, type MemoryFollowing } from './following.js';

export function createMemoryOutbox(following: MemoryFollowing): Outbox {
  const isWaiting = ({ state }: MemoryAlert): boolean => state === 'pending' || state === 'retry';
  const listDue = (now: number): MemoryAlert[] =>
    following.alerts.filter(
      (alert) =>
        isWaiting(alert) &&
        (alert.notBefore <= now || alert.notBefore > now + FARTHEST_RETRY_MS) &&
        following.topics.find(({ id }) => id === alert.topicId)?.state === 'active',
    );
  const change = (ids: ReadonlySet<number>, settlement: Settlement): number => {
    let changed = 0;
    following.alerts = following.alerts.map((alert) => {
      if (!ids.has(alert.id) || alert.state !== 'sending') return alert;
      changed += 1;
      return settle(alert, settlement);
    });
    return changed;
  };

  return {
    add: async (alerts) => addAlerts(following, alerts),
    async listWaiting(now) {
      const due = listDue(now);
      return following.subscribers
        .filter(({ state }) => state === 'active')
        .flatMap((subscriber) => {
          const own = due.filter(({ subscriberId }) => subscriberId === subscriber.id);
          if (own.length === 0) return [];
          const oldestAt = Math.min(...own.map(({ createdAt }) => createdAt));
          return [{ subscriber, waiting: own.length, oldestAt }];
        })
        .sort((a, b) => a.oldestAt - b.oldestAt || a.subscriber.id - b.subscriber.id);
    },
    async claim(subscriberId, { now, limit }) {
      const ids = new Set(
        listDue(now)
          .filter((alert) => alert.subscriberId === subscriberId)
          .slice(0, limit)
          .map(({ id }) => id),
      );
      following.alerts = following.alerts.map((alert) =>
        ids.has(alert.id) ? { ...alert, state: 'sending' } : alert,
      );
      return following.alerts.filter(({ id }) => ids.has(id)).map(toAlert);
    },
    async settle(ids, settlement) {
      change(new Set(ids), settlement);
    },
    async recover(now) {
      return change(new Set(following.alerts.map(({ id }) => id)), { kind: 'ambiguous', at: now });
    },
    async countSent(subscriberId, { since, until }) {
      return following.alerts.filter(
        ({ subscriberId: owner, sentAt = since }) =>
          owner === subscriberId && sentAt > since && sentAt <= until,
      ).length;
    },
    async get(id) {
      const found = following.alerts.find((alert) => alert.id === id);
      return found === undefined ? undefined : toAlert(found);
    },
    async listQuotes(topicIds, limit) {
      const quotes = new Map<string, string[]>();
      for (const topicId of topicIds) {
        const own = following.alerts.filter((alert) => alert.topicId === topicId).reverse();
        if (own.length > 0) {
          quotes.set(
            topicId,
            own.slice(0, limit).map(({ quote }) => quote.text),
          );
        }
      }
      return quotes;
    },
    async count() {
      const { alerts } = following;
      const countOf = (wanted: MemoryAlert['state']): number =>
        alerts.filter(({ state }) => state === wanted).length;
      const waiting = alerts.filter(isWaiting);
      return {
        waiting: waiting.length,
        sending: countOf('sending'),
        sent: countOf('sent'),
        dead: countOf('dead'),
        unknown: countOf('unknown'),
        ambiguousAttempts: alerts.reduce((sum, { ambiguous }) => sum + ambiguous, 0),
        ...(waiting.length === 0
          ? {}
          : { oldestAt: Math.min(...waiting.map(({ createdAt }) => createdAt)) }),
      };
    },
  };
}

function settle(alert: MemoryAlert, settlement: Settlement): MemoryAlert {
  switch (settlement.kind) {
    case 'sent':
      return { ...alert, state: 'sent', sentAt: settlement.at };
    case 'retry':
      return { ...alert, state: 'retry', notBefore: settlement.at };
    case 'dead':
      return { ...alert, state: 'dead' };
    case 'ambiguous':
      return {
        ...alert,
        state: alert.ambiguous === 0 ? 'retry' : 'unknown',
        notBefore: settlement.at,
        ambiguous: alert.ambiguous + 1,
      };
  }
}

function toAlert({ id, subscriberId, topicId, articleId, quote, createdAt }: MemoryAlert): Alert {
  return { id, subscriberId, topicId, articleId, quote, createdAt };
}
