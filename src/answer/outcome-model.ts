/** The weights by which the outcome is decided: those that come with Quoth; `quoth calibrate` fits others to a library. */

/** Features of `OutcomeFeatures` that a model may weigh. */
export const ANSWER_FEATURES = [
  'gap1',
  'gap2',
  'gap5',
  'z',
  'late',
  'known',
  'vector',
  'noNumber',
  'missingNumbers',
  'noType',
  'coverage',
  'missingThings',
  'unheldThings',
  'length',
  'background',
] as const;
export const CONCERN_FEATURES = [
  'gap5',
  'late',
  'known',
  'vector',
  'coverage',
  'missingThings',
  'unheldThings',
  'length',
  'background',
] as const;

export type FeatureName = (typeof ANSWER_FEATURES)[number] | (typeof CONCERN_FEATURES)[number];

/** Weights of a logistic model; a feature that is not there weighs nothing. */
export type Weights = Partial<Record<FeatureName, number>> & { readonly intercept: number };

/** Whether a question is in the language of the passage that is nearest, or in another. */
export type OutcomePlace = 'own' | 'foreign';

type ByPlace<T> = Readonly<Record<OutcomePlace, T>>;

export interface OutcomeModel {
  /** Log-odds that the first passage answers. */
  readonly answers: ByPlace<Weights>;
  /** Log-odds that the library concerns itself with the question. */
  readonly concerns: ByPlace<Weights>;
  readonly thresholds: {
    /** Least log-odds of an answer. */
    readonly answers: ByPlace<number>;
    /** Least log-odds of concern for quotes at all. */
    readonly concerns: ByPlace<number>;
    /** Least log-odds of concern for an answer: what only just concerns the library is not answered by it. */
    readonly sure: ByPlace<number>;
  };
}

/**
 * Fitted on 2,350 XQuAD questions in zh, en, ar, es and ru to Chinese and English passages, and 479 questions of our own to
 * two readers (270 with an answer, 110 near misses, 99 far-off or chat; none of those that Quoth is judged with). For each of
 * them that is answered, the same question with the passages of its gold left out stands for a near miss as well; questions to
 * other libraries for far-off ones. Written near misses count four times, ours twice.
 *
 * The thresholds: refusing what could be answered is the worse mistake, then calling a near miss an answer: “related” says
 * itself that it is no direct answer. Our own 479, each fifth of the questions by weights of the other four, own language /
 * others: answerable ones called related 15 / 21 %, refused 1.5 / 1 %; written near misses not answered 52 / 50 %, far-off
 * ones 98 / 90 %. With the weights of before 27 / 46 %, 93 / 75 %. Area under the curve, right against written near misses,
 * without and with the kind of answer (`noType`): 0.81 and 0.84 for all near misses, 0.73 and 0.76 in other languages. Tried
 * without gain: the worst matched tokens, the best sentence alone, the rarest missing words, the distance to the next
 * article, whether who is asked for, nouns after “which”.
 */
export const OUTCOME_MODEL: OutcomeModel = {
  answers: {
    own: {
      intercept: -8.56,
      gap1: 2.03,
      gap2: 5.42,
      gap5: 1.8,
      z: 0.24,
      late: 8.29,
      known: -4.69,
      vector: 0.19,
      coverage: 3.53,
      noNumber: -1.05,
      missingNumbers: -1.58,
      noType: -1.9,
      missingThings: -0.83,
      length: 1.13,
    },
    foreign: {
      intercept: -8.82,
      gap2: 13.02,
      z: 0.87,
      late: 1.09,
      vector: 4.33,
      noNumber: -0.52,
      missingNumbers: -1.63,
      noType: -0.95,
      missingThings: -0.52,
      unheldThings: -0.78,
      length: 0.28,
      background: 8.59,
    },
  },
  concerns: {
    own: {
      intercept: -13.8,
      gap5: 3.71,
      late: 25.19,
      known: 1.19,
      vector: 4.2,
      coverage: 4.96,
      unheldThings: -2.37,
    },
    foreign: {
      intercept: -14.21,
      gap5: 15.13,
      late: 11.29,
      vector: 7.49,
      coverage: 1.99,
      unheldThings: -3.21,
      length: 0.27,
      background: 27.73,
    },
  },
  thresholds: {
    answers: { own: -2.05, foreign: -2.3 },
    concerns: { own: -1.9, foreign: -2 },
    sure: { own: -0.9, foreign: 0.4 },
  },
};
