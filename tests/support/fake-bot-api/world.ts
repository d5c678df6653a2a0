/**
 * Tool of the tests, part of the fake Bot API server: the chats, people and messages that the server knows, and what each
 * chat sees after all edits and deletions.
 */
import type {
  Chat,
  InlineKeyboardMarkup,
  InlineQueryResultArticle,
  Message,
  MessageEntity,
  User,
  WebhookInfo,
} from 'grammy/types';
import type { OpenInlineQuery } from './inline.js';

/** A chat of the fake world. */
export interface FakeChat {
  readonly chat: Chat;
  /** Topics of a forum. */
  readonly threads: Set<number>;
  readonly messages: Map<number, Message>;
  /** Messages that only one person and the bot see, by their own ids. */
  readonly ephemeral: Map<number, Message>;
  nextMessageId: number;
  /** Ids of those who may manage a group. */
  readonly admins: Set<number>;
  /** The id that the group has had since it became a supergroup. */
  movedTo?: number;
  /** The refusal that every call to this chat gets, such as a block. */
  closed?: { readonly errorCode: number; readonly description: string };
}

/** What a person sees of a message. */
export interface SeenMessage {
  readonly messageId: number;
  readonly from: 'bot' | 'person';
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  /** Labels of the buttons, row by row. */
  readonly buttons: readonly (readonly string[])[];
  readonly threadId?: number | undefined;
  readonly replyTo?: number | undefined;
}

export class World {
  readonly bot: User;
  readonly chats = new Map<number, FakeChat>();
  /** What people have sent, by the path under which it is fetched. */
  readonly files = new Map<string, Uint8Array>();
  /** Inline queries by their id; `answered` is `undefined` while the reader waits. */
  readonly inlineQueries = new Map<string, OpenInlineQuery>();
  /** What a guest bot has answered, by the id of the query; `undefined`: nothing yet. */
  readonly guestQueries = new Map<string, InlineQueryResultArticle | undefined>();
  /** What `getWebhookInfo` tells beside the usual. */
  webhook: Partial<WebhookInfo> = {};
  /** Milliseconds that the clock is ahead. */
  aheadMs = 0;
  private readonly clock: () => number;

  /** @param clock milliseconds since 1970 @default the machine's */
  constructor(bot: User, clock: () => number = Date.now) {
    this.bot = bot;
    this.clock = clock;
  }

  /** Seconds since 1970 on the virtual clock. */
  now(): number {
    return Math.floor(this.nowMs() / 1000);
  }

  /** The same in milliseconds. */
  nowMs(): number {
    return this.clock() + this.aheadMs;
  }

  addChat(chat: Chat, threads: readonly number[] = []): FakeChat {
    const known = this.chats.get(chat.id);
    if (known !== undefined) return known;
    const added = {
      chat,
      threads: new Set(threads),
      messages: new Map(),
      ephemeral: new Map(),
      admins: new Set<number>(),
      nextMessageId: 1,
    };
    this.chats.set(chat.id, added);
    return added;
  }

  addMessage(
    place: FakeChat,
    from: User,
    content: {
      readonly text?: string;
      readonly entities?: readonly MessageEntity[];
      readonly markup?: InlineKeyboardMarkup | undefined;
      readonly threadId?: number | undefined;
      readonly replyTo?: number | undefined;
      readonly extra?: Readonly<Record<string, unknown>>;
    },
  ): Message {
    const original =
      content.replyTo === undefined ? undefined : place.messages.get(content.replyTo);
    const message = {
      message_id: place.nextMessageId,
      date: this.now(),
      chat: place.chat,
      from,
      ...(content.text !== undefined && { text: content.text }),
      ...(content.entities?.length && { entities: [...content.entities] }),
      ...(content.markup && { reply_markup: content.markup }),
      ...(content.threadId !== undefined && {
        message_thread_id: content.threadId,
        is_topic_message: true,
      }),
      ...(original && { reply_to_message: original }),
      ...content.extra,
    } as unknown as Message;
    place.nextMessageId += 1;
    place.messages.set(message.message_id, message);
    return message;
  }

  /** The messages of a chat as a person sees them now. */
  see(chatId: number): readonly SeenMessage[] {
    const messages = [...(this.chats.get(chatId)?.messages.values() ?? [])];
    return messages.map((message) => ({
      messageId: message.message_id,
      from: message.from?.id === this.bot.id ? 'bot' : 'person',
      text: message.text ?? '',
      entities: message.entities ?? [],
      buttons: (message.reply_markup?.inline_keyboard ?? []).map((row) =>
        row.map((button) => button.text),
      ),
      threadId: message.message_thread_id,
      replyTo: message.reply_to_message?.message_id,
    }));
  }
}
