/** Which catalogue a reader gets. */
import { loadTexts } from './load-texts.js';
import type { Texts } from './texts.js';

const TRADITIONAL = /^zh\b.*-(hant|tw|hk|mo)\b/;

/**
 * Picks the catalogue for a language.
 *
 * @param languageCode BCP 47 as Telegram or the system gives it, in any case, with `-` or `_`: `zh-hans`, `zh_TW.UTF-8`
 * @returns Chinese in the script that goes with the code, else English
 */
export function pickTexts(languageCode: string | undefined): Texts {
  const code = (languageCode ?? '').toLowerCase().replaceAll('_', '-');
  if (!/^zh\b/.test(code)) return loadTexts('en');
  return TRADITIONAL.test(code) && !code.includes('-hans') ? loadTexts('zh-hant') : loadTexts('zh');
}
