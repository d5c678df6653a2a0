/** Tool of the tests, part of the fake Bot API server: the methods a bot may call, apart from `getUpdates`. */
import type { Message } from 'grammy/types';
import { checkMarkup } from './check-markup.js';
import { checkText } from './check-text.js';
import { BotApiRefusal, badRequest } from './refusal.js';
import type { FakeChat, World } from './world.js';

/** Telegram keeps a press so long. */
const PRESS_LIFETIME_SECONDS = 150;

/** A press that waits for its answer. */
export interface OpenPress {
  readonly pressedAt: number;
  answered: { readonly text: string | undefined } | undefined;
}

export type Payload = Readonly<Record<string, unknown>>;
export type Method = (payload: Payload) => unknown;

/** The id of a file is its path, for people send few. */
function getFile(world: World, payload: Payload): object {
  const path = String(payload['file_id']);
  const file = world.files.get(path);
  if (file === undefined) throw new BotApiRefusal(400, 'Bad Request: invalid file_id');
  if (file.length > 20_000_000) throw new BotApiRefusal(400, 'Bad Request: file is too big');
  return { file_id: path, file_unique_id: path, file_size: file.length, file_path: path };
}

/** Creates the table of methods. */
export function createMethods(
  world: World,
  presses: Map<string, OpenPress>,
  profile: Map<string, unknown>,
): ReadonlyMap<string, Method> {
  const keyOf = (method: string, payload: Payload) => {
    const scope = payload['scope'] as { type?: string } | undefined;
    return [method, scope?.type, payload['language_code']].filter(Boolean).join('/');
  };
  const remember = (method: string) => (payload: Payload) => {
    profile.set(keyOf(method, payload), payload);
    return true;
  };
  const recall = (method: string, payload: Payload) =>
    profile.get(keyOf(method, payload)) as Payload | undefined;
  return new Map<string, Method>([
    ['getMe', () => world.bot],
    [
      'getWebhookInfo',
      () => ({ url: '', has_custom_certificate: false, pending_update_count: 0, ...world.webhook }),
    ],
    [
      'deleteWebhook',
      () => {
        world.webhook = {};
        return true;
      },
    ],
    ['getFile', (payload) => getFile(world, payload)],
    ['sendMessage', (payload) => sendMessage(world, payload)],
    ['sendPhoto', (payload) => sendPhoto(world, payload)],
    ['editMessageText', (payload) => editMessage(world, payload, true)],
    ['editMessageReplyMarkup', (payload) => editMessage(world, payload, false)],
    ['deleteMessage', (payload) => deleteMessage(world, payload)],
    ['answerCallbackQuery', (payload) => answerPress(world, presses, payload)],
    ['getChat', (payload) => getChat(world, payload)],
    ['getChatMember', (payload) => getChatMember(world, payload)],
    ['sendChatAction', (payload) => sendChatAction(world, payload)],
    ['setMyCommands', (payload) => remember('setMyCommands')(checkCommands(payload))],
    ['setMyDescription', remember('setMyDescription')],
    ['setMyShortDescription', remember('setMyShortDescription')],
    ['getMyCommands', (payload) => recall('setMyCommands', payload)?.['commands'] ?? []],
    [
      'getMyDescription',
      (payload) => ({ description: '', ...recall('setMyDescription', payload) }),
    ],
    [
      'getMyShortDescription',
      (payload) => ({ short_description: '', ...recall('setMyShortDescription', payload) }),
    ],
  ]);
}

function findChat(world: World, payload: Payload): FakeChat {
  const place = world.chats.get(Number(payload['chat_id']));
  if (place === undefined) throw badRequest('chat not found');
  if (place.movedTo !== undefined) {
    throw new BotApiRefusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: place.movedTo,
    });
  }
  if (place.closed) throw new BotApiRefusal(place.closed.errorCode, place.closed.description);
  const threadId = payload['message_thread_id'];
  if (threadId !== undefined && !place.threads.has(Number(threadId))) {
    throw badRequest('message thread not found');
  }
  return place;
}

function sendMessage(world: World, payload: Payload): Message {
  const place = findChat(world, payload);
  const { text, entities } = checkText(payload);
  const markup = checkMarkup(payload['reply_markup']);
  const reply = payload['reply_parameters'] as
    | { message_id: number; allow_sending_without_reply?: boolean }
    | undefined;
  const hasOriginal = reply !== undefined && place.messages.has(reply.message_id);
  if (reply !== undefined && !hasOriginal && reply.allow_sending_without_reply !== true) {
    throw badRequest('message to be replied not found');
  }
  const threadId = payload['message_thread_id'];
  return world.addMessage(place, world.bot, {
    text,
    entities,
    markup,
    threadId: threadId === undefined ? undefined : Number(threadId),
    replyTo: hasOriginal ? reply.message_id : undefined,
    ...(payload['disable_notification'] === true && { extra: { is_silent: true } }),
  });
}

/** Takes a PNG that came with the call. */
function sendPhoto(world: World, payload: Payload): Message {
  const place = findChat(world, payload);
  const file = payload[String(payload['photo']).replace('attach://', '')];
  const isPicture = file instanceof Buffer && file.subarray(1, 4).toString('latin1') === 'PNG';
  if (!isPicture) throw badRequest('IMAGE_PROCESS_FAILED');
  const size = { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
  const photo = [{ file_id: 'photo', file_unique_id: 'photo', ...size, file_size: file.length }];
  const threadId = payload['message_thread_id'];
  return world.addMessage(place, world.bot, {
    threadId: threadId === undefined ? undefined : Number(threadId),
    extra: { photo },
  });
}

function findOwnMessage(world: World, payload: Payload, what: string): [FakeChat, Message] {
  const place = findChat(world, payload);
  const message = place.messages.get(Number(payload['message_id']));
  if (message === undefined) throw badRequest(`message to ${what} not found`);
  if (message.from?.id !== world.bot.id) throw badRequest(`message can't be ${what}ed`);
  return [place, message];
}

function editMessage(world: World, payload: Payload, isText: boolean): Message {
  const [place, message] = findOwnMessage(world, payload, 'edit');
  const content = isText
    ? checkText(payload)
    : { text: message.text ?? '', entities: message.entities ?? [] };
  const markup = checkMarkup(payload['reply_markup']);
  const edited = {
    ...message,
    text: content.text,
    entities: content.entities,
    reply_markup: markup,
    edit_date: world.now(),
  } as Message;
  const isSame =
    edited.text === message.text &&
    JSON.stringify(edited.entities) === JSON.stringify(message.entities ?? []) &&
    JSON.stringify(markup) === JSON.stringify(message.reply_markup);
  if (isSame) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  place.messages.set(message.message_id, edited);
  return edited;
}

function deleteMessage(world: World, payload: Payload): true {
  const place = findChat(world, payload);
  if (!place.messages.delete(Number(payload['message_id']))) {
    throw badRequest('message to delete not found');
  }
  return true;
}

function answerPress(world: World, presses: Map<string, OpenPress>, payload: Payload): true {
  const press = presses.get(String(payload['callback_query_id']));
  const text = payload['text'];
  if (press === undefined || press.pressedAt + PRESS_LIFETIME_SECONDS < world.now()) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  if (typeof text === 'string' && text.length > 200) throw badRequest('MESSAGE_TOO_LONG');
  press.answered = { text: typeof text === 'string' ? text : undefined };
  return true;
}

function getChat(world: World, payload: Payload) {
  const name = String(payload['chat_id']);
  const named = [...world.chats.values()].find(
    ({ chat }) => 'username' in chat && `@${chat.username}` === name,
  );
  return (named ?? findChat(world, payload)).chat;
}

function getChatMember(world: World, payload: Payload) {
  const place = findChat(world, payload);
  const userId = Number(payload['user_id']);
  const status = place.admins.has(userId) ? 'administrator' : 'member';
  return { status, user: { id: userId, is_bot: false, first_name: 'x' } };
}

function sendChatAction(world: World, payload: Payload): true {
  findChat(world, payload);
  if (payload['action'] !== 'typing') throw badRequest('wrong parameter action in request');
  return true;
}

function checkCommands(payload: Payload): Payload {
  const language = payload['language_code'];
  if (language !== undefined && !/^[a-z]{2}$/.test(String(language))) {
    throw badRequest('invalid language code specified');
  }
  const commands = payload['commands'] as readonly { command: string; description: string }[];
  for (const { command, description } of commands) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
    if (description.length < 1 || description.length > 256) {
      throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
    }
  }
  return payload;
}
