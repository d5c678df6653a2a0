/** HNSW keeps the contract, finds what exact search finds, and takes only a snapshot that is whole and its own. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openHnswIndex } from '../../src/adapters/hnsw/vector-index.js';
import { createExactIndex } from '../../src/adapters/memory/exact-index.js';
import { DIMENSIONS } from './library.js';
import { describeVectorIndex } from './vector-index.contract.js';
import { createRandom, drawUnitVector } from './vectors.js';

const root = mkdtempSync(join(tmpdir(), 'quoth-hnsw-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const createFolder = (): string => mkdtempSync(join(root, 'index-'));

const openIn = (dir: string, libraryId = 'library-1', dimensions = DIMENSIONS) =>
  openHnswIndex({ dir, dimensions, libraryId });

const drawEntries = (count: number, dimensions: number, seed: number) => {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    vector: drawUnitVector(dimensions, random),
  }));
};

describeVectorIndex('hnsw', () => openIn(createFolder()));

describe('the HNSW index', () => {
  it('finds at least 99 of 100 true neighbours among 2,000 vectors, some of them removed', async () => {
    const entries = drawEntries(2000, 64, 1);
    const [hnsw, exact] = [await openIn(createFolder(), 'library-1', 64), createExactIndex()];
    for (const index of [hnsw, exact]) {
      index.add(entries);
      index.remove(entries.filter(({ id }) => id % 10 === 0).map(({ id }) => id));
    }
    let found = 0;
    const questions = drawEntries(100, 64, 2);
    for (const { vector } of questions) {
      const truth = new Set(exact.search(vector, 10).map(({ id }) => id));
      const hits = hnsw.search(vector, 10);
      expect(hits.map(({ score }) => score)).toEqual(
        hits.map(({ score }) => score).sort((a, b) => b - a),
      );
      found += hits.filter(({ id }) => truth.has(id)).length;
    }
    expect(found / 1000).toBeGreaterThanOrEqual(0.99);
  });

  it('gives the same hits after a snapshot was saved and opened', async () => {
    const dir = createFolder();
    const entries = drawEntries(300, DIMENSIONS, 3);
    const first = await openIn(dir);
    const middle = drawUnitVector(DIMENSIONS, createRandom(9));
    first.restart(middle);
    first.add(entries);
    first.remove([5, 6, 7]);
    await first.save();
    const second = await openIn(dir);
    expect(second.size).toBe(297);
    expect(second.middle).toEqual(middle);
    expect([...second.listIds()].sort()).toEqual([...first.listIds()].sort());
    for (const { vector } of entries.slice(0, 30)) {
      expect(second.search(vector, 10)).toEqual(first.search(vector, 10));
    }
  });

  it('can be changed and saved again after it was opened', async () => {
    const dir = createFolder();
    const entries = drawEntries(1100, DIMENSIONS, 4);
    const first = await openIn(dir);
    first.add(entries.slice(0, 1024));
    await first.save();
    const second = await openIn(dir);
    second.remove([1]);
    second.add(entries.slice(1024));
    await second.save();
    const third = await openIn(dir);
    expect(third.size).toBe(1099);
    expect(third.listIds()).not.toContain(1);
    expect(third.search(entries[1099]?.vector ?? new Float32Array(), 1)[0]?.id).toBe(1100);
  });

  it('leaves one data file beside the head, however often it was saved', async () => {
    const dir = createFolder();
    const index = await openIn(dir);
    for (const entry of drawEntries(3, DIMENSIONS, 5)) {
      index.add([entry]);
      await index.save();
    }
    const files = readdirSync(dir);
    expect(files).toHaveLength(2);
    expect(files).toContain('vectors.json');
  });

  it.each([
    ['of another library', 'library-2', DIMENSIONS],
    ['of other dimensions', 'library-1', 64],
  ])('ignores a snapshot %s', async (_, libraryId, dimensions) => {
    const dir = createFolder();
    const first = await openIn(dir);
    first.add(drawEntries(10, DIMENSIONS, 6));
    await first.save();
    const second = await openIn(dir, libraryId, dimensions);
    expect(second.size).toBe(0);
    second.add(drawEntries(3, dimensions, 7));
    expect(second.size).toBe(3);
  });

  it.each([
    ['whose data file is cut off', (data: Buffer) => data.subarray(0, data.length / 2)],
    [
      'with one other byte',
      (data: Buffer) =>
        Buffer.concat([
          data.subarray(0, 99),
          Buffer.from([data.readUInt8(99) ^ 1]),
          data.subarray(100),
        ]),
    ],
  ])('starts empty beside a snapshot %s', async (_, damage) => {
    const dir = createFolder();
    const first = await openIn(dir);
    first.add(drawEntries(10, DIMENSIONS, 8));
    await first.save();
    const data = readdirSync(dir).find((name) => name.endsWith('.hnsw')) ?? '';
    writeFileSync(join(dir, data), damage(readFileSync(join(dir, data))));
    expect((await openIn(dir)).size).toBe(0);
  });

  it.each(['', 'not JSON', '{}', '{"format":2}', 'null'])(
    'starts empty beside a head that says %j',
    async (head) => {
      const dir = createFolder();
      writeFileSync(join(dir, 'vectors.json'), head);
      expect((await openIn(dir)).size).toBe(0);
    },
  );
});
