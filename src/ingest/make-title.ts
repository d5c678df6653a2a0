/** A title for a text that has none: its first sentence, or as much of it as a title may hold. */
import { splitSentences } from './split-sentences.js';

/** Longest title in UTF-16 code units. */
const MAX_TITLE_LENGTH = 60;

/** Makes a title of the beginning of a text; empty when the text is blank. Never cuts within a character. */
export function makeTitle(text: string): string {
  const line =
    text
      .slice(0, 1000)
      .trim()
      .split(/[\n\r]/)[0] ?? '';
  const first = splitSentences(line, 0, line.length)[0];
  const sentence = line.slice(first?.start ?? 0, first?.end ?? line.length).trim();
  const clean = sentence.replace(/[。.．]$/u, '');
  if (clean.length <= MAX_TITLE_LENGTH) return clean;
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(clean);
  let end = 0;
  for (const { index, segment } of segments) {
    if (index + segment.length > MAX_TITLE_LENGTH - 1) break;
    end = index + segment.length;
  }
  return `${clean.slice(0, end || MAX_TITLE_LENGTH - 1).trimEnd()}…`;
}
