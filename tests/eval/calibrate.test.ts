import { describe, expect, it } from 'vitest';
import type { OutcomeFeatures } from '../../src/answer/decide-outcome.js';
import { OUTCOME_MODEL } from '../../src/answer/outcome-model.js';
import {
  calibrate,
  type ExampleKind,
  type OutcomeExample,
  scoreFigures,
} from '../../src/eval/calibrate.js';

/** Features that all move with one measure of nearness, 0 to 1. */
function featuresAt(nearness: number, isOwnLanguage: boolean): OutcomeFeatures {
  return {
    gap1: nearness / 5,
    gap2: nearness / 4,
    gap5: nearness / 3,
    z: 3 * nearness,
    late: nearness,
    vector: nearness,
    coverage: nearness,
    known: 0.5,
    noNumber: 0,
    noType: 0,
    missingNumbers: 0,
    length: 3,
    background: 0.2,
    isOwnLanguage,
    missingThings: 0,
    missingNames: 0,
    unheldThings: 0,
    isPassedOver: false,
  };
}

/** `count` examples of a kind between two degrees of nearness, evenly spread. */
function spread(
  kind: ExampleKind,
  [from, to]: readonly [number, number],
  { count = 50, isOwnLanguage = true } = {},
): OutcomeExample[] {
  return Array.from({ length: count }, (_, at) => ({
    question: `${kind} ${at}`,
    kind,
    features: featuresAt(from + ((to - from) * at) / count, isOwnLanguage),
  }));
}

// A library whose scores all lie far lower than those that Quoth's own weights were fitted with.
const LOW = [
  ...spread('right', [0.2, 0.3]),
  ...spread('near', [0.1, 0.2]),
  ...spread('far', [0, 0.1]),
];
const TARGETS = { related: 0.1, refused: 0.02 };

describe('calibrate', () => {
  it('tells outcomes apart where the weights in use cannot', () => {
    const { before, after, kept } = calibrate(LOW, OUTCOME_MODEL, TARGETS);
    expect(kept).toEqual(['foreign']);
    expect(before.own.answered).toBeLessThan(0.2);
    expect(after.own.answered).toBeGreaterThan(0.8);
    expect(after.own.nearNotAnswered).toBeGreaterThan(0.9);
    expect(after.own.farNotAnswered).toBe(1);
    expect(scoreFigures(after)).toBeGreaterThan(scoreFigures(before));
  });

  it('keeps the shares that it was told to keep', () => {
    const mixed = [...LOW, ...spread('wrong', [0.15, 0.25])];
    const few = calibrate(mixed, OUTCOME_MODEL, { related: 0.05, refused: 0.01 });
    const many = calibrate(mixed, OUTCOME_MODEL, { related: 0.4, refused: 0.01 });
    expect(few.after.own.related).toBeLessThan(0.15);
    expect(many.after.own.related).toBeGreaterThan(0.3);
    expect(many.after.own.related).toBeLessThan(0.5);
  });

  it('leaves the weights of a place with too few examples alone', () => {
    const some = [...LOW, ...spread('right', [0.2, 0.3], { count: 10, isOwnLanguage: false })];
    const { model, after } = calibrate(some, OUTCOME_MODEL, TARGETS);
    expect(model.answers.foreign).toBe(OUTCOME_MODEL.answers.foreign);
    expect(model.thresholds.answers.foreign).toBe(OUTCOME_MODEL.thresholds.answers.foreign);
    expect(after.foreign).toMatchObject({ examples: 10, nearNotAnswered: undefined });
  });

  it('asks for more questions when there are too few everywhere', () => {
    const few = spread('right', [0.2, 0.3], { count: 29 });
    expect(() => calibrate(few, OUTCOME_MODEL, TARGETS)).toThrow(
      expect.objectContaining({
        code: 'CALIBRATION_TOO_FEW',
        message: expect.stringContaining(
          'got 29 and 0 in the library’s language, 0 and 0 in other',
        ),
      }),
    );
  });
});
