/** Tool of the tests: the intake on stores in memory. It may fetch from this machine, and from nowhere else. */

import { createFileWatcher } from '../../src/adapters/documents/file-watcher.js';
import { createMemoryDocumentReader } from '../../src/adapters/memory/document-reader.js';
import { createMemoryFeedStore } from '../../src/adapters/memory/feed-store.js';
import { createWebReader } from '../../src/adapters/web/web-reader.js';
import { systemClock } from '../../src/clock.js';
import { createFeedKeeper } from '../../src/intake/feed-keeper.js';
import type { IngestIntake } from '../../src/intake/intake-hooks.js';
import { createPostKeeper } from '../../src/intake/post-keeper.js';
import { createIntake, type Intake } from '../../src/intake/run-intake.js';
import type { Clock } from '../../src/ports/clock.js';
import type { FeedStore } from '../../src/ports/feed-store.js';

/** Whether an address is this machine's own. */
export const isThisMachine = (address: string): boolean => address === '127.0.0.1';

/** A web reader that may only ask this machine. */
export const localWeb = createWebReader({
  isAllowed: isThisMachine,
  decode: (bytes) => bytes.toString('utf8'),
});

export function createMemoryIntake(
  ingest: IngestIntake,
  options: { readonly clock?: Clock; readonly store?: FeedStore } = {},
): Intake {
  const { clock = systemClock } = options;
  const store = options.store ?? createMemoryFeedStore({ now: clock.now });
  return createIntake({
    feeds: createFeedKeeper({
      store,
      web: localWeb,
      ingest,
      now: clock.now,
      random: () => 0,
      intervalMs: 30 * 60_000,
    }),
    posts: createPostKeeper({
      store,
      ingest,
      toDate: (at) => new Date(at).toISOString().slice(0, 10),
    }),
    watcher: createFileWatcher(createMemoryDocumentReader(new Map())),
    ingest,
    clock,
    watch: [],
  });
}
