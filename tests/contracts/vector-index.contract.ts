/** What every vector index promises. */
import { describe, expect, it } from 'vitest';
import type { VectorIndex } from '../../src/ports/vector-index.js';
import { DIMENSIONS } from './library.js';
import { createRandom, drawUnitVector } from './vectors.js';

/** The unit vector along an axis: the cosine of two of them is 0, with itself 1. */
const axis = (place: number): Float32Array =>
  Float32Array.from({ length: DIMENSIONS }, (_, i) => (i === place ? 1 : 0));

/** Between two axes, nearer to the first: cosine 0.8 and 0.6. */
const between = (first: number, second: number): Float32Array =>
  axis(first).map((value, i) => 0.8 * value + 0.6 * (axis(second)[i] ?? 0));

/** @param open opens an empty index for vectors of `DIMENSIONS` */
export function describeVectorIndex(name: string, open: () => Promise<VectorIndex>): void {
  describe(`VectorIndex: ${name}`, () => {
    it('is empty at first and finds nothing', async () => {
      const index = await open();
      expect(index.size).toBe(0);
      expect(index.listIds()).toEqual([]);
      expect(index.search(axis(0), 5)).toEqual([]);
      index.remove([1, 2]);
      expect(index.size).toBe(0);
    });

    it('finds the nearest, best first, with their cosines', async () => {
      const index = await open();
      index.add([
        { id: 7, vector: axis(1) },
        { id: 3, vector: axis(0) },
        { id: 5, vector: between(0, 1) },
      ]);
      const hits = index.search(axis(0), 3);
      expect(hits.map(({ id }) => id)).toEqual([3, 5, 7]);
      expect(hits[0]?.score).toBeCloseTo(1, 5);
      expect(hits[1]?.score).toBeCloseTo(0.8, 5);
      expect(hits[2]?.score).toBeCloseTo(0, 5);
    });

    it('gives as many as asked for, fewer when it is smaller, none for 0', async () => {
      const index = await open();
      index.add([0, 1, 2].map((place) => ({ id: place + 10, vector: axis(place) })));
      expect(index.search(axis(2), 1).map(({ id }) => id)).toEqual([12]);
      expect(index.search(axis(2), 99)).toHaveLength(3);
      expect(index.search(axis(2), 0)).toEqual([]);
    });

    it('leaves an id that is already there as it is', async () => {
      const index = await open();
      index.add([{ id: 1, vector: axis(0) }]);
      index.add([
        { id: 1, vector: axis(5) },
        { id: 2, vector: axis(1) },
      ]);
      expect(index.size).toBe(2);
      expect(index.search(axis(0), 1)[0]?.id).toBe(1);
      expect(index.search(axis(0), 1)[0]?.score).toBeCloseTo(1, 5);
    });

    it('never finds what was removed, and ignores unknown ids', async () => {
      const index = await open();
      index.add([0, 1, 2].map((place) => ({ id: place, vector: axis(place) })));
      index.remove([1, 1, 99]);
      expect(index.size).toBe(2);
      expect([...index.listIds()].sort()).toEqual([0, 2]);
      expect(index.search(axis(1), 3).map(({ id }) => id)).not.toContain(1);
      index.remove([0, 2]);
      expect(index.search(axis(1), 3)).toEqual([]);
    });

    it('takes a removed id back, with another vector', async () => {
      const index = await open();
      index.add([0, 1, 2].map((place) => ({ id: place, vector: axis(place) })));
      index.remove([1]);
      index.add([{ id: 1, vector: axis(9) }]);
      expect([...index.listIds()].sort()).toEqual([0, 1, 2]);
      expect(index.search(axis(9), 1)[0]?.id).toBe(1);
      expect(index.search(axis(9), 1)[0]?.score).toBeCloseTo(1, 5);
    });

    it('grows as far as it must, and finds each vector by itself', async () => {
      const random = createRandom(7);
      const index = await open();
      const entries = Array.from({ length: 2500 }, (_, id) => ({
        id,
        vector: drawUnitVector(DIMENSIONS, random),
      }));
      for (let from = 0; from < entries.length; from += 700)
        index.add(entries.slice(from, from + 700));
      expect(index.size).toBe(2500);
      const missed = entries.filter(({ id, vector }) => index.search(vector, 1)[0]?.id !== id);
      expect(missed.length).toBeLessThanOrEqual(2);
    });

    it('starts again with what is to be taken off', async () => {
      const index = await open();
      expect(index.middle).toBeUndefined();
      index.add([{ id: 1, vector: axis(0) }]);
      index.restart(axis(3));
      expect(index.size).toBe(0);
      expect(index.search(axis(0), 5)).toEqual([]);
      expect(index.middle).toEqual(axis(3));
      index.add([{ id: 1, vector: axis(1) }]);
      expect(index.search(axis(1), 5).map(({ id }) => id)).toEqual([1]);
    });

    it('saves without a word', async () => {
      const index = await open();
      index.add([{ id: 1, vector: axis(0) }]);
      await index.save();
      await index.save();
      expect(index.search(axis(0), 1)[0]?.id).toBe(1);
    });
  });
}
