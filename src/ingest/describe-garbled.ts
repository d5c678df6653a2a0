/** Tells how much of a document is no text: characters that mean nothing, and those of an encoding taken for another. */

/** Share of meaningless characters from which on a warning is due. */
const MIN_GARBLED_SHARE = 0.005;

/** Controls, private use, U+FFFD and code points that are no characters: of fonts that do not say which letters they draw. */
const MEANINGLESS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\uE000-\uF8FF\uFFFD-\uFFFF\u{F0000}-\u{10FFFF}]/gu;
/** UTF-8 that was read as Windows-1252 (`Ã©`, `â€™`, `ä¸­`) or as GBK (`锟斤拷`, `鈥斺`, `锛屼`, `銆傚`). */
const MISREAD =
  /[ÃÂ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€.|[äåæçèéï][\u0080-\u00BF‚„…†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ][\u0080-\u00BF…]|锟斤拷|[锛銆鈥]./gu;

/** Share of the characters that cannot be made out, 0 to 1. */
function measureGarbled(lines: readonly string[]): number {
  let garbled = 0;
  let all = 0;
  for (const line of lines) {
    for (const form of [MEANINGLESS, MISREAD]) {
      for (const run of line.match(form) ?? []) garbled += run.length;
    }
    all += line.trim().length;
  }
  return all === 0 ? 0 : garbled / all;
}

/** The warning; none when nearly all can be read. */
export function describeGarbled(lines: readonly string[]): string[] {
  const share = measureGarbled(lines);
  if (share < MIN_GARBLED_SHARE) return [];
  return [`${(share * 100).toFixed(1)} % of the characters cannot be made out`];
}
