/** Who may decide what a chat follows: anybody in private, admins in groups and channels. */
import { GrammyError } from 'grammy';
import type { Logger } from 'pino';
import type { Subscriber } from '../domain/topic.js';
import type { BotContext } from './bot-context.js';
import { answerPress, sendScreen } from './deliver.js';
import { sayStale } from './on-press.js';

/** Whether the person behind an update may; who may not is told so. Anonymous admins cannot be told from others. */
export async function mayManage(
  ctx: BotContext,
  logger: Logger,
  chatId = ctx.chat?.id,
): Promise<boolean> {
  if (ctx.chat === undefined || chatId === undefined) return false;
  const isHere = chatId === ctx.chat.id;
  if (isHere && ctx.chat.type === 'private') return true;
  // Nobody but admins posts in a channel.
  if (isHere && ctx.channelPost !== undefined) return true;
  if (ctx.from !== undefined && ctx.message?.sender_chat === undefined) {
    if (await isAdmin(ctx, chatId, ctx.from.id)) return true;
  }
  ctx.outcome = 'adminsOnly';
  if (ctx.callbackQuery !== undefined) await answerPress(ctx, ctx.texts.adminsOnly);
  else await sendScreen(ctx, { content: ctx.texts.adminsOnly }, logger);
  return false;
}

/**
 * Whether a press about a subscriber is one that the person may make: in the chat itself, or, for a channel, in a private
 * chat with one of its admins. Who may not is told so.
 */
export async function mayManageSubscriber(
  ctx: BotContext,
  subscriber: Subscriber | undefined,
  logger: Logger,
): Promise<boolean> {
  const isHere = subscriber?.chatId === ctx.chat?.id;
  const isFromAfar = subscriber?.kind === 'channel' && ctx.chat?.type === 'private';
  if (subscriber === undefined || !(isHere || isFromAfar)) {
    await sayStale(ctx);
    return false;
  }
  return mayManage(ctx, logger, subscriber.chatId);
}

/** Whether someone is an admin of a chat; of a chat that we cannot look into nobody is. */
export async function isAdmin(ctx: BotContext, chatId: number, userId: number): Promise<boolean> {
  try {
    const member = await ctx.api.getChatMember(chatId, userId);
    return member.status === 'creator' || member.status === 'administrator';
  } catch (error) {
    if (error instanceof GrammyError && error.error_code < 429) return false;
    throw error;
  }
}
