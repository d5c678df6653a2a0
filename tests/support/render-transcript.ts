/** Tool of the tests: messages as a person sees them, in plain text: quotes behind a bar, buttons in brackets. */
import type { InlineKeyboardMarkup, Message, MessageEntity } from 'grammy/types';
import type { SeenInlineResults } from './fake-bot-api/inline.js';
import type { FakeChat } from './fake-bot-api/world.js';

/** What is rendered of a message. */
interface Content {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  readonly markup?: InlineKeyboardMarkup | undefined;
}

/** A chat from its first message to its last. */
export function renderChat(place: FakeChat, botId: number): string {
  return [...place.messages.values()].map((message) => renderMessage(message, botId)).join('\n\n');
}

/** The list over the text field, and what the first result would post. */
export function renderInline(seen: SeenInlineResults): string {
  const { button, results } = seen;
  const [first] = results;
  const lines = [
    ...(button === undefined ? [] : [`( ${button} )`]),
    ...results.slice(0, 2).map(({ title, description }) => `• ${title}\n  ${description}`),
    ...(results.length > 2 ? [`… ${results.length} in all`] : []),
  ];
  const content = first?.input_message_content;
  if (content === undefined || !('message_text' in content)) return lines.join('\n');
  const { message_text: text, entities = [] } = content;
  return `${lines.join('\n')}\n→ ${renderContent({ text, entities, markup: first?.reply_markup })}`;
}

export function renderContent({ text, entities, markup }: Content): string {
  const quotes = entities.filter(({ type }) => type.endsWith('blockquote'));
  let at = 0;
  let rendered = '';
  for (const { offset, length } of quotes) {
    rendered += text.slice(at, offset);
    rendered += text.slice(offset, offset + length).replace(/^/gm, '│ ');
    at = offset + length;
  }
  rendered += text.slice(at);
  const rows = markup?.inline_keyboard ?? [];
  const buttons = rows.map((row) =>
    row.map((button) => `[ ${button.text}${'url' in button ? ' ↗' : ''} ]`).join(' '),
  );
  return [rendered, ...buttons].join('\n');
}

function renderMessage(message: Message, botId: number): string {
  const { text = '', entities = [], reply_markup: markup, reply_to_message: original } = message;
  const author = message.from?.id === botId ? 'Quoth' : message.from?.first_name;
  const reply = original === undefined ? '' : ` (to ${original.message_id})`;
  return `${message.message_id} ${author}${reply}: ${renderContent({ text, entities, markup })}`;
}
