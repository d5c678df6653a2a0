/** `/language`: which language Quoth speaks to a reader. Quotes stay as the articles have them. */
import { Composer } from 'grammy';
import { LANGUAGES } from '../../texts/languages.js';
import { pickTexts } from '../../texts/pick-texts.js';
import type { BotContext, BotServices } from '../bot-context.js';
import { answerPress, editScreen, sendScreen } from '../deliver.js';
import { onCommand } from '../on-command.js';
import { onPress, refuseForeign, sayStale } from '../on-press.js';
import { buildLanguageScreen } from '../render/render-settings.js';

/** Creates the feature. */
export function createLanguageFeature(services: BotServices): Composer<BotContext> {
  const { app, logger, hashReader } = services;
  const composer = new Composer<BotContext>();
  const buildScreen = (ctx: BotContext) =>
    buildLanguageScreen(ctx.preferences, {
      isPrivate: ctx.chat?.type === 'private',
      texts: ctx.texts,
    });

  onCommand(composer, 'language', async (ctx) => {
    ctx.outcome = 'language';
    await sendScreen(ctx, buildScreen(ctx), logger);
  });

  onPress(composer, 'language', async (ctx, { language }) => {
    if (await refuseForeign(ctx)) return;
    if (language !== undefined) {
      const isKnown = language === 'auto' || LANGUAGES.some(({ code }) => code === language);
      if (!isKnown || ctx.from === undefined) return sayStale(ctx);
      await choose(ctx, language, hashReader(ctx.from.id));
    }
    await answerPress(ctx);
    await editScreen(ctx, buildScreen(ctx), logger);
  });

  const choose = async (ctx: BotContext, chosen: string, reader: string): Promise<void> => {
    const { language: _, ...others } = ctx.preferences;
    ctx.preferences = chosen === 'auto' ? others : { ...others, language: chosen };
    ctx.texts = pickTexts(ctx.preferences.language ?? ctx.from?.language_code);
    await app.readers.put(reader, ctx.preferences);
    // Alerts speak the reader's language too; those of a group keep the group's.
    if (ctx.chat?.type !== 'private') return;
    const { subscribers } = await app.openAlerts();
    const subscriber = await subscribers.find({ chatId: ctx.chat.id });
    if (subscriber === undefined) return;
    await subscribers.update(subscriber.id, { language: ctx.texts.language });
  };
  return composer;
}
