/** What the parsing thread is asked and answers: texts from the web are never taken apart in the thread that answers readers. */
import type { WebPage } from '../../ports/web-reader.js';
import type { ParsedFeed } from './parse-feed.js';

/** A text to be taken apart. */
export type ParseJob =
  | { readonly kind: 'feed'; readonly text: string; readonly address: string }
  | { readonly kind: 'page'; readonly text: string }
  /** The feed that a page names. */
  | { readonly kind: 'feedLink'; readonly text: string; readonly address: string };

export interface ParseResults {
  readonly feed: ParsedFeed;
  readonly page: WebPage;
  readonly feedLink: string | undefined;
}
