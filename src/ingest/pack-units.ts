/**
 * Packs the paragraphs of one section into passages: whole paragraphs where they fit, else runs of whole sentences of
 * even length.
 */
import type { Span } from '../domain/passage.js';

/**
 * Lengths in UTF-16 code units of the article's text for scripts without spaces; others get `SPACED_FACTOR` times as much.
 * Measured on the readers that Quoth was made for: about 350 characters is where retrieval is best (DESIGN.md).
 */
export const PASSAGE_LENGTHS = {
  /** A passage is closed when it has reached this. Smaller: sharper vectors, less context. */
  target: 340,
  /** No passage is longer, so that a quote can be read at a glance (the contract says 600). */
  maximum: 560,
  /** A rest shorter than this joins its neighbour when both fit. */
  minimum: 110,
  /** A clause with its items is kept whole up to this. */
  clauseMaximum: 590,
} as const;

/** Whole sentences with their tokens: what passages are packed from. */
export interface Unit extends Span {
  readonly sentences: readonly (Span & { readonly tokens: number })[];
  readonly tokens: number;
}

/** What one passage may have. */
export interface PassageLimits {
  readonly target: number;
  readonly maximum: number;
  readonly tokens: number;
}

const spanOf = (units: readonly Unit[]): number =>
  units.length === 0 ? 0 : (units.at(-1)?.end ?? 0) - (units[0]?.start ?? 0);
const tokensOf = (units: readonly Unit[]): number =>
  units.reduce((sum, unit) => sum + unit.tokens, 0);
const fits = (units: readonly Unit[], limits: PassageLimits): boolean =>
  spanOf(units) <= limits.maximum && tokensOf(units) <= limits.tokens;

/** Packs a section's paragraphs into passages: whole paragraphs where they fit, else runs of sentences of even length. */
export function packUnits(
  section: { readonly isClause: boolean; readonly units: readonly Unit[] },
  limits: PassageLimits,
): Unit[][] {
  if (
    fits(section.units, limits) &&
    (section.isClause || spanOf(section.units) <= limits.target * 1.3)
  ) {
    return [[...section.units]];
  }
  const packed: Unit[][] = [];
  let open: Unit[] = [];
  const close = (): void => {
    if (open.length > 0) packed.push(open);
    open = [];
  };
  for (const unit of section.units.flatMap((unit) => splitUnit(unit, limits))) {
    if (open.length > 0 && !fits([...open, unit], limits)) close();
    else if (spanOf(open) >= limits.target * 0.75 && spanOf([...open, unit]) > limits.target * 1.25)
      close();
    open.push(unit);
    if (spanOf(open) >= limits.target) close();
  }
  close();
  return joinShortRests(packed, limits);
}

/** Splits a paragraph that is too long into runs of sentences of about the same length. */
function splitUnit(unit: Unit, limits: PassageLimits): Unit[] {
  const length = unit.end - unit.start;
  if (length <= limits.target * 1.35 && unit.tokens <= limits.tokens) return [unit];
  const parts = Math.max(
    2,
    Math.round(length / limits.target),
    Math.ceil(unit.tokens / limits.tokens),
  );
  const goal = length / parts;
  const result: Unit[] = [];
  let open: (Span & { readonly tokens: number })[] = [];
  const close = (): void => {
    const first = open[0];
    const last = open.at(-1);
    if (first !== undefined && last !== undefined) {
      result.push({
        start: first.start,
        end: last.end,
        sentences: open,
        tokens: open.reduce((sum, s) => sum + s.tokens, 0),
      });
    }
    open = [];
  };
  for (const sentence of unit.sentences) {
    const first = open[0];
    if (first !== undefined) {
      const withNext = sentence.end - first.start;
      const without = (open.at(-1)?.end ?? first.end) - first.start;
      const tokens = open.reduce((sum, s) => sum + s.tokens, 0) + sentence.tokens;
      // Close where the passage comes nearest to the goal, and always before it grows too long.
      if (
        withNext > limits.maximum ||
        tokens > limits.tokens ||
        Math.abs(without - goal) < Math.abs(withNext - goal)
      )
        close();
    }
    open.push(sentence);
  }
  close();
  return result;
}

function joinShortRests(packed: readonly Unit[][], limits: PassageLimits): Unit[][] {
  const joined: Unit[][] = [];
  for (const units of packed) {
    const previous = joined.at(-1);
    const short =
      spanOf(units) < PASSAGE_LENGTHS.minimum ||
      (previous !== undefined && spanOf(previous) < PASSAGE_LENGTHS.minimum);
    if (previous !== undefined && short && fits([...previous, ...units], limits))
      previous.push(...units);
    else joined.push([...units]);
  }
  return joined;
}
