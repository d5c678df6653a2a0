/** Whether a change of model or settings made the answers worse, on the keeper's own questions. */
import type { EvalFigures } from './measures.js';

/** What must not get worse: the right quote first, how far down it stands, and answers where there are none. */
const WATCHED = [
  { name: 'hit1', head: 'hit@1', sign: 1 },
  { name: 'mrr', head: 'MRR', sign: 1 },
  { name: 'wronglyAnswered', head: 'answered without an answer there', sign: -1 },
] as const;

/** Differences nearer to 0 than this come from floating-point arithmetic. */
const ROUNDING = 1e-9;

/** @returns one phrase a figure that got worse: `hit@1 0.720 → 0.690`; empty when none did */
export function findLosses(before: EvalFigures, after: EvalFigures): readonly string[] {
  return WATCHED.flatMap(({ name, head, sign }) =>
    sign * (after[name] - before[name]) < -ROUNDING
      ? [`${head} ${before[name].toFixed(3)} → ${after[name].toFixed(3)}`]
      : [],
  );
}
