/** Tool of the contracts: the stores of topics and alerts, as each technology opens them. */
import type { ArticleDraft } from '../../src/domain/article.js';
import type { Topic } from '../../src/domain/topic.js';
import type { ArticleAlert, DocumentChange } from '../../src/ports/article-store.js';
import type { NewAlert, Outbox } from '../../src/ports/outbox.js';
import type {
  EntryStore,
  ProbeStore,
  SubscriberStore,
  TopicStore,
} from '../../src/ports/topic-store.js';

export interface FollowingLibrary {
  readonly subscribers: SubscriberStore;
  readonly topics: TopicStore;
  readonly probes: ProbeStore;
  readonly entries: EntryStore;
  readonly outbox: Outbox;
  /** Stores a document with alerts. */
  save(
    path: string,
    drafts: readonly ArticleDraft[],
    alerts: readonly ArticleAlert[],
    version?: string,
  ): Promise<DocumentChange>;
  close(): Promise<void>;
}

export type OpenFollowing = () => Promise<FollowingLibrary>;

export function createTopic(id: string, subscriberId: number): Topic {
  return {
    id,
    subscriberId,
    words: `topic ${id}`,
    name: `topic ${id}`,
    strictness: 0,
    state: 'active',
    isMuted: false,
    createdAt: 1_760_000_000_000,
  };
}

export function createAlert(subscriberId: number, topicId: string, articleId: string): NewAlert {
  return {
    subscriberId,
    topicId,
    articleId,
    quote: { start: 0, end: 5, text: `words of ${articleId}`, headings: ['一', '二'], score: 0.25 },
    createdAt: 1000,
  };
}
