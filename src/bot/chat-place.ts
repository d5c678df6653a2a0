/** Where an update happened, so that what answers it arrives at the same place. */
import type { ChatPlace } from '../domain/topic.js';
import type { BotContext } from './bot-context.js';

export type { ChatPlace };

/** The chat and topic of an update. Outside forums Telegram's thread id names a chain of replies: not a place to send to. */
export function findChatPlace(ctx: BotContext): ChatPlace | undefined {
  const { chat, msg } = ctx;
  // The number of a guest's chat may be that of another chat of ours.
  if (chat === undefined || ctx.guestMessage !== undefined) return undefined;
  const threadId = msg?.is_topic_message === true ? msg.message_thread_id : undefined;
  return { chatId: chat.id, ...(threadId !== undefined && { threadId }) };
}

/** Whether an update is of a message in a group that only its writer and the bot can see (“ephemeral”, Bot API 10.2). */
export function isSeenByOneOnly(ctx: BotContext): boolean {
  return ctx.msg?.ephemeral_message_id !== undefined;
}
