/** How well an article's time fits the years that a question names. A soft preference: nothing is left out for it. */

/** Fits, 0 to 1. */
const FIT = {
  /** Published in the year. */
  published: 1,
  /** The passage, its title or its headings name the year. */
  named: 0.9,
  /** Published in the year after: it may look back. */
  looksBack: 0.5,
  /** Not known when. */
  unknown: 0.5,
} as const;

/**
 * @param years that the question names, four digits each
 * @param article its date, as exact as it is known
 * @param isNamed whether the passage names a year
 * @returns 0 to 1; 0 when the question names none
 */
export function fitDates(
  years: readonly string[],
  article: { readonly date?: string },
  isNamed: (year: string) => boolean,
): number {
  let best = 0;
  for (const year of years) best = Math.max(best, fitYear(year, article.date, isNamed));
  return best;
}

function fitYear(
  year: string,
  date: string | undefined,
  isNamed: (year: string) => boolean,
): number {
  const published = date?.slice(0, 4);
  if (published === year) return FIT.published;
  if (isNamed(year)) return FIT.named;
  if (published === undefined) return FIT.unknown;
  return Number(published) - 1 === Number(year) ? FIT.looksBack : 0;
}
