/**
 * Folds text for comparing and indexing: full-width and half-width, upper and lower case, Traditional and Simplified
 * Chinese, accents. Never used on what a reader sees.
 */
import { Converter } from 'opencc-js/t2cn';

const toSimplified = Converter({ from: 't', to: 'cn' });

/** A run that may hold Traditional characters; other text is spared the conversion. */
const HAN = /\p{Script=Han}+/gu;

/** Text without a letter that has an accent to lose: ASCII, CJK with kana and Hangul, and their punctuation. */
const PLAIN = /^[\p{ASCII}\u2000-\u206f\u2e80-\u9fff\uac00-\ud7a3\uff00-\uffef]*$/u;

/** NFKC, lower case, Simplified, accents of Latin, Greek and Cyrillic letters removed. Lengths may change. */
export function foldText(text: string): string {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(HAN, (run) => toSimplified(run));
  if (PLAIN.test(folded)) return folded;
  const apart = folded.normalize('NFD');
  return /[̀-ͯ]/.test(apart) ? apart.replace(/[̀-ͯ]/g, '').normalize('NFC') : folded;
}
