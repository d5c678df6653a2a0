/** A quote that stands by itself → rich text: its words and its citation. */
import type { Quote } from '../../domain/answer.js';
import type { Texts } from '../../texts/texts.js';
import { cutQuote } from './render-alert.js';
import { renderCitation } from './render-citation.js';
import {
  boldSpans,
  joinRich,
  type RichPart,
  type RichText,
  sliceRich,
  wrapRich,
} from './rich-text.js';

/**
 * Renders the quote.
 *
 * @param options.maxLength of its words, in UTF-16 code units; longer ones end with a whole sentence and a note
 */
export function renderQuote(
  quote: Quote,
  options: { readonly texts: Texts; readonly maxLength?: number },
): RichText {
  const { texts, maxLength = quote.text.length } = options;
  const whole = boldSpans(quote.text, quote.highlights);
  const shown = sliceRich(whole, 0, cutQuote(quote.text, maxLength).length);
  const parts: RichPart[] = [
    wrapRich(shown, 'expandable_blockquote'),
    renderCitation(quote.citation, texts),
  ];
  if (shown.text.length < quote.text.length) parts.push(texts.restInArticle);
  return joinRich(parts, '\n');
}
