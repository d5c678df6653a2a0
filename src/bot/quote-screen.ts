/** The screen of a single quote, as a link opens it: with its surroundings, its article and the link behind buttons. */
import { makeQuoteKey } from '../answer/quote-key.js';
import type { Quote } from '../domain/answer.js';
import type { Texts } from '../texts/texts.js';
import { makeLink, makeShareLink } from './deep-links.js';
import type { Screen } from './deliver.js';
import { button, linkButton } from './keyboards.js';
import { cleanLabel } from './render/clean-label.js';
import { renderQuote } from './render/render-quote.js';
import { joinRich } from './render/rich-text.js';

/** The address under which everybody can open a quote. */
export function linkToQuote(quote: Pick<Quote, 'text' | 'citation'>, username: string): string {
  return makeLink(username, { kind: 'quote', key: makeQuoteKey(quote) });
}

/** The address that shares a quote with another chat. */
export function shareQuote(quote: Pick<Quote, 'text' | 'citation'>, username: string): string {
  return makeShareLink(linkToQuote(quote, username), cleanLabel(quote.citation.title));
}

/** Builds the screen; its first words are the quote's, for that is what the link has promised. */
export function buildQuoteScreen(
  quote: Quote,
  options: { readonly username: string; readonly texts: Texts },
): Screen {
  const { username, texts } = options;
  const key = makeQuoteKey(quote);
  return {
    content: joinRich([renderQuote(quote, { texts }), texts.linkedQuote], '\n\n'),
    keyboard: [
      [
        button(texts.contextPlainButton, { action: 'quote', what: 'context', key }),
        button(texts.wholeArticleButton, { action: 'quote', what: 'article', key }),
      ],
      [linkButton(texts.shareButton, shareQuote(quote, username))],
    ],
  };
}
