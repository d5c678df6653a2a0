/** Who may decide what a chat follows: anybody in private, admins in groups. */

import type { Logger } from 'pino';
import type { BotContext } from './bot-context.js';
import { answerPress, sendScreen } from './deliver.js';

/** Whether the person behind an update may; who may not is told so. Only admins can speak in the name of their group. */
export async function mayManage(ctx: BotContext, logger: Logger): Promise<boolean> {
  if (ctx.chat === undefined || ctx.from === undefined) return false;
  if (ctx.chat.type === 'private') return true;
  const { sender_chat: inNameOf } = ctx.message ?? {};
  if (inNameOf?.id === ctx.chat.id) return true;
  if (inNameOf === undefined) {
    const { status } = await ctx.api.getChatMember(ctx.chat.id, ctx.from.id);
    if (status === 'creator' || status === 'administrator') return true;
  }
  ctx.outcome = 'adminsOnly';
  if (ctx.callbackQuery !== undefined) await answerPress(ctx, ctx.texts.adminsOnly);
  else await sendScreen(ctx, { content: ctx.texts.adminsOnly }, logger);
  return false;
}
