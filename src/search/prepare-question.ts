/** A question made ready for searching: its words weighed, its vectors centred for the passages of each language. */
import type { Article } from '../domain/article.js';
import { centre, divideSum } from '../domain/vectors.js';
import type { LibraryState } from '../ports/article-store.js';
import type { Embedder } from '../ports/embedder.js';
import { foldText } from './fold-text.js';
import { embedGlosses } from './gloss-question.js';
import type { MaxSim, MaxSimQuestion } from './max-sim.js';
import { detectQuestionLanguage } from './question-language.js';
import { type FindShift, findTokenMean } from './question-shift.js';
import { admitsArticle, type Filters, hasFilters, readFilters } from './read-filters.js';
import type { QuestionTerms } from './score-terms.js';
import { extractYears } from './terms.js';
import { readPlaces, type WeighPorts, weighQuestion } from './weigh-question.js';

/** Questions are cut to this many characters: more is a pasted text, whose beginning says what it is about. */
const MAX_QUESTION_CHARACTERS = 600;

export interface PreparePorts extends WeighPorts {
  readonly embedder: Pick<Embedder, 'embedQuestion' | 'dimensions'>;
  readonly maxSim: MaxSim;
  /** What to take off a question in one language that is compared with passages in another; nothing when left out. */
  readonly findShift?: FindShift;
}

/**
 * The mean of a library of fewer passages says more of them than of what passages have in common: a single one less the
 * mean is nothing. It is filled up to this many with typical ones.
 */
const LEAST_PASSAGES = 50;

/** The question's vectors as passages of one language see them. */
export interface QuestionVectors {
  /** What is taken off the passages' pooled vectors. */
  readonly mean: Float32Array;
  /** Less the passages' mean and the question's shift, L2-normalised. */
  readonly pooled: Float32Array;
  readonly late: MaxSimQuestion;
  /** The question's gloss in their language, where there is one. */
  readonly gloss?: {
    readonly late: MaxSimQuestion;
    readonly tokenWeights: readonly number[];
    /** Its part of the late interaction, 0 to 1; the rest is the question's. */
    readonly weight: number;
  };
}

export interface PreparedQuestion {
  /** Without its filters. */
  readonly text: string;
  readonly terms: QuestionTerms;
  /** Parts of a regulation that it names: `第12条`. */
  readonly places: readonly string[];
  /** Years that it names, four digits each. */
  readonly years: readonly string[];
  /** Whether it names a publisher. */
  readonly names: (publisher: string | undefined) => boolean;
  /** Whether its filters let an article through; all, when it has none. */
  readonly admits: (article: Article) => boolean;
  /** Whether it has filters. */
  readonly isFiltered: boolean;
  /** BCP 47, without script or region; `und` when it cannot be told. */
  readonly language: string;
  /** The tokens that are compared, as text, and their weights. */
  readonly tokens: readonly string[];
  readonly tokenWeights: readonly number[];
  /** For each language of the library. */
  readonly vectors: ReadonlyMap<string, QuestionVectors>;
}

export interface PrepareSwitches {
  /** Leaves what sets the question's language apart on its vectors. */
  readonly noShift?: boolean;
  /** Leaves the lexicon alone. */
  readonly noLexicon?: boolean;
}

export async function prepareQuestion(
  question: string,
  state: LibraryState,
  { noShift = false, noLexicon = false, ...ports }: PreparePorts & PrepareSwitches,
  known: {
    /** What was taken off the vectors of the index. @default the mean of the library's */
    readonly middle?: Float32Array | undefined;
  } = {},
): Promise<PreparedQuestion> {
  const { text, filters } = takeFilters(question.slice(0, MAX_QUESTION_CHARACTERS));
  const language = detectQuestionLanguage(text);
  const { readLexicon, ...others } = ports;
  const weigh = async () => {
    const terms = await weighQuestion(text, { language, state, ports: noLexicon ? others : ports });
    return { terms, glosses: await embedGlosses(terms.glosses ?? [], ports.embedder) };
  };
  const [embedding, { terms, glosses }] = await Promise.all([
    ports.embedder.embedQuestion(text),
    weigh(),
  ]);
  const folded = foldText(text);
  const means = readMeans(state, known.middle);
  const vectors = new Map<string, QuestionVectors>();
  for (const passageLanguage of state.languages.keys()) {
    const shift = await ports.findShift?.(language, passageLanguage);
    const { passages } = state;
    const options = { means, passages, shift, noShift, maxSim: ports.maxSim };
    const gloss = glosses.get(passageLanguage);
    const sameLanguage = gloss && (await ports.findShift?.(passageLanguage, passageLanguage));
    vectors.set(passageLanguage, {
      ...centreQuestion(embedding, options),
      ...(gloss && {
        gloss: {
          late: centreQuestion(gloss.embedding, { ...options, shift: sameLanguage }).late,
          tokenWeights: gloss.embedding.tokenWeights,
          weight: gloss.weight,
        },
      }),
    });
  }
  const { tokens, tokenWeights } = embedding;
  return {
    text,
    terms,
    places: readPlaces(text, state),
    years: extractYears(text),
    names: (publisher) => publisher !== undefined && isNamed(publisher, folded),
    admits: (article) => admitsArticle(filters, article),
    isFiltered: hasFilters(filters),
    language,
    tokens,
    tokenWeights,
    vectors,
  };
}

/** Takes the filters off a text. Filters alone ask for what the words of their sources say. */
export function takeFilters(given: string): { readonly text: string; readonly filters: Filters } {
  const { text, filters } = readFilters(given);
  return { text: text === '' ? filters.sources.join(' ') : text, filters };
}

/** Means of the library's passages: of their pooled vectors and of their tokens. */
export interface LibraryMeans {
  readonly pooled: Float32Array;
  readonly tokens: Float32Array;
}

/** @param pooled what was taken off the vectors of the index @default the mean of the library's */
export function readMeans(state: LibraryState, pooled?: Float32Array): LibraryMeans {
  return {
    pooled: pooled ?? divideSum(state.vectorSum, state.passages),
    tokens: divideSum(state.tokenSum.sum, state.tokenSum.tokens),
  };
}

/**
 * An embedded question as passages of one language see it.
 *
 * @param options.passages whose mean is known to be that of their language
 * @param options.shift from the question's language to the passages'
 */
export function centreQuestion(
  { vector, tokenVectors }: { readonly vector: Float32Array; readonly tokenVectors: Float32Array },
  options: {
    readonly means: LibraryMeans;
    readonly passages: number;
    readonly shift: Awaited<ReturnType<FindShift>>;
    readonly noShift?: boolean;
    readonly maxSim: MaxSim;
  },
): QuestionVectors {
  const { means, passages, shift, noShift = false, maxSim } = options;
  const mean = fillUpMean(means.pooled, shift?.typical.pooled, passages);
  const tokens = fillUpMean(means.tokens, shift?.typical.tokens, passages);
  const taken = noShift ? undefined : shift;
  const asked = taken === undefined ? tokens : findTokenMean(taken, tokens);
  return {
    mean,
    pooled: centre(vector, mean, taken?.pooled),
    late: maxSim.prepareQuestion(tokenVectors, asked, tokens),
  };
}

/** A mean of the library's passages, filled up with what is typical of any. */
export function fillUpMean(
  mean: Float32Array,
  typical: Float32Array | undefined,
  passages: number,
): Float32Array {
  const missing = Math.max(0, 1 - passages / LEAST_PASSAGES);
  if (typical === undefined || missing === 0) return mean;
  return mean.map((value, i) => (1 - missing) * value + missing * (typical[i] as number));
}

/** Publishers of fewer characters are words like others. */
const LEAST_PUBLISHER = 3;

function isNamed(publisher: string, foldedQuestion: string): boolean {
  const folded = foldText(publisher);
  return folded.length >= LEAST_PUBLISHER && foldedQuestion.includes(folded);
}
