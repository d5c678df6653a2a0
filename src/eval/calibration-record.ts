/** A calibration as it is stored with its library: the weights, what they were fitted on, and how good they are. */
import { z } from 'zod';
import { ANSWER_FEATURES, CONCERN_FEATURES, type OutcomeModel } from '../answer/outcome-model.js';

const names = z.enum([...new Set([...ANSWER_FEATURES, ...CONCERN_FEATURES])]);
const weightsSchema = z
  .object({ intercept: z.number() })
  .and(z.partialRecord(names.or(z.literal('intercept')), z.number()));
const byPlace = <T extends z.ZodType>(schema: T) => z.object({ own: schema, foreign: schema });
const share = z.number().min(0).max(1).optional();
const figuresSchema = byPlace(
  z.object({
    examples: z.number(),
    answered: share,
    related: share,
    refused: share,
    nearNotAnswered: share,
    farNotAnswered: share,
  }),
);

const recordSchema = z.object({
  /** The embedder whose scores the weights are for: `id@sha256`. */
  embedder: z.string(),
  /** ISO 8601. */
  calibratedAt: z.string(),
  /** Names of the sets of questions. */
  sets: z.array(z.string()),
  before: figuresSchema,
  after: figuresSchema,
  model: z.object({
    answers: byPlace(weightsSchema),
    concerns: byPlace(weightsSchema),
    // Records of before there was `sure` are for other scores, and not taken.
    thresholds: z.object({
      answers: byPlace(z.number()),
      concerns: byPlace(z.number()),
      sure: byPlace(z.number()),
    }),
  }),
});

export type CalibrationRecord = Omit<z.infer<typeof recordSchema>, 'model'> & {
  readonly model: OutcomeModel;
};

/** @returns undefined for none, for one that cannot be read, and for one of another embedder: Quoth's own weights are better */
export function parseCalibration(
  text: string | undefined,
  embedder: string,
): CalibrationRecord | undefined {
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { data } = recordSchema.safeParse(value);
  return data?.embedder === embedder ? (data as CalibrationRecord) : undefined;
}
