/**
 * Channel posts on their way into the library. A post is kept the moment it arrives, so that a crash loses none, and
 * ingested a little later, when the rest of a long post or an album has arrived too.
 */
import type { ChannelPost, Feed } from '../domain/feed.js';
import type { FeedStore, StoredPost } from '../ports/feed-store.js';
import { channelAddress } from './feed-keeper.js';
import { type IngestIntake, type IntakeHooks, toIngestHooks } from './intake-hooks.js';
import { channelNumber, makePostDocument } from './post-document.js';

/** A channel as Telegram names it. */
interface Channel {
  readonly chatId: number;
  readonly title: string;
  readonly username?: string;
}

export interface PostPorts {
  readonly store: FeedStore;
  readonly ingest: IngestIntake;
  /** Day on which a moment falls, as `2026-11-25`. */
  readonly toDate: (at: number) => string;
}

/** When two messages are one post. */
const JOIN_RULES = {
  /** Telegram's clients cut at 4096 characters, or a little before. */
  minLength: 3500,
  /** Parts of one post are sent within seconds. */
  maxGapSeconds: 10,
} as const;

export interface PostKeeper {
  /** Lets the posts of a channel in. @returns false when they were let in already */
  allowChannel(channel: Channel): Promise<boolean>;
  /** Lets no more posts in; the articles stay. @returns false when they were not let in */
  forgetChannel(chatId: number): Promise<boolean>;
  /**
   * Keeps a post, or its new version, for the next `ingestPending`. It survives a crash from then on.
   * @returns false when the channel is not let in, or the post has no words
   */
  takePost(post: ChannelPost): Promise<boolean>;
  /**
   * Ingests what was kept.
   * @throws AppError INTERRUPTED, and faults of the library; what was not ingested stays kept
   */
  ingestPending(options?: {
    readonly hooks?: IntakeHooks;
    readonly signal?: AbortSignal;
  }): Promise<void>;
}

/** Creates the keeper of posts. */
export function createPostKeeper({ store, ingest, toDate }: PostPorts): PostKeeper {
  const findChannel = async (chatId: number, username?: string): Promise<Feed | undefined> => {
    const channels = (await store.listFeeds()).filter(({ kind }) => kind === 'channel');
    return (
      channels.find((feed) => feed.chatId === chatId) ??
      channels.find(
        (feed) =>
          feed.chatId === undefined &&
          username !== undefined &&
          feed.address === channelAddress(username),
      )
    );
  };

  const findFirstId = async (post: ChannelPost): Promise<number> => {
    const { chatId, messageId, mediaGroupId } = post;
    const known = await store.findPost(chatId, messageId);
    if (known !== undefined) return known.firstId;
    const album = mediaGroupId && (await store.findAlbum(chatId, mediaGroupId));
    if (album) return album.firstId;
    const before = await store.findPost(chatId, messageId - 1);
    return before !== undefined && isContinued(before, post) ? before.firstId : messageId;
  };

  return {
    async allowChannel({ chatId, title, username }) {
      const address =
        username === undefined
          ? `https://t.me/c/${channelNumber(chatId)}`
          : channelAddress(username);
      const known = await findChannel(chatId, username);
      if (known === undefined) {
        await store.addFeed({ kind: 'channel', address, title, chatId });
        return true;
      }
      await store.updateFeed(known.id, { chatId, title });
      return false;
    },

    async forgetChannel(chatId) {
      const known = await findChannel(chatId);
      if (known !== undefined) await store.removeFeed(known.id);
      return known !== undefined;
    },

    async takePost(post) {
      const channel = await findChannel(post.chatId, post.username);
      if (channel === undefined || post.text.trim() === '') return false;
      if (channel.chatId !== post.chatId || channel.title !== post.title) {
        await store.updateFeed(channel.id, { chatId: post.chatId, title: post.title });
      }
      await store.savePost({ ...post, firstId: await findFirstId(post) });
      return true;
    },

    async ingestPending({ hooks = {}, signal } = {}) {
      const pending = await Promise.all(
        (await store.listPending()).map(async ({ chatId, firstId }) => {
          const parts = await store.listParts(chatId, firstId);
          return { parts, document: makePostDocument(parts, toDate) };
        }),
      );
      const documents = pending.flatMap(({ document }) => document ?? []);
      const failed = new Set<string>();
      if (documents.length > 0) {
        const report = await ingest(documents, {
          hooks: toIngestHooks(hooks),
          ...(signal === undefined ? {} : { signal }),
        });
        for (const { code, path } of report.failures) if (code === 'INTERNAL') failed.add(path);
      }
      for (const { parts, document } of pending) {
        if (document === undefined || !failed.has(document.path)) await store.markIngested(parts);
      }
    },
  };
}

function isContinued(before: StoredPost, post: ChannelPost): boolean {
  return (
    before.text.length >= JOIN_RULES.minLength &&
    before.author === post.author &&
    before.mediaGroupId === undefined &&
    post.mediaGroupId === undefined &&
    Math.abs(post.date - before.date) <= JOIN_RULES.maxGapSeconds
  );
}
