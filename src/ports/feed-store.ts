/** What is remembered of feeds and channels: who was added, what was seen, what is still to be ingested. */
import type { ChannelPost, Feed } from '../domain/feed.js';

/** A feed to be added. */
type NewFeed = Pick<Feed, 'kind' | 'address' | 'title' | 'chatId'>;

/** What is known after a pull, or about a channel. `undefined` takes a value away. */
export interface FeedChange {
  readonly title?: string;
  readonly chatId?: number;
  readonly address?: string;
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  readonly nextPullAt?: number;
  readonly pulledAt?: number;
  readonly failures?: number;
  readonly fault?: Feed['fault'] | undefined;
}

/** An entry that was dealt with. */
export interface SeenEntry {
  /** Of what the feed said; another one means that the entry has changed. */
  readonly hash: string;
  /** Times that its full text could not be had; 0 when nothing is missing. */
  readonly attempts: number;
}

/** A post with what the store knows of it. */
export interface StoredPost extends ChannelPost {
  /** Message id of the first part of its article. */
  readonly firstId: number;
}

export interface FeedStore {
  /**
   * Adds a feed, due at once.
   * @returns the one that is there already when its address or chat id is known
   */
  addFeed(feed: NewFeed): Promise<{ readonly feed: Feed; readonly isNew: boolean }>;
  /** In the order in which they were added. */
  listFeeds(): Promise<readonly Feed[]>;
  /** Changes what is given; a feed that is gone is left alone. */
  updateFeed(id: number, change: FeedChange): Promise<void>;
  /** Forgets a feed and its entries; the articles stay in the library. Removing twice does no harm. */
  removeFeed(id: number): Promise<void>;
  /** What is remembered of the entries of a feed, by entry id. */
  readEntries(feedId: number): Promise<ReadonlyMap<string, SeenEntry>>;
  /** Remembers an entry, in place of what was known of it; nothing happens when the feed is gone. */
  rememberEntry(feedId: number, entryId: string, seen: SeenEntry): Promise<void>;
  /** Keeps a post, or its new version, as one that is still to be ingested. Survives a crash when it returns. */
  savePost(post: StoredPost): Promise<void>;
  /** The parts of one article, by message id. */
  listParts(chatId: number, firstId: number): Promise<readonly StoredPost[]>;
  findPost(chatId: number, messageId: number): Promise<StoredPost | undefined>;
  /** The first part with this media group, if the album is known. */
  findAlbum(chatId: number, mediaGroupId: string): Promise<StoredPost | undefined>;
  /** The first parts of articles that are still to be ingested, oldest first. */
  listPending(): Promise<readonly Pick<StoredPost, 'chatId' | 'firstId'>[]>;
  /**
   * Marks parts as ingested, unless they have changed meanwhile.
   * @param parts as `listParts` gave them
   */
  markIngested(parts: readonly StoredPost[]): Promise<void>;
}
