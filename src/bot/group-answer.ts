/** An answer in a group: the best quote with its source, and links to the rest, which a reader opens alone with the bot. */
import type { Answer } from '../domain/answer.js';
import type { Texts } from '../texts/texts.js';
import { makeLink } from './deep-links.js';
import type { Screen } from './deliver.js';
import { button, type Keyboard, linkButton } from './keyboards.js';
import { linkToQuote } from './quote-screen.js';
import { cleanLabel } from './render/clean-label.js';
import { renderAnswer } from './render/render-answer.js';
import { renderQuote } from './render/render-quote.js';
import { joinRich } from './render/rich-text.js';
import { buildVoteRows } from './vote-buttons.js';

/** Characters of a quote in a group: a passage is rarely so long, and others want to talk. */
const MAX_QUOTE_LENGTH = 1200;

/** Builds the screen. Without an id, as for small talk, there are no buttons. */
export function buildGroupAnswerScreen(
  answer: Answer,
  options: {
    readonly answerId?: string;
    readonly notices: readonly string[];
    /** Whether it has buttons to press: only where the message can be changed. */
    readonly hasPresses: boolean;
    /** What the reader wrote, where the question was made of it: shown is what was understood. */
    readonly literal?: string | undefined;
    readonly username: string;
    readonly texts: Texts;
  },
): Screen {
  const { answerId, literal, username, texts } = options;
  const understood =
    literal !== undefined ? [texts.understoodAs(cleanLabel(answer.question, 300))] : [];
  const notices = [...understood, ...options.notices];
  const below: Keyboard = [];
  if (answerId !== undefined && options.hasPresses) {
    const hasQuotes = answer.quotes.length > 0;
    if (literal !== undefined) {
      below.push([button(texts.literalButton, { action: 'literal', answerId })]);
    }
    below.push(...buildVoteRows(answerId, { state: 'open', hasQuotes, texts }));
  }
  const [best] = answer.quotes;
  if (best === undefined) {
    const content = renderAnswer(answer, texts, { from: 0, count: 0, notices });
    return { content, keyboard: below };
  }
  const head = answer.kind === 'related' ? [`${texts.nearestPassage}${texts.colon.trimEnd()}`] : [];
  const quote = renderQuote(best, { texts, maxLength: MAX_QUOTE_LENGTH });
  const links = [linkButton(texts.inContextButton, linkToQuote(best, username))];
  const others = answer.quotes.length - 1;
  if (answerId !== undefined && others > 0) {
    const rest = makeLink(username, { kind: 'answer', answerId });
    links.push(linkButton(texts.moreButton(others), rest));
  }
  return {
    content: joinRich([...notices, ...head, quote], '\n\n'),
    keyboard: [links, ...below],
  };
}
