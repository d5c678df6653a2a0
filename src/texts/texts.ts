/**
 * Everything that Quoth says in its own words: the table of keys, and the type that callers see. The words themselves stand
 * in `locales/`, one Fluent file a language. Quotes, titles and names are never translated: they are shown as the library
 * holds them.
 *
 * To add a text, write one line here (or in `following-texts.ts`) and one in each file of `locales/`:
 * - here `key: fixed` for words that never change, or `key: (name: string) => ({ name })`: what callers give → what the words
 *   may use. Callers then read `texts.key`, or call `texts.key(name)`.
 * - there `key = Following: { $name }`. What depends on a number is chosen by `{ $count -> [one] … *[other] … }` with the
 *   plural forms of that language (projectfluent.org); numbers are written as the language writes them.
 *
 * `tests/texts/locales.test.ts` tells what is missing, unused, or has other variables than English.
 */
import type { FluentVariable } from '@fluent/bundle';
import { fixed, ungrouped } from './fill.js';
import { FOLLOWING_TEXTS } from './following-texts.js';
import type { Language } from './languages.js';
import { PLACE_TEXTS } from './place-texts.js';
import { TERMINAL_TEXTS } from './terminal-texts.js';

/** What each text takes from its caller, and the variables that it becomes. */
export const TEXTS = {
  ...PLACE_TEXTS,

  // Answers: the bot and the terminal share these.
  /** The line over an answer. */
  foundPassages: (count: number) => ({ count }),
  /** The line over passages that are near the question but do not answer it. */
  related: fixed,
  notFound: fixed,
  notAQuestion: fixed,
  emptyLibrary: fixed,
  /** Stands before the other places that carry the same words, without a colon. */
  alsoIn: fixed,
  /** Where a quote stands in its document; both numbers 1-based and inclusive. */
  lines: (startLine: number, endLine: number) => ({
    startLine: ungrouped(startLine),
    endLine: ungrouped(endLine),
    count: endLine - startLine + 1,
  }),
  /** The same for pages of a document that has them. */
  pages: (startPage: number, endPage: number) => ({
    startPage: ungrouped(startPage),
    endPage: ungrouped(endPage),
    count: endPage - startPage + 1,
  }),
  /** Which version of its article a quote is of, the newest one or an older one; `number` counts from 1. */
  newestVersion: (of: number) => ({ of }),
  olderVersion: (number: number, of: number, newestDate: string) => ({ number, of, newestDate }),
  olderVersionUndated: (number: number, of: number) => ({ number, of }),
  /** How often a wording stands in the library. */
  traceTotal: (wording: string, uses: number, articles: number) => ({ wording, uses, articles }),
  traceNone: (wording: string) => ({ wording }),
  /** Stands over the earliest sentence. */
  traceFirst: fixed,
  /** Stands over later sentences that differ. */
  traceLater: fixed,
  traceUndated: (uses: number) => ({ uses }),
  howToTrace: fixed,
  /** Parts a label from what follows: `: ` or `：`. */
  colon: fixed,

  // Answers: the bot only.
  /** Repeats a question that came from a button. */
  youAsked: (question: string) => ({ question }),
  questionTooLong: (limit: number) => ({ limit }),
  /** Says that a passage was too long for one message and where the rest is. */
  restInArticle: fixed,
  articleGone: fixed,

  // First steps.
  start: fixed,
  /** Stands over the example buttons; follows `start`. */
  tryExample: fixed,
  help: fixed,
  /** For `/ask` or a mention without a question. */
  howToAsk: fixed,
  onlyText: fixed,

  // Trouble, in kind words.
  trouble: fixed,
  busy: fixed,
  /** After a broken connection: nobody knows whether the answer has arrived. */
  maybeUnanswered: fixed,
  askAgainButton: fixed,
  /** The same after a command. */
  maybeUndone: fixed,
  /** To a reader who has sent too much; the next question is taken in so many seconds. */
  tooFast: (seconds: number) => ({ seconds }),
  /** While a question waits behind `ahead` others; taken away when the answer comes. */
  oneMoment: (ahead: number) => ({ ahead }),

  // Toasts, 200 characters at most.
  staleButton: fixed,
  notYourButton: fixed,
  alreadyShown: fixed,

  // Button labels, 24 characters at most (a test looks at every key that ends in `Button`).
  moreButton: (count: number) => ({ count }),
  contextButton: (number: number) => ({ number }),
  articleButton: (number: number) => ({ number }),
  wholeArticleButton: fixed,
  backButton: fixed,

  // What Telegram shows before the first message.
  /** 256 characters at most. */
  askCommand: fixed,
  helpCommand: fixed,
  startCommand: fixed,
  /** 512 characters at most. */
  botDescription: fixed,
  /** 120 characters at most. */
  botShortDescription: fixed,

  // Looking through the library.
  libraryHolds: (articles: number, documents: number) => ({ articles, documents }),
  /** Dates as they are known: `2025-01-06`, `2025-01` or `2025`. */
  libraryDates: (from: string, to: string) => ({ from, to, span: from === to ? 'day' : 'range' }),
  libraryHow: fixed,
  documentsTitle: fixed,
  monthsTitle: fixed,
  newestTitle: fixed,
  /** Stands in place of a month. */
  undated: fixed,
  articleCount: (count: number) => ({ count }),
  articleHow: fixed,
  titlesFound: (count: number) => ({ count }),
  /** Titles that were found but not listed. */
  moreTitles: (count: number) => ({ count }),
  noSuchTitle: (words: string) => ({ words }),
  byDocumentButton: fixed,
  byDateButton: fixed,
  newestButton: fixed,
  /** Leads to the first screen of the library. */
  libraryButton: fixed,
  libraryCommand: fixed,
  latestCommand: fixed,
  articleCommand: fixed,

  // What a reader chooses.
  answerSettings: (language: string, quotes: number, layout: string) => ({
    language,
    quotes,
    layout,
  }),
  layoutPlain: fixed,
  layoutRich: fixed,
  /** Stands under the settings while the layout is the rich one. */
  layoutNote: fixed,
  layoutButton: fixed,
  askLanguage: fixed,
  /** The choice to go by what Telegram says; 22 characters at most. */
  languageAuto: fixed,
  languageButton: fixed,
  quotesButton: (count: number) => ({ count }),
  settingsButton: fixed,
  languageCommand: fixed,
  /** As `sureToForget`, for a private chat. */
  sureToForgetMe: fixed,

  // Follow-ups.
  /** Stands over an answer to a follow-up. */
  understoodAs: (question: string) => ({ question }),
  /** Asks for what the reader wrote, as it stands. */
  literalButton: fixed,

  // What a reader says of an answer. The mark ✓ stands before a chosen one.
  helpfulButton: fixed,
  notHelpfulButton: fixed,
  /** Under an answer that found nothing. */
  shouldBeThereButton: fixed,
  wrongPassageButton: fixed,
  wrongSourceButton: fixed,
  missingButton: fixed,
  otherReasonButton: fixed,
  /** Toasts. */
  voteThanks: fixed,
  voteTakenBack: fixed,
  /** For the keeper, below the other lines of `/status`. */
  statusVotes: (good: number, bad: number) => ({ good, bad }),
  ...FOLLOWING_TEXTS,
  ...TERMINAL_TEXTS,
} as const satisfies Record<string, typeof fixed | FillText>;

/** Makes a text's variables of what its caller gives. */
export type FillText = (...given: never[]) => Record<string, FluentVariable>;

/** The texts of one language. Plain text: no mark-up, no placeholders. */
export type Texts = {
  readonly [Key in keyof typeof TEXTS]: (typeof TEXTS)[Key] extends FillText
    ? (...given: Parameters<(typeof TEXTS)[Key]>) => string
    : string;
} & {
  readonly language: Language;
  /**
   * Makes a label that runs the other way stand in a line of this language without turning its neighbours around; all
   * others come back as they are.
   */
  readonly isolate: (label: string) => string;
};
