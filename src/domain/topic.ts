/** What readers follow: a topic in their own words, where its alerts go, and when. */
import type { Citation } from './answer.js';
import type { Span } from './passage.js';

/** A chat as a place for alerts: a private chat, a group (with a topic of its forum), a channel. */
export interface ChatPlace {
  readonly chatId: number;
  /** Topic of a forum. */
  readonly threadId?: number;
}

/** When alerts are sent. Hours are whole hours, 0 to 23, on the reader's clock. */
export interface Schedule {
  /** `instant`: as soon as they are found; else collected into one message a day or a week. */
  readonly timing: 'instant' | 'daily' | 'weekly';
  /** When the digest is sent. */
  readonly hour: number;
  /** Day of a weekly digest: 0 Sunday to 6 Saturday. */
  readonly weekday: number;
  /** From this hour on nothing is sent; the same as `quietTo`: always quiet never. */
  readonly quietFrom: number;
  /** Until this hour. */
  readonly quietTo: number;
  /** IANA name such as `Asia/Shanghai`; `UTC` until the reader has said. */
  readonly timeZone: string;
  /** Without a sound. */
  readonly isSilent: boolean;
}

/** What a new subscriber begins with. */
export const FIRST_SCHEDULE: Schedule = {
  timing: 'instant',
  hour: 8,
  weekday: 1,
  quietFrom: 0,
  quietTo: 0,
  timeZone: 'UTC',
  isSilent: false,
};

/**
 * Whether a subscriber can be reached.
 * - `active`: alerts are sent;
 * - `blocked`: the reader has blocked the bot, or it was removed from the chat; a message from there makes it active again;
 * - `gone`: the account or the chat exists no more.
 */
type SubscriberState = 'active' | 'blocked' | 'gone';

/** Who is sent alerts: one chat, or one topic of a forum. */
export interface Subscriber extends ChatPlace {
  readonly id: number;
  readonly kind: 'private' | 'group' | 'channel';
  /** BCP 47, for Quoth's own words. */
  readonly language: string;
  readonly state: SubscriberState;
  readonly schedule: Schedule;
  /** Whether the reader has been asked for the time zone. */
  readonly hasChosenZone: boolean;
  /** When a flood was last collapsed into a digest; ms since 1970, 0 for never. */
  readonly collapsedAt: number;
}

/**
 * - `draft`: shown with its back-test, not started yet;
 * - `active`: raises alerts;
 * - `paused`: raises none until it is resumed.
 */
type TopicState = 'draft' | 'active' | 'paused';

/** A subject that a subscriber follows. */
export interface Topic {
  /** 8 characters `[0-9a-z]`. */
  readonly id: string;
  readonly subscriberId: number;
  /** As the reader wrote them, white space repaired. */
  readonly words: string;
  /** What lists show; the words until it is renamed. */
  readonly name: string;
  /** What is asked beyond the default, in steps of stricter (+1) and looser (-1); fractions come from 👍 and 👎. */
  readonly strictness: number;
  readonly state: TopicState;
  /** Sent without a sound. */
  readonly isMuted: boolean;
  /** Since when it has missed something, for catching up; ms since 1970. Stays after it was resumed, until that is done. */
  readonly pausedAt?: number;
  /** Ms since 1970. */
  readonly createdAt: number;
}

/** A passage of an article that matched a topic. */
export interface AlertQuote extends Span {
  /** `article.text.slice(start, end)`. */
  readonly text: string;
  readonly headings: readonly string[];
  /** How far it lies above what the topic asks, > 0. */
  readonly score: number;
}

/** An alert as it waits in the outbox. */
export interface Alert {
  readonly id: number;
  readonly subscriberId: number;
  readonly topicId: string;
  readonly articleId: string;
  readonly quote: AlertQuote;
  /** When it was raised; ms since 1970. */
  readonly createdAt: number;
}

/** An alert with what is shown of it. */
export interface AlertView {
  readonly alert: Alert;
  readonly topicName: string;
  readonly citation: Citation;
}
