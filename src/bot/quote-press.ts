/**
 * Presses under a single quote that was opened by a link. They carry the key of the quote itself, so they belong to nobody
 * and never go stale while the library holds the quote.
 */

/** What is to take the place of the message. */
export interface QuotePress {
  readonly action: 'quote';
  readonly what: 'open' | 'context' | 'article';
  /** See `answer/quote-key.ts`. */
  readonly key: string;
  /** Of the article, from 0; without it the page of the quote. */
  readonly page?: number;
}

const LETTERS = { o: 'open', c: 'context', a: 'article' } as const;
const QUOTE_PRESS = /^q([oca])([\w-]{39})(?::(\d{1,5}))?$/;

/** At most 47 bytes. */
export function encodeQuotePress({ what, key, page }: QuotePress): string {
  return `q${what[0]}${key}${page === undefined ? '' : `:${page}`}`;
}

export function decodeQuotePress(data: string): QuotePress | undefined {
  const [, letter, key, page] = QUOTE_PRESS.exec(data) ?? [];
  if (letter === undefined || key === undefined) return undefined;
  const what = LETTERS[letter as keyof typeof LETTERS];
  if (page === undefined) return { action: 'quote', what, key };
  return what === 'article' ? { action: 'quote', what, key, page: Number(page) } : undefined;
}
