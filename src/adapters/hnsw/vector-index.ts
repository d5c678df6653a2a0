/** Vector index on hnswlib, kept in memory, with a snapshot on disk. */
import hnswlib from 'hnswlib-node';
import type { VectorIndex } from '../../ports/vector-index.js';
import { readSnapshot, writeSnapshot } from './snapshot.js';

/**
 * - `m`: links a node; 16 is hnswlib's own advice for some hundred dimensions (memory: about 8 × m bytes a vector).
 * - `efConstruction`: candidates while building; more is better and slower.
 * - `efSearch`: candidates while searching; hnswlib's default of 10 loses neighbours. Never below `k`.
 */
const HNSW_PARAMETERS = { m: 16, efConstruction: 200, efSearch: 128 } as const;

/** Room for this many vectors at first; doubled when full. */
const INITIAL_CAPACITY = 1024;

export interface HnswIndexOptions {
  /** Folder of the snapshot. */
  readonly dir: string;
  readonly dimensions: number;
  /** A snapshot of another library is not taken. */
  readonly libraryId: string;
}

/** Opens the index from its snapshot, or an empty one when there is none that is whole and of this library. */
export async function openHnswIndex(options: HnswIndexOptions): Promise<VectorIndex> {
  const { dir, dimensions, libraryId } = options;
  const live = new Set<number>();
  const removed = new Set<number>();
  const snapshot = await readSnapshot(dir);
  let index: hnswlib.HierarchicalNSW | undefined;
  if (snapshot?.head.libraryId === libraryId && snapshot.head.dimensions === dimensions) {
    index = readIndex(snapshot.path, dimensions);
  }
  if (index === undefined) {
    index = createIndex(dimensions);
  } else {
    for (const id of snapshot?.head.removed ?? []) removed.add(id);
    for (const id of index.getIdsList()) if (!removed.has(id)) live.add(id);
    // Removed vectors stay in the file: when they are the greater part, making it anew is cheaper than keeping them.
    if (removed.size > live.size) {
      index = createIndex(dimensions);
      removed.clear();
      live.clear();
    }
  }
  return wrapIndex(index, { live, removed }, options);
}

function createIndex(dimensions: number): hnswlib.HierarchicalNSW {
  const index = new hnswlib.HierarchicalNSW('ip', dimensions);
  index.initIndex({
    maxElements: INITIAL_CAPACITY,
    m: HNSW_PARAMETERS.m,
    efConstruction: HNSW_PARAMETERS.efConstruction,
    randomSeed: 100,
  });
  return index;
}

/** `undefined` when hnswlib does not take the file: a writer has just replaced it, or it was cut short by a full disk. */
function readIndex(path: string, dimensions: number): hnswlib.HierarchicalNSW | undefined {
  const index = new hnswlib.HierarchicalNSW('ip', dimensions);
  try {
    index.readIndexSync(path);
    return index;
  } catch {
    return undefined;
  }
}

function wrapIndex(
  index: hnswlib.HierarchicalNSW,
  { live, removed }: { readonly live: Set<number>; readonly removed: Set<number> },
  { dir, libraryId, dimensions }: HnswIndexOptions,
): VectorIndex {
  return {
    get size() {
      return live.size;
    },
    listIds: () => [...live],
    add(entries) {
      for (const { id, vector } of entries) {
        if (live.has(id)) continue;
        if (index.getCurrentCount() >= index.getMaxElements())
          index.resizeIndex(Math.max(INITIAL_CAPACITY, index.getMaxElements() * 2));
        // A label that was removed takes the new vector: the library may have been put back to an older copy.
        index.addPoint(Array.from(vector), id);
        removed.delete(id);
        live.add(id);
      }
    },
    remove(ids) {
      for (const id of ids) {
        if (!live.delete(id)) continue;
        index.markDelete(id);
        removed.add(id);
      }
    },
    search(vector, k) {
      const wanted = Math.min(k, live.size);
      if (wanted === 0) return [];
      index.setEf(Math.max(HNSW_PARAMETERS.efSearch, wanted));
      const { neighbors, distances } = index.searchKnn(Array.from(vector), wanted);
      return neighbors.map((id, rank) => ({ id, score: 1 - (distances[rank] as number) }));
    },
    save: () =>
      writeSnapshot(dir, { libraryId, dimensions, removed: [...removed] }, (path) =>
        index.writeIndex(path),
      ),
  };
}
