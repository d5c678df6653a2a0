/** Tool of the tests, part of the fake Bot API server: messages in groups that only one person sees. */
import type { Message } from 'grammy/types';
import { checkMarkup } from './check-markup.js';
import { checkText } from './check-text.js';
import type { Payload } from './methods.js';
import { badRequest } from './refusal.js';
import type { FakeChat, World } from './world.js';

/** A reply to an ephemeral message has to come so soon. */
const REPLY_SECONDS = 15;

/** Sends a message to one person in a group. @throws BotApiRefusal in Telegram's words, as far as they are known */
export function sendEphemeral(world: World, place: FakeChat, payload: Payload): Message {
  const { receiver_user_id: receiverId } = payload['ephemeral_message_parameters'] as {
    readonly receiver_user_id: number;
  };
  const reply = payload['reply_parameters'] as { ephemeral_message_id?: number } | undefined;
  const original = place.ephemeral.get(reply?.ephemeral_message_id ?? 0);
  const isAdmin = place.admins.has(world.bot.id);
  if (place.chat.type === 'private') throw badRequest('BOT_NOT_ADMIN');
  if (reply === undefined && !isAdmin) throw badRequest('BOT_NOT_ADMIN');
  if (reply !== undefined) {
    const isLate = original === undefined || original.date + REPLY_SECONDS < world.now();
    if (isLate) throw badRequest('message to be replied not found');
  }
  const { text, entities } = checkText(payload);
  const id = place.ephemeral.size + 1;
  const message = {
    message_id: 0,
    ephemeral_message_id: id,
    date: world.now(),
    chat: place.chat,
    from: world.bot,
    receiver_user: { id: receiverId, is_bot: false, first_name: 'x' },
    text,
    entities,
    reply_markup: checkMarkup(payload['reply_markup']),
  } as unknown as Message;
  place.ephemeral.set(id, message);
  return message;
}
