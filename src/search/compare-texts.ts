/** How much two texts have in common, whatever their marks and spaces. */
import { foldText } from './fold-text.js';

/** Of long texts so much is looked at, in UTF-16 code units. */
const MOST_COMPARED = 30_000;

/** Fewer different numbers than this say nothing. */
const FEW_NUMBERS = 4;

/** What of a text is compared. */
export interface Print {
  readonly triples: ReadonlySet<string>;
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
    shared: shareOfLarger(one.triples, other.triples),
    numbersShared: hasFew ? 1 : shareOfLarger(one.numbers, other.numbers),
  };
}

/** Whether two texts are the same but for marks, spaces and the like. */
export function isSameText(a: string, b: string): boolean {
  return a === b || lettersOf(a) === lettersOf(b);
}

const lettersOf = (text: string): string => foldText(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** Takes of a text what is compared; for one that is compared more than once. */
export function takePrint(text: string): Print {
  const start = text.slice(0, MOST_COMPARED);
  const letters = lettersOf(start);
  const triples = new Set<string>();
  for (let i = 0; i + 3 <= letters.length; i += 1) triples.add(letters.slice(i, i + 3));
  return { triples, numbers: new Set(foldText(start).match(/\d+(?:\.\d+)?/g) ?? []) };
}

function shareOfLarger(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (large.size === 0) return 1;
  let common = 0;
  for (const one of small) if (large.has(one)) common += 1;
  return common / large.size;
}
