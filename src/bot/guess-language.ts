/** Some clients tell no language of their reader; then the question does. */

/** The language of Quoth's own words for who writes so; `undefined`: nothing can be told. */
export function guessLanguage(text: string): string | undefined {
  return /\p{Script=Han}/u.test(text) ? 'zh' : undefined;
}
