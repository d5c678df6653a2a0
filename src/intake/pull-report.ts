/** What a pull of a feed has brought. */
import type { Feed } from '../domain/feed.js';

export interface PullReport {
  readonly feed: Pick<Feed, 'id' | 'address' | 'title'>;
  /** `unchanged`: the server says that nothing is new. */
  readonly outcome: 'pulled' | 'unchanged' | 'failed';
  /** Entries that the feed holds now. */
  readonly entries: number;
  readonly added: number;
  readonly replaced: number;
  /** Entries that could not be ingested, such as those without text. */
  readonly failed: number;
  /** Only of a pull that failed. */
  readonly fault?: { readonly code: string; readonly message: string; readonly hint: string };
  /** Milliseconds since 1970. */
  readonly nextPullAt: number;
}
