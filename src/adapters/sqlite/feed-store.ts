/** Feeds, their entries and channel posts in SQLite, beside the library that they fill. */
import type { Kysely, Selectable } from 'kysely';
import type { Feed } from '../../domain/feed.js';
import type { FeedChange, FeedStore, StoredPost } from '../../ports/feed-store.js';
import type { DatabaseSchema } from './schema.js';

/** @param options.now milliseconds since 1970 @default the machine's clock */
export function createSqliteFeedStore(
  db: Kysely<DatabaseSchema>,
  options: { readonly now?: () => number } = {},
): FeedStore {
  const now = options.now ?? Date.now;
  const postsOf = (chatId: number) =>
    db.selectFrom('channel_posts').selectAll().where('chat_id', '=', chatId);
  const findFeed = async (feed: Pick<Feed, 'address' | 'chatId'>): Promise<Feed | undefined> => {
    const { address, chatId } = feed;
    const rows = await db
      .selectFrom('feeds')
      .selectAll()
      .where((where) =>
        where.or([
          where('address', '=', address),
          ...(chatId === undefined ? [] : [where('chat_id', '=', chatId)]),
        ]),
      )
      .orderBy('id')
      .execute();
    return rows[0] && toFeed(rows[0]);
  };

  return {
    async addFeed(feed) {
      const at = now();
      const inserted = await db
        .insertInto('feeds')
        .values({
          kind: feed.kind,
          address: feed.address,
          title: feed.title ?? null,
          chat_id: feed.chatId ?? null,
          added_at: new Date(at).toISOString(),
          etag: null,
          last_modified: null,
          next_pull_at: at,
          pulled_at: null,
          failures: 0,
          last_error: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .executeTakeFirst();
      if (inserted !== undefined) return { feed: toFeed(inserted), isNew: true };
      const known = await findFeed(feed);
      // Removed by another program in between.
      return known === undefined ? this.addFeed(feed) : { feed: known, isNew: false };
    },

    async listFeeds() {
      return (await db.selectFrom('feeds').selectAll().orderBy('id').execute()).map(toFeed);
    },

    async updateFeed(id, change) {
      const values = toColumns(change);
      if (Object.keys(values).length === 0) return;
      await db.updateTable('feeds').set(values).where('id', '=', id).execute();
    },

    async removeFeed(id) {
      await db.deleteFrom('feeds').where('id', '=', id).execute();
    },

    async readEntries(feedId) {
      const rows = await db
        .selectFrom('feed_entries')
        .selectAll()
        .where('feed_id', '=', feedId)
        .execute();
      return new Map(rows.map((row) => [row.entry_id, { hash: row.hash, attempts: row.attempts }]));
    },

    async rememberEntry(feedId, entryId, { hash, attempts }) {
      await db
        .insertInto('feed_entries')
        .columns(['feed_id', 'entry_id', 'hash', 'attempts'])
        .expression((of) =>
          of
            .selectFrom('feeds')
            .select((value) => [
              'feeds.id',
              value.val(entryId).as('entry_id'),
              value.val(hash).as('hash'),
              value.val(attempts).as('attempts'),
            ])
            .where('feeds.id', '=', feedId),
        )
        .onConflict((conflict) =>
          conflict.columns(['feed_id', 'entry_id']).doUpdateSet({ hash, attempts }),
        )
        .execute();
    },

    async savePost(post) {
      const row = {
        chat_id: post.chatId,
        message_id: post.messageId,
        first_id: post.firstId,
        media_group_id: post.mediaGroupId ?? null,
        date: post.date,
        text: post.text,
        username: post.username ?? null,
        title: post.title,
        author: post.author ?? null,
        pending: 1,
      };
      await db
        .insertInto('channel_posts')
        .values(row)
        .onConflict((conflict) => conflict.columns(['chat_id', 'message_id']).doUpdateSet(row))
        .execute();
    },

    async listParts(chatId, firstId) {
      const rows = await postsOf(chatId)
        .where('first_id', '=', firstId)
        .orderBy('message_id')
        .execute();
      return rows.map(toPost);
    },

    async findPost(chatId, messageId) {
      const row = await postsOf(chatId).where('message_id', '=', messageId).executeTakeFirst();
      return row && toPost(row);
    },

    async findAlbum(chatId, mediaGroupId) {
      const row = await postsOf(chatId)
        .where('media_group_id', '=', mediaGroupId)
        .orderBy('message_id')
        .executeTakeFirst();
      return row && toPost(row);
    },

    async listPending() {
      const rows = await db
        .selectFrom('channel_posts')
        .select(['chat_id', 'first_id'])
        .where('pending', '=', 1)
        .groupBy(['chat_id', 'first_id'])
        .orderBy((of) => of.fn.min('date'))
        .orderBy('first_id')
        .execute();
      return rows.map((row) => ({ chatId: row.chat_id, firstId: row.first_id }));
    },

    async markIngested(parts) {
      for (const { chatId, messageId, text } of parts) {
        await db
          .updateTable('channel_posts')
          .set({ pending: 0 })
          .where('chat_id', '=', chatId)
          .where('message_id', '=', messageId)
          .where('text', '=', text)
          .execute();
      }
    },
  };
}

function toColumns(change: FeedChange) {
  return {
    ...(change.title === undefined ? {} : { title: change.title }),
    ...(change.chatId === undefined ? {} : { chat_id: change.chatId }),
    ...(change.address === undefined ? {} : { address: change.address }),
    ...('etag' in change ? { etag: change.etag ?? null } : {}),
    ...('lastModified' in change ? { last_modified: change.lastModified ?? null } : {}),
    ...(change.nextPullAt === undefined ? {} : { next_pull_at: change.nextPullAt }),
    ...(change.pulledAt === undefined ? {} : { pulled_at: change.pulledAt }),
    ...(change.failures === undefined ? {} : { failures: change.failures }),
    ...('fault' in change
      ? { last_error: change.fault === undefined ? null : JSON.stringify(change.fault) }
      : {}),
  };
}

function toFeed(row: Selectable<DatabaseSchema['feeds']>): Feed {
  return {
    id: row.id,
    kind: row.kind,
    address: row.address,
    ...(row.title === null ? {} : { title: row.title }),
    ...(row.chat_id === null ? {} : { chatId: row.chat_id }),
    addedAt: row.added_at,
    ...(row.etag === null ? {} : { etag: row.etag }),
    ...(row.last_modified === null ? {} : { lastModified: row.last_modified }),
    nextPullAt: row.next_pull_at,
    ...(row.pulled_at === null ? {} : { pulledAt: row.pulled_at }),
    failures: row.failures,
    ...(row.last_error === null ? {} : { fault: JSON.parse(row.last_error) as Feed['fault'] & {} }),
  };
}

function toPost(row: Selectable<DatabaseSchema['channel_posts']>): StoredPost {
  return {
    chatId: row.chat_id,
    messageId: row.message_id,
    firstId: row.first_id,
    ...(row.media_group_id === null ? {} : { mediaGroupId: row.media_group_id }),
    date: row.date,
    text: row.text,
    ...(row.username === null ? {} : { username: row.username }),
    title: row.title,
    ...(row.author === null ? {} : { author: row.author }),
  };
}
