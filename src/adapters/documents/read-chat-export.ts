/** An export of Telegram Desktop (`result.json`) → its messages as articles, each with its link; other JSON → rows. */
import { z } from 'zod';
import { AppError } from '../../errors.js';
import { listLines } from '../../ingest/text-document.js';
import { titlePost } from '../../intake/post-document.js';
import type { KnownArticle } from '../../ports/document-reader.js';
import type { ParsedDocument } from './parse-jobs.js';
import { parseJson } from './parse-json.js';
import { toArticles } from './read-records.js';

const part = z.union([z.string(), z.object({ text: z.string() })]);
const messageSchema = z.object({
  id: z.number(),
  type: z.string(),
  date: z.string(),
  from: z.string().nullish(),
  author: z.string().nullish(),
  text: z.union([z.string(), z.array(part)]).optional(),
});
const chatSchema = z.object({
  name: z.string().nullish(),
  type: z.string(),
  id: z.number(),
  messages: z.array(z.unknown()),
});
type Message = z.infer<typeof messageSchema>;
type Chat = z.infer<typeof chatSchema>;

/** Clients cut posts that are longer than Telegram allows; the parts follow within seconds. */
const CUT_LENGTH = 3900;
const CUT_SECONDS = 3;

/** @throws AppError DOCUMENT_DAMAGED, DOCUMENT_NOT_UNDERSTOOD, DOCUMENT_EMPTY, DOCUMENT_UNSAFE */
export function readJson(text: string, name: string): ParsedDocument {
  let value: unknown;
  try {
    value = parseJson(text, name);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('DOCUMENT_DAMAGED', `expected JSON, got something else: ${name}`, { cause });
  }
  const chats = findChats(value);
  if (chats.length === 0) {
    const rows = Array.isArray(value) ? value : findRows(value);
    return toArticles(rows, { name, encoding: 'json', firstRow: 1 });
  }
  const articles = chats.flatMap(readChat);
  if (articles.length === 0) {
    throw new AppError('DOCUMENT_EMPTY', `expected messages with text, got none: ${name}`);
  }
  return {
    encoding: 'telegram',
    format: 'text',
    lines: listLines(articles),
    articles,
    warnings: [],
  };
}

/** One chat, or all of an account. */
function findChats(value: unknown): Chat[] {
  const all = z.object({ chats: z.object({ list: z.array(z.unknown()) }) }).safeParse(value);
  const candidates = all.success ? all.data.chats.list : [value];
  return candidates.flatMap((candidate) => {
    const chat = chatSchema.safeParse(candidate);
    return chat.success ? [chat.data] : [];
  });
}

/** The rows of `{"articles": [...]}`. */
function findRows(value: unknown): Readonly<Record<string, unknown>>[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).find(Array.isArray) ?? [value as Readonly<Record<string, unknown>>];
}

function readChat(chat: Chat): KnownArticle[] {
  const messages = chat.messages.flatMap((candidate) => {
    const message = messageSchema.safeParse(candidate);
    return message.success && message.data.type === 'message' ? [message.data] : [];
  });
  return joinCut(messages).flatMap((parts) => {
    const [first] = parts;
    const post = titlePost(parts.map(textOf));
    if (first === undefined || post === undefined) return [];
    const isChannel = /channel/.test(chat.type);
    const author = isChannel ? first.author : first.from;
    return [
      {
        ...post,
        date: first.date.slice(0, 10),
        datePrecision: 'day' as const,
        ...(chat.name ? { publisher: chat.name } : {}),
        ...(author ? { author } : {}),
        // Only channels and supergroups have links to their messages.
        ...(/channel|supergroup/.test(chat.type)
          ? { link: `https://t.me/c/${String(chat.id).replace(/^-100/, '')}/${first.id}` }
          : {}),
      },
    ];
  });
}

function textOf({ text }: Message): string {
  if (text === undefined || typeof text === 'string') return text ?? '';
  return text.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}

function joinCut(messages: readonly Message[]): Message[][] {
  const posts: Message[][] = [];
  let before: Message | undefined;
  for (const message of messages) {
    const seconds = (Date.parse(message.date) - Date.parse(before?.date ?? '')) / 1000;
    const isCut =
      before !== undefined &&
      before.from === message.from &&
      seconds <= CUT_SECONDS &&
      textOf(before).length >= CUT_LENGTH;
    if (isCut) posts[posts.length - 1]?.push(message);
    else posts.push([message]);
    before = message;
  }
  return posts;
}
