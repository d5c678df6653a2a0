/**
 * Lets articles in while the program runs: files that change, feeds whose time has come, posts that have arrived. Three
 * loops beside each other; each waits for the library where another writes to it, and none of them ends the program.
 */
import { type AppError, toAppError } from '../errors.js';
import type { Clock } from '../ports/clock.js';
import type { FileWatcher } from '../ports/file-watcher.js';
import type { FeedKeeper } from './feed-keeper.js';
import type { IngestIntake, IntakeHooks } from './intake-hooks.js';
import type { PostKeeper } from './post-keeper.js';
import { createWakeable } from './wakeable.js';
import { watchFiles } from './watch-files.js';

/** Times of the loops. */
const INTAKE_TIMES = {
  /** How often it is looked which feeds are due. */
  feedTickMs: 20_000,
  /** The rest of a long post or an album arrives within so long. */
  postSettleMs: 3000,
  /** How often more posts are waited for. */
  postRounds: 10,
  /** Posts that could not be ingested are tried again after so long. */
  postRetryMs: 60_000,
} as const;

export interface IntakePorts {
  readonly feeds: FeedKeeper;
  readonly posts: PostKeeper;
  readonly watcher: FileWatcher;
  readonly ingest: IngestIntake;
  readonly clock: Clock;
  /** Files and folders that are watched. */
  readonly watch: readonly string[];
}

export interface Intake {
  readonly feeds: FeedKeeper;
  readonly posts: PostKeeper;
  /**
   * Runs until `signal` aborts and what is under way has ended. Never rejects: faults are told and tried again.
   * @param options.only what is let in @default all
   */
  run(options: {
    readonly signal: AbortSignal;
    readonly hooks?: IntakeHooks;
    readonly only?: readonly ('files' | 'feeds' | 'posts')[];
  }): Promise<void>;
}

/** Puts the intake together. A feed that is added, or a post that is taken, wakes its loop. */
export function createIntake(ports: IntakePorts): Intake {
  const { clock } = ports;
  const feedsWake = createWakeable(clock);
  const postsWake = createWakeable(clock);
  let lastPostAt = 0;

  const feeds: FeedKeeper = {
    ...ports.feeds,
    async add(reference, options) {
      const added = await ports.feeds.add(reference, options);
      if (added.isNew) feedsWake.wake();
      return added;
    },
  };
  const posts: PostKeeper = {
    ...ports.posts,
    async takePost(post) {
      const isTaken = await ports.posts.takePost(post);
      if (isTaken) {
        lastPostAt = clock.now();
        postsWake.wake();
      }
      return isTaken;
    },
  };

  /** Waits until no post has come for a while; not for ever, in a channel that never rests or on a clock set back. */
  const settlePosts = async (signal: AbortSignal): Promise<void> => {
    for (let rounds = 0; rounds < INTAKE_TIMES.postRounds && !signal.aborted; rounds += 1) {
      const restMs = lastPostAt + INTAKE_TIMES.postSettleMs - clock.now();
      if (restMs <= 0) return;
      await clock.wait(Math.min(INTAKE_TIMES.postSettleMs, restMs), signal);
    }
  };

  return {
    feeds,
    posts,
    async run({ signal, hooks = {}, only = ['files', 'feeds', 'posts'] }) {
      const repeat = async (
        source: 'feeds' | 'posts',
        work: () => Promise<unknown>,
        wait: () => Promise<void>,
      ): Promise<void> => {
        let told = '';
        while (!signal.aborted) {
          const error = await runOnce(work);
          const now = error === undefined ? '' : `${error.code} ${error.message}`;
          if (error !== undefined && now !== told && !signal.aborted)
            hooks.onFault?.(source, error);
          told = now;
          if (!signal.aborted) await wait();
        }
      };
      const watchAll = async (): Promise<void> => {
        const error = await runOnce(() => watchFiles(ports.watch, ports, { signal, hooks }));
        if (error !== undefined) hooks.onFault?.('files', error);
      };
      await Promise.all([
        only.includes('files') && ports.watch.length > 0 ? watchAll() : undefined,
        only.includes('feeds')
          ? repeat(
              'feeds',
              () => feeds.pull({ only: 'due', hooks, signal }),
              () => feedsWake.wait(INTAKE_TIMES.feedTickMs, signal),
            )
          : undefined,
        only.includes('posts')
          ? repeat(
              'posts',
              async () => {
                await settlePosts(signal);
                if (!signal.aborted) await posts.ingestPending({ hooks, signal });
              },
              () => postsWake.wait(INTAKE_TIMES.postRetryMs, signal),
            )
          : undefined,
      ]);
    },
  };
}

async function runOnce(work: () => Promise<unknown>): Promise<AppError | undefined> {
  try {
    await work();
    return undefined;
  } catch (thrown) {
    return toAppError(thrown);
  }
}
