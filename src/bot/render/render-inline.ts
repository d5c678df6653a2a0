/** Quotes → what inline mode lists and guests post; the chosen one is posted as it stands, with its source and a link to its context. */
import type { InlineQueryResultArticle } from 'grammy/types';
import { makeQuoteKey } from '../../answer/quote-key.js';
import type { Quote } from '../../domain/answer.js';
import type { Texts } from '../../texts/texts.js';
import type { Screen } from '../deliver.js';
import { linkButton } from '../keyboards.js';
import { linkToQuote } from '../quote-screen.js';
import { cleanLabel } from './clean-label.js';
import { renderCitation } from './render-citation.js';
import { renderQuote } from './render-quote.js';
import { joinRich, type RichText } from './rich-text.js';
import { MESSAGE_LIMITS, splitMessage } from './split-message.js';

/** Characters of a title and of the words under it; clients show one line and two or three. */
const LISTED = { title: 100, words: 200 } as const;
/** Room for line breaks around a quote. */
const SLACK = 8;

/** One quote as a result. Its id is the quote's key: the same for the same quote, whoever asks. */
export function buildInlineResult(
  quote: Quote,
  options: { readonly username: string; readonly texts: Texts },
): InlineQueryResultArticle {
  const { username, texts } = options;
  return {
    type: 'article',
    id: makeQuoteKey(quote),
    title: cleanLabel(quote.citation.title, LISTED.title) || quote.citation.document,
    description: cleanLabel(pickWords(quote), LISTED.words),
    input_message_content: toContent(renderWholeQuote(quote, texts)),
    reply_markup: {
      inline_keyboard: [[linkButton(texts.inContextButton, linkToQuote(quote, username))]],
    },
  };
}

/** The one result that says that there is nothing; who chooses it posts the question with that answer. */
export function buildNothingResult(question: string, texts: Texts): InlineQueryResultArticle {
  const text = `${texts.youAsked(cleanLabel(question, LISTED.words))}\n\n${texts.notFound}`;
  return {
    type: 'article',
    id: 'nothing',
    title: texts.inlineNothing,
    description: texts.inlineNothingHint,
    input_message_content: toContent({ text, entities: [] }),
  };
}

/** A screen of ours as the one result that a guest may post; what does not fit one message is cut off. */
export function buildScreenResult({ content, keyboard }: Screen): InlineQueryResultArticle {
  const [first = { text: '', entities: [] }] = splitMessage(joinRich([content]));
  return {
    type: 'article',
    id: 'answer',
    title: cleanLabel(first.text, LISTED.title),
    input_message_content: toContent(first),
    ...(keyboard !== undefined &&
      keyboard.length > 0 && { reply_markup: { inline_keyboard: keyboard } }),
  };
}

/** Renders a quote with its source so that it fits one message. */
function renderWholeQuote(quote: Quote, texts: Texts): RichText {
  const source = renderCitation(quote.citation, texts).text.length;
  const maxLength = MESSAGE_LIMITS.maxLength - source - texts.restInArticle.length - SLACK;
  return renderQuote(quote, { texts, maxLength });
}

function toContent({ text, entities }: RichText) {
  return {
    message_text: text,
    entities: [...entities],
    link_preview_options: { is_disabled: true },
  };
}

/** The words that answer, from the first marked sentence on. */
function pickWords({ text, highlights }: Quote): string {
  return text.slice(highlights[0]?.[0] ?? 0);
}
