/** What keepers are told of feeds and channels. How to add a text: see `../texts.ts`. */
import { fixed } from './variables.js';

export const FEED_TEXTS = {
  // Feeds, for keepers only.
  feedHelp: fixed,
  feedNone: fixed,
  feedAdded: (title: string, entries: number) => ({ title, entries }),
  feedAlreadyThere: (title: string) => ({ title }),
  /** A channel that was named with `/feed add`. */
  channelAdded: (name: string) => ({ name }),
  /** A channel that the keeper has made the bot an admin of. */
  channelAllowed: (title: string) => ({ title }),
  channelForgotten: (title: string) => ({ title }),
  feedRemoved: (title: string) => ({ title }),
  feedUnknown: fixed,
  /** How a feed fares: what comes after its address. */
  feedWell: (when: string) => ({ when }),
  feedNotPulled: fixed,
  feedFailing: (times: number) => ({ times }),
  feedIsChannel: fixed,
  /** Why a feed could not be added, or fails. */
  feedBadAddress: fixed,
  feedForbidden: fixed,
  feedUnreachable: fixed,
  feedRefused: fixed,
  feedRedirects: fixed,
  feedTooLarge: fixed,
  feedInvalid: fixed,
  feedUnsafe: fixed,
  /** The page that was given names a feed of its own. */
  feedSuggestion: (address: string) => ({ address }),
} as const;
