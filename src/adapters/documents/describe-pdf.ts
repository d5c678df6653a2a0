/** What people should know about a PDF that was read: pages without text, letters without meaning, what was left out. */
import type { PdfText } from './lay-out-pdf.js';

/** Share of meaningless characters from which on a warning is due. */
const MIN_GARBLED_SHARE = 0.005;
/** Running lines that a warning shows. */
const MAX_SAMPLES = 6;

/** Private use, U+FFFD and controls: letters of a font that does not say which characters they are. */
const GARBLED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000E-\u001F\uE000-\uF8FF\uFFFD]/g;

/** Share of the characters that are no known ones, 0 to 1. */
function measureGarbled(lines: readonly string[]): number {
  let garbled = 0;
  let all = 0;
  for (const line of lines) {
    garbled += line.match(GARBLED)?.length ?? 0;
    all += line.replace(/\s/g, '').length;
  }
  return all === 0 ? 0 : garbled / all;
}

export function describePdf(text: PdfText): string[] {
  const { emptyPages, left, lines } = text;
  const garbled = measureGarbled(lines);
  const samples = [...new Set(left)].slice(0, MAX_SAMPLES).map((line) => `“${line}”`);
  const more = new Set(left).size > samples.length ? ', …' : '';
  return [
    ...(emptyPages.length === 0
      ? []
      : [`pages without text, blank or pictures: ${listRanges(emptyPages)}`]),
    ...(garbled < MIN_GARBLED_SHARE
      ? []
      : [`${(garbled * 100).toFixed(1)} % of the characters cannot be made out`]),
    ...(left.length === 0
      ? []
      : [
          `left out as running heads, feet and page numbers: ${left.length} lines (${samples.join(', ')}${more})`,
        ]),
  ];
}

/** `3, 5–8`. @param numbers ascending */
function listRanges(numbers: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const number of numbers) {
    const range = ranges[ranges.length - 1];
    if (range !== undefined && range[1] === number - 1) range[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([first, last]) => (first === last ? first : `${first}–${last}`)).join(', ');
}
