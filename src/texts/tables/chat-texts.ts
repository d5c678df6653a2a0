/** First steps, trouble, and what a reader chooses. How to add a text: see `../texts.ts`. */
import { fixed } from './variables.js';

export const CHAT_TEXTS = {
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

  // What a reader chooses.
  answerSettings: (language: string, quotes: number) => ({ language, quotes }),
  askLanguage: fixed,
  /** The choice to go by what Telegram says; 22 characters at most. */
  languageAuto: fixed,
  languageButton: fixed,
  quotesButton: (count: number) => ({ count }),
  settingsButton: fixed,
  languageCommand: fixed,
  /** As `sureToForget`, for a private chat. */
  sureToForgetMe: fixed,
} as const;
