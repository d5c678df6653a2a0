/** The buttons under messages. Labels are in the reader's language; a button carries only an encoded press. */
import type { InlineKeyboardButton } from 'grammy/types';
import type { Texts } from '../texts/texts.js';
import { encodePress, hashExample, type Press } from './callback-data.js';
import { cleanLabel } from './render/clean-label.js';

/** Rows of buttons, as Telegram takes them. */
export type Keyboard = InlineKeyboardButton[][];

/** Longer labels are cut by some clients. */
const MAX_LABEL_LENGTH = 24;
/** A question has a row to itself. */
const MAX_EXAMPLE_LENGTH = 60;

/** Under an answer: *Context n* and *Article n* for each quote, then *More* when quotes are left. */
export function buildAnswerKeyboard(options: {
  readonly answerId: string;
  readonly from: number;
  /** Quotes in this message. */
  readonly shown: number;
  /** Quotes of the whole answer. */
  readonly total: number;
  /** Whether the quotes that follow were already sent. */
  readonly isMoreShown?: boolean;
  readonly texts: Texts;
}): Keyboard {
  const { answerId, from, shown, total, texts } = options;
  const rows: Keyboard = Array.from({ length: shown }, (_, index) => {
    const quote = from + index;
    return [
      button(texts.contextButton(quote + 1), { action: 'context', answerId, from, quote }),
      button(texts.articleButton(quote + 1), { action: 'article', answerId, from, quote }),
    ];
  });
  const next = from + shown;
  if (next < total && options.isMoreShown !== true) {
    rows.push([button(texts.moreButton(total - next), { action: 'more', answerId, from: next })]);
  }
  if (from === 0 && shown > 0)
    rows.push([button(texts.followButton, { action: 'follow', answerId })]);
  return rows;
}

/** Where a reader is when looking closer at one quote. */
export interface QuotePlace {
  readonly answerId: string;
  readonly from: number;
  readonly quote: number;
}

/** Under a quote in its context. */
export function buildContextKeyboard(place: QuotePlace, texts: Texts): Keyboard {
  return [
    [
      button(texts.wholeArticleButton, { ...place, action: 'article' }),
      button(texts.backButton, { action: 'back', answerId: place.answerId, from: place.from }),
    ],
  ];
}

/** Under a page of an article: arrows where there is somewhere to go, and the way back. */
export function buildArticleKeyboard(
  place: QuotePlace,
  pages: { readonly page: number; readonly pages: number },
  texts: Texts,
): Keyboard {
  const { answerId, from, quote } = place;
  const turning = buildPageKeyboard(pages, (page) => ({
    action: 'article',
    answerId,
    from,
    quote,
    page,
  }));
  return [...turning, ...buildBackKeyboard(place, texts)];
}

/** Arrows to the pages before and after, where there is more than one; nothing else. */
export function buildPageKeyboard(
  { page, pages }: { readonly page: number; readonly pages: number },
  goTo: (page: number) => Press,
): Keyboard {
  if (pages <= 1) return [];
  const turning = [button(`${page + 1}/${pages}`, { action: 'none' })];
  if (page > 0) turning.unshift(button('◀', goTo(page - 1)));
  if (page + 1 < pages) turning.push(button('▶', goTo(page + 1)));
  return [turning];
}

/** The way back to the answer, alone. */
export function buildBackKeyboard(
  place: Pick<QuotePlace, 'answerId' | 'from'>,
  texts: Texts,
): Keyboard {
  const { answerId, from } = place;
  return [[button(texts.backButton, { action: 'back', answerId, from })]];
}

/** Example questions, one a row. */
export function buildExampleKeyboard(examples: readonly string[]): Keyboard {
  return examples.map((example) => [
    button(example, { action: 'example', key: hashExample(example) }, MAX_EXAMPLE_LENGTH),
  ]);
}

/** Under the note that an answer may not have arrived. */
export function buildAskAgainKeyboard(texts: Texts): Keyboard {
  return [[button(texts.askAgainButton, { action: 'again' })]];
}

/** A button that carries a press. */
export function button(
  label: string,
  press: Press,
  maxLength = MAX_LABEL_LENGTH,
): InlineKeyboardButton {
  return { text: cleanLabel(label, maxLength), callback_data: encodePress(press) };
}

/** Puts buttons into rows. */
export function inRows(buttons: Keyboard[number], perRow: number): Keyboard {
  const rows: Keyboard = [];
  for (let from = 0; from < buttons.length; from += perRow) {
    rows.push(buttons.slice(from, from + perRow));
  }
  return rows;
}
