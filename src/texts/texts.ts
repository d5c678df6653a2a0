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
  /** To a reader who has sent too much; the next question is taken in so many seconds. */
  readonly tooFast: (seconds: number) => string;
  /** While a question waits behind `ahead` others; taken away when the answer comes. */
  readonly oneMoment: (ahead: number) => string;

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

  // Topics and alerts.
  readonly followHow: string;
  readonly topicTooShort: string;
  readonly topicTooLong: (limit: number) => string;
  readonly topicTooWide: (fired: number, articles: number) => string;
  readonly tooManyTopics: (limit: number) => string;
  readonly alreadyFollowed: (name: string) => string;
  readonly adminsOnly: string;
  readonly backTest: (words: string, fired: number, articles: number) => string;
  readonly nothingNear: string;
  readonly bestSoFar: string;
  readonly nowFollowing: (name: string) => string;
  readonly noTopics: string;
  readonly yourTopics: (count: number) => string;
  /** One topic, as its screen shows it. */
  readonly topicFacts: (facts: {
    name: string;
    words: string;
    isPaused: boolean;
    isMuted: boolean;
    strictness: number;
  }) => string;
  readonly askName: (name: string) => string;
  readonly renamed: (name: string) => string;
  readonly sureToDelete: (name: string) => string;
  readonly deleted: (name: string) => string;
  /** The line over an alert. */
  readonly alertOn: (topic: string) => string;
  readonly digestOf: (count: number) => string;
  readonly floodOf: (count: number) => string;
  readonly moreLikeThis: string;
  readonly lessLikeThis: string;
  readonly settings: (facts: {
    timing: string;
    zone: string;
    quiet: string;
    sound: string;
  }) => string;
  readonly timingInstant: string;
  readonly timingDaily: (hour: number) => string;
  readonly timingWeekly: (hour: number) => string;
  readonly noQuiet: string;
  readonly soundOn: string;
  readonly soundOff: string;
  readonly askZone: string;
  readonly privacy: string;
  readonly sureToForget: string;
  readonly forgotten: string;
  /** For the keeper. */
  readonly status: (facts: {
    articles: number;
    topics: number;
    waiting: number;
    oldestMinutes: number;
    sent: number;
    dead: number;
    unknown: number;
  }) => string;
  readonly followButton: string;
  readonly startButton: string;
  readonly cancelButton: string;
  readonly stricterButton: string;
  readonly looserButton: string;
  readonly pauseButton: string;
  readonly resumeButton: string;
  readonly muteButton: string;
  readonly unmuteButton: string;
  readonly renameButton: string;
  readonly deleteButton: string;
  readonly keepButton: string;
  readonly unfollowButton: string;
  readonly goodButton: string;
  readonly badButton: string;
  readonly contextPlainButton: string;
  readonly timingButton: string;
  readonly hourButton: string;
  readonly quietButton: string;
  readonly zoneButton: string;
  readonly soundButton: string;
  readonly followCommand: string;
  readonly topicsCommand: string;
  readonly settingsCommand: string;
  readonly privacyCommand: string;
  readonly deleteMeCommand: string;

  // Looking through the library.
  readonly libraryHolds: (articles: number, documents: number) => string;
  /** Dates as they are known: `2025-01-06`, `2025-01` or `2025`. */
  readonly libraryDates: (from: string, to: string) => string;
  readonly libraryHow: string;
  readonly documentsTitle: string;
  readonly monthsTitle: string;
  readonly newestTitle: string;
  /** Stands in place of a month. */
  readonly undated: string;
  readonly articleCount: (count: number) => string;
  readonly articleHow: string;
  readonly titlesFound: (count: number) => string;
  /** Titles that were found but not listed. */
  readonly moreTitles: (count: number) => string;
  readonly noSuchTitle: (words: string) => string;
  readonly byDocumentButton: string;
  readonly byDateButton: string;
  readonly newestButton: string;
  /** Leads to the first screen of the library. */
  readonly libraryButton: string;
  readonly libraryCommand: string;
  readonly latestCommand: string;
  readonly articleCommand: string;

  // What a reader chooses.
  readonly answerSettings: (language: string, quotes: number, layout: string) => string;
  readonly layoutPlain: string;
  readonly layoutRich: string;
  /** Stands under the settings while the layout is the rich one. */
  readonly layoutNote: string;
  readonly layoutButton: string;
  readonly askLanguage: string;
  /** The choice to go by what Telegram says; 22 characters at most. */
  readonly languageAuto: string;
  readonly languageButton: string;
  readonly quotesButton: (count: number) => string;
  readonly settingsButton: string;
  readonly languageCommand: string;
  /** As `sureToForget`, for a private chat. */
  readonly sureToForgetMe: string;

  // Follow-ups.
  /** Stands over an answer to a follow-up. */
  readonly understoodAs: (question: string) => string;
  /** Asks for what the reader wrote, as it stands. */
  readonly literalButton: string;

  // What a reader says of an answer. The marks ✓ stands before a chosen one.
  readonly helpfulButton: string;
  readonly notHelpfulButton: string;
  /** Under an answer that found nothing. */
  readonly shouldBeThereButton: string;
  readonly wrongPassageButton: string;
  readonly wrongSourceButton: string;
  readonly missingButton: string;
  readonly otherReasonButton: string;
  /** Toasts. */
  readonly voteThanks: string;
  readonly voteTakenBack: string;
  /** For the keeper, below `status`. */
  readonly statusVotes: (good: number, bad: number) => string;
}
