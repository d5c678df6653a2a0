/** Sends alerts through the Bot API: each message once, no retries, and says what became of it in the core's words. */
import { type Api, GrammyError } from 'grammy';
import type { Notifier, SendOutcome } from '../ports/notifier.js';
import { pickTexts } from '../texts/pick-texts.js';
import { buildAlertKeyboard, renderAlerts } from './render/render-alert.js';
import { MESSAGE_LIMITS } from './render/split-message.js';
import { readRefusal, readUnreachable, wasNeverSent } from './telegram-errors.js';

/**
 * @param api one of its own, without the retries of the answers
 * @param botName the bot's username, for links to it
 */
export function createNotifier(api: Api, botName: string): Notifier {
  return {
    async send(message) {
      const { subscriber, isSilent } = message;
      const texts = pickTexts(subscriber.language);
      const attempt = async (room?: number): Promise<SendOutcome> => {
        const { text, entities } = renderAlerts(message, texts, room);
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
      };
      return attempt()
        .catch((thrown: unknown) => {
          // Counted otherwise than by us: once more with half of the words.
          if (readRefusal(thrown) !== 'tooLong') throw thrown;
          return attempt(MESSAGE_LIMITS.maxLength / 2);
        })
        .catch(readOutcome);
    },
  };
}

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
    if (readRefusal(thrown) === 'threadGone') return { kind: 'threadGone' };
    const state = readUnreachable(thrown);
    if (state !== undefined) return { kind: 'unreachable', state, reason: description };
    return { kind: 'refused', reason: description };
  }
  return wasNeverSent(thrown) ? { kind: 'notSent' } : { kind: 'ambiguous' };
}
