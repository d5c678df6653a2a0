/**
 * Everything that Quoth says in its own words. The keys stand in `tables/`, the words in `locales/`, one Fluent file a
 * language. Quotes, titles and names are never translated: they are shown as the library holds them.
 *
 * To add a text, write one line in a table and one in each file of `locales/`:
 * - in the table `key: fixed` for words that never change, or `key: (name: string) => ({ name })`: what callers give → what
 *   the words may use. Callers then read `texts.key`, or call `texts.key(name)`.
 * - in `locales/` `key = Following: { $name }`. What depends on a number is chosen by `{ $count -> [one] … *[other] … }` with
 *   the plural forms of that language (projectfluent.org); numbers are written as the language writes them.
 *
 * `tests/texts/locales.test.ts` tells what is missing, unused, or has other variables than English.
 */
import type { FluentVariable } from '@fluent/bundle';
import type { Language } from './languages.js';
import { ALERT_TEXTS } from './tables/alert-texts.js';
import { ANSWER_TEXTS } from './tables/answer-texts.js';
import { CHAT_TEXTS } from './tables/chat-texts.js';
import { FEED_TEXTS } from './tables/feed-texts.js';
import { LIBRARY_TEXTS } from './tables/library-texts.js';
import type { fixed } from './tables/variables.js';

/** What each text takes from its caller, and the variables that it becomes. */
export const TEXTS = {
  ...ANSWER_TEXTS,
  ...CHAT_TEXTS,
  ...LIBRARY_TEXTS,
  ...ALERT_TEXTS,
  ...FEED_TEXTS,
} satisfies Record<string, typeof fixed | FillText>;

/** Makes a text's variables of what its caller gives. */
export type FillText = (...given: never[]) => Record<string, FluentVariable>;

/** The texts of one language. Plain text: no mark-up, no placeholders. */
export type Texts = {
  readonly [Key in keyof typeof TEXTS]: (typeof TEXTS)[Key] extends FillText
    ? (...given: Parameters<(typeof TEXTS)[Key]>) => string
    : string;
} & {
  readonly language: Language;
  /**
   * Makes a label that runs the other way stand in a line of this language without turning its neighbours around; all
   * others come back as they are.
   */
  readonly isolate: (label: string) => string;
};
