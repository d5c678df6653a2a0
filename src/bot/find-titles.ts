/** Finds articles by words of their titles, whatever the script, case and punctuation. */
import type { ArticleSummary } from '../domain/article.js';
import { foldText } from '../search/fold-text.js';
import { sortNewest } from './browse-library.js';

/** Share of the words' pairs of letters that a title must hold when it does not hold the words themselves. */
const MIN_SHARED_PAIRS = 0.6;

/** Titles that fit, the best first. */
export interface FoundTitles {
  /** Articles whose title is the words, or the only one that holds them; at most one stands for itself. */
  readonly exact?: ArticleSummary;
  readonly articles: readonly ArticleSummary[];
}

/** Finds titles; of equally good ones the newest first. Words without a letter or digit find nothing. */
export function findTitles(articles: readonly ArticleSummary[], words: string): FoundTitles {
  const wanted = readTitle(words);
  if (wanted.letters === '') return { articles: [] };
  const scored = sortNewest(articles)
    .map((article) => ({ article, score: scoreTitle(article, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score);
  const best = scored.filter(({ score }) => score >= SCORES.words);
  const found = (best.length > 0 ? best : scored).map(({ article }) => article);
  const same = scored.filter(({ score }) => score === SCORES.same);
  const [only] = same.length > 0 ? same : found.length === 1 ? scored : [];
  const isAlone = only !== undefined && same.length <= 1 && only.score >= SCORES.words;
  return { ...(isAlone && { exact: only.article }), articles: found };
}

/** The title is the words, holds them as they stand, holds each of them; below that: shares letters with them. */
const SCORES = { same: 4, run: 3, words: 2 } as const;

interface ReadTitle {
  readonly letters: string;
  readonly words: readonly string[];
}

function readTitle(title: string): ReadTitle {
  const words = foldText(title).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return { letters: words.join(''), words };
}

function scoreTitle({ title, subtitle = '' }: ArticleSummary, wanted: ReadTitle): number {
  if (readTitle(title).letters === wanted.letters) return SCORES.same;
  const { letters } = readTitle(`${title} ${subtitle}`);
  if (letters.includes(wanted.letters)) return SCORES.run;
  if (wanted.words.every((word) => letters.includes(word))) return SCORES.words;
  const pairs = listPairs(wanted.letters);
  const shared = pairs.filter((pair) => letters.includes(pair)).length;
  return pairs.length > 1 && shared / pairs.length >= MIN_SHARED_PAIRS ? shared / pairs.length : 0;
}

function listPairs(letters: string): readonly string[] {
  const all = [...letters];
  return all.slice(1).map((letter, at) => `${all[at]}${letter}`);
}
