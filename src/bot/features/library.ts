/** `/library`, `/latest` and `/article`: looking through the library by document, by date and by title. */
import { Composer } from 'grammy';
import type { BotContext, BotServices } from '../bot-context.js';
import { answerPress, editScreen, type Screen, sendScreen } from '../deliver.js';
import { findTitles } from '../find-titles.js';
import { buildPageKeyboard, button } from '../keyboards.js';
import type { LibraryPlace } from '../library-press.js';
import { onCommand } from '../on-command.js';
import { onPress, refuseForeign } from '../on-press.js';
import { cleanLabel } from '../render/clean-label.js';
import { renderArticlePage } from '../render/render-article.js';
import {
  buildHomeKeyboard,
  buildLibraryScreen,
  buildTitlesScreen,
} from '../render/render-library.js';

/** Longer words are cut where they are repeated. */
const MAX_WORDS_LENGTH = 60;
/** Nothing of a whole article is marked. */
const NO_QUOTE = { start: 0, end: 0 } as const;

/** Creates the feature. */
export function createLibraryFeature(services: BotServices): Composer<BotContext> {
  const { app, logger } = services;
  const composer = new Composer<BotContext>();

  const showPlace = async (ctx: BotContext, place: LibraryPlace): Promise<Screen> =>
    buildLibraryScreen(await app.listArticles(), place, ctx.texts);

  onCommand(composer, 'library', async (ctx) => {
    ctx.outcome = 'library';
    await sendScreen(ctx, await showPlace(ctx, { view: 'home' }), logger);
  });

  onCommand(composer, 'latest', async (ctx) => {
    ctx.outcome = 'latest';
    await sendScreen(ctx, await showPlace(ctx, { view: 'newest', page: 0 }), logger);
  });

  onCommand(composer, 'article', async (ctx, words) => {
    ctx.outcome = 'findArticle';
    ctx.question = words;
    await sendScreen(ctx, await findArticle(ctx, words), logger);
  });

  const findArticle = async ({ texts }: BotContext, words: string): Promise<Screen> => {
    if (words === '') return { content: texts.articleHow };
    const articles = await app.listArticles();
    if (articles.length === 0) return { content: texts.emptyLibrary };
    const { exact, articles: found } = findTitles(articles, words);
    if (exact !== undefined) return showArticle({ articleId: exact.id, page: 0 }, texts);
    if (found.length > 0) return buildTitlesScreen(found, texts);
    return {
      content: texts.noSuchTitle(cleanLabel(words, MAX_WORDS_LENGTH)),
      keyboard: buildHomeKeyboard(texts),
    };
  };

  const showArticle = async (
    wanted: { readonly articleId: string; readonly page: number; readonly from?: LibraryPlace },
    texts: BotContext['texts'],
  ): Promise<Screen> => {
    const { articleId, from } = wanted;
    const back =
      from === undefined
        ? buildHomeKeyboard(texts)
        : [[button(texts.backButton, { action: 'library', place: from })]];
    const article = await app.getArticle(articleId);
    if (article === undefined) return { content: texts.articleGone, keyboard: back };
    const shown = renderArticlePage(article, { quote: NO_QUOTE, page: wanted.page, texts });
    const turning = buildPageKeyboard(shown, (page) => ({ action: 'read', ...wanted, page }));
    return { content: shown.content, keyboard: [...turning, ...back] };
  };

  onPress(composer, 'library', async (ctx, { place }) => {
    if (await refuseForeign(ctx)) return;
    await answerPress(ctx);
    await editScreen(ctx, await showPlace(ctx, place), logger);
  });

  onPress(composer, 'read', async (ctx, { articleId, page, from }) => {
    if (await refuseForeign(ctx)) return;
    await answerPress(ctx);
    const wanted = { articleId, page: page ?? 0, ...(from && { from }) };
    const screen = await showArticle(wanted, ctx.texts);
    if (page === undefined) await sendScreen(ctx, screen, logger);
    else await editScreen(ctx, screen, logger);
  });
  return composer;
}
