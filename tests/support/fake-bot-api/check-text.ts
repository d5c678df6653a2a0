/**
 * Tool of the tests, part of the fake Bot API server: takes a text with entities as strictly as Telegram does, and stricter
 * where Telegram would silently drop something (nested quotes, too many entities, whole-message formatting modes).
 */
import type { MessageEntity } from 'grammy/types';
import { badRequest } from './refusal.js';

const TYPES = new Set(['bold', 'italic', 'blockquote', 'expandable_blockquote', 'text_link']);
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** A text as the server keeps it: outer white space gone, entities moved along. */
export interface CheckedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

/** Checks `text` and `entities` of a call. @throws BotApiRefusal in Telegram's words */
export function checkText(payload: Readonly<Record<string, unknown>>): CheckedText {
  const { text } = payload;
  if (payload['parse_mode'] !== undefined)
    throw badRequest('fake server: parse_mode is not used here');
  if (typeof text !== 'string' || text.trim() === '') throw badRequest('message text is empty');
  if (LONE_SURROGATE.test(text)) throw badRequest('strings must be encoded in UTF-8');
  const entities = checkEntities(text, payload['entities']);
  const lead = text.length - text.trimStart().length;
  const kept = text.trim();
  if (kept.length > 4096) throw badRequest('message is too long');
  return {
    text: kept,
    entities: entities
      .map((entity) => {
        const start = Math.max(0, entity.offset - lead);
        const end = Math.min(kept.length, entity.offset + entity.length - lead);
        return { ...entity, offset: start, length: end - start };
      })
      .filter((entity) => entity.length > 0),
  };
}

function checkEntities(text: string, given: unknown): readonly MessageEntity[] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) throw badRequest("can't parse entities: Expected an Array");
  if (given.length > 100) throw badRequest('fake server: more than 100 entities');
  const entities = given as readonly MessageEntity[];
  for (const { type, offset, length } of entities) {
    if (!TYPES.has(type)) {
      throw badRequest("can't parse MessageEntity: Unsupported type specified");
    }
    if (offset < 0 || length <= 0) throw badRequest('fake server: empty or negative entity');
    const end = offset + length;
    if (offset >= text.length) {
      throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`);
    }
    if (end > text.length) {
      throw badRequest(
        `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
      );
    }
    if (isInsidePair(text, offset)) {
      const byte = Buffer.byteLength(text.slice(0, offset + 1));
      throw badRequest(`entity begins in a middle of a UTF-16 symbol at byte offset ${byte}`);
    }
    if (isInsidePair(text, end)) {
      const byte = Buffer.byteLength(text.slice(0, end + 1));
      throw badRequest(
        `entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol at byte offset ${byte}`,
      );
    }
  }
  checkNesting(entities);
  return entities;
}

function checkNesting(entities: readonly MessageEntity[]): void {
  const isQuote = ({ type }: MessageEntity) =>
    type === 'blockquote' || type === 'expandable_blockquote';
  for (const [index, one] of entities.entries()) {
    for (const other of entities.slice(index + 1)) {
      const start = Math.max(one.offset, other.offset);
      const end = Math.min(one.offset + one.length, other.offset + other.length);
      if (start >= end) continue;
      if (isQuote(one) && isQuote(other)) throw badRequest('fake server: nested blockquotes');
      const shorter = Math.min(one.length, other.length);
      if (end - start !== shorter) throw badRequest('fake server: entities overlap');
    }
  }
}

function isInsidePair(text: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(offset - 1, offset + 1));
}
