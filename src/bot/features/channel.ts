/**
 * Posts of channels in which the bot is an admin: kept the moment they arrive, so that Telegram may forget them. A channel
 * is let in by a keeper who makes the bot its admin, or who has named it with `/feed add`.
 */

import { Composer } from 'grammy';
import type { ChatMemberUpdated, Message } from 'grammy/types';
import type { ChannelPost } from '../../domain/feed.js';
import { pickTexts } from '../../texts/pick-texts.js';
import type { BotContext, BotServices } from '../bot-context.js';
import { isKeeper } from '../is-keeper.js';
import { readRequest } from '../read-question.js';
import { cleanLabel } from '../render/clean-label.js';

/** Creates the feature. It stands before the readers' queue: a post has no reader. */
export function createChannelFeature(services: BotServices): Composer<BotContext> {
  const { app, logger } = services;
  const composer = new Composer<BotContext>();
  composer.on(['channel_post', 'edited_channel_post'], async (ctx, next) => {
    const post = ctx.channelPost ?? ctx.editedChannelPost;
    if (post === undefined || post.chat.type !== 'channel') return;
    // `/follow …` is no article; edited, it is nothing at all.
    if (readRequest(post, ctx.me) !== undefined) return ctx.channelPost && next();
    const isTaken = await app.intake.posts.takePost(readPost(post));
    logger.info({ updateId: ctx.update.update_id, isTaken }, 'channel post');
  });
  composer.on('my_chat_member', async (ctx, next) => {
    if (ctx.chat.type !== 'channel') return next();
    const told = await changeChannel(ctx.myChatMember, services);
    const { from } = ctx.myChatMember;
    if (told !== undefined) {
      // A keeper who has never written to the bot cannot be written to.
      await ctx.api.sendMessage(from.id, told).catch((error: unknown) => {
        logger.info({ err: error }, 'could not tell the keeper about the channel');
      });
    }
    // What follows the channel has to know too.
    await next();
  });
  return composer;
}

/** @returns what the keeper is told; `undefined` for everyone else, and where nothing changes */
async function changeChannel(
  { chat, from, new_chat_member: member }: ChatMemberUpdated,
  { app, logger }: BotServices,
): Promise<string | undefined> {
  if (chat.type !== 'channel') return undefined;
  const texts = pickTexts(from.language_code);
  const title = cleanLabel(chat.title);
  if (member.status === 'administrator') {
    if (!isKeeper(from, app)) {
      logger.info('made an admin of a channel by someone who is no keeper; its posts are ignored');
      return undefined;
    }
    const { id: chatId, title: name, username } = chat;
    const channel = { chatId, title: name, ...(username === undefined ? {} : { username }) };
    await app.intake.posts.allowChannel(channel);
    return texts.channelAllowed(title);
  }
  const isKnown = await app.intake.posts.forgetChannel(chat.id);
  return isKnown && isKeeper(from, app) ? texts.channelForgotten(title) : undefined;
}

function readPost(message: Message): ChannelPost {
  const { chat } = message;
  return {
    chatId: chat.id,
    messageId: message.message_id,
    ...(message.media_group_id === undefined ? {} : { mediaGroupId: message.media_group_id }),
    date: message.date,
    text: message.text ?? message.caption ?? '',
    ...(chat.username === undefined ? {} : { username: chat.username }),
    title: chat.title ?? '',
    ...(message.author_signature === undefined ? {} : { author: message.author_signature }),
  };
}
