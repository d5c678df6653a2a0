/** The reader's language, as the terminal's environment states it. */

/**
 * Reads the interface language from the locale variables, in the order that POSIX gives them.
 *
 * @returns such as `zh_CN.UTF-8` (`pickTexts` takes it as it is); `en` when none is set
 */
export function readLocale(env: Readonly<Record<string, string | undefined>>): string {
  return [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value) ?? 'en';
}
