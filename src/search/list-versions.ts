/**
 * The versions of an article, oldest first: what stood in its place before, and what came under the same title from the same
 * publisher with nearly the same text. The very same words again are a reprint, not a version.
 */
import type { ArticleVersion, VersionPlace } from '../domain/version.js';
import type { VersionCandidates, VersionStore } from '../ports/version-store.js';
import { comparePrints, isSameText, takePrint } from './compare-texts.js';

/**
 * Share of the longer text's character triples that the shorter one must hold, 0 to 1: an amended regulation keeps most of
 * its clauses, two months' columns of one name share a formula.
 */
const LEAST_SHARED = 0.5;

/** Share of the numbers that must agree: the same form with other figures is another day's report. */
const LEAST_NUMBERS_SHARED = 0.5;

/** @returns the article and its versions, oldest first; the article alone when there are none */
export function listVersions({
  article,
  earlier,
  namesakes,
}: VersionCandidates): readonly ArticleVersion[] {
  const print = takePrint(article.text);
  const others = namesakes.filter((other) => {
    const { shared, numbersShared } = comparePrints(print, takePrint(other.text));
    return shared >= LEAST_SHARED && numbersShared >= LEAST_NUMBERS_SHARED;
  });
  const found = [...new Map([article, ...earlier, ...others].map((one) => [one.id, one])).values()];
  found.sort(compareVersions);
  return found.filter(
    (one, at) =>
      one.id === article.id ||
      !(
        isSameText(one.text, article.text) ||
        found.slice(0, at).some((o) => isSameText(o.text, one.text))
      ),
  );
}

/** By date, then by the order in which they were replaced and arrived. */
function compareVersions(a: ArticleVersion, b: ArticleVersion): number {
  return (
    compare(dateOf(a), dateOf(b)) ||
    compare(a.replacedAt ?? '9', b.replacedAt ?? '9') ||
    compare(a.arrivedAt, b.arrivedAt)
  );
}

/** An article without a date is as old as its arrival. */
const dateOf = ({ date, arrivedAt }: ArticleVersion): string => date ?? arrivedAt.slice(0, 10);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Where an article stands among its versions; `undefined` when it has none. */
export function placeVersion(
  id: string,
  versions: readonly ArticleVersion[],
): VersionPlace | undefined {
  const newest = versions.at(-1);
  const index = versions.findIndex((version) => version.id === id);
  if (newest === undefined || index < 0 || versions.length < 2) return undefined;
  const { date } = newest;
  return {
    number: index + 1,
    of: versions.length,
    newest: { id: newest.id, ...(date === undefined ? {} : { date }) },
  };
}

/** The places of several articles, of those that have versions. */
export async function placeVersions(
  ids: readonly string[],
  store: Pick<VersionStore, 'listCandidateIds' | 'findCandidates'>,
): Promise<ReadonlyMap<string, VersionPlace>> {
  const places = new Map<string, VersionPlace>();
  const concerned = await store.listCandidateIds(ids);
  if (concerned.length === 0) return places;
  for (const [id, candidates] of await store.findCandidates(concerned)) {
    const place = placeVersion(id, listVersions(candidates));
    if (place !== undefined) places.set(id, place);
  }
  return places;
}
