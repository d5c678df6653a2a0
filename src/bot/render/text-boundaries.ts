/** Where a text may be cut without harm: never within what a reader sees as one character. */

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A family emoji or a letter with its marks is far shorter; longer clusters are noise that must be cut somewhere. */
const MAX_CLUSTER_LENGTH = 128;

/**
 * Moves a cut to the nearest place at or before it that splits no surrogate pair and no grapheme cluster.
 *
 * @param cut UTF-16 offset in `text`
 * @returns an offset from 0 to `cut`; clusters of more than 128 code units are cut between two code points
 */
export function findSafeCut(text: string, cut: number): number {
  if (cut <= 0) return 0;
  if (cut >= text.length) return text.length;
  const start = graphemes.segment(text).containing(cut)?.index ?? cut;
  if (cut - start <= MAX_CLUSTER_LENGTH) return start;
  return isInsidePair(text, cut) ? cut - 1 : cut;
}

/** Whether a text may be cut at an offset. */
export function isSafeCut(text: string, cut: number): boolean {
  return findSafeCut(text, cut) === cut;
}

/**
 * Shortens a text to at most `maxLength` UTF-16 code units; what was cut shows as `…`, which counts too.
 */
export function clipText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  return `${text.slice(0, findSafeCut(text, maxLength - 1)).trimEnd()}…`;
}

/** Whether an offset lies between the two halves of a surrogate pair. */
export function isInsidePair(text: string, cut: number): boolean {
  return (text.codePointAt(cut - 1) ?? 0) > 0xffff;
}
