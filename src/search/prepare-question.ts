/** A question made ready for searching: its words weighed, its vectors centred for the passages of each language. */
import { divideSum } from '../domain/vectors.js';
import type { LibraryState } from '../ports/article-store.js';
import type { Embedder } from '../ports/embedder.js';
import type { LexicalIndex } from '../ports/lexical-index.js';
import { type Aliases, findAliases } from './aliases.js';
import type { MaxSim, MaxSimQuestion } from './max-sim.js';
import { detectQuestionLanguage } from './question-language.js';
import type { FindShift } from './question-shift.js';
import { type QuestionTerms, weighTerms } from './score-terms.js';
import { extractPlaces, extractTerms } from './terms.js';

/** Questions are cut to this many characters: more is a pasted text, whose beginning says what it is about. */
const MAX_QUESTION_CHARACTERS = 600;

export interface PreparePorts {
  readonly embedder: Pick<Embedder, 'embedQuestion' | 'dimensions'>;
  readonly lexical: Pick<LexicalIndex, 'countPassagesWith'>;
  readonly maxSim: MaxSim;
  /** Words that mean the same; none when left out. */
  readonly aliases?: Aliases;
  /** What to take off a question in one language that is compared with passages in another; nothing when left out. */
  readonly findShift?: FindShift;
}

/** The question's vectors as passages of one language see them. */
export interface QuestionVectors {
  /** Less the passages' mean and the question's shift, L2-normalised. */
  readonly pooled: Float32Array;
  readonly late: MaxSimQuestion;
}

export interface PreparedQuestion {
  readonly terms: QuestionTerms;
  /** Parts of a regulation that it names: `第12条`. */
  readonly places: readonly string[];
  /** BCP 47, without script or region; `und` when it cannot be told. */
  readonly language: string;
  /** The tokens that are compared, as text, and their weights. */
  readonly tokens: readonly string[];
  readonly tokenWeights: readonly number[];
  /** For each language of the library. */
  readonly vectors: ReadonlyMap<string, QuestionVectors>;
  /** Mean of the library's pooled vectors. */
  readonly pooledMean: Float32Array;
}

export async function prepareQuestion(
  question: string,
  state: LibraryState,
  ports: PreparePorts,
  /** Its language, where that is known. */
  knownLanguage?: string,
): Promise<PreparedQuestion> {
  const text = question.slice(0, MAX_QUESTION_CHARACTERS);
  const language = knownLanguage ?? detectQuestionLanguage(text);
  const [embedding, terms] = await Promise.all([
    ports.embedder.embedQuestion(text),
    weighQuestion(text, state, ports),
  ]);
  const pooledMean = divideSum(state.vectorSum, state.passages);
  const tokenMean = divideSum(state.tokenSum.sum, state.tokenSum.tokens);
  const vectors = new Map<string, QuestionVectors>();
  for (const passageLanguage of state.languages.keys()) {
    const shift = await ports.findShift?.(language, passageLanguage);
    vectors.set(passageLanguage, {
      pooled: centre(embedding.vector, pooledMean, shift?.pooled),
      late: ports.maxSim.prepareQuestion(
        embedding.tokenVectors,
        tokenMean.map((value, i) => value + (shift?.tokens[i] ?? 0)),
        tokenMean,
      ),
    });
  }
  const { tokens, tokenWeights } = embedding;
  return {
    terms,
    places: extractPlaces(text),
    language,
    tokens,
    tokenWeights,
    vectors,
    pooledMean,
  };
}

/** The question's own terms, and those of its aliases that the library knows. */
async function weighQuestion(
  text: string,
  state: LibraryState,
  { lexical, aliases = [] }: PreparePorts,
): Promise<QuestionTerms> {
  const own = extractTerms(text);
  const others = findAliases(text, aliases).flatMap(extractTerms);
  const counts = await lexical.countPassagesWith([...own, ...others]);
  const known = others.filter((term) => (counts.get(term) ?? 0) > 0);
  return weighTerms([...own, ...known], counts, state.passages);
}

/** Takes the mean and the shift off a vector, and normalises what is left. */
export function centre(
  vector: Float32Array,
  mean: Float32Array,
  shift?: Float32Array,
): Float32Array {
  const centred = new Float32Array(vector.length);
  let square = 0;
  for (let i = 0; i < centred.length; i += 1) {
    const value = (vector[i] as number) - (mean[i] as number) - (shift?.[i] ?? 0);
    centred[i] = value;
    square += value * value;
  }
  const length = Math.sqrt(square) || 1;
  for (let i = 0; i < centred.length; i += 1) centred[i] = (centred[i] as number) / length;
  return centred;
}
