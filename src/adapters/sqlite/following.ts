/** Topics, subscribers and alerts in SQLite, opened together. */
import type { Kysely } from 'kysely';
import type { Outbox } from '../../ports/outbox.js';
import type {
  EntryStore,
  ProbeStore,
  SubscriberStore,
  TopicStore,
} from '../../ports/topic-store.js';
import { createSqliteEntryStore } from './entry-store.js';
import { createSqliteOutbox } from './outbox.js';
import { createSqliteProbeStore } from './probe-store.js';
import type { DatabaseSchema } from './schema.js';
import { createSqliteSubscriberStore } from './subscriber-store.js';
import { createSqliteTopicStore } from './topic-store.js';

export function createSqliteFollowing(db: Kysely<DatabaseSchema>): {
  readonly probes: ProbeStore;
  readonly entries: EntryStore;
  readonly subscribers: SubscriberStore;
  readonly topics: TopicStore;
  readonly outbox: Outbox;
} {
  return {
    probes: createSqliteProbeStore(db),
    entries: createSqliteEntryStore(db),
    subscribers: createSqliteSubscriberStore(db),
    topics: createSqliteTopicStore(db),
    outbox: createSqliteOutbox(db),
  };
}
