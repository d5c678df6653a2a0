/** Two runs over the same questions: what got better, what got worse, and whether the figures differ by more than chance. */
import { z } from 'zod';
import { AppError } from '../errors.js';
import { estimateIntervals, type Interval } from './bootstrap.js';
import {
  averageAt,
  type EvalQuestionResult,
  MEASURE_NAMES,
  type MeasureName,
  measureAll,
  resultSchema,
} from './measures.js';
import { parseJson } from './parse-json.js';
import type { EvalQuestion } from './questions.js';

const reportSchema = z.object({ results: z.array(resultSchema).min(1) });

/** One question in both runs. */
export interface ChangedQuestion {
  readonly id: string;
  readonly before: EvalQuestionResult;
  readonly after: EvalQuestionResult;
}

/** A figure in both runs, over the questions that both asked. */
interface FigureDifference {
  readonly before: number;
  readonly after: number;
  /** 95 % of `after - before`, by paired bootstrap. */
  readonly interval: Interval;
}

export interface EvalComparison {
  /** Questions that both runs asked. */
  readonly questions: number;
  readonly onlyBefore: number;
  readonly onlyAfter: number;
  readonly better: readonly ChangedQuestion[];
  readonly worse: readonly ChangedQuestion[];
  readonly figures: Readonly<Partial<Record<MeasureName, FigureDifference>>>;
}

/**
 * Reads the results of an earlier run.
 *
 * @param json what `quoth eval --json` printed
 * @throws AppError REPORT_INVALID
 */
export function parseResults(json: string, name: string): readonly EvalQuestionResult[] {
  const { results } = parseJson(json, reportSchema, {
    code: 'REPORT_INVALID',
    place: name,
    expected: `expected a report in ${name}`,
    whole: 'the file',
  });
  return results;
}

/**
 * Makes sure that there will be something to compare, before anything is asked.
 *
 * @throws AppError REPORT_INVALID when none of the questions was asked in the earlier run
 */
export function requireCommonQuestions(
  before: readonly EvalQuestionResult[],
  questions: readonly Pick<EvalQuestion, 'id' | 'answerable'>[],
): void {
  const earlier = new Map(before.map(({ id, answerable }) => [id, answerable]));
  if (questions.some(({ id, answerable }) => earlier.get(id) === answerable)) return;
  throw new AppError('REPORT_INVALID', 'expected a report with the same questions, found none', {
    hint: 'compare runs over the same questions and the same --sample',
  });
}

/** Compares two runs, question by question: those with the same id in both. */
export function compareResults(
  before: readonly EvalQuestionResult[],
  after: readonly EvalQuestionResult[],
): EvalComparison {
  const earlier = new Map(before.map((result) => [result.id, result]));
  const pairs = after.flatMap((result): ChangedQuestion[] => {
    const other = earlier.get(result.id);
    return other?.answerable === result.answerable
      ? [{ id: result.id, before: other, after: result }]
      : [];
  });
  const judged = pairs.map((pair) => ({ pair, change: judgeChange(pair) }));
  return {
    questions: pairs.length,
    onlyBefore: earlier.size - pairs.length,
    onlyAfter: after.length - pairs.length,
    better: judged.filter(({ change }) => change > 0).map(({ pair }) => pair),
    worse: judged.filter(({ change }) => change < 0).map(({ pair }) => pair),
    figures: compareFigures(pairs),
  };
}

/** How good an outcome is, by what the question deserves. */
const OUTCOME_VALUES = { answered: 2, related: 1, notFound: 0, notAQuestion: 0 } as const;

/** What a result is worth, the weightiest first: the place of the hit, the outcome, the highlight. */
function rateResult({ answerable, rank, kind, highlightHit }: EvalQuestionResult): number[] {
  const outcome = OUTCOME_VALUES[kind];
  if (!answerable) return [-outcome];
  return [rank === undefined ? 0 : 1 / rank, outcome, highlightHit === true ? 1 : 0];
}

/** @returns above 0 when it got better, below 0 when it got worse */
function judgeChange({ before, after }: ChangedQuestion): number {
  const old = rateResult(before);
  return (
    rateResult(after)
      .map((value, at) => value - (old[at] ?? 0))
      .find((difference) => difference !== 0) ?? 0
  );
}

function compareFigures(pairs: readonly ChangedQuestion[]): EvalComparison['figures'] {
  const old = measureAll(pairs.map(({ before }) => before));
  const now = measureAll(pairs.map(({ after }) => after));
  const none = new Float64Array();
  const everyIndex = Int32Array.from(pairs.keys());
  const differAt = (at: number, indexes: Int32Array): number =>
    averageAt(now[at] ?? none, indexes) - averageAt(old[at] ?? none, indexes);
  const intervals = estimateIntervals(pairs.length, (indexes) =>
    MEASURE_NAMES.map((_, at) => differAt(at, indexes)),
  );
  const figures: Partial<Record<MeasureName, FigureDifference>> = {};
  for (const [at, name] of MEASURE_NAMES.entries()) {
    const before = averageAt(old[at] ?? none, everyIndex);
    const after = averageAt(now[at] ?? none, everyIndex);
    const interval = intervals[at];
    if (interval === undefined || Number.isNaN(after - before)) continue;
    figures[name] = { before, after, interval };
  }
  return figures;
}
