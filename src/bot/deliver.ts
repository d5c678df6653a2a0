/**
 * Brings a screen to a chat, as new messages or in place of an old one, and takes Telegram's refusals for what they mean:
 * some are as good as success, some have another way, the rest is thrown.
 */
import { GrammyError } from 'grammy';
import type { Logger } from 'pino';
import type { BotContext } from './bot-context.js';
import { type ChatPlace, findChatPlace, isSeenByOneOnly } from './chat-place.js';
import { type RichContent, tryRich } from './deliver-rich.js';
import type { Keyboard } from './keyboards.js';
import type { RichPart, RichText } from './render/rich-text.js';
import { MESSAGE_LIMITS, splitMessage } from './render/split-message.js';
import { readNewChatId, readRefusal, readUnreachable } from './telegram-errors.js';

/** What a reader is to see: a text of any length, and buttons under its last piece. */
export interface Screen {
  readonly content: RichPart;
  /** The same as a rich message, tried first. */
  readonly rich?: RichContent;
  readonly keyboard?: Keyboard;
  /** Message that is replied to in private chats too. */
  readonly replyTo?: number;
}

interface Target extends ChatPlace {
  /** Message that is replied to; only the first piece replies. */
  readonly replyTo?: number;
  /** The only one in a group who is to see it. */
  readonly onlyFor?: number;
  /** Message that nobody else has seen, and that is replied to. Telegram takes such replies within 15 s only. */
  readonly replyToEphemeral?: number;
  /** Where it goes when Telegram does not take it there. */
  readonly otherwise?: Target;
}

/** Sends a screen to the chat that the update came from: in groups as a reply, in forums into the same topic. */
export async function sendScreen(ctx: BotContext, screen: Screen, logger: Logger): Promise<void> {
  const target = findTarget(ctx);
  if (target === undefined) return;
  const { rich } = screen;
  const sendRich = (content: RichContent) =>
    ctx.api.sendRichMessage(target.chatId, content, placeMessage(target, screen.keyboard));
  if (rich !== undefined && (await tryRich(ctx, logger, () => sendRich(rich)))) return;
  const queue = [...splitScreen(screen)];
  let at: Target = screen.replyTo === undefined ? target : { ...target, replyTo: screen.replyTo };
  for (let refusals = 0; queue.length > 0; ) {
    const piece = queue[0] as RichText;
    try {
      await sendPiece(ctx, piece, at, queue.length === 1 ? screen.keyboard : undefined);
      queue.shift();
      at = withoutReply(at);
    } catch (error) {
      const refusal = readRefusal(error);
      if (at.otherwise !== undefined && error instanceof GrammyError && refusal !== 'tooLong') {
        at = at.otherwise;
        continue;
      }
      if (refusal === 'unreachable') return noteLost(ctx, error);
      refusals += 1;
      const newChatId = readNewChatId(error);
      if (refusals > 3) throw error;
      if (refusal === 'threadGone') at = { chatId: at.chatId };
      else if (newChatId !== undefined) {
        ctx.movedTo = newChatId;
        at = { chatId: newChatId };
      } else if (refusal === 'tooLong') {
        logger.warn({ length: piece.text.length }, 'Telegram found a piece too long; split again');
        const maxLength = Math.ceil(piece.text.length / 2) + 1;
        queue.splice(0, 1, ...splitMessage(piece, { ...MESSAGE_LIMITS, maxLength }));
      } else throw error;
    }
  }
}

/**
 * Puts a screen in place of the message whose button was pressed. Of a screen in several pieces the last one takes the
 * place, as it was the last one that carried the buttons. A message that is gone is sent anew.
 */
export async function editScreen(ctx: BotContext, screen: Screen, logger: Logger): Promise<void> {
  const message = ctx.callbackQuery?.message;
  const piece = splitScreen(screen).at(-1);
  if (message === undefined || piece === undefined) return;
  const { rich, keyboard } = screen;
  const markup = keyboard === undefined ? {} : { reply_markup: { inline_keyboard: keyboard } };
  const at = [message.chat.id, message.message_id] as const;
  const editRich = (content: RichContent) => ctx.api.editMessageText(...at, content, markup);
  if (rich !== undefined && (await tryRich(ctx, logger, () => editRich(rich)))) return;
  try {
    await ctx.api.editMessageText(...at, piece.text, {
      entities: [...piece.entities],
      link_preview_options: { is_disabled: true },
      ...markup,
    });
  } catch (error) {
    const refusal = readRefusal(error);
    if (refusal === 'notModified') return;
    if (refusal === 'unreachable') noteLost(ctx, error);
    else if (refusal === 'messageGone' || refusal === 'tooLong') {
      await sendScreen(ctx, screen, logger);
    } else throw error;
  }
}

/** Puts other buttons under the message whose button was pressed. That Telegram does not take them is no trouble. */
export async function editKeyboard(ctx: BotContext, keyboard: Keyboard): Promise<void> {
  const message = ctx.callbackQuery?.message;
  if (message === undefined) return;
  const markup = { reply_markup: { inline_keyboard: keyboard } };
  try {
    await ctx.api.editMessageReplyMarkup(message.chat.id, message.message_id, markup);
  } catch (error) {
    if (readRefusal(error) === undefined) throw error;
  }
}

/** Answers a button press, once; too late is as good as never. */
export async function answerPress(ctx: BotContext, toast?: string): Promise<void> {
  if (ctx.callbackQuery === undefined || ctx.isPressAnswered) return;
  ctx.isPressAnswered = true;
  try {
    await ctx.answerCallbackQuery(toast === undefined ? {} : { text: toast });
  } catch (error) {
    if (readRefusal(error) === undefined) throw error;
  }
}

function noteLost(ctx: BotContext, error: unknown): void {
  ctx.outcome = 'unreachable';
  const lost = readUnreachable(error);
  if (lost !== undefined) ctx.lost = lost;
}

function splitScreen(screen: Screen): readonly RichText[] {
  const { content } = screen;
  const rich = typeof content === 'string' ? { text: content, entities: [] } : content;
  // Telegram refuses messages without a visible character.
  return splitMessage(rich).filter((piece) => piece.text.trim() !== '');
}

async function sendPiece(
  ctx: BotContext,
  piece: RichText,
  target: Target,
  keyboard: Keyboard | undefined,
): Promise<void> {
  await ctx.api.sendMessage(target.chatId, piece.text, {
    entities: [...piece.entities],
    link_preview_options: { is_disabled: true },
    ...placeMessage(target, keyboard),
  });
}

/** What says where a message goes and what stands under it. */
function placeMessage(
  { threadId, replyTo, onlyFor, replyToEphemeral }: Target,
  keyboard: Keyboard | undefined,
) {
  return {
    ...(threadId !== undefined && { message_thread_id: threadId }),
    ...(replyTo !== undefined && {
      reply_parameters: { message_id: replyTo, allow_sending_without_reply: true },
    }),
    ...(onlyFor !== undefined && {
      ephemeral_message_parameters: { receiver_user_id: onlyFor },
    }),
    ...(replyToEphemeral !== undefined && {
      reply_parameters: { ephemeral_message_id: replyToEphemeral },
    }),
    ...(keyboard !== undefined &&
      keyboard.length > 0 && { reply_markup: { inline_keyboard: keyboard } }),
  };
}

function findTarget(ctx: BotContext): Target | undefined {
  const place = findChatPlace(ctx);
  if (place === undefined) return undefined;
  if (isSeenByOneOnly(ctx) && ctx.from !== undefined)
    return findQuietTarget(ctx, place, ctx.from.id);
  const isGroup = ctx.chat?.type !== 'private';
  return { ...place, ...(isGroup && ctx.msg && { replyTo: ctx.msg.message_id }) };
}

/**
 * Answers a question that nobody else has seen in the same way. Where Telegram does not, it goes to the chat with the
 * reader; only who has never opened that one is answered in front of the group, without the question.
 */
function findQuietTarget(ctx: BotContext, place: ChatPlace, readerId: number): Target {
  const inPrivate = { chatId: readerId, otherwise: place };
  const quiet = { ...place, onlyFor: readerId, otherwise: inPrivate };
  const replyToEphemeral = ctx.msg?.ephemeral_message_id;
  if (replyToEphemeral === undefined) return quiet;
  return { ...quiet, replyToEphemeral, otherwise: quiet };
}

function withoutReply({ replyTo: _, replyToEphemeral: __, ...target }: Target): Target {
  return target;
}
