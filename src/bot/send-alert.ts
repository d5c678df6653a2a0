/** Sends alerts through the Bot API: each message once, no retries, and says what became of it in the core's words. */
import { type Api, GrammyError, HttpError } from 'grammy';
import type { Notifier, SendOutcome } from '../ports/notifier.js';
import { pickTexts } from '../texts/pick-texts.js';
import { buildAlertKeyboard, renderAlerts } from './render/render-alert.js';

/**
 * @param api one of its own, without the retries of the answers
 * @param botName the bot's username, for links to it
 */
export function createNotifier(api: Api, botName: string): Notifier {
  return {
    async send(message) {
      const { subscriber, isSilent } = message;
      const texts = pickTexts(subscriber.language);
      const { text, entities } = renderAlerts(message, texts);
      try {
        const sent = await api.sendMessage(subscriber.chatId, text, {
          entities: [...entities],
          link_preview_options: { is_disabled: true },
          reply_markup: {
            inline_keyboard: buildAlertKeyboard(
              message,
              texts,
              subscriber.kind === 'channel' ? { inChannelOf: botName } : {},
            ),
          },
          ...(subscriber.threadId !== undefined && { message_thread_id: subscriber.threadId }),
          ...(isSilent && { disable_notification: true }),
        });
        return { kind: 'sent', messageId: sent.message_id };
      } catch (thrown) {
        return readOutcome(thrown);
      }
    },
  };
}

/** Refusals that end it for a chat (core.telegram.org/bots/api gives no codes; texts from the server's source). */
const UNREACHABLE: readonly (readonly [pattern: RegExp, state: 'blocked' | 'gone'])[] = [
  [/user is deactivated/i, 'gone'],
  [/group chat was deleted|chat was deleted/i, 'gone'],
  [/chat not found|PEER_ID_INVALID/i, 'gone'],
  [/bot was blocked by the user/i, 'blocked'],
  [/bot was kicked|bot is not a member/i, 'blocked'],
  [/not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|need administrator rights/i, 'blocked'],
  [/can't initiate conversation|bot can't send messages to/i, 'blocked'],
];

/** What a thrown error says of an attempt. Exported for its tests. */
export function readOutcome(thrown: unknown): SendOutcome {
  if (thrown instanceof GrammyError) {
    const { error_code: code, description, parameters } = thrown;
    if (code === 429) {
      return { kind: 'flooded', retryAfterMs: (parameters.retry_after ?? 1) * 1000 };
    }
    if (code >= 500) return { kind: 'ambiguous' };
    if (parameters.migrate_to_chat_id !== undefined) {
      return { kind: 'moved', chatId: parameters.migrate_to_chat_id };
    }
    if (/message thread not found|TOPIC_(CLOSED|DELETED)/i.test(description)) {
      return { kind: 'threadGone' };
    }
    const found = UNREACHABLE.find(([pattern]) => pattern.test(description));
    if (found !== undefined) return { kind: 'unreachable', state: found[1], reason: description };
    if (code === 403) return { kind: 'unreachable', state: 'blocked', reason: description };
    return { kind: 'refused', reason: description };
  }
  if (thrown instanceof HttpError && wasNeverReached(thrown.error)) return { kind: 'notSent' };
  return { kind: 'ambiguous' };
}

/** Whether the connection failed before anything was written. */
function wasNeverReached(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes(code);
}
