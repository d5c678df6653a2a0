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
 * others: answerable ones called related 14 / 19 %, refused 1 / 1 %; written near misses not answered 53 / 48 %, far-off
 * ones 100 / 95 %. With the weights of before 27 / 46 %, 93 / 75 %. Area under the curve, right against written near misses,
 * without and with the kind of answer (`noType`): 0.81 and 0.84 for all near misses, 0.73 and 0.76 in other languages. Tried
 * without gain: the worst matched tokens, the best sentence alone, the rarest missing words, the distance to the next
 * article, whether who is asked for, nouns after “which”.
 */
export const OUTCOME_MODEL: OutcomeModel = {
  answers: {
    own: {
      intercept: -8.27,
      gap1: 1.97,
      gap2: 5.97,
      gap5: 2.33,
      z: 0.15,
      late: 8.47,
      known: -4.42,
      coverage: 3.09,
      noNumber: -1.09,
      missingNumbers: -1.55,
      noType: -2.1,
      missingThings: -0.85,
      length: 1.1,
    },
    foreign: {
      intercept: -7.07,
      gap2: 18.4,
      z: 0.43,
      late: 5.49,
      vector: 4.18,
      noNumber: -0.49,
      missingNumbers: -1.7,
      noType: -1.29,
      missingThings: -0.48,
      unheldThings: -0.77,
      length: 0.28,
    },
  },
  concerns: {
    own: {
      intercept: -13.76,
      gap5: 3.61,
      late: 25.42,
      known: 1.25,
      vector: 3.46,
      coverage: 5.02,
      unheldThings: -2.44,
    },
    foreign: {
      intercept: -13.44,
      gap5: 16.7,
      late: 9.45,
      vector: 7.73,
      coverage: 4.45,
      unheldThings: -3.28,
      length: 0.32,
      background: 24.88,
    },
  },
  thresholds: {
    answers: { own: -2.2, foreign: -2.55 },
    concerns: { own: -1.9, foreign: -1.9 },
    sure: { own: -0.5, foreign: 0.8 },
  },
};
