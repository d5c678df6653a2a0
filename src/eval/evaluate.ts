/** Measures answers against questions whose quotes are known. */
import type { Answer, AnswerKind } from '../domain/answer.js';
import type { Article, ArticleSummary } from '../domain/article.js';
import { findHitRank, isExact } from './judge-answer.js';
import type { EvalQuestion } from './questions.js';

/** Figures of a group of questions; shares are 0 to 1, and 0 for a group without such questions. */
export interface EvalFigures {
  readonly answerable: number;
  readonly unanswerable: number;
  readonly hit1: number;
  readonly hit3: number;
  readonly hit5: number;
  /** Mean reciprocal rank, within the quotes asked for. */
  readonly mrr: number;
  /** Share of the answerable questions by outcome. */
  readonly answered: number;
  readonly related: number;
  /** Of the answerable questions: not found, or taken for small talk. */
  readonly refused: number;
  /** Of the unanswerable questions: answered all the same. */
  readonly wronglyAnswered: number;
  /** Of the unanswerable questions: without any quote. */
  readonly rightlyRefused: number;
}

interface EvalQuestionResult {
  readonly id: string;
  readonly lang: string;
  readonly type: string;
  readonly kind: AnswerKind;
  /** Rank of the first quote that answers, from 1. */
  readonly rank?: number;
  readonly tookMs: number;
}

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
  const results: (EvalQuestionResult & { readonly answerable: boolean })[] = [];
  let quotes = 0;
  let exact = 0;
  for (const question of questions) {
    options.signal?.throwIfAborted();
    const answer = await library.ask(question.text);
    const rank = question.answerable ? findHitRank(question, answer, ordinals) : undefined;
    for (const quote of answer.quotes) {
      quotes += 1;
      if (isExact(quote, await library.getArticle(quote.citation.articleId))) exact += 1;
    }
    results.push({
      id: question.id,
      lang: question.lang,
      type: question.type,
      kind: answer.kind,
      ...(rank === undefined ? {} : { rank }),
      tookMs: answer.tookMs,
      answerable: question.answerable,
    });
    options.onQuestion?.(results.length, questions.length);
  }
  const times = results.map(({ tookMs }) => tookMs).sort((a, b) => a - b);
  return {
    questions: results.length,
    all: summarise(results),
    byLanguage: groupFigures(results, ({ lang }) => lang),
    byType: groupFigures(results, ({ type }) => type),
    exactQuotes: quotes === 0 ? 1 : exact / quotes,
    quotes,
    medianMs: times[Math.floor(times.length / 2)] ?? 0,
    results: results.map(({ answerable: _, ...result }) => result),
  };
}

type Judged = EvalQuestionResult & { readonly answerable: boolean };

function groupFigures(
  results: readonly Judged[],
  keyOf: (result: Judged) => string,
): Record<string, EvalFigures> {
  const groups = new Map<string, Judged[]>();
  for (const result of results)
    groups.set(keyOf(result), [...(groups.get(keyOf(result)) ?? []), result]);
  return Object.fromEntries([...groups].map(([key, group]) => [key, summarise(group)]));
}

function summarise(results: readonly Judged[]): EvalFigures {
  const answerable = results.filter((result) => result.answerable);
  const unanswerable = results.filter((result) => !result.answerable);
  const share = (group: readonly Judged[], test: (result: Judged) => boolean): number =>
    group.length === 0 ? 0 : group.filter(test).length / group.length;
  const hit = (depth: number): number =>
    share(answerable, ({ rank }) => rank !== undefined && rank <= depth);
  const isRefused = ({ kind }: Judged): boolean => kind === 'notFound' || kind === 'notAQuestion';
  return {
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    hit1: hit(1),
    hit3: hit(3),
    hit5: hit(5),
    mrr:
      answerable.length === 0
        ? 0
        : answerable.reduce((sum, { rank }) => sum + (rank === undefined ? 0 : 1 / rank), 0) /
          answerable.length,
    answered: share(answerable, ({ kind }) => kind === 'answered'),
    related: share(answerable, ({ kind }) => kind === 'related'),
    refused: share(answerable, isRefused),
    wronglyAnswered: share(unanswerable, ({ kind }) => kind === 'answered'),
    rightlyRefused: share(unanswerable, isRefused),
  };
}
