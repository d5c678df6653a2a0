/** Measures answers against questions whose quotes are known. */
import type { Answer } from '../domain/answer.js';
import type { Article, ArticleSummary } from '../domain/article.js';
import { findHitRank, holdsHighlight, isExact, NDCG_DEPTH, scoreRanking } from './judge-answer.js';
import { type EvalFigures, type EvalQuestionResult, findMedian, summarise } from './measures.js';
import type { EvalQuestion } from './questions.js';

export interface EvalReport {
  readonly questions: number;
  readonly all: EvalFigures;
  readonly byLanguage: Readonly<Record<string, EvalFigures>>;
  readonly byType: Readonly<Record<string, EvalFigures>>;
  /** Share of all quotes that are true slices of their articles. */
  readonly exactQuotes: number;
  readonly quotes: number;
  readonly medianMs: number;
  readonly results: readonly EvalQuestionResult[];
}

/** What is evaluated. */
export interface EvalLibrary {
  ask(question: string): Promise<Answer>;
  listArticles(): Promise<readonly ArticleSummary[]>;
  getArticle(id: string): Promise<Article | undefined>;
}

export interface EvalOptions {
  /** Quotes that `ask` asks for; nDCG@10 needs ten. @default fewer */
  readonly top?: number;
  readonly onQuestion?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Asks every question, one after the other. */
export async function evaluate(
  questions: readonly EvalQuestion[],
  library: EvalLibrary,
  options: EvalOptions = {},
): Promise<EvalReport> {
  const articles = await library.listArticles();
  const ordinals = new Map(articles.map(({ id, ordinal }) => [id, ordinal]));
  const results: EvalQuestionResult[] = [];
  for (const question of questions) {
    options.signal?.throwIfAborted();
    const answer = await library.ask(question.text);
    results.push({
      id: question.id,
      lang: question.lang,
      type: question.type,
      answerable: question.answerable,
      kind: answer.kind,
      ...(question.answerable ? judgeHits(question, answer, ordinals, options) : {}),
      quoteCharacters: answer.quotes.map(({ text }) => text.length),
      exactQuotes: await countExact(answer, library),
      tookMs: answer.tookMs,
    });
    options.onQuestion?.(results.length, questions.length);
  }
  const all = summarise(results);
  return {
    questions: results.length,
    all,
    byLanguage: groupFigures(results, ({ lang }) => lang),
    byType: groupFigures(results, ({ type }) => type),
    exactQuotes: all.exactQuotes,
    quotes: all.quotes,
    medianMs: findMedian(results.map(({ tookMs }) => tookMs)),
    results,
  };
}

function judgeHits(
  question: EvalQuestion,
  answer: Answer,
  ordinals: ReadonlyMap<string, number>,
  { top = 0 }: EvalOptions,
): Pick<EvalQuestionResult, 'rank' | 'ndcg10' | 'highlightHit'> {
  const rank = findHitRank(question, answer, ordinals);
  const [first] = answer.quotes;
  const highlightHit =
    rank === 1 && first !== undefined ? holdsHighlight(question, first) : undefined;
  return {
    ...(rank === undefined ? {} : { rank }),
    ...(top < NDCG_DEPTH ? {} : { ndcg10: scoreRanking(question, answer, ordinals) }),
    ...(highlightHit === undefined ? {} : { highlightHit }),
  };
}

async function countExact(answer: Answer, library: EvalLibrary): Promise<number> {
  let exact = 0;
  for (const quote of answer.quotes) {
    if (isExact(quote, await library.getArticle(quote.citation.articleId))) exact += 1;
  }
  return exact;
}

function groupFigures(
  results: readonly EvalQuestionResult[],
  keyOf: (result: EvalQuestionResult) => string,
): Record<string, EvalFigures> {
  const groups = new Map<string, EvalQuestionResult[]>();
  for (const result of results) {
    const group = groups.get(keyOf(result));
    if (group === undefined) groups.set(keyOf(result), [result]);
    else group.push(result);
  }
  return Object.fromEntries([...groups].map(([key, group]) => [key, summarise(group)]));
}
