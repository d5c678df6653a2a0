/** From a button about one quote to the quote and its article, as long as both are still what the reader saw. */

import type { Quote } from '../domain/answer.js';
import type { Article } from '../domain/article.js';
import type { BotContext, BotServices } from './bot-context.js';
import { answerPress, editScreen } from './deliver.js';
import { buildBackKeyboard, type QuotePlace } from './keyboards.js';
import { openAnswer, sayStale } from './on-press.js';
import { withTyping } from './typing.js';

export interface OpenedQuote {
  readonly quote: Quote;
  readonly article: Article;
}

/**
 * Opens the quote that a button belongs to and answers the press.
 *
 * @returns `undefined` when there is nothing to show; the reader was told why
 */
export async function openQuote(
  ctx: BotContext,
  press: QuotePlace,
  services: BotServices,
): Promise<OpenedQuote | undefined> {
  const { app, answers, clock } = services;
  const stored = await openAnswer(ctx, press.answerId, services);
  if (stored === undefined) return undefined;
  const place = stored.quotes[press.quote];
  if (place === undefined) {
    await sayStale(ctx);
    return undefined;
  }
  await answerPress(ctx);
  const recalled = await withTyping(ctx, clock, () => answers.recall(stored));
  const quote = recalled?.answer.quotes.find(
    ({ citation: { articleId, start, end } }) =>
      articleId === place.articleId && start === place.start && end === place.end,
  );
  const article = await app.getArticle(place.articleId);
  const words = article?.text.slice(place.start, place.end);
  if (quote !== undefined && article !== undefined && words === quote.text) {
    return { quote, article };
  }
  await showArticleGone(ctx, press, services);
  return undefined;
}

/** Says that the article is no longer what was quoted; *Back* leads to what the library says now. */
export async function showArticleGone(
  ctx: BotContext,
  press: QuotePlace,
  services: BotServices,
): Promise<void> {
  ctx.outcome = 'articleGone';
  const keyboard = buildBackKeyboard(press, ctx.texts);
  await editScreen(ctx, { content: ctx.texts.articleGone, keyboard }, services.logger);
}
