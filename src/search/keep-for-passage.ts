/** What is worked out of a passage is kept for as long as the passage is: those of the last questions are asked for again. */
import type { Passage } from '../domain/passage.js';

/** @returns the same work, done once a passage */
export function keepForPassage<Rest extends unknown[], Result>(
  work: (passage: Passage, ...rest: Rest) => Result,
): (passage: Passage, ...rest: Rest) => Result {
  const kept = new WeakMap<Passage, { readonly result: Result }>();
  return (passage, ...rest) => {
    const known = kept.get(passage);
    if (known !== undefined) return known.result;
    const result = work(passage, ...rest);
    kept.set(passage, { result });
    return result;
  };
}
