/** Passages that carry nearly the same words in several articles are one answer with several sources. */
import { foldText } from './fold-text.js';

/**
 * Share of the shorter passage's character triples that the longer one must hold, 0 to 1. Reprints differ in a
 * dateline or a cut sentence; two reports of one meeting share half of their triples at most.
 */
const SAME_SHARE = 0.72;

/** Share of the numbers that must agree too: the same sentence with other figures is another year's, not a reprint. */
const SAME_NUMBERS_SHARE = 0.8;

/** What of a text is compared. */
interface Print {
  readonly triples: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
}

/**
 * Groups items whose texts nearly agree.
 *
 * @param items best first
 * @returns groups in the order of their best items; within a group best first
 */
export function groupReprints<T>(items: readonly T[], textOf: (item: T) => string): T[][] {
  const groups: { readonly print: Print; readonly members: T[] }[] = [];
  for (const item of items) {
    const print = takePrint(textOf(item));
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

function takePrint(text: string): Print {
  const folded = foldText(text);
  const letters = folded.replace(/[^\p{L}\p{N}]+/gu, '');
  const triples = new Set<string>();
  for (let i = 0; i + 3 <= letters.length; i += 1) triples.add(letters.slice(i, i + 3));
  return { triples, numbers: new Set(folded.match(/\d+(?:\.\d+)?/g) ?? []) };
}

function isReprint(a: Print, b: Print): boolean {
  if (share(a.triples, b.triples) < SAME_SHARE) return false;
  const hasNumbers = a.numbers.size > 0 && b.numbers.size > 0;
  return !hasNumbers || share(a.numbers, b.numbers) >= SAME_NUMBERS_SHARE;
}

function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let common = 0;
  for (const triple of small) if (large.has(triple)) common += 1;
  return common / small.size;
}
