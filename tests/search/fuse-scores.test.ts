/** One score out of several, and what a leg that is off may do: nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FUSION, fuseScores, type LegScores } from '../../src/search/fuse-scores.js';

const LEGS: LegScores = {
  vector: 0.8,
  late: 0.5,
  bm25: 0.4,
  coverage: 0.6,
  place: 0,
  date: 0,
  publisher: 0,
  tokens: 200,
};
const share = fc.double({ min: 0, max: 1, noNaN: true });
const legs = fc.record({
  vector: share,
  late: share,
  bm25: share,
  coverage: share,
  place: share,
  date: share,
  publisher: share,
  tokens: fc.integer({ min: 0, max: 512 }),
});

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
        const words = { bm25: other.bm25, coverage: other.coverage };
        expect(score({ ...one, ...words }, { noLexical: true })).toBe(
          score(one, { noLexical: true }),
        );
        expect(score({ ...one, late: other.late, tokens: other.tokens }, { noLate: true })).toBe(
          score(one, { noLate: true }),
        );
        expect(score({ ...one, place: other.place }, { noPlace: true })).toBe(
          score(one, { noPlace: true }),
        );
        const time = { date: other.date, publisher: other.publisher };
        expect(score({ ...one, ...time }, { noDate: true })).toBe(score(one, { noDate: true }));
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

  it('marks a passage with more tokens down a little', () => {
    const longer = fuseScores({ ...LEGS, tokens: 400 }, { knownShare: 1 });
    const usual = fuseScores(LEGS, { knownShare: 1 });
    expect(usual - longer).toBeCloseTo(FUSION.length * Math.log(2), 9);
    expect(fuseScores({ ...LEGS, tokens: 0 }, { knownShare: 1 })).toBeGreaterThan(usual);
  });

  it('uses the pooled vector when there is no late interaction', () => {
    const off = { noLate: true, noLexical: true };
    expect(fuseScores(LEGS, { knownShare: 1, ...off })).toBeCloseTo(FUSION.vectorAlone * 0.8, 9);
  });

  it('never falls when a leg rises', () => {
    const leg = fc.constantFrom('vector', 'late', 'bm25', 'coverage', 'place', 'date', 'publisher');
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
