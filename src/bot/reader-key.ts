/** By what readers are told apart where they are counted. */
import type { BotContext } from './bot-context.js';

/** A person's id; a group's where somebody speaks in its name, for all of them share one account of Telegram's. */
export function readReaderKey(ctx: BotContext): string {
  return String(ctx.msg?.sender_chat?.id ?? ctx.from?.id ?? ctx.chat?.id ?? 'none');
}
