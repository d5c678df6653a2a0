/** *Article n*: the whole article, page by page, in place of the answer; it opens where the quote stands. */
import { Composer } from 'grammy';
import type { BotContext, BotServices } from '../bot-context.js';
import { answerPress, editScreen } from '../deliver.js';
import { buildArticleKeyboard } from '../keyboards.js';
import { onPress } from '../on-press.js';
import { openQuote } from '../open-quote.js';
import { renderArticlePage } from '../render/render-article.js';

/** Creates the feature. */
export function createArticleFeature(services: BotServices): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onPress(composer, 'article', async (ctx, press) => {
    const opened = await openQuote(ctx, press, services);
    if (opened === undefined) return;
    const { article, quote } = opened;
    const shown = renderArticlePage(article, {
      quote: quote.citation,
      page: press.page,
      texts: ctx.texts,
    });
    const keyboard = buildArticleKeyboard(press, shown, ctx.texts);
    await editScreen(ctx, { content: shown.content, keyboard }, services.logger);
  });
  onPress(composer, 'none', (ctx) => answerPress(ctx));
  return composer;
}
