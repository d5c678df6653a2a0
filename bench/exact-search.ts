/** Exact search by typed arrays: the ceiling of any search for neighbours, in recall, and a plain rival in time. */

export interface ExactSearch {
  /** Ids and dot products of the `k` nearest, best first. */
  search(vector: Float32Array, k: number): { readonly ids: number[]; readonly scores: number[] };
}

/** @param vectors all of one length, L2-normalised */
export function createExactSearch(vectors: ReadonlyMap<number, Float32Array>): ExactSearch {
  const ids = [...vectors.keys()];
  const dimensions = vectors.get(ids[0] as number)?.length ?? 0;
  const rows = new Float32Array(ids.length * dimensions);
  ids.forEach((id, row) => {
    rows.set(vectors.get(id) as Float32Array, row * dimensions);
  });
  const scores = new Float32Array(ids.length);
  return {
    search(vector, k) {
      for (let row = 0, at = 0; row < ids.length; row += 1) {
        // Four sums at once: one alone waits for each addition.
        let a = 0;
        let b = 0;
        let c = 0;
        let d = 0;
        for (let i = 0; i < dimensions; i += 4, at += 4) {
          a += (rows[at] as number) * (vector[i] as number);
          b += (rows[at + 1] as number) * (vector[i + 1] as number);
          c += (rows[at + 2] as number) * (vector[i + 2] as number);
          d += (rows[at + 3] as number) * (vector[i + 3] as number);
        }
        scores[row] = a + b + c + d;
      }
      const best: number[] = [];
      for (let row = 0; row < ids.length; row += 1) {
        const score = scores[row] as number;
        if (best.length === k && score <= (scores[best[k - 1] as number] as number)) continue;
        let place = best.length;
        while (place > 0 && score > (scores[best[place - 1] as number] as number)) place -= 1;
        best.splice(place, 0, row);
        if (best.length > k) best.pop();
      }
      return {
        ids: best.map((row) => ids[row] as number),
        scores: best.map((row) => scores[row] as number),
      };
    },
  };
}
