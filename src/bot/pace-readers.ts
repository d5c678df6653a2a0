/** How fast a reader may ask: a bucket of tokens each, which fills by itself. Nothing is kept of readers who are slow. */

export const PACE = {
  /** Tokens of a full bucket: rewording a question a few times, or what was sent while the bot was away. */
  burst: 10,
  /**
   * One token comes back in this time. Twenty a minute is what Telegram lets a bot send to a group, and more than anybody
   * reads.
   */
  refillMs: 3000,
  /** A message may cost a search. */
  messageCost: 1,
  /** A press mostly shows what is known already; paging is quick. */
  pressCost: 0.25,
  /** Buckets in memory; beyond it the full ones go, then the oldest. Some 100 bytes each. */
  mostBuckets: 10_000,
} as const;

type PaceLimits = Readonly<Record<'burst' | 'refillMs' | 'mostBuckets', number>>;

/** `tooFast`: nothing was taken; `isNews` once until the reader may go on again. */
type PaceVerdict =
  | { readonly kind: 'go' }
  | { readonly kind: 'tooFast'; readonly waitMs: number; readonly isNews: boolean };

export interface ReaderPace {
  /** Readers about whom something is remembered. */
  readonly size: number;
  /** Takes tokens out of a reader's bucket, all of `cost` or none. */
  take(readerKey: string, cost: number): PaceVerdict;
}

interface Bucket {
  readonly tokens: number;
  readonly at: number;
  readonly isTold: boolean;
}

/** @param now milliseconds since 1970 */
export function createReaderPace(now: () => number, limits: PaceLimits = PACE): ReaderPace {
  const { burst, refillMs, mostBuckets } = limits;
  const buckets = new Map<string, Bucket>();

  /** A clock that was set back fills nothing and takes nothing away. */
  const fill = ({ tokens, at }: Bucket, atMs: number): number =>
    Math.min(burst, tokens + Math.max(0, atMs - at) / refillMs);

  const makeRoom = (atMs: number): void => {
    if (buckets.size <= mostBuckets) return;
    for (const [key, bucket] of buckets) if (fill(bucket, atMs) >= burst) buckets.delete(key);
    for (const key of buckets.keys()) {
      if (buckets.size <= mostBuckets) break;
      buckets.delete(key);
    }
  };

  return {
    get size() {
      return buckets.size;
    },
    take(readerKey, cost) {
      const at = now();
      const known = buckets.get(readerKey);
      const tokens = known === undefined ? burst : fill(known, at);
      const isEnough = tokens >= cost;
      buckets.delete(readerKey);
      buckets.set(readerKey, { tokens: isEnough ? tokens - cost : tokens, at, isTold: !isEnough });
      makeRoom(at);
      if (isEnough) return { kind: 'go' };
      const waitMs = Math.ceil((cost - tokens) * refillMs);
      return { kind: 'tooFast', waitMs, isNews: known?.isTold !== true };
    },
  };
}
