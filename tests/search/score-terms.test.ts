/** What the words of a passage say of a question. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BM25, scoreTerms, weighTerms } from '../../src/search/score-terms.js';
import { bagTerms } from '../../src/search/term-bag.js';

const COUNTS = new Map([
  ['早稻', 1],
  ['稻', 10],
  ['雨', 90],
]);

describe('weighTerms', () => {
  it('weighs rare terms more than frequent ones, each once', () => {
    const { idf } = weighTerms(['稻', '早稻', '稻', '雨'], COUNTS, 100);
    expect([...idf.keys()]).toEqual(['稻', '早稻', '雨']);
    expect(idf.get('早稻')).toBeCloseTo(Math.log(1 + 99.5 / 1.5), 9);
    expect(idf.get('早稻')).toBeGreaterThan(idf.get('稻') ?? 99);
    expect(idf.get('稻')).toBeGreaterThan(idf.get('雨') ?? 99);
    expect(idf.get('雨')).toBeGreaterThan(0);
  });

  it('tells the share of the weight that the library knows', () => {
    expect(weighTerms(['稻', '早稻'], COUNTS, 100).knownShare).toBe(1);
    expect(weighTerms(['bridge', 'rain'], COUNTS, 100).knownShare).toBe(0);
    const { idf, knownShare } = weighTerms(['稻', 'bridge'], COUNTS, 100);
    const [known = 0, unknown = 0] = [idf.get('稻'), idf.get('bridge')];
    expect(knownShare).toBeCloseTo(known / (known + unknown), 9);
    expect(knownShare).toBeLessThan(0.5);
    const repeated = weighTerms(['稻', '稻', '稻', 'bridge'], COUNTS, 100);
    expect(repeated.knownShare).toBeCloseTo(knownShare, 9);
  });

  it('takes no terms and an empty library', () => {
    expect(weighTerms([], COUNTS, 100).knownShare).toBe(0);
    const { idf, knownShare } = weighTerms(['稻'], new Map(), 0);
    expect(idf.get('稻')).toBeGreaterThan(0);
    expect(knownShare).toBe(0);
  });
});

describe('scoreTerms', () => {
  const question = weighTerms(['稻', '早稻'], COUNTS, 100);

  it('is 0 without a common term and for an empty passage', () => {
    expect(scoreTerms(question, bagTerms(['桥', '路']), 2)).toEqual({ bm25: 0, coverage: 0 });
    expect(scoreTerms(question, bagTerms([]), 2)).toEqual({ bm25: 0, coverage: 0 });
    expect(scoreTerms(weighTerms([], COUNTS, 100), bagTerms(['稻']), 2)).toEqual({
      bm25: 0,
      coverage: 0,
    });
  });

  it('is what the formula says for one term in a passage of average length', () => {
    const { idf } = question;
    const [rice = 0, early = 0] = [idf.get('稻'), idf.get('早稻')];
    const { bm25, coverage } = scoreTerms(question, bagTerms(['早稻', '田']), 2);
    expect(coverage).toBeCloseTo(early / (rice + early), 9);
    // Once, at average length: count × (k1 + 1) / (count + k1) = 1; the most that could be is k1 + 1.
    expect(bm25).toBeCloseTo(early / ((rice + early) * (BM25.k1 + 1)), 9);
  });

  it('rises with each repeat, less and less, and falls with length', () => {
    const scores = [1, 2, 3].map(
      (times) =>
        scoreTerms(
          question,
          bagTerms([...Array(times).fill('稻'), ...Array(7 - times).fill('田')]),
          7,
        ).bm25,
    );
    const [one = 0, two = 0, three = 0] = scores;
    expect(two).toBeGreaterThan(one);
    expect(three).toBeGreaterThan(two);
    expect(three - two).toBeLessThan(two - one);
    const long = scoreTerms(question, bagTerms(['稻', ...Array(30).fill('田')]), 7).bm25;
    expect(long).toBeLessThan(one);
    expect(long).toBeGreaterThan(0);
  });

  it('stays within 0 and 1 for whatever is asked', () => {
    const term = fc.constantFrom('稻', '早稻', '雨', '桥', 'rain');
    fc.assert(
      fc.property(
        fc.array(term),
        fc.array(term),
        fc.integer({ min: 1, max: 50 }),
        (asked, held, averageTerms) => {
          const { bm25, coverage } = scoreTerms(
            weighTerms(asked, COUNTS, 100),
            bagTerms(held),
            averageTerms,
          );
          for (const score of [bm25, coverage]) {
            expect(score).toBeGreaterThanOrEqual(0);
            expect(score).toBeLessThanOrEqual(1 + 1e-9);
          }
          const isCovered = asked.every((word) => held.includes(word));
          if (asked.length > 0 && isCovered) expect(coverage).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});
