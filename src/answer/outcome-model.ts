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
  'coverage',
  'missingThings',
] as const;
export const CONCERN_FEATURES = [
  'gap5',
  'late',
  'known',
  'vector',
  'coverage',
  'missingThings',
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
  /** Least log-odds of both. */
  readonly thresholds: { readonly answers: ByPlace<number>; readonly concerns: ByPlace<number> };
}

/**
 * `own` is fitted on 1,240 XQuAD questions in zh, en, ar, es and ru to Chinese and English passages, our
 * samples/questions.json and 328 questions of our own to two readers; `foreign` again, since the lexicon tells what such
 * questions say, on 275 of XQuAD and 120 new ones to the readers (none of those that Quoth is judged with). For each of them
 * that is answered, the same question with the passages of its gold left out stands for a near miss; questions to other
 * libraries for far-off ones.
 *
 * The thresholds: refusing what could be answered is the worse mistake, then calling a near miss an answer: “related” says
 * itself that it is no direct answer. Own language / others, on 340 questions to the readers: answerable ones answered
 * 86 / 73 %, refused 1 / 3 %; near misses written as such not answered 34 / 57 %; the same questions without their gold,
 * others 61 %; far-off ones not answered 99 / 90 %. Before the lexicon 55 % of the answerable ones in other languages were
 * answered, and half of the far-off ones.
 */
export const OUTCOME_MODEL: OutcomeModel = {
  answers: {
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
      intercept: -7.55,
      gap2: 12.13,
      gap5: 3.79,
      z: 0.37,
      late: 15.1,
      noNumber: -3.04,
      missingNumbers: -2.02,
      coverage: 1.97,
      missingThings: -2.02,
    },
  },
  concerns: {
    own: { intercept: -7.27, gap5: 1.65, late: 7.99, known: 3.56, vector: 2.77, coverage: 1.94 },
    foreign: {
      intercept: -10.14,
      gap5: 16.85,
      late: 23.05,
      vector: 4.43,
      coverage: 3.57,
      missingThings: -2.24,
    },
  },
  thresholds: {
    answers: { own: -1.31, foreign: -0.89 },
    concerns: { own: -1.56, foreign: -2.64 },
  },
};
