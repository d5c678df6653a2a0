/** An answer in a group: the best quote with its source, and links to the rest, which a reader opens alone with the bot. */
import type { Answer } from '../domain/answer.js';
import type { Texts } from '../texts/texts.js';
import { makeLink } from './deep-links.js';
import type { Screen } from './deliver.js';
import { type Keyboard, linkButton } from './keyboards.js';
import { linkToQuote } from './quote-screen.js';
import { renderAnswer } from './render/render-answer.js';
import { renderQuote } from './render/render-quote.js';
import { joinRich } from './render/rich-text.js';

/** Characters of a quote in a group: a passage is rarely so long, and others want to talk. */
const MAX_QUOTE_LENGTH = 1200;

/** Builds the screen. Without an id, as for answers without quotes, there are no buttons. */
export function buildGroupAnswerScreen(
  answer: Answer,
  options: {
    readonly answerId?: string;
    readonly notices: readonly string[];
    readonly username: string;
    readonly texts: Texts;
  },
): Screen {
  const { answerId, notices, username, texts } = options;
  const [best] = answer.quotes;
  if (best === undefined) {
    return { content: renderAnswer(answer, texts, { from: 0, count: 0, notices }) };
  }
  const head = answer.kind === 'related' ? [`${texts.nearestPassage}${texts.colon.trimEnd()}`] : [];
  const quote = renderQuote(best, { texts, maxLength: MAX_QUOTE_LENGTH });
  const links = [linkButton(texts.inContextButton, linkToQuote(best, username))];
  const others = answer.quotes.length - 1;
  if (answerId !== undefined && others > 0) {
    const rest = makeLink(username, { kind: 'answer', answerId });
    links.push(linkButton(texts.moreButton(others), rest));
  }
  const keyboard: Keyboard = [links];
  return { content: joinRich([...notices, ...head, quote], '\n\n'), keyboard };
}
