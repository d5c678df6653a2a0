/** The refusals of the Bot API that have a meaning for us. Telegram gives no codes, so its texts are compared. */
import { GrammyError, HttpError } from 'grammy';

/**
 * - `notModified`: an edit that changes nothing, say after a double click;
 * - `messageGone`: the message to edit was deleted or is too old;
 * - `staleQuery`: a button was pressed too long ago to be answered;
 * - `unreachable`: the reader blocked us, or the chat is gone or closed to us;
 * - `threadGone`: the topic of a forum was deleted;
 * - `tooLong`: the text is longer than Telegram takes;
 * - `migrated`: the group has become a supergroup with another id;
 * - `replyGone`: the message to reply to was deleted;
 * - `badEntities`, `badButtons`: marks or buttons that Telegram does not take; a fault of ours.
 */
export type Refusal =
  | 'notModified'
  | 'messageGone'
  | 'staleQuery'
  | 'unreachable'
  | 'threadGone'
  | 'tooLong'
  | 'migrated'
  | 'replyGone'
  | 'badEntities'
  | 'badButtons';

const REFUSALS: readonly (readonly [Refusal, RegExp])[] = [
  ['notModified', /message is not modified/i],
  ['messageGone', /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i],
  ['staleQuery', /query is too old|query ID is invalid/i],
  ['migrated', /upgraded to a supergroup/i],
  ['threadGone', /message thread not found|TOPIC_(CLOSED|DELETED)/i],
  ['tooLong', /message is too long|MESSAGE_TOO_LONG/i],
  ['replyGone', /message to be replied not found|REPLY_MESSAGE_ID_INVALID/i],
  [
    'badEntities',
    /can't parse (entities|MessageEntity)|entity begin|ENTITY_BOUNDS_INVALID|ENTITIES_TOO_LONG/i,
  ],
  ['badButtons', /reply markup is too long|can't parse \w+ keyboard|BUTTON_\w+_INVALID/i],
];

/**
 * - `blocked`: the reader or the chat keeps us out, and may let us in again;
 * - `gone`: there is no such chat, or not any more;
 * - `erased`: the reader's account is no more.
 */
export type Unreachable = 'blocked' | 'gone' | 'erased';

const UNREACHABLE: readonly (readonly [RegExp, Unreachable])[] = [
  [/user is deactivated/i, 'erased'],
  [/group chat was deleted|chat was deleted/i, 'gone'],
  [/chat not found|PEER_ID_INVALID/i, 'gone'],
  [/bot was blocked by the user/i, 'blocked'],
  [/bot was kicked|bot is not a member/i, 'blocked'],
  [/not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|need administrator rights/i, 'blocked'],
  [/can't initiate conversation|bot can't send messages to/i, 'blocked'],
];

/** Why a chat cannot be written to; `undefined` when the error says nothing of the kind. */
export function readUnreachable(thrown: unknown): Unreachable | undefined {
  if (!(thrown instanceof GrammyError)) return undefined;
  const { error_code: code, description } = thrown;
  if (code !== 400 && code !== 403) return undefined;
  const found = UNREACHABLE.find(([pattern]) => pattern.test(description))?.[1];
  return found ?? (code === 403 ? 'blocked' : undefined);
}

/** Tells what a thrown error means; `undefined` when it is a fault that has to be reported. */
export function readRefusal(thrown: unknown): Refusal | undefined {
  if (!(thrown instanceof GrammyError)) return undefined;
  return readUnreachable(thrown) === undefined
    ? readDescription(thrown.description)
    : 'unreachable';
}

/** Tells what the text of a refusal means; `undefined` for a text without a meaning of its own. */
export function readDescription(description: string): Refusal | undefined {
  return REFUSALS.find(([, pattern]) => pattern.test(description))?.[0];
}

/** Where a group has moved, if the refusal says so. */
export function readNewChatId(thrown: unknown): number | undefined {
  return thrown instanceof GrammyError ? thrown.parameters.migrate_to_chat_id : undefined;
}

/** Calls that may be made twice without anybody seeing anything twice: all but those that send a message. */
export function isRepeatable(method: string): boolean {
  return !/^(send(?!ChatAction$)|copy|forward)/.test(method) || /Draft$/.test(method);
}

/** Codes of a connection that failed before anything was written. */
const NEVER_WRITTEN = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/** Whether a call that has thrown certainly had no effect, because the server was never reached. */
export function wasNeverSent(thrown: unknown): boolean {
  if (!(thrown instanceof HttpError)) return false;
  const { error } = thrown;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return NEVER_WRITTEN.includes(code);
}

/** For how long a refused call asks to be left alone, in milliseconds; `undefined` when it was refused for good. */
export function readFloodMs(thrown: unknown): number | undefined {
  if (!(thrown instanceof GrammyError) || thrown.error_code !== 429) return undefined;
  return (thrown.parameters.retry_after ?? 1) * 1000;
}
