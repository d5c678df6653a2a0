/** Answer → rich text: a line on top, then quote after quote, each word for word with its citation under it. */
import type { Answer, Quote } from '../../domain/answer.js';
import type { Texts } from '../../texts/texts.js';
import { renderCitation, renderReprints } from './render-citation.js';
import { boldSpans, joinRich, type RichPart, type RichText, wrapRich } from './rich-text.js';

/** Which part of an answer is shown, and what stands over it. */
export interface AnswerPage {
  /** Index of the first quote shown. */
  readonly from: number;
  /** Quotes shown at most. */
  readonly count: number;
  /** Lines of ours over the answer, such as a note that the question was cut. */
  readonly notices?: readonly string[];
}

/**
 * Renders a page of an answer. The first page opens with the line that says what was found; the later ones go straight to
 * their quotes, numbered on.
 */
export function renderAnswer(answer: Answer, texts: Texts, page: AnswerPage): RichText {
  const quotes = answer.quotes.slice(page.from, page.from + page.count);
  const notices = page.notices ?? [];
  const opening = page.from === 0 ? [sayWhatWasFound(answer, quotes.length, texts)] : [];
  const blocks: RichPart[] = [...notices, ...opening];
  for (const [index, quote] of quotes.entries()) {
    blocks.push(renderQuote(quote, page.from + index + 1, texts));
  }
  return joinRich(blocks, '\n\n');
}

/** The line over an answer. */
export function sayWhatWasFound(answer: Answer, shown: number, texts: Texts): string {
  switch (answer.kind) {
    case 'answered':
      return texts.foundPassages(shown);
    case 'related':
      return `${shown === 1 ? texts.nearestPassage : texts.related}${texts.colon.trimEnd()}`;
    case 'notFound':
      return texts.notFound;
    case 'notAQuestion':
      return texts.notAQuestion;
  }
}

function renderQuote(quote: Quote, number: number, texts: Texts): RichText {
  const words = wrapRich(boldSpans(quote.text, quote.highlights), 'expandable_blockquote');
  const citation = joinRich([`[${number}] `, renderCitation(quote.citation, texts)]);
  const reprints = renderReprints(quote.alsoIn, texts);
  return joinRich([words, citation, ...(reprints === undefined ? [] : [reprints])], '\n');
}
