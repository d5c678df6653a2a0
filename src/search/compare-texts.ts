/** How much two texts have in common, whatever their marks and spaces. */
import { foldText } from './fold-text.js';

/** Of long texts so much is looked at, in UTF-16 code units. */
const MOST_COMPARED = 30_000;

/** Fewer different numbers than this say nothing. */
const FEW_NUMBERS = 4;

/** What of a text is compared. */
export interface Print {
  /** Hashes of its distinct runs of three letters, ascending; two runs with one hash (one pair in 4 billion) count as one. */
  readonly triples: Uint32Array;
  readonly numbers: ReadonlySet<string>;
}

/** Shares of the one that has more, 0 to 1. */
interface TextComparison {
  /** Runs of three letters that both have. */
  readonly shared: number;
  /** Numbers that both have; 1 where one has too few to say. */
  readonly numbersShared: number;
}

/** Compares two texts. */
export function compareTexts(a: string, b: string): TextComparison {
  return comparePrints(takePrint(a), takePrint(b));
}

/** Compares what was taken of two texts. */
export function comparePrints(one: Print, other: Print): TextComparison {
  const hasFew = Math.min(one.numbers.size, other.numbers.size) < FEW_NUMBERS;
  return {
    shared: share(
      countShared(one.triples, other.triples),
      one.triples.length,
      other.triples.length,
    ),
    numbersShared: hasFew
      ? 1
      : share(countCommon(one.numbers, other.numbers), one.numbers.size, other.numbers.size),
  };
}

/** Whether two texts are the same but for marks, spaces and the like. */
export function isSameText(a: string, b: string): boolean {
  return a === b || lettersOf(a) === lettersOf(b);
}

const dropMarks = (folded: string): string => folded.replace(/[^\p{L}\p{N}]+/gu, '');

const lettersOf = (text: string): string => dropMarks(foldText(text));

/** Takes of a text what is compared; for one that is compared more than once. */
export function takePrint(text: string): Print {
  const folded = foldText(text.slice(0, MOST_COMPARED));
  const letters = dropMarks(folded);
  const all = new Uint32Array(Math.max(0, letters.length - 2));
  for (let i = 0; i < all.length; i += 1) {
    const pair = Math.imul(letters.charCodeAt(i), 0x01000193) ^ letters.charCodeAt(i + 1);
    all[i] = Math.imul(pair, 0x01000193) ^ letters.charCodeAt(i + 2);
  }
  all.sort();
  const triples = all.filter((triple, i) => i === 0 || triple !== all[i - 1]);
  return { triples, numbers: new Set(folded.match(/\d+(?:\.\d+)?/g) ?? []) };
}

/** How many triples both have. */
export function countShared(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = (a[i] as number) - (b[j] as number);
    if (difference === 0) shared += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return shared;
}

/** How many numbers both have. */
export function countCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((number) => b.has(number)).length;
}

/** Of the larger; 1 where there is nothing to share. */
function share(shared: number, one: number, other: number): number {
  const larger = Math.max(one, other);
  return larger === 0 ? 1 : shared / larger;
}
