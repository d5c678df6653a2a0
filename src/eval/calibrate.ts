/**
 * Calibration: the outcome's weights are fitted to questions whose answers are known. Each question that the search answers
 * right is asked twice: as it is, and with the passages that hold its gold left out, which makes a near miss of it.
 * Questions that the library has nothing on stand for far-off ones.
 */
import {
  chooseOutcome,
  estimateOutcome,
  type OutcomeFeatures,
  placeOf,
} from '../answer/decide-outcome.js';
import {
  ANSWER_FEATURES,
  CONCERN_FEATURES,
  type FeatureName,
  type OutcomeModel,
  type OutcomePlace,
  type Weights,
} from '../answer/outcome-model.js';
import { AppError } from '../errors.js';
import { fitLogistic } from './fit-logistic.js';

/** `right`: the first passage answers. `wrong`: another one does. `near`: its gold is left out. `far`: nothing is near. */
export type ExampleKind = 'right' | 'wrong' | 'near' | 'far';

export interface OutcomeExample {
  /** The examples of one question are fitted or tested together. */
  readonly question: string;
  readonly kind: ExampleKind;
  readonly features: OutcomeFeatures;
}

/** Shares of examples, 0 to 1; undefined where there are none. */
export interface OutcomeFigures {
  readonly examples: number;
  /** Of the questions that the library answers. */
  readonly answered: number | undefined;
  readonly related: number | undefined;
  readonly refused: number | undefined;
  readonly nearNotAnswered: number | undefined;
  readonly farNotAnswered: number | undefined;
}

type FiguresByPlace = Readonly<Record<OutcomePlace, OutcomeFigures>>;

export interface CalibrationTargets {
  /** Share of answerable questions that may be called related, 0 to 1. */
  readonly related: number;
  /** Share of answerable questions that may be refused, 0 to 1. */
  readonly refused: number;
}

export interface Calibration {
  readonly model: OutcomeModel;
  /** Places that had too few examples and keep their weights. */
  readonly kept: readonly OutcomePlace[];
  /** On all examples, by the model that was in use. */
  readonly before: FiguresByPlace;
  /** Each fifth of the questions by a model fitted to the other four: what to expect of new questions. */
  readonly after: FiguresByPlace;
}

/** Examples that a place needs of questions answered right, and of far-off ones, for weights of its own. */
const LEAST_EXAMPLES = 30;

const FOLDS = 5;

/** In examples; a few dozen of them shall not decide on large weights. */
const RIDGE = 4;

const PLACES: readonly OutcomePlace[] = ['own', 'foreign'];

const ZERO = { own: 0, foreign: 0 } as const;

/**
 * Fits the weights and chooses the thresholds.
 *
 * @param current stays in use where there are too few examples
 * @throws AppError CALIBRATION_TOO_FEW when that is so everywhere
 */
export function calibrate(
  examples: readonly OutcomeExample[],
  current: OutcomeModel,
  targets: CalibrationTargets,
): Calibration {
  const kept = PLACES.filter((place) => !isEnough(ofPlace(examples, place)));
  if (kept.length === PLACES.length) throw tooFew(examples);
  const fold = foldQuestions(examples);
  const tested = Array.from({ length: FOLDS }, (_, at) => {
    const others = examples.filter((example) => fold(example) !== at);
    const model = fitModel(others, current, { targets, kept });
    return examples
      .filter((example) => fold(example) === at)
      .map((example) => judge(example, model));
  }).flat();
  return {
    model: fitModel(examples, current, { targets, kept }),
    kept,
    before: measure(examples.map((example) => judge(example, current))),
    after: measure(tested),
  };
}

/**
 * How well a model tells the outcomes apart: the mean of the shares that come out right, of the answerable questions, of
 * near misses and of far-off ones, over the places that have figures. 0 to 1.
 */
export function scoreFigures(figures: FiguresByPlace): number {
  const shares = PLACES.flatMap((place) => {
    const { answered, nearNotAnswered, farNotAnswered } = figures[place];
    return [answered, nearNotAnswered, farNotAnswered].filter((share) => share !== undefined);
  });
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
}

const ofPlace = (examples: readonly OutcomeExample[], place: OutcomePlace): OutcomeExample[] =>
  examples.filter(({ features }) => placeOf(features) === place);

const countKind = (examples: readonly OutcomeExample[], kind: ExampleKind): number =>
  examples.filter((example) => example.kind === kind).length;

function isEnough(examples: readonly OutcomeExample[]): boolean {
  return (['right', 'far'] as const).every((kind) => countKind(examples, kind) >= LEAST_EXAMPLES);
}

function tooFew(examples: readonly OutcomeExample[]): AppError {
  const found = PLACES.map((place) => {
    const there = ofPlace(examples, place);
    const language = place === 'own' ? 'in the library’s language' : 'in other languages';
    return `${countKind(there, 'right')} and ${countKind(there, 'far')} ${language}`;
  });
  return new AppError(
    'CALIBRATION_TOO_FEW',
    `expected at least ${LEAST_EXAMPLES} questions that are answered right and as many that the library has nothing on, got ${found.join(', ')}`,
  );
}

/** The same fold for all examples of one question, evenly spread in the order of the questions. */
function foldQuestions(examples: readonly OutcomeExample[]): (example: OutcomeExample) => number {
  const order = [...new Set(examples.map(({ question }) => question))];
  const folds = new Map(order.map((question, at) => [question, at % FOLDS]));
  return ({ question }) => folds.get(question) as number;
}

function fitModel(
  examples: readonly OutcomeExample[],
  current: OutcomeModel,
  options: { readonly targets: CalibrationTargets; readonly kept: readonly OutcomePlace[] },
): OutcomeModel {
  const places = PLACES.map((place) => {
    const { answers, concerns, thresholds } = current;
    if (options.kept.includes(place)) {
      return {
        answers: answers[place],
        concerns: concerns[place],
        least: {
          answers: thresholds.answers[place],
          concerns: thresholds.concerns[place],
          sure: thresholds.sure[place],
        },
      };
    }
    return fitPlace(ofPlace(examples, place), options.targets);
  });
  const [own, foreign] = places as [(typeof places)[0], (typeof places)[0]];
  return {
    answers: { own: own.answers, foreign: foreign.answers },
    concerns: { own: own.concerns, foreign: foreign.concerns },
    thresholds: {
      answers: { own: own.least.answers, foreign: foreign.least.answers },
      concerns: { own: own.least.concerns, foreign: foreign.least.concerns },
      sure: { own: own.least.sure, foreign: foreign.least.sure },
    },
  };
}

function fitPlace(examples: readonly OutcomeExample[], targets: CalibrationTargets) {
  const answers = fitWeights(
    examples.filter(({ kind }) => kind !== 'wrong'),
    ANSWER_FEATURES,
    ({ kind }) => kind === 'right',
  );
  const concerns = fitWeights(
    examples.filter(({ kind }) => kind === 'right' || kind === 'far'),
    CONCERN_FEATURES,
    ({ kind }) => kind === 'right',
  );
  const model: OutcomeModel = {
    answers: { own: answers, foreign: answers },
    concerns: { own: concerns, foreign: concerns },
    thresholds: { answers: ZERO, concerns: ZERO, sure: ZERO },
  };
  const answerable = examples
    .filter(({ kind }) => kind === 'right' || kind === 'wrong')
    .map(({ features }) => estimateOutcome(features, model));
  const least = findQuantile(
    answerable.map((odds) => odds.concerns),
    targets.refused,
  );
  const leastAnswers = findQuantile(
    answerable.map((odds) => odds.answers),
    targets.related + targets.refused,
  );
  // No more for an answer than for quotes: the shares that were asked for would not be kept.
  return { answers, concerns, least: { answers: leastAnswers, concerns: least, sure: least } };
}

/** Both sides count the same, however many examples each has. */
function fitWeights(
  examples: readonly OutcomeExample[],
  names: readonly FeatureName[],
  isTrue: (example: OutcomeExample) => boolean,
): Weights {
  const total = examples.length;
  const trues = examples.filter(isTrue).length;
  const fit = fitLogistic(
    examples.map((example) => ({
      values: names.map((name) => example.features[name]),
      isTrue: isTrue(example),
      weight: total / 2 / (isTrue(example) ? trues : total - trues),
    })),
    RIDGE,
  );
  return Object.assign(
    { intercept: fit.intercept },
    ...names.map((name, at) => ({ [name]: fit.weights[at] })),
  ) as Weights;
}

/** @param share of the values that lie below, 0 to 1 */
function findQuantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

interface Judged {
  readonly example: OutcomeExample;
  readonly outcome: ReturnType<typeof chooseOutcome>;
}

const judge = (example: OutcomeExample, model: OutcomeModel): Judged => ({
  example,
  outcome: chooseOutcome(example.features, model),
});

function measure(judged: readonly Judged[]): FiguresByPlace {
  const ofOne = (place: OutcomePlace): OutcomeFigures => {
    const here = judged.filter(({ example }) => placeOf(example.features) === place);
    const share = (
      kinds: readonly ExampleKind[],
      matches: (outcome: Judged['outcome']) => boolean,
    ): number | undefined => {
      const group = here.filter(({ example }) => kinds.includes(example.kind));
      if (group.length === 0) return undefined;
      return group.filter(({ outcome }) => matches(outcome)).length / group.length;
    };
    return {
      examples: here.length,
      answered: share(['right', 'wrong'], (outcome) => outcome === 'answered'),
      related: share(['right', 'wrong'], (outcome) => outcome === 'related'),
      refused: share(['right', 'wrong'], (outcome) => outcome === 'notFound'),
      nearNotAnswered: share(['near'], (outcome) => outcome !== 'answered'),
      farNotAnswered: share(['far'], (outcome) => outcome !== 'answered'),
    };
  };
  return { own: ofOne('own'), foreign: ofOne('foreign') };
}
