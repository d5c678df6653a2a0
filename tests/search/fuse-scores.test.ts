/** One score out of several, and what a leg that is off may do: nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FUSION, fuseScores, type LegScores } from '../../src/search/fuse-scores.js';

const LEGS: LegScores = { vector: 0.8, late: 0.5, bm25: 0.4, coverage: 0.6, place: 0 };
const share = fc.double({ min: 0, max: 1, noNaN: true });
const legs = fc.record({ vector: share, late: share, bm25: share, coverage: share, place: share });

describe('fuseScores', () => {
  it('adds late interaction and words by their weights', () => {
    const words = FUSION.bm25 * 0.4 + FUSION.coverage * 0.6;
    expect(fuseScores(LEGS, { knownShare: 1 })).toBeCloseTo(0.5 + words, 9);
    expect(fuseScores(LEGS, { knownShare: 0.5 })).toBeCloseTo(0.5 + words / 2, 9);
  });

  it('counts no words for a question that shares none with the library', () => {
    expect(fuseScores(LEGS, { knownShare: 0 })).toBe(
      fuseScores(LEGS, { knownShare: 0.7, noLexical: true }),
    );
  });

  it('counts nothing of a leg that is off', () => {
    fc.assert(
      fc.property(legs, legs, share, (one, other, knownShare) => {
        const score = (given: LegScores, off: object): number =>
          fuseScores(given, { knownShare, ...off });
        const words = { bm25: other.bm25, coverage: other.coverage, place: other.place };
        expect(score({ ...one, ...words }, { noLexical: true })).toBe(
          score(one, { noLexical: true }),
        );
        expect(score({ ...one, late: other.late }, { noLate: true })).toBe(
          score(one, { noLate: true }),
        );
        expect(score({ ...one, vector: other.vector }, { noVector: true })).toBe(
          score(one, { noVector: true }),
        );
      }),
    );
  });

  it('is 0 when every leg is off', () => {
    const off = { noVector: true, noLexical: true, noLate: true };
    expect(fuseScores(LEGS, { knownShare: 1, ...off })).toBe(0);
  });

  it('uses the pooled vector when there is no late interaction', () => {
    const off = { noLate: true, noLexical: true };
    expect(fuseScores(LEGS, { knownShare: 1, ...off })).toBeCloseTo(FUSION.vectorAlone * 0.8, 9);
  });

  it('never falls when a leg rises', () => {
    const leg = fc.constantFrom('vector', 'late', 'bm25', 'coverage', 'place');
    fc.assert(
      fc.property(legs, leg, share, share, (given, name, knownShare, higher) => {
        const raised = { ...given, [name]: Math.max(given[name], higher) };
        expect(fuseScores(raised, { knownShare })).toBeGreaterThanOrEqual(
          fuseScores(given, { knownShare }),
        );
      }),
    );
  });
});
