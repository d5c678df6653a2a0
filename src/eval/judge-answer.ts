/** Whether an answer's quotes hold what was looked for, and whether each is a true slice of its article. */
import type { Answer, Quote } from '../domain/answer.js';
import type { Article } from '../domain/article.js';
import type { EvalQuestion } from './questions.js';

/** Longer quotes count as misses: they could hold anything. UTF-16 code units. */
const MAX_QUOTE_CHARACTERS = 600;

/** Share of a gold quote that must stand in a quote in one run, 0 to 1. */
const GOLD_SHARE = 0.6;

type Gold = EvalQuestion['gold'][number];

const withoutSpace = (text: string): string => text.replace(/\s+/gu, '');

/** Length of the longest run of characters that two texts share. */
export function findLongestRun(a: string, b: string): number {
  let best = 0;
  let previous = new Uint32Array(b.length + 1);
  for (let i = 0; i < a.length; i += 1) {
    const current = new Uint32Array(b.length + 1);
    for (let j = 0; j < b.length; j += 1) {
      if (a[i] !== b[j]) continue;
      const run = (previous[j] as number) + 1;
      current[j + 1] = run;
      if (run > best) best = run;
    }
    previous = current;
  }
  return best;
}

function holdsGold(
  quote: Quote,
  gold: Gold,
  question: EvalQuestion,
  ordinals: ReadonlyMap<string, number>,
): boolean {
  const { citation, text } = quote;
  if (question.level === 'article') {
    return citation.document === gold.file && ordinals.get(citation.articleId) === gold.articleN;
  }
  if (text.length > MAX_QUOTE_CHARACTERS) return false;
  const wanted = withoutSpace(gold.quote);
  return findLongestRun(wanted, withoutSpace(text)) >= wanted.length * GOLD_SHARE;
}

/**
 * Finds the place of the first quote that answers.
 *
 * @param ordinals ordinal of each article by id
 * @returns rank from 1; for `each-group` the rank by which every group has been quoted; undefined for a miss
 */
export function findHitRank(
  question: EvalQuestion,
  answer: Answer,
  ordinals: ReadonlyMap<string, number>,
): number | undefined {
  const groups = new Map<number, Gold[]>();
  for (const gold of question.gold) {
    const key = question.goldMode === 'each-group' ? (gold.group ?? 0) : 0;
    groups.set(key, [...(groups.get(key) ?? []), gold]);
  }
  if (groups.size === 0) return undefined;
  let rank = 0;
  for (const golds of groups.values()) {
    const at = answer.quotes.findIndex((quote) =>
      golds.some((gold) => holdsGold(quote, gold, question, ordinals)),
    );
    if (at < 0) return undefined;
    rank = Math.max(rank, at + 1);
  }
  return rank;
}

/** Whether a quote is the slice of the article that its citation names, highlights within it. */
export function isExact(quote: Quote, article: Article | undefined): boolean {
  const { start, end } = quote.citation;
  return (
    article !== undefined &&
    article.text.slice(start, end) === quote.text &&
    quote.highlights.every(([from, to]) => from >= 0 && from < to && to <= quote.text.length)
  );
}
