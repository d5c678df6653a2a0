/** Asks the library for as many quotes as an answer and its *More* button can show. */
import type { Answer } from '../domain/answer.js';
import type { ReaderPreferences } from '../domain/reader.js';
import { AppError } from '../errors.js';
import type { BotApp } from './bot-app.js';

/** Quotes of one answer at most, over all its pages; Telegram takes some 100 buttons in a message. */
const MAX_QUOTES = 10;

/** `undefined`: there is no article to quote from. */
export type LibraryAnswer = Answer | undefined;

/** Asks a question; an empty library is a value here, not an error. */
export async function askLibrary(
  app: BotApp,
  question: string,
  top = MAX_QUOTES,
): Promise<LibraryAnswer> {
  try {
    return await app.ask(question, { top });
  } catch (error) {
    if (error instanceof AppError && error.code === 'INDEX_EMPTY') return undefined;
    throw error;
  }
}

/** Quotes in one message: what the reader has chosen, else what the keeper has. */
export function countQuotesPerPage(app: BotApp, preferences: ReaderPreferences): number {
  return Math.min(preferences.quotes ?? app.config.top, MAX_QUOTES);
}
