/** What people should know about a PDF that was read: pages without text, what was left out. */
import type { PdfText } from './lay-out-pdf.js';

/** Running lines that a warning shows. */
const MAX_SAMPLES = 6;

/** @param recognised numbers of the pages that were read by OCR */
export function describePdf(text: PdfText, recognised: readonly number[]): string[] {
  const { emptyPages, left } = text;
  const samples = [...new Set(left)].slice(0, MAX_SAMPLES).map((line) => `“${line}”`);
  const more = new Set(left).size > samples.length ? ', …' : '';
  return [
    ...(recognised.length === 0
      ? []
      : [`pages read by OCR, which makes mistakes: ${listRanges(recognised)}`]),
    ...(emptyPages.length === 0
      ? []
      : [`pages without text, blank or pictures: ${listRanges(emptyPages)}`]),
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
