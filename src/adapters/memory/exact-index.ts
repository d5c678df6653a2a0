/** Vector index by exact search in memory: the oracle of the tests, quick enough below some 20,000 passages. */
import type { VectorIndex } from '../../ports/vector-index.js';

export function createExactIndex(): VectorIndex {
  const vectors = new Map<number, Float32Array>();
  let middle: Float32Array | undefined;
  return {
    get size() {
      return vectors.size;
    },
    listIds: () => [...vectors.keys()],
    get middle() {
      return middle;
    },
    restart(next) {
      vectors.clear();
      middle = next;
    },
    add(entries) {
      for (const { id, vector } of entries) if (!vectors.has(id)) vectors.set(id, vector);
    },
    remove(ids) {
      for (const id of ids) vectors.delete(id);
    },
    search(vector, k) {
      return [...vectors]
        .map(([id, other]) => ({
          id,
          score: other.reduce((sum, value, i) => sum + value * (vector[i] as number), 0),
        }))
        .sort((a, b) => b.score - a.score)
        .slice(0, k);
    },
    save: () => Promise.resolve(),
  };
}
