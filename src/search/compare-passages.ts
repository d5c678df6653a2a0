/** Each candidate compared with the question: by vector, token by token, and by words. */
import { type Article, baseLanguage } from '../domain/article.js';
import type { Passage, TokenVectors } from '../domain/passage.js';
import type { LibraryState } from '../ports/article-store.js';
import { fitDates } from './fit-dates.js';
import type { LegScores } from './fuse-scores.js';
import { keepForPassage } from './keep-for-passage.js';
import { averageTerms, createPassageLoader, type LoadPorts } from './load-passages.js';
import { type MaxSim, type MaxSimQuestion, weighTokens } from './max-sim.js';
import type { PreparedQuestion, QuestionVectors } from './prepare-question.js';
import { scoreTerms } from './score-terms.js';
import { bagTerms, countOf, type TermBag } from './term-bag.js';
import { extractTerms } from './terms.js';

/** What the words of a sentence add to its late interaction when the sentence to highlight is chosen. */
const SENTENCE_COVERAGE_WEIGHT = 0.5;

export interface ComparedPassage {
  readonly passage: Passage;
  readonly article: Article;
  readonly legs: LegScores;
  /** How well each sentence matches by itself, in order; worked out when it is first asked for. */
  readonly sentenceScores: readonly number[];
}

export interface ComparePorts extends LoadPorts {
  readonly maxSim: MaxSim;
}

/** @param ids best first */
export type ComparePassages = (
  ids: readonly number[],
  question: PreparedQuestion,
  library: Pick<LibraryState, 'passages'>,
) => Promise<ComparedPassage[]>;

/**
 * Passages that are compared at most, the first by their better rank in the two legs: 40 in a library of 1,000 or fewer, 64 in
 * one of 10,000, where a right passage stands further down.
 *
 * 270 own questions to two readers (364 passages), hit@1 and hit@3 with 40, 60, 72 and with 72 chosen of up to 160 by their
 * words as well: Chinese 0.889/0.933 (all three) and 0.881/0.926, others 0.658/0.825 (all three) and 0.650/0.808.
 *
 * @param passages of the library
 */
function countCompared(passages: number): number {
  return Math.round(40 + 24 * Math.max(0, Math.log10(passages / 1000)));
}

/** Compares the passages that exist among some ids, and whose articles a question's filters let through. */
export function createComparison(ports: ComparePorts): ComparePassages {
  const loader = createPassageLoader(ports);
  return async (ids, question, { passages }) => {
    // Filters are told by the articles, which are read for that.
    const most = countCompared(passages);
    const read = question.isFiltered ? ids : ids.slice(0, most);
    const light = (await loader.load(read, question.admits)).slice(0, most);
    const usual = averageTerms(light);
    const found = await loader.addTokens(light);
    return found.flatMap(({ passage, article, vector, terms, tokenVectors }) => {
      const asked = question.vectors.get(baseLanguage(article.language));
      if (asked === undefined) return [];
      const legs = scoreLightLegs(
        { article, vector, terms },
        { question, asked, averageTerms: usual },
      );
      const similar = ports.maxSim.compare(asked.late, tokenVectors);
      const scored = scoreTokens(tokenVectors, similar.best, question);
      const late = blendGloss(
        scored.late,
        asked,
        (gloss) => ports.maxSim.compare(gloss, tokenVectors).best,
      );
      let sentenceScores: readonly number[] | undefined;
      return [
        {
          passage,
          article,
          legs: { ...legs, ...scored, late },
          get sentenceScores() {
            sentenceScores ??= scoreSentences(article, passage, question, similar.bySentence);
            return sentenceScores;
          },
        },
      ];
    });
  };
}

type LightLegs = Omit<LegScores, 'late' | 'tokens'>;

interface LegContext {
  readonly question: PreparedQuestion;
  /** The question as passages of this language see it. */
  readonly asked: QuestionVectors;
  readonly averageTerms: number;
}

interface PassageLike {
  readonly article: Pick<Article, 'date' | 'publisher'>;
  readonly vector: Float32Array;
  readonly terms: TermBag;
}

function scoreLightLegs(
  { article, vector, terms }: PassageLike,
  { question, asked, averageTerms }: LegContext,
): LightLegs {
  return {
    vector: centredCosine(vector, asked.mean, asked.pooled),
    ...scoreTerms(question.terms, terms, Math.max(1, averageTerms)),
    place: findPlaces(question.places, terms),
    date: fitDates(question.years, article, (year) => countOf(terms, year) > 0),
    publisher: question.names(article.publisher) ? 1 : 0,
  };
}

function scoreTokens(
  { leadTokens, sentenceTokens }: Pick<TokenVectors, 'leadTokens' | 'sentenceTokens'>,
  best: Float32Array,
  { tokenWeights }: PreparedQuestion,
): Pick<LegScores, 'late' | 'tokens'> {
  return {
    late: weighTokens(best, tokenWeights),
    tokens: sentenceTokens.reduce((sum, count) => sum + count, leadTokens),
  };
}

/** The late interaction of the question and of its gloss, where it has one. */
function blendGloss(
  late: number,
  { gloss }: QuestionVectors,
  compare: (gloss: MaxSimQuestion) => Float32Array,
): number {
  if (gloss === undefined) return late;
  const { weight, tokenWeights } = gloss;
  return (1 - weight) * late + weight * weighTokens(compare(gloss.late), tokenWeights);
}

/** Share of the named places that a passage holds, itself or in its headings. */
function findPlaces(places: readonly string[], terms: TermBag): number {
  const held = places.filter((place) => countOf(terms, place) > 0);
  return places.length === 0 ? 0 : held.length / places.length;
}

/** The terms of each sentence. */
const bagSentences = keepForPassage(({ sentences }, text: string) =>
  sentences.map(({ start, end }) => bagTerms(extractTerms(text.slice(start, end)))),
);

function scoreSentences(
  article: Article,
  passage: Passage,
  question: PreparedQuestion,
  bySentence: Float32Array,
): number[] {
  const { terms, tokenWeights } = question;
  return bagSentences(passage, article.text).map((bag, index) => {
    const { coverage } = scoreTerms(terms, bag, Math.max(1, bag.total));
    return (
      weighTokens(bySentence, tokenWeights, index * tokenWeights.length) +
      SENTENCE_COVERAGE_WEIGHT * terms.knownShare * coverage
    );
  });
}

/** Cosine of a vector less the mean with one that is centred and of length 1. */
export function centredCosine(
  vector: Float32Array,
  mean: Float32Array,
  unit: Float32Array,
): number {
  let dot = 0;
  let square = 0;
  for (let i = 0; i < vector.length; i += 1) {
    const value = (vector[i] as number) - (mean[i] as number);
    dot += value * (unit[i] as number);
    square += value * value;
  }
  return square > 0 ? dot / Math.sqrt(square) : 0;
}
