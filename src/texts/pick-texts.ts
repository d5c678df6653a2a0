/** Which language a reader gets. */
import { LANGUAGES } from './languages.js';
import { loadTexts } from './load-texts.js';
import type { Texts } from './texts.js';

const TRADITIONAL = /^zh-(?:.*-)?(?:hant|tw|hk|mo)\b/;

/** Scripts that belong to one language, the surest first. */
const SCRIPTS = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['ko', /\p{Script=Hangul}/u],
  ['zh', /\p{Script=Han}/u],
] as const;

/**
 * Picks the texts for a language.
 *
 * @param languageCode BCP 47 as Telegram or the system gives it, in any case, with `-` or `_`: `zh-hans`, `pt_BR.UTF-8`
 * @returns Chinese in the script that goes with the code; English for languages that Quoth does not speak
 */
export function pickTexts(languageCode: string | undefined): Texts {
  const code = (languageCode ?? '')
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/[.@].*$/, '');
  if (TRADITIONAL.test(code) && !code.includes('-hans')) return loadTexts('zh-hant');
  const primary = /^[a-z]+/.exec(code)?.[0];
  return loadTexts(LANGUAGES.find((known) => known.code === primary)?.code ?? 'en');
}

/** Guesses the language of someone whose client does not tell it. @returns `undefined` for scripts that several languages share */
export function guessLanguage(text: string): string | undefined {
  return SCRIPTS.find(([, script]) => script.test(text))?.[0];
}
