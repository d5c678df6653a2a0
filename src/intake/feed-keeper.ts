/** What a keeper does with feeds and channels: add, list, remove, pull. */
import type { Feed } from '../domain/feed.js';
import { isDue } from './feed-backoff.js';
import type { IntakeHooks } from './intake-hooks.js';
import { type PullPorts, pullFeed } from './pull-feed.js';
import type { PullReport } from './pull-report.js';

/** A feed that was added, or was there already. */
export interface AddedFeed {
  readonly feed: Feed;
  readonly isNew: boolean;
  /** Entries that it holds now; absent for channels, and where nothing was fetched. */
  readonly entries?: number;
}

export interface FeedKeeper {
  /**
   * Adds a feed, after a look at it, or a channel (`@name` or `https://t.me/name`). Its articles come with the next pull.
   * @throws AppError those of `WebReader.readFeed`; nothing is added then
   */
  add(reference: string, options?: { readonly signal?: AbortSignal }): Promise<AddedFeed>;
  list(): Promise<readonly Feed[]>;
  /**
   * Removes a feed or channel; its articles stay.
   * @param reference its id, address or `@name`
   * @returns `undefined` when there is none
   */
  remove(reference: string): Promise<Feed | undefined>;
  /**
   * Pulls feeds, one after the other.
   * @param options.only `due`: those whose time has come; else ids @default all
   * @throws AppError INTERRUPTED, and faults of the library
   */
  pull(options?: {
    readonly only?: 'due' | readonly number[];
    readonly hooks?: IntakeHooks;
    readonly signal?: AbortSignal;
  }): Promise<readonly PullReport[]>;
}

/** The address of a channel that is named; `undefined` for anything else. */
function readChannel(reference: string): string | undefined {
  const name = /^(?:@|(?:https?:\/\/)?(?:t|telegram)\.me\/(?:s\/)?)([a-z]\w{3,31})\/?$/i.exec(
    reference.trim(),
  )?.[1];
  return name === undefined ? undefined : channelAddress(name);
}

/** The address of a public channel. */
export function channelAddress(username: string): string {
  return `https://t.me/${username.toLowerCase()}`;
}

/** Creates the keeper of feeds. */
export function createFeedKeeper(ports: PullPorts): FeedKeeper {
  const { store, web } = ports;
  return {
    async add(reference, { signal } = {}) {
      const channel = readChannel(reference);
      if (channel !== undefined) return store.addFeed({ kind: 'channel', address: channel });
      const address = web.normaliseAddress(reference);
      const known = (await store.listFeeds()).find((feed) => feed.address === address);
      if (known !== undefined) return { feed: known, isNew: false };
      const answer = await web.readFeed(address, signal === undefined ? {} : { signal });
      const { title, entries = [] } = answer.kind === 'feed' ? answer : {};
      const added = await store.addFeed({
        kind: 'web',
        address,
        ...(title === undefined ? {} : { title }),
      });
      return { ...added, entries: entries.length };
    },

    list: () => store.listFeeds(),

    async remove(reference) {
      const wanted = reference.trim();
      const address = readChannel(wanted) ?? wanted;
      const feed = (await store.listFeeds()).find(
        (candidate) =>
          String(candidate.id) === wanted ||
          candidate.address === address ||
          candidate.address === normalise(address),
      );
      if (feed !== undefined) await store.removeFeed(feed.id);
      return feed;
    },

    async pull({ only, hooks, signal } = {}) {
      const reports: PullReport[] = [];
      const now = ports.now();
      for (const feed of await store.listFeeds()) {
        const isWanted = only === 'due' ? isDue(feed, now) : (only?.includes(feed.id) ?? true);
        if (!isWanted || feed.kind !== 'web') continue;
        const report = await pullFeed(feed, ports, { hooks, signal });
        hooks?.onPull?.(report);
        reports.push(report);
      }
      return reports;
    },
  };

  function normalise(address: string): string {
    try {
      return web.normaliseAddress(address);
    } catch {
      return address;
    }
  }
}
