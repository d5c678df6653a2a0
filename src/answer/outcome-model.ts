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
  'missingNames',
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
 * others: answerable ones called related 15 / 19 %, refused 1 / 1 %; written near misses not answered 57 / 57 %, far-off
 * ones 100 / 95 %. With the weights of before 27 / 46 %, 93 / 75 %. At 15 % called related, the kind of answer (`noType`)
 * raises the near misses not answered from 25 to 47 %, names and other things (`missingNames`, `missingThings`) to 57 %. Tried
 * without gain: the worst matched tokens, the best sentence alone, the rarest missing words, the distance to the next
 * article, whether who is asked for, nouns after “which”.
 */
export const OUTCOME_MODEL: OutcomeModel = {
  answers: {
    own: {
      intercept: -8.05,
      gap1: 2.07,
      gap2: 6.02,
      gap5: 2.4,
      z: 0.09,
      late: 8.64,
      known: -4.39,
      coverage: 2.99,
      noNumber: -1.08,
      missingNumbers: -1.59,
      noType: -2.15,
      missingThings: -0.58,
      missingNames: -1.58,
      length: 1.07,
    },
    foreign: {
      intercept: -7.19,
      gap2: 18.31,
      z: 0.39,
      late: 6.14,
      vector: 3.77,
      noNumber: -0.52,
      missingNumbers: -1.67,
      noType: -1.28,
      missingThings: -0.29,
      missingNames: -0.8,
      unheldThings: -0.58,
      length: 0.29,
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
    answers: { own: -2.1, foreign: -2.45 },
    concerns: { own: -1.9, foreign: -1.9 },
    sure: { own: -0.5, foreign: 0.8 },
  },
};
