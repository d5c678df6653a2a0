/**
 * The key of a quote, short enough for a link: where it stood, and enough of its words to know them again. So a link is
 * kept nowhere, and goes on leading to the quote when its article has changed around it.
 */
import { createHash } from 'node:crypto';
import type { Quote } from '../domain/answer.js';

/** Bytes of each part; 29 in all, 39 letters in base64url. */
const BYTES = { article: 6, start: 4, length: 3, unit: 2, words: 6, name: 3 } as const;
const KEY = /^[\w-]{39}$/;

/** What a key says of a quote. Hashes are beginnings of sha256, in hex. */
export interface QuoteKey {
  readonly articleId: string;
  /** UTF-16 offset in the text of the article as it was. */
  readonly start: number;
  readonly length: number;
  /** First and last UTF-16 code unit of the words: they tell most other places apart without hashing. */
  readonly first: number;
  readonly last: number;
  readonly wordsHash: string;
  readonly documentHash: string;
  readonly titleHash: string;
}

/** Makes the key of a quote: 39 characters `[A-Za-z0-9_-]`. */
export function makeQuoteKey({ text, citation }: Pick<Quote, 'text' | 'citation'>): string {
  const article = Buffer.alloc(BYTES.article);
  article.write(citation.articleId, 'hex');
  return Buffer.concat([
    article,
    packNumber(citation.start, BYTES.start),
    packNumber(text.length, BYTES.length),
    packNumber(text.charCodeAt(0), BYTES.unit),
    packNumber(text.charCodeAt(text.length - 1), BYTES.unit),
    hash(text, BYTES.words),
    hash(citation.document, BYTES.name),
    hash(citation.title, BYTES.name),
  ]).toString('base64url');
}

/** Reads a key; `undefined` when it cannot be one. */
export function readQuoteKey(key: string): QuoteKey | undefined {
  if (!KEY.test(key)) return undefined;
  const bytes = Buffer.from(key, 'base64url');
  let at = 0;
  const take = (length: number): Buffer => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const takeNumber = (length: number): number => take(length).readUIntBE(0, length);
  const takeHex = (length: number): string => take(length).toString('hex');
  const read = {
    articleId: takeHex(BYTES.article),
    start: takeNumber(BYTES.start),
    length: takeNumber(BYTES.length),
    first: takeNumber(BYTES.unit),
    last: takeNumber(BYTES.unit),
    wordsHash: takeHex(BYTES.words),
    documentHash: takeHex(BYTES.name),
    titleHash: takeHex(BYTES.name),
  };
  return read.length === 0 ? undefined : read;
}

/** Whether the words that a key is of stand at an offset of a text. */
export function standsAt(text: string, offset: number, key: QuoteKey): boolean {
  const end = offset + key.length;
  return (
    end <= text.length &&
    text.charCodeAt(offset) === key.first &&
    text.charCodeAt(end - 1) === key.last &&
    hash(text.slice(offset, end), BYTES.words).toString('hex') === key.wordsHash
  );
}

/** Whether a document's name or a title is the one that the key was made with. */
export function isNamed(name: string, nameHash: string): boolean {
  return hash(name, BYTES.name).toString('hex') === nameHash;
}

function packNumber(value: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUIntBE(value, 0, length);
  return bytes;
}

function hash(words: string, length: number): Buffer {
  return createHash('sha256').update(words).digest().subarray(0, length);
}
