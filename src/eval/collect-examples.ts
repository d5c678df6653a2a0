/** Examples for calibration: questions are searched for, and what the search knows of its passages is kept. */
import { composeQuotes } from '../answer/compose-quotes.js';
import { readFeatures } from '../answer/decide-outcome.js';
import type { ArticleSummary } from '../domain/article.js';
import type { SearchPassages, SearchResult } from '../search/search-passages.js';
import type { ExampleKind, OutcomeExample } from './calibrate.js';
import { findHitRank } from './judge-answer.js';
import type { EvalQuestion } from './questions.js';

/** What is asked of a library. */
interface CollectPorts {
  readonly search: SearchPassages;
  readonly listArticles: () => Promise<readonly ArticleSummary[]>;
}

interface CollectOptions {
  /** Questions to other libraries, far-off for this one. */
  readonly unrelated: readonly EvalQuestion[];
  readonly onQuestion?: (done: number, total: number) => void;
  /** @throws what it says, between two questions */
  readonly signal?: AbortSignal;
}

/** Asks all questions of one library. */
export async function collectExamples(
  questions: readonly EvalQuestion[],
  { search, listArticles }: CollectPorts,
  { unrelated, onQuestion, signal }: CollectOptions,
): Promise<OutcomeExample[]> {
  const ordinals = new Map((await listArticles()).map(({ id, ordinal }) => [id, ordinal]));
  const examples: OutcomeExample[] = [];
  const add = (question: EvalQuestion, kind: ExampleKind, result: SearchResult): void => {
    const features = readFeatures(result);
    if (features !== undefined) examples.push({ question: question.text, kind, features });
  };
  const far = [...questions.filter(isFarOff), ...unrelated];
  const near = questions.filter((question) => !question.answerable && !isFarOff(question));
  const answerable = questions.filter((question) => question.answerable);
  const total = far.length + near.length + answerable.length;
  let done = 0;
  const ask = async (question: EvalQuestion): Promise<SearchResult> => {
    signal?.throwIfAborted();
    const result = await search(question.text);
    onQuestion?.(++done, total);
    return result;
  };
  for (const question of far) add(question, 'far', await ask(question));
  for (const question of near) add(question, 'near', await ask(question));
  for (const question of answerable) {
    const result = await ask(question);
    const [first] = result.ranked;
    if (first === undefined) continue;
    const holdsGold = (hit: typeof first): boolean => answers(question, hit, ordinals);
    if (!holdsGold(first)) {
      add(question, 'wrong', result);
      continue;
    }
    add(question, 'right', result);
    const ranked = result.ranked.filter((hit) => !holdsGold(hit));
    add(question, 'near', { ...result, ranked });
  }
  return examples;
}

/** A question that has no answer because the library has nothing on its subject, rather than because one fact is missing. */
const isFarOff = ({ answerable, type }: EvalQuestion): boolean =>
  !answerable && !type.includes('near');

function answers(
  question: EvalQuestion,
  hit: SearchResult['ranked'][number],
  ordinals: ReadonlyMap<string, number>,
): boolean {
  const { document } = hit.article;
  if (!question.gold.some(({ file }) => file === document)) return false;
  const quotes = composeQuotes([hit], { top: 1, explain: false });
  const answer = { question: question.text, kind: 'answered', quotes, tookMs: 0 } as const;
  return findHitRank({ ...question, goldMode: 'any' }, answer, ordinals) !== undefined;
}
