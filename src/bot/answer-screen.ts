/** One page of an answer with its buttons: what a question brings, what *More* adds and *Back* restores. */
import type { Answer } from '../domain/answer.js';
import type { Texts } from '../texts/texts.js';
import type { Screen } from './deliver.js';
import { buildAnswerKeyboard } from './keyboards.js';
import { shareQuote } from './quote-screen.js';
import { renderAnswer } from './render/render-answer.js';

/** Builds the screen. Without an id, as for answers without quotes, there are no buttons. */
export function buildAnswerScreen(
  answer: Answer,
  options: {
    readonly answerId?: string;
    readonly from: number;
    readonly count: number;
    readonly isMoreShown?: boolean;
    readonly notices?: readonly string[];
    /** The bot's, for links. */
    readonly username: string;
    readonly texts: Texts;
  },
): Screen {
  const { answerId, from, count, isMoreShown = false, notices = [], username, texts } = options;
  const content = renderAnswer(answer, texts, { from, count, notices });
  if (answerId === undefined) return { content };
  const total = answer.quotes.length;
  const shown = Math.min(count, Math.max(0, total - from));
  const quotes = answer.quotes.slice(from, from + shown);
  const shareLinks = quotes.map((quote) => shareQuote(quote, username));
  return {
    content,
    keyboard: buildAnswerKeyboard({ answerId, from, shown, total, isMoreShown, shareLinks, texts }),
  };
}
