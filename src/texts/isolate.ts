/**
 * Labels in lines that run the other way: an Arabic title in an English line, a Chinese one in an Arabic line. Without marks
 * around them the Unicode Bidirectional Algorithm (UAX #9) turns what stands beside them, such as the date, to the wrong side.
 */

/** Which way the lines of a language run. */
export type Direction = 'ltr' | 'rtl';

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** Letters that run from right to left: Hebrew, Arabic, Syriac, Thaana, N’Ko and their presentation forms. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const LEFT_TO_RIGHT = /(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])\p{L}/u;
/** A date such as 2025-01-06, whose parts change places in a line from the right. */
const COMPOUND_NUMBER = /\d[-/]\d/;
/** A mark after an address would become part of the link, and of what is copied. */
const ADDRESS = /^https?:\/\/\S*$/;

/**
 * Puts a label between isolation marks where the line needs them.
 *
 * @param direction of the line
 */
export function isolate(label: string, direction: Direction): string {
  const isForeign =
    direction === 'ltr'
      ? RIGHT_TO_LEFT.test(label)
      : LEFT_TO_RIGHT.test(label) || (COMPOUND_NUMBER.test(label) && !RIGHT_TO_LEFT.test(label));
  if (!isForeign || ADDRESS.test(label)) return label;
  return `${FIRST_STRONG_ISOLATE}${label}${POP_ISOLATE}`;
}
