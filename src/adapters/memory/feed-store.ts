/** Feeds, entries and posts in memory, a tool of the tests. */
import type { Feed } from '../../domain/feed.js';
import type { FeedStore, SeenEntry, StoredPost } from '../../ports/feed-store.js';

/** @param options.now milliseconds since 1970 @default the machine's clock */
export function createMemoryFeedStore(options: { readonly now?: () => number } = {}): FeedStore {
  const now = options.now ?? Date.now;
  const entries = new Map<number, Map<string, SeenEntry>>();
  const posts = new Map<string, { readonly post: StoredPost; isPending: boolean }>();
  let feeds: readonly Feed[] = [];
  let nextId = 1;

  const keyOf = (chatId: number, messageId: number): string => `${chatId}/${messageId}`;
  const listPosts = (): StoredPost[] =>
    [...posts.values()].map(({ post }) => post).sort((a, b) => a.messageId - b.messageId);

  return {
    async addFeed(feed) {
      const known = feeds.find(
        ({ address, chatId }) =>
          address === feed.address || (chatId !== undefined && chatId === feed.chatId),
      );
      if (known !== undefined) return { feed: known, isNew: false };
      const at = now();
      const addedAt = new Date(at).toISOString();
      const added: Feed = { ...feed, id: nextId, addedAt, nextPullAt: at, failures: 0 };
      nextId += 1;
      feeds = [...feeds, added];
      return { feed: added, isNew: true };
    },
    async listFeeds() {
      return feeds;
    },
    async updateFeed(id, change) {
      feeds = feeds.map((feed) => {
        if (feed.id !== id) return feed;
        const merged = Object.entries({ ...feed, ...change });
        return Object.fromEntries(
          merged.filter(([, value]) => value !== undefined),
        ) as unknown as Feed;
      });
    },
    async removeFeed(id) {
      feeds = feeds.filter((feed) => feed.id !== id);
      entries.delete(id);
    },
    async readEntries(feedId) {
      return new Map(entries.get(feedId));
    },
    async rememberEntry(feedId, entryId, seen) {
      if (!feeds.some(({ id }) => id === feedId)) return;
      const known = entries.get(feedId) ?? new Map<string, SeenEntry>();
      entries.set(feedId, known.set(entryId, { hash: seen.hash, attempts: seen.attempts }));
    },
    async savePost(post) {
      posts.set(keyOf(post.chatId, post.messageId), { post: { ...post }, isPending: true });
    },
    async listParts(chatId, firstId) {
      return listPosts().filter((post) => post.chatId === chatId && post.firstId === firstId);
    },
    async findPost(chatId, messageId) {
      return posts.get(keyOf(chatId, messageId))?.post;
    },
    async findAlbum(chatId, mediaGroupId) {
      return listPosts().find(
        (post) => post.chatId === chatId && post.mediaGroupId === mediaGroupId,
      );
    },
    async listPending() {
      const pending = [...posts.values()].filter(({ isPending }) => isPending);
      const first = new Map<string, StoredPost>();
      for (const { post } of pending.sort((a, b) => a.post.date - b.post.date)) {
        const key = keyOf(post.chatId, post.firstId);
        if (!first.has(key)) first.set(key, post);
      }
      return [...first.values()]
        .sort((a, b) => a.date - b.date || a.firstId - b.firstId)
        .map(({ chatId, firstId }) => ({ chatId, firstId }));
    },
    async markIngested(parts) {
      for (const part of parts) {
        const known = posts.get(keyOf(part.chatId, part.messageId));
        if (known?.post.text === part.text) known.isPending = false;
      }
    },
  };
}
