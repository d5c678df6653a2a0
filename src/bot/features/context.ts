/** *Context n*: a quote among its neighbours, in place of the answer, with a way back. */
import { Composer } from 'grammy';
import type { BotContext, BotServices } from '../bot-context.js';
import { editScreen } from '../deliver.js';
import { buildContextKeyboard } from '../keyboards.js';
import { onPress } from '../on-press.js';
import { openQuote, showArticleGone } from '../open-quote.js';
import { renderContext } from '../render/render-context.js';

/** Creates the feature. */
export function createContextFeature(services: BotServices): Composer<BotContext> {
  const { app, logger } = services;
  const composer = new Composer<BotContext>();
  onPress(composer, 'context', async (ctx, press) => {
    const opened = await openQuote(ctx, press, services);
    if (opened === undefined) return;
    const { citation } = opened.quote;
    const context = await app.getContext(citation.articleId, citation.start, citation.end);
    if (context === undefined) return showArticleGone(ctx, press, services);
    const number = press.quote + 1;
    const content = renderContext(context, citation, { number, texts: ctx.texts });
    await editScreen(ctx, { content, keyboard: buildContextKeyboard(press, ctx.texts) }, logger);
  });
  return composer;
}
