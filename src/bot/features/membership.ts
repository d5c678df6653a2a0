/** Keeps subscribers in step with their chats: blocked, back again, or grown into a supergroup with another id. */
import { Composer } from 'grammy';
import { pickTexts } from '../../texts/pick-texts.js';
import type { BotContext, BotServices } from '../bot-context.js';

/** Creates the feature. It stands first: a message from a chat says that the chat can be reached. */
export function createMembershipFeature(services: BotServices): Composer<BotContext> {
  const { app } = services;
  const composer = new Composer<BotContext>();

  composer.on('my_chat_member', async (ctx) => {
    ctx.outcome = 'membership';
    const { chat, new_chat_member: now } = ctx.myChatMember;
    const isOut = now.status === 'kicked' || now.status === 'left';
    const { subscribers } = await app.openAlerts();
    await subscribers.setChatState(chat.id, isOut ? 'blocked' : 'active');
  });

  composer.on('message', async (ctx, next) => {
    const { migrate_to_chat_id: to, migrate_from_chat_id: from, chat } = ctx.message;
    if (to === undefined && from === undefined) return next();
    ctx.outcome = 'migrated';
    const { subscribers } = await app.openAlerts();
    await subscribers.moveChat(from ?? chat.id, to ?? chat.id);
  });

  composer.on(['message', 'channel_post'], async (ctx, next) => {
    const { subscribers } = await app.openAlerts();
    const known = await subscribers.find({ chatId: ctx.chat.id });
    if (known !== undefined && known.state !== 'active') {
      await subscribers.setChatState(ctx.chat.id, 'active');
    }
    // A channel has no language of its own: it is spoken to as before.
    if (known !== undefined && ctx.channelPost !== undefined) {
      ctx.texts = pickTexts(known.language);
    }
    await next();
  });
  return composer;
}
