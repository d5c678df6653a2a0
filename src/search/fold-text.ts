/**
 * Folds text for comparing and indexing: full-width and half-width, upper and lower case, Traditional and Simplified
 * Chinese, accents. Never used on what a reader sees.
 */
import { Converter } from 'opencc-js/t2cn';

const toSimplified = Converter({ from: 't', to: 'cn' });

/** A run that may hold Traditional characters; other text is spared the conversion. */
const HAN = /\p{Script=Han}+/gu;

/** NFKC, lower case, Simplified, accents of Latin, Greek and Cyrillic letters removed. Lengths may change. */
export function foldText(text: string): string {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(HAN, (run) => toSimplified(run));
  return /[̀-ͯ]/.test(folded.normalize('NFD'))
    ? folded.normalize('NFD').replace(/[̀-ͯ]/g, '').normalize('NFC')
    : folded;
}
