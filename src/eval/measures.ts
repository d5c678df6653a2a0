/** What is measured of each question, and the figures of many: means, intervals, lengths of quotes. */
import { z } from 'zod';
import { estimateIntervals, type Interval } from './bootstrap.js';

/** What became of one question; in the report of `quoth eval --json`, from which two runs are compared. */
export const resultSchema = z.object({
  id: z.string(),
  lang: z.string(),
  type: z.string(),
  answerable: z.boolean(),
  kind: z.enum(['answered', 'related', 'notFound', 'notAQuestion']),
  /** Rank of the first quote that answers, from 1. */
  rank: z.number().int().positive().optional(),
  /** Only of answerable questions for which ten quotes were asked for. */
  ndcg10: z.number().optional(),
  /** Whether the highlighted sentences hold what answers; only where the first quote is a hit. */
  highlightHit: z.boolean().optional(),
  /** UTF-16 code units of each quote. */
  quoteCharacters: z.array(z.number()),
  /** Quotes that are true slices of their articles. */
  exactQuotes: z.number(),
  tookMs: z.number(),
});

export type EvalQuestionResult = Readonly<z.infer<typeof resultSchema>>;

type Measure = (result: EvalQuestionResult) => number | boolean | undefined;

const isRefused = ({ kind }: EvalQuestionResult): boolean =>
  kind === 'notFound' || kind === 'notAQuestion';
const ofAnswerable =
  (measure: Measure): Measure =>
  (result) =>
    result.answerable ? measure(result) : undefined;
const ofUnanswerable =
  (measure: Measure): Measure =>
  (result) =>
    result.answerable ? undefined : measure(result);
const hitWithin = (depth: number): Measure =>
  ofAnswerable(({ rank }) => rank !== undefined && rank <= depth);

/** Each figure is the mean of one of these over the questions that have it; `true` counts as 1. */
const MEASURES = {
  hit1: hitWithin(1),
  hit3: hitWithin(3),
  hit5: hitWithin(5),
  mrr: ofAnswerable(({ rank }) => (rank === undefined ? 0 : 1 / rank)),
  ndcg10: ({ ndcg10 }) => ndcg10,
  highlightHit: ({ highlightHit }) => highlightHit,
  answered: ofAnswerable(({ kind }) => kind === 'answered'),
  related: ofAnswerable(({ kind }) => kind === 'related'),
  refused: ofAnswerable(isRefused),
  wronglyAnswered: ofUnanswerable(({ kind }) => kind === 'answered'),
  unanswerableRelated: ofUnanswerable(({ kind }) => kind === 'related'),
  rightlyRefused: ofUnanswerable(isRefused),
} satisfies Record<string, Measure>;

export type MeasureName = keyof typeof MEASURES;

/** In the order in which people read them. */
export const MEASURE_NAMES = Object.keys(MEASURES) as MeasureName[];

/** Figures of a group of questions; shares are 0 to 1, and 0 for a group without such questions. */
export interface EvalFigures {
  readonly answerable: number;
  readonly unanswerable: number;
  readonly hit1: number;
  readonly hit3: number;
  readonly hit5: number;
  /** Mean reciprocal rank, within the quotes asked for. */
  readonly mrr: number;
  /** Absent when fewer than ten quotes were asked for. */
  readonly ndcg10?: number;
  /** Of the first quotes that are hits: those whose highlighted sentences hold the gold quote. Absent without any. */
  readonly highlightHit?: number;
  /** Share of the answerable questions by outcome. */
  readonly answered: number;
  readonly related: number;
  /** Of the answerable questions: not found, or taken for small talk. */
  readonly refused: number;
  /** Of the unanswerable questions: answered all the same. */
  readonly wronglyAnswered: number;
  /** Of the unanswerable questions: quotes shown, said to be no direct answer. */
  readonly unanswerableRelated: number;
  /** Of the unanswerable questions: without any quote. */
  readonly rightlyRefused: number;
  readonly quotes: number;
  /** Share of all quotes that are true slices of their articles; 1 when there are none. */
  readonly exactQuotes: number;
  /** UTF-16 code units; 0 when there are no quotes. */
  readonly medianQuoteCharacters: number;
  readonly maxQuoteCharacters: number;
  /** 95 %, by bootstrap; only of figures that the group has. */
  readonly intervals: Readonly<Partial<Record<MeasureName, Interval>>>;
}

/** What one measure says of each question: NaN where it says nothing. @returns Float64Array, one number a result */
function measureResults(results: readonly EvalQuestionResult[], name: MeasureName): Float64Array {
  const measure: Measure = MEASURES[name];
  return Float64Array.from(results, (result) => Number(measure(result) ?? Number.NaN));
}

/** What every measure says of each question, in the order of `MEASURE_NAMES`. */
export function measureAll(results: readonly EvalQuestionResult[]): readonly Float64Array[] {
  return MEASURE_NAMES.map((name) => measureResults(results, name));
}

/** Mean of the values at `indexes` that are numbers; NaN when none is. */
export function averageAt(values: Float64Array, indexes: Int32Array): number {
  let sum = 0;
  let count = 0;
  // Runs a thousand times a figure: an iterator would take several times as long.
  for (let at = 0; at < indexes.length; at += 1) {
    const value = values[indexes[at] as number] as number;
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return sum / count;
}

/** The value in the middle, the upper of two; 0 for none. */
export function findMedian(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Works out the figures of some questions. */
export function summarise(results: readonly EvalQuestionResult[]): EvalFigures {
  const columns = measureAll(results);
  const estimates = estimateIntervals(results.length, (indexes) =>
    columns.map((values) => averageAt(values, indexes)),
  );
  const everyIndex = Int32Array.from(results.keys());
  const means = new Map<MeasureName, number>();
  const intervals: Partial<Record<MeasureName, Interval>> = {};
  for (const [at, name] of MEASURE_NAMES.entries()) {
    const mean = averageAt(columns[at] ?? new Float64Array(), everyIndex);
    const interval = estimates[at];
    if (!Number.isNaN(mean)) means.set(name, mean);
    if (interval !== undefined) intervals[name] = interval;
  }
  const read = (name: MeasureName): number => means.get(name) ?? 0;
  const ndcg10 = means.get('ndcg10');
  const highlightHit = means.get('highlightHit');
  const lengths = results.flatMap(({ quoteCharacters }) => quoteCharacters);
  const exact = results.reduce((sum, { exactQuotes }) => sum + exactQuotes, 0);
  const answerable = results.filter((result) => result.answerable).length;
  return {
    answerable,
    unanswerable: results.length - answerable,
    hit1: read('hit1'),
    hit3: read('hit3'),
    hit5: read('hit5'),
    mrr: read('mrr'),
    ...(ndcg10 === undefined ? {} : { ndcg10 }),
    ...(highlightHit === undefined ? {} : { highlightHit }),
    answered: read('answered'),
    related: read('related'),
    refused: read('refused'),
    wronglyAnswered: read('wronglyAnswered'),
    unanswerableRelated: read('unanswerableRelated'),
    rightlyRefused: read('rightlyRefused'),
    quotes: lengths.length,
    exactQuotes: lengths.length === 0 ? 1 : exact / lengths.length,
    medianQuoteCharacters: findMedian(lengths),
    maxQuoteCharacters: lengths.reduce((most, length) => Math.max(most, length), 0),
    intervals,
  };
}
