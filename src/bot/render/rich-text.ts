/**
 * Text with entities, the only formatting that goes to Telegram: what a quote holds can never be taken for mark-up.
 * Values are plain and immutable; offsets are UTF-16 code units, as in JavaScript strings and in the Bot API.
 */

import { findSafeCut } from './text-boundaries.js';

/** The entities in use; a subset of Telegram's. Quotes are never nested. */
export type TextEntity = { readonly offset: number; readonly length: number } & (
  | { readonly type: 'bold' | 'blockquote' | 'expandable_blockquote' }
  | { readonly type: 'text_link'; readonly url: string }
);

export interface RichText {
  readonly text: string;
  /** Sorted by offset, outer before inner; none is empty. */
  readonly entities: readonly TextEntity[];
}

/** What can be joined: rich text, or a string without entities. */
export type RichPart = RichText | string;

/** Joins parts in order; entities move along with their text. */
export function joinRich(parts: readonly RichPart[], separator = ''): RichText {
  let text = '';
  const entities: TextEntity[] = [];
  for (const [index, part] of parts.entries()) {
    if (index > 0) text += separator;
    const rich = toRich(part);
    for (const entity of rich.entities) {
      entities.push({ ...entity, offset: entity.offset + text.length });
    }
    text += rich.text;
  }
  return { text, entities };
}

/** Puts one entity around the whole of a part; nothing is put around nothing. */
export function wrapRich(part: RichPart, type: Exclude<TextEntity['type'], 'text_link'>): RichText {
  const { text, entities } = toRich(part);
  if (text === '') return { text, entities: [] };
  return { text, entities: [{ type, offset: 0, length: text.length }, ...entities] };
}

/** Makes a text a link; without an address, or with one that is no web address, it stays a plain text. */
export function linkRich(text: string, url: string | undefined): RichText {
  if (text === '' || url === undefined || !/^https?:\/\//.test(url)) return { text, entities: [] };
  return { text, entities: [{ type: 'text_link', url, offset: 0, length: text.length }] };
}

/**
 * Makes spans of a text bold.
 *
 * @param spans `[start, end)`, sorted, not overlapping; parts outside the text are left out, and ends that would split a
 * character move to its start
 */
export function boldSpans(text: string, spans: readonly (readonly [number, number])[]): RichText {
  return {
    text,
    entities: spans
      .map(([start, end]) => [findSafeCut(text, start), findSafeCut(text, end)] as const)
      .filter(([start, end]) => end > start)
      .map(([start, end]) => ({ type: 'bold', offset: start, length: end - start })),
  };
}

/** Cuts `[start, end)` out of a rich text; entities are clipped and re-based. */
export function sliceRich(rich: RichText, start: number, end: number): RichText {
  const entities: TextEntity[] = [];
  for (const entity of rich.entities) {
    const from = Math.max(entity.offset, start);
    const to = Math.min(entity.offset + entity.length, end);
    if (to > from) entities.push({ ...entity, offset: from - start, length: to - from });
  }
  return { text: rich.text.slice(start, end), entities };
}

function toRich(part: RichPart): RichText {
  return typeof part === 'string' ? { text: part, entities: [] } : part;
}
