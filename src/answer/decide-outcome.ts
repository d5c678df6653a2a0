/**
 * Answered, related or not found? Decided from what the search knows of the passages it found, by two logistic models:
 * does the library concern itself with this at all, and does the first passage answer it rather than stand beside the
 * answer? Each has weights for questions in the passages' own language and for others: across languages everything scores
 * lower, the right passage too. A raw cosine says nothing by itself.
 */

import type { AnswerKind } from '../domain/answer.js';
import { baseLanguage } from '../domain/article.js';
import { passageText } from '../search/load-passages.js';
import type { RankedPassage, SearchResult } from '../search/search-passages.js';
import { countMissingNumbers, lacksNumber } from './number-features.js';
import { rankSentences } from './rank-sentences.js';

/** What the decision is made from. */
export interface OutcomeFeatures {
  /** How far the first passage's fused score stands above the second, third and sixth. */
  readonly gap1: number;
  readonly gap2: number;
  readonly gap5: number;
  /** Late interaction of the first passage, in standard deviations above the mean of all that were compared. */
  readonly z: number;
  /** Late interaction of the first passage, about 0 to 1. */
  readonly late: number;
  /** Centred cosine of its pooled vector. */
  readonly vector: number;
  /** Share of the question's weight of words that it holds, times `known`; 0 to 1. */
  readonly coverage: number;
  /** Share of the question's weight that lies on words which the library knows at all; 0 to 1. */
  readonly known: number;
  /** 1 when the question asks for a number and the best sentences hold none. */
  readonly noNumber: number;
  /** Numbers that the question names and the passage has not, 0 to 2. */
  readonly missingNumbers: number;
  /** Whether the question is in the first passage's language. */
  readonly isOwnLanguage: boolean;
  /** Whether the library holds much in the question's language, and yet the first passage is in another. */
  readonly isPassedOver: boolean;
}

type Weights = Partial<
  Record<Exclude<keyof OutcomeFeatures, 'isOwnLanguage' | 'isPassedOver'>, number>
> & {
  readonly intercept: number;
};

/**
 * Fitted on 1,240 XQuAD questions in zh, en, ar, es and ru to Chinese and English passages, our samples/questions.json and
 * 328 questions of our own to two readers (not the ones that Quoth is judged with). For each of them that is answered, the
 * same question with the passages of its gold left out stands for a near miss; questions to other libraries for far-off ones.
 */
const ANSWERS: Readonly<Record<'own' | 'foreign', Weights>> = {
  own: {
    intercept: -5.55,
    gap1: 3.03,
    gap2: 3.22,
    gap5: 2.13,
    z: 0.34,
    late: 5.99,
    known: -0.98,
    vector: 1.22,
    noNumber: -1.19,
    missingNumbers: -0.65,
  },
  foreign: {
    intercept: -6.08,
    gap1: 8.36,
    gap2: 9.07,
    gap5: 5.44,
    z: 0.57,
    late: 6.49,
    known: -0.93,
    vector: 1.83,
    noNumber: -0.31,
    missingNumbers: -0.36,
  },
};

const CONCERNS: Readonly<Record<'own' | 'foreign', Weights>> = {
  own: { intercept: -7.27, gap5: 1.65, late: 7.99, known: 3.56, vector: 2.77, coverage: 1.94 },
  foreign: {
    intercept: -6.37,
    gap5: 13.74,
    late: 12.23,
    known: 0.13,
    vector: 2.37,
    coverage: 9.94,
  },
};

/**
 * Least log-odds. Refusing what could be answered is the worse mistake, then calling a near miss an answer: “related” says
 * itself that it is no direct answer.
 *
 * Own language / others, on our questions to the readers: answerable ones answered 80 / 53 %, refused 4 / 3 %; near misses
 * not answered 36 / 62 %; far-off ones not answered 99 / 82 %, without any quote 81 / 17 %. XQuAD, first passage right:
 * answered 99 / 96 %.
 */
const THRESHOLDS = {
  answers: { own: -1.31, foreign: -1.34 },
  concerns: { own: -1.56, foreign: -2.1 },
  /** Where the library has passages in the question's language and a foreign one is nearest, little is near. */
  passedOver: -0.6,
} as const;

/** Share of a library's passages from which on it holds much in a language. */
const MUCH_IN_LANGUAGE = 0.2;

/** Passages compared from which on the gaps between them count in full; the weights were fitted with more than that. */
const MANY_PASSAGES = 12;

/** @returns undefined when nothing was found at all */
export function readFeatures(result: SearchResult): OutcomeFeatures | undefined {
  const { ranked, question } = result;
  const best = ranked[0];
  if (best === undefined) return undefined;
  // To stand out among three passages says little.
  const trust = Math.min(1, ranked.length / MANY_PASSAGES);
  const gapTo = (place: number): number =>
    trust * (best.score - (ranked[Math.min(place, ranked.length - 1)]?.score ?? best.score));
  const known = result.questionTerms.knownShare;
  const isOwnLanguage = baseLanguage(best.article.language) === result.questionLanguage;
  return {
    gap1: gapTo(1),
    gap2: gapTo(2),
    gap5: gapTo(5),
    z: standardise(
      best.legs.late,
      ranked.map(({ legs }) => legs.late),
    ),
    late: best.legs.late,
    vector: best.legs.vector,
    coverage: best.legs.coverage * known,
    known,
    noNumber: lacksNumber(question, findBestSentences(best)) ? 1 : 0,
    missingNumbers: Math.min(
      2,
      countMissingNumbers(question, passageText(best.article, best.passage), best.article.date),
    ),
    isOwnLanguage,
    isPassedOver: !isOwnLanguage && result.languageShare >= MUCH_IN_LANGUAGE,
  };
}

/** Standard deviations above the mean; 0 for a single value. */
function standardise(value: number, all: readonly number[]): number {
  const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
  const variance = all.reduce((sum, one) => sum + (one - mean) ** 2, 0) / all.length;
  return (value - mean) / (Math.sqrt(variance) + 1e-3);
}

/** The two sentences that match best. */
function findBestSentences(best: RankedPassage): string[] {
  return rankSentences(best)
    .slice(0, 2)
    .flatMap((index) => {
      const sentence = best.passage.sentences[index];
      return sentence === undefined ? [] : [best.article.text.slice(sentence.start, sentence.end)];
    });
}

/** Log-odds of both questions that the outcome is made of. */
export function estimateOutcome(features: OutcomeFeatures): {
  /** That the library concerns itself with the question. */
  readonly concerns: number;
  /** That the first passage answers it. */
  readonly answers: number;
} {
  const place = features.isOwnLanguage ? 'own' : 'foreign';
  return {
    concerns: addUp(CONCERNS[place], features),
    answers: addUp(ANSWERS[place], features),
  };
}

function addUp({ intercept, ...weights }: Weights, features: OutcomeFeatures): number {
  let sum = intercept;
  for (const [name, weight] of Object.entries(weights)) {
    sum += weight * (features[name as keyof typeof weights] ?? 0);
  }
  return sum;
}

export function decideOutcome(
  result: SearchResult,
): Extract<AnswerKind, 'answered' | 'related' | 'notFound'> {
  const features = readFeatures(result);
  if (features === undefined) return 'notFound';
  const place = features.isOwnLanguage ? 'own' : 'foreign';
  const { concerns, answers } = estimateOutcome(features);
  const least = features.isPassedOver ? THRESHOLDS.passedOver : THRESHOLDS.concerns[place];
  if (concerns < least) return 'notFound';
  // Who asks for 第四十二条 of a regulation that has none is not answered by another one; who names one that is there, is.
  const named = result.places.length > 0 ? result.ranked[0]?.legs.place : undefined;
  if (named === 1) return 'answered';
  return answers >= THRESHOLDS.answers[place] && named !== 0 ? 'answered' : 'related';
}
