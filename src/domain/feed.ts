/** Where new articles come from by themselves: feeds that are pulled, channels whose posts arrive, and what they bring. */
import type { DatePrecision } from './article.js';

/** What went wrong at the last pull. */
interface FeedFault {
  readonly code: string;
  readonly message: string;
}

/**
 * A source that a keeper has added.
 * - `web`: RSS, Atom, RDF or JSON Feed at an address, pulled from time to time;
 * - `channel`: a Telegram channel in which the bot is an admin; its posts arrive by themselves.
 */
export interface Feed {
  readonly id: number;
  readonly kind: 'web' | 'channel';
  /** `https://…` of a feed; `https://t.me/<username>` or `https://t.me/c/<number>` of a channel. Unique. */
  readonly address: string;
  readonly title?: string;
  /** Telegram's id of a channel, once it is known. */
  readonly chatId?: number;
  /** ISO 8601, UTC. */
  readonly addedAt: string;
  /** Validators of the last full answer, for the next conditional request. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** Milliseconds since 1970 from which on the feed is due. */
  readonly nextPullAt: number;
  /** Milliseconds since 1970; absent before the first pull. */
  readonly pulledAt?: number;
  /** Pulls that failed since the last success. */
  readonly failures: number;
  readonly fault?: FeedFault;
}

/** One entry of a feed, as its feed states it. */
export interface FeedEntry {
  /** The feed's own id of the entry, else its link; the same for every version of the entry. */
  readonly id: string;
  readonly title?: string;
  readonly link?: string;
  /** ISO 8601, in the entry's own time zone: `2026-11-25`, `2026-11` or `2026`. */
  readonly date?: string;
  readonly datePrecision?: DatePrecision;
  readonly author?: string;
  readonly paragraphs: readonly WebParagraph[];
  /** The feed carries a summary only. */
  readonly isTeaser: boolean;
}

/** One paragraph of a text that came without a file: of a page, an entry, a post. */
export interface WebParagraph {
  /** One line, white space collapsed. */
  readonly text: string;
  /** Of a heading: 1 is the outermost. */
  readonly headingLevel?: number;
}

/** A post of a channel, or one part of it. */
export interface ChannelPost {
  readonly chatId: number;
  readonly messageId: number;
  readonly mediaGroupId?: string;
  /** Seconds since 1970. */
  readonly date: number;
  readonly text: string;
  /** Of a public channel. */
  readonly username?: string;
  /** The channel's. */
  readonly title: string;
  /** The signature of its writer, where the channel shows it. */
  readonly author?: string;
}
