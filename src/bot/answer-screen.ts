/** One page of an answer with its buttons: what a question brings, what *More* adds and *Back* restores. */
import type { Answer } from '../domain/answer.js';
import type { Vote } from '../domain/feedback.js';
import type { Texts } from '../texts/texts.js';
import type { BotContext } from './bot-context.js';
import type { Screen } from './deliver.js';
import { buildAnswerKeyboard, button } from './keyboards.js';
import { shareQuote } from './quote-screen.js';
import { cleanLabel } from './render/clean-label.js';
import { renderAnswer } from './render/render-answer.js';
import { renderRichAnswer } from './render/render-rich-answer.js';
import { buildVoteRows } from './vote-buttons.js';

/** Builds the screen. Without an id, as for small talk, there are no buttons. */
export function buildAnswerScreen(
  answer: Answer,
  options: {
    readonly answerId?: string;
    readonly from: number;
    readonly count: number;
    readonly isMoreShown?: boolean;
    readonly notices?: readonly string[];
    /** What the reader wrote, where the question was made of it: shown is what was understood. */
    readonly literal?: string | undefined;
    /** The bot's, for links. */
    readonly username: string;
    /** What the reader has said of the answer before. */
    readonly vote?: Vote | undefined;
    /** Whether the reader gets rich messages here; see `wantsRich`. */
    readonly isRich?: boolean;
    readonly texts: Texts;
  },
): Screen {
  const {
    answerId,
    from,
    count,
    isMoreShown = false,
    notices = [],
    literal,
    username,
    texts,
  } = options;
  const isUnderstood = literal !== undefined && from === 0;
  const understood = isUnderstood ? [texts.understoodAs(cleanLabel(answer.question, 300))] : [];
  const page = { from, count, notices: [...understood, ...notices] };
  const content = renderAnswer(answer, texts, page);
  const hasRich = options.isRich === true && answer.quotes.length > from;
  const rich = hasRich ? renderRichAnswer(answer, texts, page) : undefined;
  const shownAs = { content, ...(rich && { rich }) };
  if (answerId === undefined) return shownAs;
  const total = answer.quotes.length;
  const shown = Math.min(count, Math.max(0, total - from));
  const quotes = answer.quotes.slice(from, from + shown);
  const shareLinks = quotes.map((quote) => shareQuote(quote, username));
  const keyboard = buildAnswerKeyboard({
    answerId,
    from,
    shown,
    total,
    isMoreShown,
    shareLinks,
    texts,
  });
  if (isUnderstood) keyboard.push([button(texts.literalButton, { action: 'literal', answerId })]);
  if (from === 0) {
    const state = options.vote ?? 'open';
    keyboard.push(...buildVoteRows(answerId, { state, hasQuotes: total > 0, texts }));
  }
  return { ...shownAs, keyboard };
}

/** Whether a reader gets rich messages: by their own choice, and not where others may read along with older apps. */
export function wantsRich({
  preferences,
  chat,
}: Pick<BotContext, 'preferences' | 'chat'>): boolean {
  return preferences.layout === 'rich' && chat?.type === 'private';
}
