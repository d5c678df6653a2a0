/** Whether an answer's quotes hold what was looked for, and whether each is a true slice of its article. */
import type { Answer, Quote } from '../domain/answer.js';
import type { Article } from '../domain/article.js';
import type { EvalQuestion } from './questions.js';

/** Longer quotes count as misses: they could hold anything. UTF-16 code units. */
const MAX_QUOTE_CHARACTERS = 600;

/** Share of a gold quote that must stand in a quote in one run, 0 to 1. */
const GOLD_SHARE = 0.6;

/** Quotes that nDCG looks at. */
export const NDCG_DEPTH = 10;

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

/** Whether a text holds 60 % of a gold quote in one run, white space aside. */
function holdsWords(text: string, gold: Gold): boolean {
  const wanted = withoutSpace(gold.quote);
  return findLongestRun(wanted, withoutSpace(text)) >= wanted.length * GOLD_SHARE;
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
  return question.level === 'document' ? citation.document === gold.file : holdsWords(text, gold);
}

/** Gold by what it stands for: any of a list will do, every list is wanted when `keyOf` says so. */
function groupGold(
  { gold }: EvalQuestion,
  keyOf: (gold: Gold) => number | string,
): readonly (readonly Gold[])[] {
  const groups = new Map<number | string, Gold[]>();
  for (const one of gold) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups.values()];
}

/** @returns rank of the first quote that holds one of `golds`, from 1 */
function findRank(
  golds: readonly Gold[],
  question: EvalQuestion,
  answer: Answer,
  ordinals: ReadonlyMap<string, number>,
): number | undefined {
  const at = answer.quotes.findIndex((quote) =>
    golds.some((gold) => holdsGold(quote, gold, question, ordinals)),
  );
  return at < 0 ? undefined : at + 1;
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
  const groups = groupGold(question, ({ group = 0 }) =>
    question.goldMode === 'each-group' ? group : 0,
  );
  let last: number | undefined;
  for (const golds of groups) {
    const rank = findRank(golds, question, answer, ordinals);
    if (rank === undefined) return undefined;
    last = Math.max(last ?? 0, rank);
  }
  return last;
}

/**
 * Works out nDCG@10 (Järvelin & Kekäläinen 2002) with gains of 1: for what answers the question, at the place where it
 * is first quoted. That is one thing, whichever of its gold quotes is found; several are each group of `each-group`,
 * each document at level `document`.
 *
 * @returns 0 to 1
 */
export function scoreRanking(
  question: EvalQuestion,
  answer: Answer,
  ordinals: ReadonlyMap<string, number>,
): number {
  const wanted = groupGold(question, ({ file, group = 0 }) => {
    if (question.goldMode === 'each-group') return group;
    return question.level === 'document' ? file : 0;
  });
  const discount = (rank: number): number => 1 / Math.log2(rank + 1);
  let gain = 0;
  let ideal = 0;
  for (const [at, golds] of wanted.entries()) {
    if (at < NDCG_DEPTH) ideal += discount(at + 1);
    const rank = findRank(golds, question, answer, ordinals);
    if (rank !== undefined && rank <= NDCG_DEPTH) gain += discount(rank);
  }
  // One quote may hold two things that are wanted, which no ideal order of quotes foresees.
  return ideal === 0 ? 0 : Math.min(1, gain / ideal);
}

/**
 * Whether the highlighted sentences of a quote, joined in order, hold a gold quote: 60 % of it in one run, white space
 * aside. At level `document` it is the answer in the entry's own words that they must hold, whole: it may be one number.
 *
 * @returns undefined when the question does not say which words answer
 */
export function holdsHighlight(question: EvalQuestion, quote: Quote): boolean | undefined {
  if (question.level === 'article') return undefined;
  const golds = question.gold.filter((gold) => withoutSpace(gold.quote) !== '');
  if (golds.length === 0) return undefined;
  const shown = quote.highlights.map(([start, end]) => quote.text.slice(start, end)).join('');
  return golds.some((gold) =>
    question.level === 'document'
      ? gold.file === quote.citation.document &&
        withoutSpace(shown).includes(withoutSpace(gold.quote))
      : holdsWords(shown, gold),
  );
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
