/** Late interaction by the kernel is what a plain loop over floats gives. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TokenVectors } from '../../src/domain/passage.js';
import { createMaxSim } from '../../src/search/max-sim.js';
import { createRotation, packTokens } from '../../src/search/token-codes.js';
import { cosine, createRandom, drawVectors } from '../contracts/vectors.js';
import { unpackTokens } from './unpack-tokens.js';

interface Case {
  readonly dimensions: number;
  readonly question: Float32Array;
  readonly questionMean: Float32Array;
  readonly passageMean: Float32Array;
  /** As the embedder gave them. */
  readonly passage: Float32Array;
  readonly packed: TokenVectors;
}

interface Shape {
  readonly dimensions: number;
  readonly questionTokens: number;
  readonly leadTokens: number;
  readonly sentenceTokens: readonly number[];
  readonly seed: number;
  /** Length of the common part, relative to the rest. @default 1 */
  readonly common?: number;
}

/** Token vectors with a large common part, as those of a model have it. */
function createCase(given: Shape): Case {
  const { dimensions, questionTokens, leadTokens, sentenceTokens, seed, common = 1 } = given;
  const random = createRandom(seed);
  const drawMean = () => drawVectors(1, dimensions, random).map((value) => common * value);
  const questionMean = drawMean();
  const passageMean = drawMean();
  const around = (count: number, mean: Float32Array): Float32Array =>
    drawVectors(count, dimensions, random).map((value, i) => value + (mean[i % dimensions] ?? 0));
  const question = around(questionTokens, questionMean);
  const tokens = sentenceTokens.reduce((sum, count) => sum + count, leadTokens);
  const passage = around(tokens, passageMean);
  const rotated = passage.slice();
  createRotation(dimensions)(rotated);
  const codes = packTokens(rotated, dimensions);
  return {
    dimensions,
    question,
    questionMean,
    passageMean,
    passage,
    packed: { codes, leadTokens, sentenceTokens },
  };
}

const split = (rows: Float32Array, dimensions: number): Float32Array[] =>
  Array.from({ length: rows.length / dimensions }, (_, row) =>
    rows.subarray(row * dimensions, (row + 1) * dimensions),
  );

const less = (a: Float32Array, b: Float32Array): Float32Array =>
  a.map((value, i) => value - (b[i] ?? 0));

/** The best cosine of each question token among some passage tokens, by hand. */
function findBest(questions: readonly Float32Array[], passages: readonly Float32Array[]): number[] {
  return questions.map((question) =>
    Math.max(-1, ...passages.map((passage) => cosine(question, passage))),
  );
}

/** From the packed tokens, which the kernel sees too. */
function findPackedBest(given: Case): { best: number[]; bySentence: number[] } {
  const { dimensions, question, questionMean, passageMean, packed } = given;
  const rotate = createRotation(dimensions);
  const mean = passageMean.slice();
  rotate(mean);
  const questions = split(question, dimensions).map((row) => {
    const centred = less(row, questionMean);
    rotate(centred);
    return centred;
  });
  const passages = unpackTokens(packed.codes, dimensions).map((row) => less(row, mean));
  let from = packed.leadTokens;
  const bySentence = packed.sentenceTokens.flatMap((count) => {
    from += count;
    return findBest(questions, passages.slice(from - count, from));
  });
  return { best: findBest(questions, passages), bySentence };
}

function compare(given: Case) {
  const maxSim = createMaxSim(given.dimensions);
  const question = maxSim.prepareQuestion(given.question, given.questionMean, given.passageMean);
  return maxSim.compare(question, given.packed);
}

function expectNear(actual: Float32Array, expected: readonly number[], within: number): void {
  expect(actual).toHaveLength(expected.length);
  const worst = Math.max(0, ...expected.map((value, i) => Math.abs(value - (actual[i] ?? 9))));
  expect(worst).toBeLessThan(within);
}

const shape = fc.record({
  dimensions: fc.constantFrom(32, 64, 96, 384),
  questionTokens: fc.integer({ min: 0, max: 12 }),
  leadTokens: fc.integer({ min: 0, max: 6 }),
  sentenceTokens: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 5 }),
  seed: fc.nat(),
});

describe('compare', () => {
  it('gives what a loop over the unpacked vectors gives, for the passage and each sentence', () => {
    fc.assert(
      fc.property(shape, (given) => {
        const example = createCase(given);
        const result = compare(example);
        const expected = findPackedBest(example);
        expectNear(result.best, expected.best, 0.005);
        expectNear(result.bySentence, expected.bySentence, 0.005);
      }),
      { numRuns: 120 },
    );
  });

  it('scores a question within 0.02 of what the vectors gave before they were packed', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        // The embedder takes the model's common part off before packing: little of it is left.
        const example = createCase({
          dimensions: 384,
          questionTokens: 8,
          leadTokens: 4,
          sentenceTokens: [12, 9, 20],
          seed,
          common: 0.3,
        });
        const questions = split(example.question, 384).map((row) =>
          less(row, example.questionMean),
        );
        const passages = split(example.passage, 384).map((row) => less(row, example.passageMean));
        const { best } = compare(example);
        const truth = findBest(questions, passages);
        const average = (values: Iterable<number>): number =>
          [...values].reduce((sum, value) => sum + value, 0) / 8;
        expect(Math.abs(average(best) - average(truth))).toBeLessThan(0.02);
        expectNear(best, truth, 0.04);
      }),
      { numRuns: 40 },
    );
  });

  it('finds a token that stands in both, with a cosine of nearly 1, in its sentence alone', () => {
    const example = createCase({
      dimensions: 384,
      questionTokens: 1,
      leadTokens: 2,
      sentenceTokens: [5, 0, 7],
      seed: 4,
    });
    const passage = example.passage.slice();
    // The third token of the last sentence says what the question says.
    const same = less(example.question, example.questionMean).map(
      (value, i) => value + (example.passageMean[i] ?? 0),
    );
    passage.set(same, (2 + 5 + 2) * 384);
    createRotation(384)(passage);
    const packed = { ...example.packed, codes: packTokens(passage, 384) };
    const { best, bySentence } = compare({ ...example, packed });
    expect(best[0]).toBeGreaterThan(0.95);
    expect(bySentence[0]).toBeLessThan(0.5);
    expect(bySentence[1]).toBe(-1);
    expect(bySentence[2]).toBe(best[0]);
  });

  it('counts the lead for the passage and for no sentence', () => {
    const example = createCase({
      dimensions: 64,
      questionTokens: 3,
      leadTokens: 5,
      sentenceTokens: [],
      seed: 5,
    });
    const { best, bySentence } = compare(example);
    expectNear(best, findPackedBest(example).best, 0.005);
    expect(Math.max(...best)).toBeGreaterThan(-1);
    expect(bySentence).toHaveLength(0);
  });

  it('gives nothing for a question without tokens, and -1 for a passage without', () => {
    const noQuestion = createCase({
      dimensions: 32,
      questionTokens: 0,
      leadTokens: 1,
      sentenceTokens: [2],
      seed: 6,
    });
    expect(compare(noQuestion).best).toHaveLength(0);
    const noPassage = createCase({
      dimensions: 32,
      questionTokens: 2,
      leadTokens: 0,
      sentenceTokens: [0],
      seed: 6,
    });
    expect([...compare(noPassage).best]).toEqual([-1, -1]);
    expect([...compare(noPassage).bySentence]).toEqual([-1, -1]);
  });

  it('takes 512 tokens against 128, again and again, and remembers nothing of them', () => {
    const large = createCase({
      dimensions: 384,
      questionTokens: 128,
      leadTokens: 96,
      sentenceTokens: [200, 200, 16],
      seed: 7,
    });
    const small = createCase({
      dimensions: 384,
      questionTokens: 2,
      leadTokens: 1,
      sentenceTokens: [3],
      seed: 8,
    });
    const maxSim = createMaxSim(384);
    const prepare = (given: Case) =>
      maxSim.prepareQuestion(given.question, given.questionMean, given.passageMean);
    const alone = compare(small);
    for (let round = 0; round < 3; round += 1) {
      const result = maxSim.compare(prepare(large), large.packed);
      expect(result.best).toHaveLength(128);
      if (round === 2) expectNear(result.best, findPackedBest(large).best, 0.005);
      expect(maxSim.compare(prepare(small), small.packed)).toEqual(alone);
    }
  });

  it('reads codes that lie somewhere inside a larger buffer', () => {
    const example = createCase({
      dimensions: 32,
      questionTokens: 2,
      leadTokens: 1,
      sentenceTokens: [3],
      seed: 9,
    });
    const { codes } = example.packed;
    const larger = new Uint8Array(codes.length + 13).fill(255);
    larger.set(codes, 5);
    const inside = larger.subarray(5, 5 + codes.length);
    expect(compare({ ...example, packed: { ...example.packed, codes: inside } })).toEqual(
      compare(example),
    );
  });

  it('stays finite for zeros and for tokens that are the mean itself', () => {
    const zeros = new Float32Array(64);
    const maxSim = createMaxSim(32);
    const codes = packTokens(zeros, 32);
    const mean = new Float32Array(32);
    const question = maxSim.prepareQuestion(zeros, mean, mean);
    const { best } = maxSim.compare(question, { codes, leadTokens: 0, sentenceTokens: [2] });
    expect([...best].every(Number.isFinite)).toBe(true);
  });
});

describe('max-sim-wasm.ts', () => {
  it('is what `npm run build:wasm` makes of max-sim.wat', async () => {
    const script = new URL('../../scripts/assemble-max-sim.mjs', import.meta.url);
    const { assembleMaxSim } = (await import(script.href)) as {
      assembleMaxSim: (source: string) => Promise<string>;
    };
    const read = (name: string): string =>
      readFileSync(new URL(`../../src/search/${name}`, import.meta.url), 'utf8');
    expect(await assembleMaxSim(read('max-sim.wat'))).toBe(read('max-sim-wasm.ts'));
  });
});
