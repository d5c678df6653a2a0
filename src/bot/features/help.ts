/** `/help`, and a kind word for whatever else arrives in a private chat. */
import { Composer } from 'grammy';
import type { BotContext, BotServices } from '../bot-context.js';
import { sendScreen } from '../deliver.js';

/** Creates the feature. It stands after the ones that know their commands. */
export function createHelpFeature(services: BotServices): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const inPrivate = composer.chatType('private');
  let lastAlbum: string | undefined;
  inPrivate.on('message:text', async (ctx) => {
    ctx.outcome = 'help';
    await sendScreen(ctx, { content: ctx.texts.help }, services.logger);
  });
  inPrivate.on('message', async (ctx) => {
    // An album arrives as one message a picture; one answer is enough.
    const album = ctx.message.media_group_id;
    if (album !== undefined && album === lastAlbum) return;
    lastAlbum = album;
    ctx.outcome = 'notText';
    await sendScreen(ctx, { content: ctx.texts.onlyText }, services.logger);
  });
  return composer;
}
