/** What a reply has taught about its chat is kept: alerts need not learn it again. */
import type { BotApp } from './bot-app.js';
import type { BotContext } from './bot-context.js';

/** Notes where the chat has moved, and that it cannot be reached any more. What of an erased account is kept is removed. */
export async function noteReach(ctx: BotContext, app: Pick<BotApp, 'openAlerts'>): Promise<void> {
  const { chat, movedTo, lost } = ctx;
  if (chat === undefined || (movedTo === undefined && lost === undefined)) return;
  const alerts = await app.openAlerts();
  if (movedTo !== undefined) await alerts.subscribers.moveChat(chat.id, movedTo);
  const chatId = movedTo ?? chat.id;
  if (lost === 'erased') await alerts.forget(chatId);
  else if (lost !== undefined) await alerts.subscribers.setChatState(chatId, lost);
}
