/** Finds the question in a message, and tells which messages are meant for the bot at all. */
import type { Message, MessageEntity, UserFromGetMe } from 'grammy/types';
import { findSafeCut } from './render/text-boundaries.js';

/** Characters of a question that are searched for; nobody asks longer ones, and time grows with length. */
export const MAX_QUESTION_LENGTH = 1000;

/**
 * - `question`: to be answered; an empty `text` is a command or mention with nothing behind it;
 * - `command`: another command, without its slash;
 * - `other`: in a private chat, anything that is no text.
 */
export type Request =
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'command'; readonly name: string; readonly rest: string }
  | { readonly kind: 'other' };

/** Commands that are answered in groups too, beside `/ask`, and the only ones in channels. */
const GROUP_COMMANDS: ReadonlySet<string> = new Set([
  'follow',
  'topics',
  'trace',
  'settings',
  'privacy',
  'delete_me',
  'library',
  'latest',
  'article',
  'language',
]);

type Me = Pick<UserFromGetMe, 'id' | 'username'>;

/**
 * Reads a message. In private chats everything is for the bot; in groups only `/ask`, a mention of the bot and a reply to
 * it are.
 *
 * @returns `undefined` for what is to be ignored: other bots, posts of a linked channel, service messages, talk of others
 */
export function readRequest(message: Message, me: Me): Request | undefined {
  if (message.chat.type === 'channel') return readChannelCommand(message, me);
  if (message.from === undefined || message.from.is_bot || message.via_bot !== undefined) {
    return undefined;
  }
  if (message.is_automatic_forward === true) return undefined;
  const isPrivate = message.chat.type === 'private';
  const { text } = message;
  if (text === undefined) return isPrivate && hasContent(message) ? { kind: 'other' } : undefined;
  const entities = message.entities ?? [];
  const command = readCommand(text, entities, me);
  if (command === 'foreign') return undefined;
  if (command?.name === 'ask') return { kind: 'question', text: command.rest };
  if (command !== undefined) {
    return isPrivate || GROUP_COMMANDS.has(command.name)
      ? { kind: 'command', name: command.name, rest: command.rest }
      : undefined;
  }
  if (isPrivate) return { kind: 'question', text: text.trim() };
  const mention = entities.find((entity) => isMention(text, entity, me));
  if (mention !== undefined) {
    const end = mention.offset + mention.length;
    const before = text.slice(0, mention.offset).trimEnd();
    return { kind: 'question', text: `${before} ${text.slice(end).trimStart()}`.trim() };
  }
  return isReplyTo(message, me) ? { kind: 'question', text: text.trim() } : undefined;
}

/** A command in a channel, where only admins post and nobody is named as the author. */
function readChannelCommand({ text, entities = [] }: Message, me: Me): Request | undefined {
  const command = text === undefined ? undefined : readCommand(text, entities, me);
  if (command === undefined || command === 'foreign') return undefined;
  return GROUP_COMMANDS.has(command.name) ? { kind: 'command', ...command } : undefined;
}

/** Cuts a question to what is searched for, never within a character. */
export function cutQuestion(text: string): { readonly text: string; readonly isCut: boolean } {
  if (text.length <= MAX_QUESTION_LENGTH) return { text, isCut: false };
  return { text: text.slice(0, findSafeCut(text, MAX_QUESTION_LENGTH)).trimEnd(), isCut: true };
}

function readCommand(
  text: string,
  entities: readonly MessageEntity[],
  me: Me,
): { readonly name: string; readonly rest: string } | 'foreign' | undefined {
  const entity = entities.find(({ type, offset }) => type === 'bot_command' && offset === 0);
  if (entity === undefined) return undefined;
  const [name = '', bot] = text.slice(1, entity.length).split('@');
  if (bot !== undefined && bot.toLowerCase() !== me.username.toLowerCase()) return 'foreign';
  return { name: name.toLowerCase(), rest: text.slice(entity.length).trim() };
}

function isMention(text: string, entity: MessageEntity, me: Me): boolean {
  if (entity.type === 'text_mention') return entity.user.id === me.id;
  if (entity.type !== 'mention') return false;
  const name = text.slice(entity.offset + 1, entity.offset + entity.length);
  return name.toLowerCase() === me.username.toLowerCase();
}

/** In a forum every message of a topic “replies” to the service message that opened it: that is not meant for us. */
function isReplyTo(message: Message, me: Me): boolean {
  const original = message.reply_to_message;
  return original?.from?.id === me.id && original.forum_topic_created === undefined;
}

const CONTENT = [
  'photo',
  'sticker',
  'voice',
  'video',
  'video_note',
  'audio',
  'document',
  'animation',
  'location',
  'contact',
  'poll',
  'dice',
  'story',
] as const satisfies readonly (keyof Message)[];

function hasContent(message: Message): boolean {
  return CONTENT.some((kind) => message[kind] !== undefined);
}
