/** The web, as far as Quoth reads it: feeds and pages, never anything in a private network. */
import type { FeedEntry, WebParagraph } from '../domain/feed.js';

/** What a conditional request sends along. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** A feed as it is now, or the word that nothing has changed. */
export type FeedAnswer =
  | { readonly kind: 'notModified' }
  | {
      readonly kind: 'feed';
      readonly title?: string;
      /** In the feed's order, each id once. */
      readonly entries: readonly FeedEntry[];
      readonly validators: Validators;
    };

/** The main text of a page. */
export interface WebPage {
  readonly title?: string;
  readonly author?: string;
  readonly paragraphs: readonly WebParagraph[];
}

export interface WebReader {
  /**
   * Checks an address without asking for it, and writes it in one form.
   * @throws AppError ADDRESS_INVALID
   */
  normaliseAddress(address: string): string;
  /**
   * Fetches and reads a feed. What it throws carries `retryAfterMs` where the server has asked for patience.
   * @throws AppError ADDRESS_INVALID, ADDRESS_FORBIDDEN, FETCH_FAILED, FETCH_REFUSED, FETCH_REDIRECTS, FETCH_TOO_LARGE,
   * FEED_INVALID, FEED_UNSAFE, INTERRUPTED
   */
  readFeed(
    address: string,
    options?: { readonly validators?: Validators; readonly signal?: AbortSignal },
  ): Promise<FeedAnswer>;
  /**
   * Fetches a page and finds its main text.
   * @returns without paragraphs when there is none
   * @throws AppError as `readFeed`, but for the last two; PAGE_INVALID when it is no HTML
   */
  readPage(address: string, options?: { readonly signal?: AbortSignal }): Promise<WebPage>;
  /**
   * Fetches a page or a document as a file; a page notes where it was fetched from, as browsers do.
   * @throws AppError as `readPage`
   */
  fetchPage(address: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
}
