/** The terms of a passage with their counts, small enough that thousands of passages are kept in memory. */

/** About six bytes for each distinct term. */
export interface TermBag {
  /** All terms, repeats included. */
  readonly total: number;
  /** Hashes of the distinct terms, ascending. */
  readonly hashes: Uint32Array;
  /** How often each stands there, 1 to 255. */
  readonly counts: Uint8Array;
}

/** Counts terms, repeats included. Two terms with one hash (one pair in 4 billion) count as one. */
export function bagTerms(terms: readonly string[]): TermBag {
  const all = Uint32Array.from(terms, hashTerm).sort();
  const hashes = new Uint32Array(all.length);
  const counts = new Uint8Array(all.length);
  let distinct = 0;
  for (let i = 0; i < all.length; i += 1) {
    const hash = all[i] as number;
    if (distinct === 0 || hashes[distinct - 1] !== hash) {
      hashes[distinct] = hash;
      distinct += 1;
    }
    counts[distinct - 1] = Math.min(255, (counts[distinct - 1] as number) + 1);
  }
  return {
    total: all.length,
    hashes: hashes.slice(0, distinct),
    counts: counts.slice(0, distinct),
  };
}

/** How often a term stands in the bag. */
export function countOf({ hashes, counts }: TermBag, term: string): number {
  const hash = hashTerm(term);
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = hashes[middle] as number;
    if (at === hash) return counts[middle] as number;
    if (at < hash) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

/** FNV-1a over UTF-16 code units, 32 bits. */
export function hashTerm(term: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < term.length; i += 1) {
    hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/** Keeps the bags of passages that were looked at lately. Passage ids are never used again, so a bag never grows old. */
export function createTermCache(mostPassages: number): {
  readonly get: (passageId: number, read: () => readonly string[]) => TermBag;
} {
  const kept = new Map<number, TermBag>();
  return {
    get(passageId, read) {
      const known = kept.get(passageId);
      if (known !== undefined) {
        // Last in the order of the map: what is used stays.
        kept.delete(passageId);
        kept.set(passageId, known);
        return known;
      }
      const bag = bagTerms(read());
      if (kept.size >= mostPassages) kept.delete(kept.keys().next().value as number);
      kept.set(passageId, bag);
      return bag;
    },
  };
}
