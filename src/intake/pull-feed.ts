/**
 * Pulls one feed: asks whether it has changed, and ingests the entries that are new or different. What fails is the
 * feed's own affair (it is left alone for longer and longer), except for faults of the library, which end the pull.
 */
import type { Feed, FeedEntry } from '../domain/feed.js';
import { type AppError, toAppError } from '../errors.js';
import type { IngestReport } from '../ingest/ingest-report.js';
import type { TextDocument } from '../ingest/text-document.js';
import type { FeedChange, FeedStore } from '../ports/feed-store.js';
import type { FeedAnswer, WebReader } from '../ports/web-reader.js';
import { hashEntry, makeEntryDocument } from './entry-document.js';
import { findPullDelay } from './feed-backoff.js';
import { type IngestIntake, type IntakeHooks, toIngestHooks } from './intake-hooks.js';
import type { PullReport } from './pull-report.js';

export interface PullPorts {
  readonly store: FeedStore;
  readonly web: WebReader;
  readonly ingest: IngestIntake;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly intervalMs: number;
}

/** How much is done at once. */
const PULL_RULES = {
  /** Entries that are ingested, and remembered, together. */
  entriesAStep: 25,
  /** Pages that are fetched in one pull for entries with a teaser only; the others wait for the next pull. */
  maxPages: 50,
  /** Pulls in which a page is asked for, before the teaser has to do. */
  maxAttempts: 3,
} as const;

interface PullOptions {
  readonly hooks?: IntakeHooks | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Pulls a feed and tells what it has brought.
 *
 * @throws AppError INTERRUPTED; INDEX_BUSY, DISK_FULL and other faults of the library. The feed stays due then.
 */
export async function pullFeed(
  feed: Feed,
  ports: PullPorts,
  options: PullOptions = {},
): Promise<PullReport> {
  let answer: FeedAnswer;
  try {
    const { etag, lastModified } = feed;
    answer = await ports.web.readFeed(feed.address, {
      validators: {
        ...(etag === undefined ? {} : { etag }),
        ...(lastModified === undefined ? {} : { lastModified }),
      },
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
  } catch (thrown) {
    return recordFailure(feed, toAppError(thrown), ports);
  }
  const title = answer.kind === 'feed' ? answer.title : undefined;
  const current = title === undefined ? feed : { ...feed, title };
  const taken =
    answer.kind === 'feed'
      ? await takeEntries(current, answer.entries, { ports, options })
      : { added: 0, replaced: 0, failed: 0, isComplete: true };
  const { isComplete, ...counts } = taken;
  const validators = answer.kind === 'feed' ? answer.validators : undefined;
  const nextPullAt = await recordPull(feed, ports, {
    failures: 0,
    change: {
      fault: undefined,
      ...(title === undefined ? {} : { title }),
      // Without validators the whole feed comes again: so does what was left for the next pull.
      ...(validators === undefined
        ? {}
        : {
            etag: isComplete ? validators.etag : undefined,
            lastModified: isComplete ? validators.lastModified : undefined,
          }),
    },
  });
  return {
    feed: describeFeed(current),
    outcome: answer.kind === 'feed' ? 'pulled' : 'unchanged',
    entries: answer.kind === 'feed' ? answer.entries.length : 0,
    ...counts,
    nextPullAt,
  };
}

async function recordFailure(feed: Feed, error: AppError, ports: PullPorts): Promise<PullReport> {
  if (error.code === 'INTERRUPTED') throw error;
  const { code, message, hint } = error;
  const nextPullAt = await recordPull(feed, ports, {
    failures: feed.failures + 1,
    retryAfterMs: error.retryAfterMs,
    change: { fault: { code, message } },
  });
  return {
    feed: describeFeed(feed),
    outcome: 'failed',
    entries: 0,
    added: 0,
    replaced: 0,
    failed: 0,
    fault: { code, message, hint },
    nextPullAt,
  };
}

async function recordPull(
  feed: Feed,
  ports: PullPorts,
  pull: {
    readonly failures: number;
    readonly retryAfterMs?: number | undefined;
    readonly change: FeedChange;
  },
): Promise<number> {
  const { intervalMs } = ports;
  const { failures, retryAfterMs } = pull;
  const now = ports.now();
  const delayMs = findPullDelay({ failures, intervalMs, retryAfterMs, random: ports.random() });
  const nextPullAt = now + delayMs;
  await ports.store.updateFeed(feed.id, { ...pull.change, failures, pulledAt: now, nextPullAt });
  return nextPullAt;
}

interface Counts {
  readonly added: number;
  readonly replaced: number;
  readonly failed: number;
}

/** An entry on its way into the library. */
interface NewEntry {
  readonly entry: FeedEntry;
  readonly hash: string;
  readonly attempts: number;
  readonly document: TextDocument;
}

async function takeEntries(
  feed: Feed,
  entries: readonly FeedEntry[],
  context: { readonly ports: PullPorts; readonly options: PullOptions },
): Promise<Counts & { readonly isComplete: boolean }> {
  const { ports, options } = context;
  const seen = await ports.store.readEntries(feed.id);
  let counts: Counts = { added: 0, replaced: 0, failed: 0 };
  let isComplete = true;
  let pages = 0;
  let step: NewEntry[] = [];
  const finishStep = async (): Promise<void> => {
    counts = addCounts(counts, await ingestEntries(feed, step, context));
    step = [];
  };
  // Feeds begin with their latest entry; the library keeps the order in which things happened.
  for (const entry of [...entries].reverse()) {
    const hash = hashEntry(entry);
    const known = seen.get(entry.id);
    const isKnown = known?.hash === hash;
    const attempts = isKnown ? known.attempts : 0;
    if (isKnown && (attempts === 0 || attempts >= PULL_RULES.maxAttempts)) continue;
    const needsPage = entry.isTeaser && entry.link !== undefined;
    if (needsPage && pages >= PULL_RULES.maxPages) {
      isComplete = false;
      continue;
    }
    if (needsPage) pages += 1;
    const page = needsPage ? await readPage(entry, ports, options.signal) : undefined;
    const isMissing = page === 'failed';
    if (isMissing && attempts + 1 < PULL_RULES.maxAttempts) isComplete = false;
    step.push({
      entry,
      hash,
      attempts: isMissing ? attempts + 1 : 0,
      document: makeEntryDocument(feed, entry, page === 'failed' ? undefined : page),
    });
    if (step.length >= PULL_RULES.entriesAStep) await finishStep();
  }
  await finishStep();
  return { ...counts, isComplete };
}

async function readPage(entry: FeedEntry, ports: PullPorts, signal: AbortSignal | undefined) {
  try {
    return await ports.web.readPage(entry.link ?? '', signal === undefined ? {} : { signal });
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code === 'INTERRUPTED') throw error;
    // What will be no different next time is not tried again.
    return error.code === 'FETCH_FAILED' ? 'failed' : undefined;
  }
}

async function ingestEntries(
  feed: Feed,
  entries: readonly NewEntry[],
  { ports, options }: { readonly ports: PullPorts; readonly options: PullOptions },
): Promise<Counts> {
  if (entries.length === 0) return { added: 0, replaced: 0, failed: 0 };
  const { hooks = {}, signal } = options;
  const report = await ports.ingest(
    entries.map(({ document }) => document),
    {
      hooks: toIngestHooks(hooks),
      ...(signal === undefined ? {} : { signal }),
    },
  );
  for (const { entry, hash, attempts, document } of entries) {
    const failure = report.failures.find(({ path }) => path === document.path);
    // A fault of ours is no reason to forget the entry.
    if (failure?.code === 'INTERNAL') continue;
    await ports.store.rememberEntry(feed.id, entry.id, { hash, attempts });
  }
  return countOutcomes(report);
}

function countOutcomes({ documents, failures }: IngestReport): Counts {
  return {
    added: documents.filter(({ outcome }) => outcome === 'added').length,
    replaced: documents.filter(({ outcome }) => outcome === 'replaced').length,
    failed: failures.length,
  };
}

function addCounts(one: Counts, other: Counts): Counts {
  return {
    added: one.added + other.added,
    replaced: one.replaced + other.replaced,
    failed: one.failed + other.failed,
  };
}

function describeFeed({ id, address, title }: Feed): PullReport['feed'] {
  return { id, address, ...(title === undefined ? {} : { title }) };
}
