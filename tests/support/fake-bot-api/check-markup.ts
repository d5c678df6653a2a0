/** Tool of the tests, part of the fake Bot API server: takes an inline keyboard as strictly as Telegram does. */
import type { InlineKeyboardMarkup } from 'grammy/types';
import { badRequest } from './refusal.js';

/** Checks `reply_markup` of a call. @throws BotApiRefusal in Telegram's words */
export function checkMarkup(given: unknown): InlineKeyboardMarkup | undefined {
  if (given === undefined) return undefined;
  if ((given as { force_reply?: boolean }).force_reply === true) return undefined;
  const { inline_keyboard: rows } = given as Partial<InlineKeyboardMarkup>;
  if (!Array.isArray(rows)) throw badRequest('object expected as reply markup');
  if (JSON.stringify(given).length > 10_000) throw badRequest('reply markup is too long');
  const buttons = rows.flat();
  if (buttons.length > 100) throw badRequest('reply markup is too long');
  for (const button of buttons) {
    if (typeof button.text !== 'string' || button.text.trim() === '') {
      throw badRequest('can\'t parse inline keyboard button: Field "text" must be non-empty');
    }
    if ('url' in button && /^https:\/\/\S+$/.test(String(button.url))) continue;
    const data: unknown = 'callback_data' in button ? button.callback_data : undefined;
    if (typeof data !== 'string') {
      throw badRequest(
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
      );
    }
    const bytes = Buffer.byteLength(data);
    if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID');
  }
  return buttons.length === 0 ? undefined : { inline_keyboard: rows };
}
