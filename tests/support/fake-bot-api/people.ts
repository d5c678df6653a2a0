/** Tool of the tests, part of the fake Bot API server: what people do in chats, and the updates that follow from it. */
import type { CallbackQuery, Message, MessageEntity, Update, User } from 'grammy/types';
import type { OpenPress } from './methods.js';
import type { UpdateQueue } from './update-queue.js';
import type { FakeChat, World } from './world.js';

/** How a message is posted. */
export interface PostOptions {
  readonly threadId?: number;
  readonly replyTo?: number;
  /** More fields of the message, such as `sticker` or `via_bot`. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

export class People {
  private readonly world: World;
  private readonly queue: UpdateQueue;
  private readonly presses: Map<string, OpenPress>;

  constructor(world: World, queue: UpdateQueue, presses: Map<string, OpenPress>) {
    this.world = world;
    this.queue = queue;
    this.presses = presses;
  }

  /** A private chat with a person. */
  openPrivate(user: User): FakeChat {
    return this.world.addChat({ id: user.id, type: 'private', first_name: user.first_name });
  }

  openGroup(id: number, title: string): FakeChat {
    return this.world.addChat({ id, type: 'supergroup', title });
  }

  openChannel(id: number, title: string, username: string): FakeChat {
    return this.world.addChat({ id, type: 'channel', title, username });
  }

  /** Posts in a channel: nobody is named as the author. */
  postInChannel(place: FakeChat, text: string): Message {
    const { from: _, ...post } = this.world.addMessage(place, this.world.bot, {
      text,
      entities: findEntities(text),
    });
    const unnamed = { ...post, sender_chat: place.chat } as unknown as Message;
    place.messages.set(unnamed.message_id, unnamed);
    this.queue.push({ channel_post: unnamed } as Omit<Update, 'update_id'>);
    return unnamed;
  }

  /** A forum with topics; each topic begins with the service message that opened it. */
  openForum(id: number, title: string, threads: readonly number[]): FakeChat {
    return this.world.addChat({ id, type: 'supergroup', title, is_forum: true }, threads);
  }

  /** Posts a text, with command and mention entities as Telegram finds them; returns the message. */
  post(place: FakeChat, user: User, text: string | undefined, options: PostOptions = {}): Message {
    const message = this.world.addMessage(place, user, {
      ...(text !== undefined && { text, entities: findEntities(text) }),
      threadId: options.threadId,
      replyTo: options.replyTo,
      ...(options.extra && { extra: options.extra }),
    });
    this.queue.push({ message } as Omit<Update, 'update_id'>);
    return message;
  }

  /** Sends a file. @param size what Telegram says of it; as large as it is when left out */
  sendFile(
    place: FakeChat,
    user: User,
    file: { readonly name: string; readonly bytes: Uint8Array; readonly size?: number },
  ): Message {
    const path = `documents/file_${this.world.files.size}`;
    this.world.files.set(path, file.bytes);
    const document = {
      file_id: path,
      file_unique_id: path,
      file_name: file.name,
      file_size: file.size ?? file.bytes.length,
    };
    return this.post(place, user, undefined, { extra: { document } });
  }

  /** Edits a posted message. */
  edit(place: FakeChat, messageId: number, text: string): void {
    const message = { ...place.messages.get(messageId), text } as Message;
    place.messages.set(messageId, message);
    this.queue.push({ edited_message: message } as Omit<Update, 'update_id'>);
  }

  /**
   * Presses a button by its label; without a message the latest that has it. Returns the id of the press.
   * @throws Error when nobody can see such a button
   */
  press(place: FakeChat, user: User, label: string, messageId?: number): string {
    const messages = [...place.messages.values()].reverse();
    for (const message of messages) {
      if (messageId !== undefined && message.message_id !== messageId) continue;
      const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
      const button = buttons.find((candidate) => candidate.text === label);
      if (button !== undefined && 'callback_data' in button) {
        return this.pressData(user, message, button.callback_data);
      }
    }
    throw new Error(`nobody can see a button “${label}” here`);
  }

  /** Presses a button with data of one's own making, as a hostile client can. */
  pressData(user: User, message: Message, data: string): string {
    const id = String(10_000 + this.presses.size);
    this.presses.set(id, { pressedAt: this.world.now(), answered: undefined });
    const press: CallbackQuery = { id, from: user, message, chat_instance: '1', data };
    this.queue.push({ callback_query: press } as Omit<Update, 'update_id'>);
    return id;
  }
}

function findEntities(text: string): MessageEntity[] {
  const found: MessageEntity[] = [];
  for (const match of text.matchAll(/(?<![\w/@])\/[a-zA-Z0-9_]{1,32}(@\w+)?/g)) {
    found.push({ type: 'bot_command', offset: match.index, length: match[0].length });
  }
  for (const match of text.matchAll(/(?<![\w/@])@\w{3,32}/g)) {
    found.push({ type: 'mention', offset: match.index, length: match[0].length });
  }
  return found;
}
