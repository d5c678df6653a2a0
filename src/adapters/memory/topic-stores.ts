/** Subscribers, topics, probes and entries in memory: tools of the tests. */
import { FIRST_SCHEDULE, type Subscriber, type Topic } from '../../domain/topic.js';
import type {
  EntryKind,
  EntryStore,
  ProbeStore,
  SubscriberStore,
  TopicEntry,
  TopicProbe,
  TopicStore,
} from '../../ports/topic-store.js';
import { type MemoryFollowing, removeTopics } from './following.js';

/** @param options.now milliseconds since 1970 */
export function createMemorySubscriberStore(
  following: MemoryFollowing,
  options: { readonly now?: () => number } = {},
): SubscriberStore {
  const now = options.now ?? Date.now;
  const { stateAt } = following;

  const find = ({ chatId, threadId }: { chatId: number; threadId?: number }) =>
    following.subscribers.find(
      (subscriber) => subscriber.chatId === chatId && subscriber.threadId === threadId,
    );
  const change = (isMeant: (of: Subscriber) => boolean, changes: Partial<Subscriber>): void => {
    following.subscribers = following.subscribers.map((subscriber) =>
      isMeant(subscriber) ? { ...subscriber, ...changes } : subscriber,
    );
  };
  const move = (moved: Subscriber, chatId: number, threadId: number | undefined): void => {
    const place = { chatId, ...(threadId === undefined ? {} : { threadId }) };
    const there = find(place);
    if (there === undefined) {
      const { threadId: _, ...rest } = moved;
      following.subscribers = following.subscribers.map((subscriber) =>
        subscriber.id === moved.id ? { ...rest, ...place } : subscriber,
      );
      return;
    }
    if (there.id === moved.id) return;
    const hand = <T extends { readonly subscriberId: number }>(owned: T): T =>
      owned.subscriberId === moved.id ? { ...owned, subscriberId: there.id } : owned;
    following.topics = following.topics.map(hand);
    following.alerts = following.alerts.map(hand);
    following.subscribers = following.subscribers.filter(({ id }) => id !== moved.id);
  };

  return {
    async ensure({ chatId, threadId, kind, language }) {
      const place = { chatId, ...(threadId === undefined ? {} : { threadId }) };
      const known = find(place);
      if (known !== undefined) return known;
      const subscriber: Subscriber = {
        ...place,
        id: following.nextSubscriberId,
        kind,
        language,
        state: 'active',
        schedule: FIRST_SCHEDULE,
        hasChosenZone: false,
        collapsedAt: 0,
      };
      following.nextSubscriberId += 1;
      stateAt.set(subscriber.id, now());
      following.subscribers = [...following.subscribers, subscriber];
      return subscriber;
    },
    find: async (place) => find(place),
    get: async (id) => following.subscribers.find((subscriber) => subscriber.id === id),
    async update(id, changes) {
      if (changes.schedule !== undefined) stateAt.set(id, now());
      change((subscriber) => subscriber.id === id, changes);
    },
    async setChatState(chatId, state) {
      for (const { id, chatId: of, state: before } of following.subscribers) {
        if (of === chatId && before !== state) stateAt.set(id, now());
      }
      change((subscriber) => subscriber.chatId === chatId, { state });
    },
    async moveChat(fromChatId, toChatId) {
      for (const subscriber of following.subscribers) {
        if (subscriber.chatId === fromChatId) move(subscriber, toChatId, subscriber.threadId);
      }
    },
    async leaveThread(id) {
      const subscriber = following.subscribers.find((candidate) => candidate.id === id);
      if (subscriber !== undefined) move(subscriber, subscriber.chatId, undefined);
    },
    async forget(chatId) {
      const gone = new Set(
        following.subscribers.filter((of) => of.chatId === chatId).map(({ id }) => id),
      );
      const removed = removeTopics(following, ({ subscriberId }) => gone.has(subscriberId));
      following.subscribers = following.subscribers.filter(({ id }) => !gone.has(id));
      return removed;
    },
    async forgetGone(before) {
      const isGone = ({ id, state }: Subscriber) =>
        (stateAt.get(id) ?? 0) < before &&
        (state !== 'active' || following.topics.every(({ subscriberId }) => subscriberId !== id));
      const gone = new Set(following.subscribers.filter(isGone).map(({ id }) => id));
      removeTopics(following, ({ subscriberId }) => gone.has(subscriberId));
      following.subscribers = following.subscribers.filter(({ id }) => !gone.has(id));
      return gone.size;
    },
  };
}

export function createMemoryTopicStore(following: MemoryFollowing): TopicStore {
  return {
    async put(topic) {
      const isKnown = following.topics.some(({ id }) => id === topic.id);
      following.topics = isKnown
        ? following.topics.map((other) => (other.id === topic.id ? { ...topic } : other))
        : [...following.topics, { ...topic }];
    },
    get: async (id) => following.topics.find((topic) => topic.id === id),
    list: async (subscriberId) =>
      following.topics.filter((topic) => topic.subscriberId === subscriberId),
    listActive: async (words) =>
      findActive(following).filter((topic) => words === undefined || words.includes(topic.words)),
    listWords: async () => [...new Set(following.topics.map(({ words }) => words))],
    listAll: async () =>
      following.topics.flatMap((topic) => {
        const subscriber = following.subscribers.find(({ id }) => id === topic.subscriberId);
        return topic.state === 'draft' || subscriber === undefined ? [] : [{ topic, subscriber }];
      }),
    async remove(id) {
      for (const { id: topicId, subscriberId } of following.topics) {
        const owner = following.subscribers.find((one) => one.id === subscriberId);
        if (topicId === id && owner?.state === 'active') {
          following.stateAt.set(subscriberId, Date.now());
        }
      }
      removeTopics(following, (topic) => topic.id === id);
    },
    forgetDrafts: async (before) =>
      removeTopics(following, ({ state, createdAt }) => state === 'draft' && createdAt < before),
  };
}

function findActive({ topics, subscribers }: MemoryFollowing): Topic[] {
  return topics.filter(
    ({ state, subscriberId }) =>
      state === 'active' && subscribers.find(({ id }) => id === subscriberId)?.state === 'active',
  );
}

export function createMemoryProbeStore(): ProbeStore {
  const kept = new Map<string, TopicProbe>();
  const keyOf = (text: string, model: string): string => JSON.stringify([text, model]);
  return {
    async read(texts, model) {
      return new Map(
        texts.flatMap((text) => {
          const probe = kept.get(keyOf(text, model));
          return probe === undefined ? [] : [[text, probe] as const];
        }),
      );
    },
    async readVectors(texts, model) {
      return new Map(
        texts.flatMap((text) => {
          const probe = kept.get(keyOf(text, model));
          return probe === undefined
            ? []
            : [[text, { language: probe.language, vector: probe.vector }] as const];
        }),
      );
    },
    async put(probes) {
      for (const [text, probe] of probes)
        kept.set(keyOf(text, probe.model), structuredClone(probe));
    },
    async keepOnly(texts) {
      for (const [key, { model }] of kept) {
        if (!texts.some((text) => keyOf(text, model) === key)) kept.delete(key);
      }
    },
  };
}

export function createMemoryEntryStore(following: MemoryFollowing): EntryStore {
  type Kept = TopicEntry & EntryKind & { readonly topicId: string; readonly passages: number };
  let kept: readonly Kept[] = [];
  let nextId = 1;
  const find = ({ language, basis }: EntryKind): Kept[] =>
    kept.filter(
      (entry) =>
        entry.language === language &&
        entry.basis === basis &&
        following.topics.some(({ id }) => id === entry.topicId),
    );
  return {
    async listMissing(kind) {
      const known = new Set(find(kind).map(({ words }) => words));
      return [...new Set(findActive(following).map(({ words }) => words))].filter(
        (words) => !known.has(words),
      );
    },
    async listStale(kind, { from, to, limit }) {
      return find(kind)
        .filter(({ passages }) => passages < from || passages > to)
        .slice(0, limit)
        .map(({ words }) => words);
    },
    readSince: async (kind, after) =>
      find(kind)
        .filter(({ id }) => id > after)
        .map(({ id, words, packed }) => ({ id, words, packed })),
    async put(kind, entries, passages) {
      for (const { words, packed } of entries) {
        const owner = following.topics.find((topic) => topic.words === words);
        kept = kept.filter((entry) => entry.words !== words || entry.language !== kind.language);
        if (owner === undefined) continue;
        kept = [...kept, { ...kind, id: nextId, topicId: owner.id, words, packed, passages }];
        nextId += 1;
      }
    },
  };
}
