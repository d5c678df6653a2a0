/** A quote that was opened by a link: by itself, in its context, in its article, each in the place of the other. */
import { Composer } from 'grammy';
import type { BotContext, BotServices } from '../bot-context.js';
import { answerPress, editScreen, type Screen, sendScreen } from '../deliver.js';
import { buildPageKeyboard, button } from '../keyboards.js';
import { onPress } from '../on-press.js';
import type { QuotePress } from '../quote-press.js';
import { buildQuoteScreen } from '../quote-screen.js';
import { renderArticlePage } from '../render/render-article.js';
import { renderContext } from '../render/render-context.js';
import { withTyping } from '../typing.js';

/** Creates the feature. */
export function createLinkedQuoteFeature(services: BotServices): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onPress(composer, 'quote', async (ctx, press) => {
    await answerPress(ctx);
    await editScreen(ctx, await buildScreen(ctx, press, services), services.logger);
  });
  return composer;
}

/** Shows the quote of a link to whoever has followed it. */
export async function openLinkedQuote(
  ctx: BotContext,
  key: string,
  services: BotServices,
): Promise<void> {
  ctx.outcome = 'link';
  const screen = await withTyping(ctx, services.clock, () =>
    buildScreen(ctx, { action: 'quote', what: 'open', key }, services),
  );
  await sendScreen(ctx, screen, services.logger);
}

async function buildScreen(
  ctx: BotContext,
  press: QuotePress,
  { app }: BotServices,
): Promise<Screen> {
  const { texts } = ctx;
  const { key, what } = press;
  const quote = await app.findQuote(key);
  const gone = (): Screen => {
    ctx.outcome = 'linkGone';
    return { content: texts.quoteGone, keyboard: [] };
  };
  if (quote === undefined) return gone();
  const { citation } = quote;
  const back = button(texts.backButton, { action: 'quote', what: 'open', key });
  switch (what) {
    case 'open':
      return buildQuoteScreen(quote, { username: ctx.me.username, texts });
    case 'context': {
      const context = await app.getContext(citation.articleId, citation.start, citation.end);
      if (context === undefined) return gone();
      const content = renderContext(context, citation, { texts });
      const article = button(texts.wholeArticleButton, { action: 'quote', what: 'article', key });
      return { content, keyboard: [[article, back]] };
    }
    case 'article': {
      const article = await app.getArticle(citation.articleId);
      if (article === undefined) return gone();
      const shown = renderArticlePage(article, { quote: citation, page: press.page, texts });
      const turning = buildPageKeyboard(shown, (page) => ({ ...press, page }));
      return { content: shown.content, keyboard: [...turning, [back]] };
    }
  }
}
