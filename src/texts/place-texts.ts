/** Texts of the places where readers ask beside the chat with the bot: groups, links, inline mode, chats it is a guest in. */
import { fixed } from './fill.js';

/** See `texts.ts`. */
export const PLACE_TEXTS = {
  // Groups.
  /** Like `related`, over one passage. */
  nearestPassage: fixed,
  /** Leads to the quote in the chat with the bot. */
  inContextButton: fixed,
  /** Like `howToAsk`, for a mention in a chat that the bot is not in. */
  howToMention: (username: string) => ({ username }),

  // Links.
  /** Under a quote that was opened by a link: who speaks here, and what else can be asked. */
  linkedQuote: fixed,
  /** For a link to a quote that the library does not hold any more. */
  quoteGone: fixed,
  /** For a link to an answer that is kept no more. */
  answerGone: fixed,
  shareNumberButton: (number: number) => ({ number }),
  /** The same where there is only one quote. */
  shareButton: fixed,

  // Inline mode: what stands over or in the list while a question is typed. Clients show one line of it.
  /** Before anything was typed; leads to the chat with the bot. */
  inlineHint: fixed,
  /** Leads to the chat with the bot when nothing was found. */
  inlineAskThere: fixed,
  /** Title of the one result that says that there is nothing. */
  inlineNothing: fixed,
  /** What can be done about it, under that title. */
  inlineNothingHint: fixed,
} as const;
