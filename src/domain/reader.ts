/** What a reader has chosen about answers. What is left out follows Telegram and the keeper's configuration. */
export interface ReaderPreferences {
  /** BCP 47, one of the languages that Quoth speaks; without it what the reader's Telegram says. */
  readonly language?: string;
  /** Quotes in one message, 1 to 5. */
  readonly quotes?: number;
  /** Answers as rich messages; without it plain. */
  readonly layout?: 'rich';
}

/** Quotes that a reader can choose to get in one message at most. */
export const MAX_CHOSEN_QUOTES = 5;
