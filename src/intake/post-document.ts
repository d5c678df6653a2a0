/** The parts of a channel's post → the document that is ingested. */
import { findGlue } from '../ingest/join-lines.js';
import { makeTitle } from '../ingest/make-title.js';
import { endsSentence } from '../ingest/punctuation.js';
import type { TextDocument } from '../ingest/text-document.js';
import type { StoredPost } from '../ports/feed-store.js';

/** First lines that are longer than this are text, not a title, in UTF-16 code units. */
const MAX_TITLE_LINE = 80;

/**
 * Makes the document of a post. Its first line is its title when it stands like one.
 *
 * @param parts of one article, by message id, not empty
 * @param toDate day on which a moment falls, as `2026-11-25`; its parameter is in milliseconds since 1970
 * @returns `undefined` for a post without words
 */
export function makePostDocument(
  parts: readonly StoredPost[],
  toDate: (at: number) => string,
): TextDocument | undefined {
  const [first] = parts;
  const post = titlePost(parts.map(({ text }) => text));
  if (first === undefined || post === undefined) return undefined;
  return {
    name: first.title,
    path: postAddress(first, first.firstId, { isStable: true }),
    ...post,
    date: toDate(first.date * 1000),
    datePrecision: 'day',
    publisher: first.title,
    ...(first.author === undefined ? {} : { author: first.author }),
    link: postAddress(first, first.messageId, { isStable: false }),
  };
}

/** Title and paragraphs of a post. @param texts its parts @returns `undefined` for a post without words */
export function titlePost(
  texts: readonly string[],
): Pick<TextDocument, 'title' | 'paragraphs'> | undefined {
  const lines = joinParts(texts)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [head] = lines;
  if (head === undefined) return undefined;
  const hasTitle =
    lines.length > 1 && head.length <= MAX_TITLE_LINE && !/[。，；.;,：:]$/u.test(head);
  const title = hasTitle ? head : makeTitle(head);
  if (!/[\p{L}\p{N}]/u.test(title)) return undefined;
  return { title, paragraphs: (hasTitle ? lines.slice(1) : lines).map((text) => ({ text })) };
}

/** Clients cut long posts at a line's end or a space; a sentence that was cut is made whole again. */
function joinParts(texts: readonly string[]): string {
  return texts.reduce((before, after) => {
    const left = before.trimEnd();
    const right = after.trimStart();
    if (left === '' || right === '') return left + right;
    return left + (endsSentence(left) ? '\n' : findGlue(left, right)) + right;
  }, '');
}

/**
 * The address of a message. A public channel may change its name: its number never changes.
 */
function postAddress(
  { chatId, username }: Pick<StoredPost, 'chatId' | 'username'>,
  messageId: number,
  { isStable }: { readonly isStable: boolean },
): string {
  const place = username === undefined || isStable ? `c/${channelNumber(chatId)}` : username;
  return `https://t.me/${place}/${messageId}`;
}

/** Telegram writes the ids of channels with -100 in front; links go without. */
export function channelNumber(chatId: number): string {
  return String(chatId).replace(/^-100/, '');
}
