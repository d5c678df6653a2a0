/** A quote among its neighbours → rich text that fits one message. */
import type { Context } from '../../app.js';
import type { Citation } from '../../domain/answer.js';
import type { Texts } from '../../texts/texts.js';
import { renderCitation } from './render-citation.js';
import { boldSpans, joinRich, type RichPart, type RichText, wrapRich } from './rich-text.js';
import { MESSAGE_LIMITS, splitMessage } from './split-message.js';
import { findSafeCut } from './text-boundaries.js';

/** Room left in the message for the line breaks between its parts. */
const SLACK = 16;

/** Renders the passage before, the quote in bold and the passage after as one block quotation, then the citation. */
export function renderContext(
  context: Context,
  citation: Citation,
  options: { readonly number?: number; readonly texts: Texts },
): RichText {
  const { number, texts } = options;
  const lead = number === undefined ? '' : `[${number}] `;
  const source = joinRich([lead, renderCitation(citation, texts)]);
  const room = MESSAGE_LIMITS.maxLength - source.text.length - texts.restInArticle.length - SLACK;
  const { words, isWhole } = takeWords(context, room);
  const parts: RichPart[] = [wrapRich(words, 'blockquote'), source];
  if (!isWhole) parts.push(texts.restInArticle);
  return joinRich(parts, '\n');
}

/** Takes quote and neighbours; where they are too long the neighbours give way first, at equal parts. */
function takeWords(context: Context, room: number): { words: RichText; isWhole: boolean } {
  const { text } = context.article;
  const { quote, before, after } = context;
  const isBeforeEmpty = before.end <= before.start;
  const isAfterEmpty = after.end <= after.start;
  const first = isBeforeEmpty ? quote.start : Math.min(before.start, quote.start);
  const last = isAfterEmpty ? quote.end : Math.max(after.end, quote.end);
  const quoteLength = quote.end - quote.start;
  if (quoteLength > room) {
    const whole = boldSpans(text.slice(quote.start, quote.end), [[0, quoteLength]]);
    const [head = whole] = splitMessage(whole, { ...MESSAGE_LIMITS, maxLength: room });
    return { words: head, isWhole: false };
  }
  const spare = room - quoteLength;
  const wantedBefore = quote.start - first;
  const wantedAfter = last - quote.end;
  const takenBefore = Math.min(wantedBefore, Math.max(spare >> 1, spare - wantedAfter));
  const takenAfter = Math.min(wantedAfter, spare - takenBefore);
  const start =
    takenBefore === wantedBefore
      ? first
      : findSentenceStart(text, quote.start - takenBefore, quote);
  const end = takenAfter === wantedAfter ? last : findSafeCut(text, quote.end + takenAfter);
  const words = text.slice(start, end);
  return {
    words: boldSpans(words, [[quote.start - start, quote.end - start]]),
    isWhole: true,
  };
}

/** The first sentence or line that begins at or after an offset, so that a cut neighbour does not open in mid-word. */
function findSentenceStart(
  text: string,
  offset: number,
  quote: { readonly start: number },
): number {
  const match = /[。！？!?.\n]\s*/.exec(text.slice(offset, quote.start));
  return match === null ? quote.start : offset + match.index + match[0].length;
}
