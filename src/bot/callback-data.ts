/**
 * What a button carries: a letter, the short id of an answer, and numbers. Telegram allows 64 bytes and shows the data to
 * clients, so nothing of the question or the article is in it, and whatever comes back is checked.
 */
import { createHash } from 'node:crypto';

/** A press of one of our buttons. `from` is the first quote of the page that the message showed. */
export type Press =
  | { readonly action: 'more'; readonly answerId: string; readonly from: number }
  | { readonly action: 'back'; readonly answerId: string; readonly from: number }
  | {
      readonly action: 'context';
      readonly answerId: string;
      readonly from: number;
      readonly quote: number;
    }
  | {
      readonly action: 'article';
      readonly answerId: string;
      readonly from: number;
      readonly quote: number;
      /** From 0; without it the page of the quote. */
      readonly page?: number;
    }
  | { readonly action: 'example'; readonly key: string }
  /** The label between the arrows: nothing happens. */
  | { readonly action: 'none' };

const ANSWER_PRESS = /^([mbca]):([0-9a-z]{8}):(\d{1,3})(?::(\d{1,3}))?(?::(\d{1,5}))?$/;
const EXAMPLE_PRESS = /^e:([0-9a-f]{12})$/;

/** Encodes a press; the result is ASCII and at most 64 bytes. */
export function encodePress(press: Press): string {
  switch (press.action) {
    case 'more':
      return `m:${press.answerId}:${press.from}`;
    case 'back':
      return `b:${press.answerId}:${press.from}`;
    case 'context':
      return `c:${press.answerId}:${press.from}:${press.quote}`;
    case 'article': {
      const page = press.page === undefined ? '' : `:${press.page}`;
      return `a:${press.answerId}:${press.from}:${press.quote}${page}`;
    }
    case 'example':
      return `e:${press.key}`;
    case 'none':
      return '-';
  }
}

/** Decodes what came with a press; `undefined` when no button of ours carries it. */
export function decodePress(data: string): Press | undefined {
  if (data === '-') return { action: 'none' };
  const key = EXAMPLE_PRESS.exec(data)?.[1];
  if (key !== undefined) return { action: 'example', key };
  const [, letter, answerId, first, second, third] = ANSWER_PRESS.exec(data) ?? [];
  if (answerId === undefined) return undefined;
  const from = Number(first);
  const isShort = second === undefined && third === undefined;
  if (letter === 'm' && isShort) return { action: 'more', answerId, from };
  if (letter === 'b' && isShort) return { action: 'back', answerId, from };
  if (second === undefined) return undefined;
  const quote = Number(second);
  if (letter === 'c' && third === undefined) return { action: 'context', answerId, from, quote };
  if (letter !== 'a') return undefined;
  const page = third === undefined ? {} : { page: Number(third) };
  return { action: 'article', answerId, from, quote, ...page };
}

/** The key under which an example question is found again: the same after a restart with the same examples. */
export function hashExample(example: string): string {
  return createHash('sha256').update(example).digest('hex').slice(0, 12);
}
