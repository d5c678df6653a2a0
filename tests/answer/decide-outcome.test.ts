/** Answered, related or not found. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decideOutcome,
  estimateAnswered,
  type OutcomeFeatures,
  readFeatures,
} from '../../src/answer/decide-outcome.js';
import type { LegScores } from '../../src/search/fuse-scores.js';
import { createArticle, createHit, createResult, UNNAMED } from '../support/ranked.js';

const ARTICLE = createArticle('稻田', ['早稻已经插完。']);
const ENGLISH = createArticle('Rice', ['The rice is planted.'], { language: 'en' });
const SPAN = { start: 0, end: 7 };

const hitWith = (legs: Partial<LegScores>, article = ARTICLE) =>
  createHit(article, SPAN, {
    legs: { vector: 0.1, late: 0.2, bm25: 0, coverage: 0, place: 0, ...UNNAMED, ...legs },
  });

/** A hit that says so much of the question, 0 to 1, before eleven others that say little. */
const standingOut = (strength: number, article = ARTICLE) => [
  hitWith({ late: strength, vector: strength, coverage: strength }, article),
  ...Array.from({ length: 11 }, () => hitWith({ late: strength / 4 }, article)),
];

describe('decideOutcome', () => {
  it('finds nothing when nothing was found', () => {
    expect(decideOutcome(createResult([]))).toBe('notFound');
  });

  it.each([
    ['its own language', ARTICLE],
    ['another language', ENGLISH],
  ])('goes from not found over related to answered as a passage in %s says more', (_, article) => {
    const order = { notFound: 0, related: 1, answered: 2 };
    const places = Array.from(
      { length: 1001 },
      (_step, step) => order[decideOutcome(createResult(standingOut(step / 1000, article)))],
    );
    expect(places).toEqual([...places].sort());
    expect(new Set(places)).toEqual(new Set([0, 1, 2]));
  });

  it('takes zh-Hant for the language of a question in zh', () => {
    const traditional = createArticle('稻田', ['早稻已經插完。'], { language: 'zh-Hant' });
    expect(readFeatures(createResult([hitWith({}, traditional)]))?.isOwnLanguage).toBe(true);
    expect(readFeatures(createResult([hitWith({}, ENGLISH)]))?.isOwnLanguage).toBe(false);
  });
});

describe('readFeatures', () => {
  it('tells how far the best passage stands out from the eleventh', () => {
    const lates = [0.6, 0.5, 0.4, 0.4, 0.4, 0.3, 0.3, 0.3, 0.3, 0.3, 0.25, 0.1];
    const hits = lates.map((late) => hitWith({ late, coverage: 0.5, place: 0, ...UNNAMED }));
    const features = readFeatures(createResult(hits, { knownShare: 0.8 }));
    expect(features?.late).toBe(0.6);
    expect(features?.gap).toBeCloseTo(0.35, 9);
    expect(features?.known).toBe(0.8);
    expect(features?.coverage).toBeCloseTo(0.4, 9);
  });

  it('takes the last passage for the background when there are few', () => {
    const hits = [hitWith({ late: 0.6 }), hitWith({ late: 0.2 })];
    expect(readFeatures(createResult(hits))?.gap).toBeCloseTo(0.4, 9);
    expect(readFeatures(createResult([hitWith({ late: 0.6 })]))?.gap).toBe(0);
    expect(readFeatures(createResult([]))).toBeUndefined();
  });
});

describe('estimateAnswered', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const features: fc.Arbitrary<OutcomeFeatures> = fc.record({
    late: share,
    gap: share,
    coverage: share,
    known: share,
    vector: share,
    isOwnLanguage: fc.boolean(),
  });

  it('never falls when late interaction, the gap or the words that are held rise', () => {
    const name = fc.constantFrom('late', 'gap', 'coverage');
    fc.assert(
      fc.property(features, name, share, (given, feature, other) => {
        const raised = { ...given, [feature]: Math.max(given[feature], other) };
        expect(estimateAnswered(raised)).toBeGreaterThanOrEqual(estimateAnswered(given));
      }),
      { numRuns: 500 },
    );
  });

  it.each([true, false])('rises with late interaction and the gap (own language: %s)', (own) => {
    const middle = {
      late: 0.3,
      gap: 0.1,
      coverage: 0.4,
      known: 0.8,
      vector: 0.3,
      isOwnLanguage: own,
    };
    expect(estimateAnswered({ ...middle, late: 0.35 })).toBeGreaterThan(estimateAnswered(middle));
    expect(estimateAnswered({ ...middle, gap: 0.15 })).toBeGreaterThan(estimateAnswered(middle));
  });

  it('is a probability', () => {
    fc.assert(
      fc.property(features, (given) => {
        const probability = estimateAnswered(given);
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a question that names a place of a regulation', () => {
  const places = ['第12条'];

  it('is answered by that place, even when little else agrees', () => {
    const ranked = standingOut(0.9);
    const named = [hitWith({ late: 0.5, vector: 0.5, place: 1 }), ...ranked.slice(1)];
    expect(decideOutcome(createResult(named, { places }))).toBe('answered');
  });

  it('is not answered by another place, however much agrees', () => {
    expect(decideOutcome(createResult(standingOut(0.9)))).toBe('answered');
    expect(decideOutcome(createResult(standingOut(0.9), { places }))).toBe('related');
  });
});
