/**
 * Answered, related or not found? Decided from what the search knows of the passages it found, by two logistic models:
 * does the library concern itself with this at all, and does the first passage answer it rather than stand beside the
 * answer? Each has weights for questions in the passages' own language and for others: across languages everything scores
 * lower, the right passage too. A raw cosine says nothing by itself.
 */

import type { AnswerKind } from '../domain/answer.js';
import { baseLanguage } from '../domain/article.js';
import { foldText } from '../search/fold-text.js';
import { passageText } from '../search/load-passages.js';
import type { RankedPassage, SearchResult } from '../search/search-passages.js';
import { extractPlaces } from '../search/terms.js';
import type { NamedThing } from '../search/translate-words.js';
import { countMissingNumbers, lacksAnswerType, lacksNumber } from './answer-types.js';
import {
  OUTCOME_MODEL,
  type OutcomeModel,
  type OutcomePlace,
  type Weights,
} from './outcome-model.js';
import { rankSentences } from './rank-sentences.js';

export type Outcome = Extract<AnswerKind, 'answered' | 'related' | 'notFound'>;

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
  /** 1 when the question asks for a kind of answer (money, a date, a number of people) and the best sentences hold none. */
  readonly noType: number;
  /** Share of the things that the question names, as far as the lexicon knows them, which the passage does not; 0 to 1. */
  readonly missingThings: number;
  /** Proper names among them that the passage has not, 0 to 2. */
  readonly missingNames: number;
  /** Share of the same things that the library does not name anywhere; 0 to 1. */
  readonly unheldThings: number;
  /** Natural logarithm of the question's characters: long ones match worse, whatever answers them. */
  readonly length: number;
  /** Mean late interaction of all passages that were compared: what the library says to anything in this language. */
  readonly background: number;
  /** Whether the question is in the first passage's language. */
  readonly isOwnLanguage: boolean;
  /** Whether the library holds much in the question's language, and yet the first passage is in another. */
  readonly isPassedOver: boolean;
}

/**
 * Least log-odds of concern where the library has passages in the question's language and yet a foreign one is nearest. On the
 * samples, of two languages, far-off questions of this kind have -0.2 to 3.7, answerable ones 3.6 to 9.
 */
const PASSED_OVER = 3.5;

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
  const text = passageText(best.article, best.passage);
  const language = baseLanguage(best.article.language);
  const isOwnLanguage = language === result.questionLanguage;
  const named = result.questionTerms.named?.get(language);
  const sentences = findBestSentences(best);
  const things = named?.things ?? [];
  const missing = findMissing(things, text);
  const lates = ranked.map(({ legs }) => legs.late);
  return {
    gap1: gapTo(1),
    gap2: gapTo(2),
    gap5: gapTo(5),
    z: standardise(best.legs.late, lates),
    late: best.legs.late,
    vector: best.legs.vector,
    coverage: best.legs.coverage * known,
    known,
    noNumber: lacksNumber(question, sentences) ? 1 : 0,
    missingNumbers: Math.min(2, countMissingNumbers(question, text, best.article.date)),
    noType: lacksAnswerType(question, sentences, language) ? 1 : 0,
    missingThings: missing.length / Math.max(1, things.length),
    missingNames: Math.min(2, missing.filter(({ isName }) => isName).length),
    unheldThings: named?.unheldShare ?? 0,
    length: Math.log(question.length + 1),
    background: meanOf(lates),
    isOwnLanguage,
    isPassedOver: !isOwnLanguage && result.languageShare >= MUCH_IN_LANGUAGE,
  };
}

/** The things of which no way to write them stands in a text, white space aside. */
function findMissing(things: readonly NamedThing[], text: string): NamedThing[] {
  const squeeze = (value: string): string => foldText(value).replace(/\s+/g, '');
  const folded = squeeze(text);
  return things.filter(({ ways }) => ways.every((way) => !folded.includes(squeeze(way))));
}

/** Standard deviations above the mean; 0 for a single value. */
function standardise(value: number, all: readonly number[]): number {
  const mean = meanOf(all);
  const variance = all.reduce((sum, one) => sum + (one - mean) ** 2, 0) / all.length;
  return (value - mean) / (Math.sqrt(variance) + 1e-3);
}

const meanOf = (all: readonly number[]): number =>
  all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length);

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
export function estimateOutcome(
  features: OutcomeFeatures,
  model: OutcomeModel = OUTCOME_MODEL,
): {
  /** That the library concerns itself with the question. */
  readonly concerns: number;
  /** That the first passage answers it. */
  readonly answers: number;
} {
  const place = placeOf(features);
  return {
    concerns: addUp(model.concerns[place], features),
    answers: addUp(model.answers[place], features),
  };
}

/** Which of a model's weights are for these features. */
export function placeOf({ isOwnLanguage }: Pick<OutcomeFeatures, 'isOwnLanguage'>): OutcomePlace {
  return isOwnLanguage ? 'own' : 'foreign';
}

function addUp({ intercept, ...weights }: Weights, features: OutcomeFeatures): number {
  let sum = intercept;
  for (const [name, weight] of Object.entries(weights)) {
    sum += weight * (features[name as keyof typeof weights] ?? 0);
  }
  return sum;
}

export function decideOutcome(result: SearchResult, model: OutcomeModel = OUTCOME_MODEL): Outcome {
  const features = readFeatures(result);
  if (features === undefined) return 'notFound';
  const outcome = chooseOutcome(features, model);
  if (outcome === 'notFound') return outcome;
  // Who asks for 第四十二条 of a regulation that has none is not answered by another one; who names one that is there, is.
  const named =
    result.places.length > 0 && mayHoldPlaces(result) ? result.ranked[0]?.legs.place : undefined;
  if (named === undefined) return outcome;
  return named === 1 || (named !== 0 && outcome === 'answered') ? 'answered' : 'related';
}

/** “Article 24” is looked for as 第24条, which an English passage writes in its own way. */
function mayHoldPlaces({ ranked, question }: SearchResult): boolean {
  const isChinese = baseLanguage(ranked[0]?.article.language ?? '') === 'zh';
  return isChinese || extractPlaces(question).length > 0;
}

/** What a model makes of features alone. */
export function chooseOutcome(features: OutcomeFeatures, model: OutcomeModel): Outcome {
  const place = placeOf(features);
  const { concerns, answers } = estimateOutcome(features, model);
  const { thresholds } = model;
  const least = features.isPassedOver
    ? Math.max(PASSED_OVER, thresholds.concerns[place])
    : thresholds.concerns[place];
  if (concerns < least) return 'notFound';
  const isSure = concerns >= thresholds.sure[place];
  return isSure && answers >= thresholds.answers[place] ? 'answered' : 'related';
}
