/** Tool of the tests, part of the fake Bot API server: a chat as a person sees it now, as text that can be read and compared. */
import type { MessageEntity } from 'grammy/types';
import type { SeenMessage } from './world.js';

/** Signs that stand for marks: a bar for quotes, asterisks for bold. */
const MARKS: Partial<Record<MessageEntity['type'], readonly [string, string]>> = {
  bold: ['*', '*'],
  italic: ['_', '_'],
  blockquote: ['▏', ''],
  expandable_blockquote: ['▏', ' ▾'],
};

/** Prints messages: who, what, to what, and the buttons under it. */
export function printTranscript(messages: readonly SeenMessage[]): string {
  return messages.map(printMessage).join('\n\n');
}

function printMessage(message: SeenMessage): string {
  const { messageId, from, buttons, replyTo } = message;
  const head = `#${messageId} ${from}${replyTo === undefined ? '' : ` → #${replyTo}`}`;
  const body = markText(message)
    .split('\n')
    .map((line) => `  ${line}`);
  const rows = buttons.map((row) => `  ${row.map((label) => `[${label}]`).join(' ')}`);
  return [head, ...body, ...rows].join('\n');
}

function markText({ text, entities }: SeenMessage): string {
  const inserts: { readonly at: number; readonly sign: string; readonly isEnd: boolean }[] = [];
  for (const entity of entities.toSorted((a, b) => a.length - b.length)) {
    const [before, after] = MARKS[entity.type] ?? ['', ''];
    const link = entity.type === 'text_link' ? `(${entity.url})` : '';
    inserts.push({ at: entity.offset, sign: before, isEnd: false });
    inserts.push({ at: entity.offset + entity.length, sign: after + link, isEnd: true });
  }
  // At one place the outer marks come last, so that they end up outside.
  inserts.sort((a, b) => b.at - a.at || Number(b.isEnd) - Number(a.isEnd));
  return inserts.reduce((all, { at, sign }) => all.slice(0, at) + sign + all.slice(at), text);
}
