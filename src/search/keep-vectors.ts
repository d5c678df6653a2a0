/**
 * Keeps the vector index in step with the store. Whatever snapshot was found, old, empty or none, what is missing is
 * added from the store and what is gone is removed: so losing the snapshot loses nothing but a little time.
 */
import { centre, divideSum } from '../domain/vectors.js';
import type { LibraryStateSource, PassageStore } from '../ports/article-store.js';
import type { VectorIndex } from '../ports/vector-index.js';

/** Vectors read from the store at once. */
const VECTORS_A_STEP = 512;

/**
 * Vectors are kept less their mean, as questions are: what all passages have in common would keep the index from finding
 * the way (see its recall). The mean moves as the library grows; when it has moved further than this, all are added anew.
 * What is left of a vector without its mean is about 0.45 long; from 1,000 passages of one kind to 78,000 the mean moved by 0.04.
 */
const MOST_DRIFT = 0.05;

export interface VectorKeeperPorts {
  readonly state: LibraryStateSource;
  readonly passages: Pick<PassageStore, 'listPassageIds' | 'readVectors'>;
  /** Opens the index from its snapshot; asked once. */
  readonly open: (libraryId: string) => Promise<VectorIndex>;
}

export interface VectorKeeper {
  /** The index as the store is now. `onRebuild` is told of longer work. */
  current(onRebuild?: (event: { done: number; total: number }) => void): Promise<VectorIndex>;
  /** Whether the index differs from its snapshot. */
  hasUnsaved(): boolean;
  /** Writes a snapshot when the index has changed since the last one. */
  save(): Promise<void>;
}

export function createVectorKeeper(ports: VectorKeeperPorts): VectorKeeper {
  let opened: Promise<VectorIndex> | undefined;
  let generation = -1;
  let changed = false;
  let running: Promise<VectorIndex> | undefined;

  const catchUp = async (
    onRebuild?: (event: { done: number; total: number }) => void,
  ): Promise<VectorIndex> => {
    const state = await ports.state.readState();
    opened ??= ports.open(state.libraryId);
    const index = await opened.catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    if (state.generation === generation) return index;
    const stored = await ports.passages.listPassageIds();
    const mean = divideSum(state.vectorSum, state.passages);
    if (
      stored.length > 0 &&
      (index.middle === undefined || distance(mean, index.middle) > MOST_DRIFT)
    )
      index.restart(mean);
    const middle = index.middle ?? mean;
    const wanted = new Set(stored);
    const present = new Set(index.listIds());
    const gone = [...present].filter((id) => !wanted.has(id));
    const missing = stored.filter((id) => !present.has(id));
    index.remove(gone);
    for (let from = 0; from < missing.length; from += VECTORS_A_STEP) {
      const ids = missing.slice(from, from + VECTORS_A_STEP);
      const vectors = await ports.passages.readVectors(ids);
      index.add([...vectors].map(([id, vector]) => ({ id, vector: centre(vector, middle) })));
      onRebuild?.({ done: Math.min(missing.length, from + ids.length), total: missing.length });
    }
    changed ||= gone.length + missing.length > 0;
    generation = state.generation;
    return index;
  };

  return {
    current(onRebuild) {
      running ??= catchUp(onRebuild).finally(() => {
        running = undefined;
      });
      return running;
    },
    hasUnsaved: () => changed,
    async save() {
      if (!changed || opened === undefined) return;
      await (await opened).save();
      changed = false;
    },
  };
}

function distance(a: Float32Array, b: Float32Array): number {
  return Math.hypot(...a.map((value, i) => value - (b[i] as number)));
}
