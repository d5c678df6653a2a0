/**
 * Everything that Quoth says in its own words, as one typed catalogue a language. A key that is missing in a language
 * does not compile. Quotes, titles and names never pass through here: they are shown as the library holds them.
 */

/** The catalogue of one language. Plain text: no mark-up, no placeholders. */
export interface Texts {
  // Answers: the bot and the terminal share these.
  /** The line over an answer. */
  readonly foundPassages: (count: number) => string;
  /** The line over passages that are near the question but do not answer it. */
  readonly related: string;
  readonly notFound: string;
  readonly notAQuestion: string;
  readonly emptyLibrary: string;
  /** Stands before the other places that carry the same words, without a colon. */
  readonly alsoIn: string;
  /** Where a quote stands in its document; both numbers 1-based and inclusive. */
  readonly lines: (startLine: number, endLine: number) => string;
  /** Parts a label from what follows: `: ` or `：`. */
  readonly colon: string;

  // Answers: the bot only.
  /** Repeats a question that came from a button. */
  readonly youAsked: (question: string) => string;
  readonly questionTooLong: (limit: number) => string;
  /** Says that a passage was too long for one message and where the rest is. */
  readonly restInArticle: string;
  readonly articleGone: string;

  // First steps.
  readonly start: string;
  /** Stands over the example buttons; follows `start`. */
  readonly tryExample: string;
  readonly help: string;
  /** For `/ask` or a mention without a question. */
  readonly howToAsk: string;
  readonly onlyText: string;

  // Trouble, in kind words.
  readonly trouble: string;
  readonly busy: string;

  // Feeds, for keepers only.
  readonly feedHelp: string;
  readonly feedNone: string;
  readonly feedAdded: (title: string, entries: number) => string;
  readonly feedAlreadyThere: (title: string) => string;
  /** A channel that was named with `/feed add`. */
  readonly channelAdded: (name: string) => string;
  /** A channel that the keeper has made the bot an admin of. */
  readonly channelAllowed: (title: string) => string;
  readonly channelForgotten: (title: string) => string;
  readonly feedRemoved: (title: string) => string;
  readonly feedUnknown: string;
  /** How a feed fares: what comes after its address. */
  readonly feedWell: (when: string) => string;
  readonly feedNotPulled: string;
  readonly feedFailing: (times: number) => string;
  readonly feedIsChannel: string;
  /** Why a feed could not be added, or fails. */
  readonly feedBadAddress: string;
  readonly feedForbidden: string;
  readonly feedUnreachable: string;
  readonly feedRefused: string;
  readonly feedRedirects: string;
  readonly feedTooLarge: string;
  readonly feedInvalid: string;
  readonly feedUnsafe: string;
  /** The page that was given names a feed of its own. */
  readonly feedSuggestion: (address: string) => string;

  // Toasts, 200 characters at most.
  readonly staleButton: string;
  readonly notYourButton: string;
  readonly alreadyShown: string;

  // Button labels, 24 characters at most.
  readonly moreButton: (count: number) => string;
  readonly contextButton: (number: number) => string;
  readonly articleButton: (number: number) => string;
  readonly wholeArticleButton: string;
  readonly backButton: string;

  // What Telegram shows before the first message.
  /** 256 characters at most. */
  readonly askCommand: string;
  readonly helpCommand: string;
  readonly startCommand: string;
  /** 512 characters at most. */
  readonly botDescription: string;
  /** 120 characters at most. */
  readonly botShortDescription: string;
}
