/** Passages that carry nearly the same words in several articles are one answer with several sources. */
import { countCommon, countShared, type Print, takePrint } from './compare-texts.js';

/**
 * Share of the shorter passage's character triples that the longer one must hold, 0 to 1. Reprints differ in a
 * dateline or a cut sentence; two reports of one meeting share half of their triples at most.
 */
const SAME_SHARE = 0.72;

/** Share of the numbers that must agree too: the same sentence with other figures is another year's, not a reprint. */
const SAME_NUMBERS_SHARE = 0.8;

/**
 * Groups items whose texts nearly agree.
 *
 * @param items best first
 * @param printOf of an item's text
 * @returns groups in the order of their best items; within a group best first
 */
export function groupReprints<T>(items: readonly T[], printOf: (item: T) => Print): T[][] {
  const groups: { readonly print: Print; readonly members: T[] }[] = [];
  for (const item of items) {
    const print = printOf(item);
    const group = groups.find((candidate) => isReprint(candidate.print, print));
    if (group === undefined) groups.push({ print, members: [item] });
    else group.members.push(item);
  }
  return groups.map((group) => group.members);
}

/** Whether a text nearly agrees with one of the others. */
export function isReprinted(text: string, others: readonly string[]): boolean {
  if (others.length === 0) return false;
  const print = takePrint(text);
  return others.some((other) => isReprint(takePrint(other), print));
}

function isReprint(a: Print, b: Print): boolean {
  const triples = Math.min(a.triples.length, b.triples.length);
  if (countShared(a.triples, b.triples) < SAME_SHARE * triples || triples === 0) return false;
  const numbers = Math.min(a.numbers.size, b.numbers.size);
  return numbers === 0 || countCommon(a.numbers, b.numbers) >= SAME_NUMBERS_SHARE * numbers;
}
