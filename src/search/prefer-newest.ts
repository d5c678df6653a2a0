/** Among passages that answer about equally well, those of the newest version of an article come first. */
import type { VersionPlace } from '../domain/version.js';
import type { RankedPassage } from './search-passages.js';

/**
 * How much better a passage of an older version may score, in points of the fused score (0 to about 1.5), and still give way
 * to the newest version: an amended clause differs by a few words from the one that it replaces. One that is clearly better
 * stands in the older version alone: it is shown, and said to be of it.
 */
const MOST_AHEAD = 0.1;

/**
 * @param ranked best first
 * @param places of the articles that have versions, by id
 */
export function preferNewest(
  ranked: readonly RankedPassage[],
  places: ReadonlyMap<string, VersionPlace>,
): readonly RankedPassage[] {
  if (places.size === 0) return ranked;
  const best = new Map<string, number>();
  for (const { article, score } of ranked)
    best.set(article.id, Math.max(score, best.get(article.id) ?? 0));
  const scored = ranked.map((hit, rank) => {
    const newest = places.get(hit.article.id)?.newest.id;
    const ahead = newest === undefined || newest === hit.article.id ? undefined : best.get(newest);
    const isBehind = ahead !== undefined && ahead >= hit.score - MOST_AHEAD;
    // Right behind it, if it was ahead of it.
    return {
      hit,
      rank: isBehind ? rank + 0.5 : rank,
      score: isBehind ? Math.min(hit.score, ahead) : hit.score,
    };
  });
  scored.sort(
    (a, b) =>
      b.score - a.score || Number(a.rank % 1 > 0) - Number(b.rank % 1 > 0) || a.rank - b.rank,
  );
  return scored.map(({ hit }) => hit);
}
