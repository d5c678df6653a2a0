/** Puts the intake together: the web, the disk and the store of feeds, on top of the program's own ingest. */
import { systemClock } from '../clock.js';
import type { Config } from '../config.js';
import { createFeedKeeper } from '../intake/feed-keeper.js';
import type { IngestIntake } from '../intake/intake-hooks.js';
import { createPostKeeper } from '../intake/post-keeper.js';
import { createIntake, type Intake } from '../intake/run-intake.js';
import type { Clock } from '../ports/clock.js';
import type { FeedStore } from '../ports/feed-store.js';
import { decodeText } from './documents/decode-text.js';
import { createDocumentReader } from './documents/file-reader.js';
import { createFileWatcher } from './documents/file-watcher.js';
import { createWebReader, type WebReaderOptions } from './web/web-reader.js';

/** Replaces parts of the intake; for tests. */
export interface IntakeOverrides {
  readonly clock?: Clock;
  /** What may be fetched, and how much of it. No setting leads here: the guard cannot be switched off by mistake. */
  readonly web?: Pick<WebReaderOptions, 'isAllowed' | 'resolve' | 'limits'>;
}

interface IntakeOptions extends IntakeOverrides {
  readonly config: Pick<Config, 'watch' | 'feedMinutes' | 'maxFileBytes'>;
  readonly ingest: IngestIntake;
  /** Opens the library. */
  readonly openStore: () => Promise<FeedStore>;
}

/** Creates the intake. Nothing is opened, watched or fetched yet. */
export function openIntake(options: IntakeOptions): Intake {
  const { config, ingest, clock = systemClock, web } = options;
  const store = openLater(options.openStore);
  const feeds = createFeedKeeper({
    store,
    web: createWebReader({
      ...web,
      decode: (bytes, name, charset) => decodeText(bytes, name, charset).text,
    }),
    ingest,
    now: clock.now,
    random: Math.random,
    intervalMs: config.feedMinutes * 60_000,
  });
  return createIntake({
    feeds,
    posts: createPostKeeper({ store, ingest, toDate: formatLocalDay }),
    watcher: createFileWatcher(createDocumentReader({ maxBytes: config.maxFileBytes })),
    ingest,
    clock,
    watch: config.watch,
  });
}

/** A store that is opened when it is first asked for something. */
function openLater(open: () => Promise<FeedStore>): FeedStore {
  return {
    addFeed: async (feed) => (await open()).addFeed(feed),
    listFeeds: async () => (await open()).listFeeds(),
    updateFeed: async (id, change) => (await open()).updateFeed(id, change),
    removeFeed: async (id) => (await open()).removeFeed(id),
    readEntries: async (feedId) => (await open()).readEntries(feedId),
    rememberEntry: async (feedId, id, seen) => (await open()).rememberEntry(feedId, id, seen),
    savePost: async (post) => (await open()).savePost(post),
    listParts: async (chatId, firstId) => (await open()).listParts(chatId, firstId),
    findPost: async (chatId, messageId) => (await open()).findPost(chatId, messageId),
    findAlbum: async (chatId, groupId) => (await open()).findAlbum(chatId, groupId),
    listPending: async () => (await open()).listPending(),
    markIngested: async (parts) => (await open()).markIngested(parts),
  };
}

/** The day in the machine's time zone, which is where the keeper is. */
function formatLocalDay(at: number): string {
  const date = new Date(at);
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
