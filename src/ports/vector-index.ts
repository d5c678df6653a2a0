/** Nearest neighbours of a vector. Derived from the store: losing it loses nothing. */

interface VectorHit {
  readonly id: number;
  /** Cosine, -1 to 1. */
  readonly score: number;
}

export interface VectorIndex {
  /** Number of vectors that can be found. */
  readonly size: number;
  /** All ids that can be found, in no particular order. */
  listIds(): readonly number[];
  /** What was taken off all vectors before they were added; `undefined` while that is nothing. Kept with the snapshot. */
  readonly middle: Float32Array | undefined;
  /** Empties the index; `middle` will be taken off the vectors that come from now on, by whoever adds them. */
  restart(middle: Float32Array): void;
  /** Adds vectors; an id that is already there is left as it is. */
  add(entries: readonly { readonly id: number; readonly vector: Float32Array }[]): void;
  /** Removes ids; unknown ones are ignored. */
  remove(ids: readonly number[]): void;
  /** The `k` nearest, best first; fewer when the index is smaller. */
  search(vector: Float32Array, k: number): readonly VectorHit[];
  /** Writes a snapshot (atomically, where the index is kept on disk). */
  save(): Promise<void>;
}
