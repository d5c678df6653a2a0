/**
 * Answered, related or not found? Decided from what the search knows of the passages it found, by a logistic model for
 * questions in the passages' own language and one for questions in another: across languages everything scores lower,
 * the right passage too. A raw cosine says nothing by itself.
 */

import type { AnswerKind } from '../domain/answer.js';
import { baseLanguage } from '../domain/article.js';
import type { SearchResult } from '../search/search-passages.js';

/** What the decision is made from. */
export interface OutcomeFeatures {
  /** Best late interaction, about 0 to 1. */
  readonly late: number;
  /** How far that stands out from the eleventh: the background of this question in this library. */
  readonly gap: number;
  /** Best centred cosine of the pooled vectors. */
  readonly vector: number;
  /** Share of the question's weight of words that the best passage holds, times `known`; 0 to 1. */
  readonly coverage: number;
  /** Share of the question's weight that lies on words which the library knows at all; 0 to 1. */
  readonly known: number;
  /** Whether the question is in the best passage's language. */
  readonly isOwnLanguage: boolean;
}

/**
 * Logistic regression. With an answer: samples/questions.json, and 850 XQuAD questions in zh, en, ar, es and ru to the
 * Chinese passages, where the first passage is the right one. Without: 800 of those questions put to two libraries that
 * have nothing to do with them. Across languages the vector counts against: where everything is near (a small library of
 * daily things), a near passage means less.
 */
const OUTCOME_MODELS = {
  own: { intercept: -15.2, late: 20, gap: 9.3, vector: 8.5, coverage: 6, known: 1.8 },
  foreign: { intercept: -8.8, late: 19.6, gap: 56, vector: -12.5, coverage: 0, known: 0 },
} as const;

/**
 * Least probabilities, for a question in the passages' own language and for one in another. Refusing what could be
 * answered is the worse mistake: “related” says itself that it is no direct answer.
 *
 * Far-off questions not counted as answered: 98 % in the library's language, 95 % in others; without any quote 79 % and
 * 54 %. Refused though the first passage answers: under 1 % in the own language, 2 % in others (XQuAD).
 */
const OUTCOME_THRESHOLDS = {
  related: { own: 0.05, foreign: 0.1 },
  answered: { own: 0.45, foreign: 0.6 },
} as const;

/** Place of the passage that stands for the background of a question. */
const BACKGROUND_RANK = 10;

/** @returns undefined when nothing was found at all */
export function readFeatures(result: SearchResult): OutcomeFeatures | undefined {
  const best = result.ranked[0];
  if (best === undefined) return undefined;
  const late = result.ranked.map(({ legs }) => legs.late).sort((a, b) => b - a);
  const top = late[0] ?? 0;
  const known = result.questionTerms.knownShare;
  return {
    late: top,
    gap: top - (late[Math.min(BACKGROUND_RANK, late.length - 1)] ?? 0),
    vector: Math.max(...result.ranked.map(({ legs }) => legs.vector)),
    coverage: best.legs.coverage * known,
    known,
    isOwnLanguage: baseLanguage(best.article.language) === result.questionLanguage,
  };
}

/** Probability that the library has something on the question, 0 to 1. */
export function estimateAnswered(features: OutcomeFeatures): number {
  const model = features.isOwnLanguage ? OUTCOME_MODELS.own : OUTCOME_MODELS.foreign;
  const sum =
    model.intercept +
    model.late * features.late +
    model.gap * features.gap +
    model.vector * features.vector +
    model.coverage * features.coverage +
    model.known * features.known;
  return 1 / (1 + Math.exp(-sum));
}

export function decideOutcome(
  result: SearchResult,
): Extract<AnswerKind, 'answered' | 'related' | 'notFound'> {
  const features = readFeatures(result);
  if (features === undefined) return 'notFound';
  const probability = estimateAnswered(features);
  const place = features.isOwnLanguage ? 'own' : 'foreign';
  // Who asks for 第四十二条 of a regulation that has none is not answered by another one; who names one that is there, is.
  const named = result.places.length > 0 ? result.ranked[0]?.legs.place : undefined;
  if (named === 1 && probability >= OUTCOME_THRESHOLDS.related[place]) return 'answered';
  if (probability >= OUTCOME_THRESHOLDS.answered[place] && named !== 0) return 'answered';
  return probability >= OUTCOME_THRESHOLDS.related[place] ? 'related' : 'notFound';
}
