/** Random numbers that are the same in every run, so that two runs measure the same library. */

export interface Random {
  /** In [0, 1). */
  next(): number;
  /** An integer in [0, count). */
  pick(count: number): number;
  /** Normally distributed, mean 0, deviation 1. */
  normal(): number;
}

/** Mulberry32. @param seed any 32-bit integer */
export function createRandom(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    pick: (count) => Math.floor(next() * count),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}
