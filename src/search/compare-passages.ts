/** Each candidate compared with the question: by vector, token by token, and by words. */
import { type Article, baseLanguage } from '../domain/article.js';
import type { Passage, TokenVectors } from '../domain/passage.js';
import type { PassageStore } from '../ports/article-store.js';
import { fitDates } from './fit-dates.js';
import type { LegScores } from './fuse-scores.js';
import type { MaxSim } from './max-sim.js';
import type { PreparedQuestion, QuestionVectors } from './prepare-question.js';
import { scoreTerms } from './score-terms.js';
import { countOf, countTerms, createTermCache, type TermBag } from './term-bag.js';
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

export interface ComparePorts {
  readonly passages: Pick<PassageStore, 'getPassages' | 'readTokenVectors' | 'readVectors'>;
  readonly maxSim: MaxSim;
  readonly getArticles: (ids: readonly string[]) => Promise<ReadonlyMap<string, Article>>;
}

/** Passages whose terms are kept in memory: some 3 KB each. */
const MOST_KEPT_TERMS = 2000;

export type ComparePassages = (
  ids: readonly number[],
  question: PreparedQuestion,
) => Promise<ComparedPassage[]>;

/** Compares the passages that exist among some ids, and whose articles a question's filters let through. */
export function createComparison(ports: ComparePorts): ComparePassages {
  const termCache = createTermCache(MOST_KEPT_TERMS);
  return async (ids, question) => {
    const passages = await ports.passages.getPassages(ids);
    const articles = await ports.getArticles([...new Set(passages.map((one) => one.articleId))]);
    const found = passages.flatMap((passage) => {
      const article = articles.get(passage.articleId);
      if (article === undefined || !question.admits(article)) return [];
      const read = (): string[] => extractTerms(passageText(article, passage));
      return [{ passage, article, terms: termCache.get(passage.id, read) }];
    });
    const admitted = found.map(({ passage }) => passage.id);
    const [tokenVectors, vectors] = await Promise.all([
      ports.passages.readTokenVectors(admitted),
      ports.passages.readVectors(admitted),
    ]);
    const averageTerms = found.reduce((sum, { terms }) => sum + terms.total, 0) / found.length;
    return found.flatMap(({ passage, article, terms }) => {
      const vector = vectors.get(passage.id);
      const packed = tokenVectors.get(passage.id);
      const asked = question.vectors.get(baseLanguage(article.language));
      if (vector === undefined || packed === undefined || asked === undefined) return [];
      const similar = ports.maxSim.compare(asked.late, packed);
      const legs = scoreLegs({ article, vector, terms, tokenVectors: packed }, similar.best, {
        question,
        asked,
        averageTerms,
      });
      let sentenceScores: readonly number[] | undefined;
      return [
        {
          passage,
          article,
          legs,
          get sentenceScores() {
            sentenceScores ??= scoreSentences(article, passage, question, similar.bySentence);
            return sentenceScores;
          },
        },
      ];
    });
  };
}

/** What each leg says of a passage, stored or on its way into the store. */
export function scoreLegs(
  passage: {
    readonly article: Pick<Article, 'date' | 'publisher'>;
    readonly vector: Float32Array;
    readonly terms: TermBag;
    readonly tokenVectors: Pick<TokenVectors, 'leadTokens' | 'sentenceTokens'>;
  },
  best: Float32Array,
  context: {
    readonly question: PreparedQuestion;
    /** The question as passages of this language see it. */
    readonly asked: QuestionVectors;
    readonly averageTerms: number;
  },
): LegScores {
  const { question, asked, averageTerms } = context;
  const { article, vector, terms, tokenVectors } = passage;
  return {
    vector: centredCosine(vector, question.pooledMean, asked.pooled),
    late: average(best, question.tokenWeights, 0),
    ...scoreTerms(question.terms, terms, Math.max(1, averageTerms)),
    place: findPlaces(question.places, terms),
    date: fitDates(question.years, article, (year) => countOf(terms, year) > 0),
    publisher: question.names(article.publisher) ? 1 : 0,
    tokens: tokenVectors.sentenceTokens.reduce(
      (sum, count) => sum + count,
      tokenVectors.leadTokens,
    ),
  };
}

/** Share of the named places that a passage holds, itself or in its headings. */
function findPlaces(places: readonly string[], terms: TermBag): number {
  const held = places.filter((place) => countOf(terms, place) > 0);
  return places.length === 0 ? 0 : held.length / places.length;
}

function scoreSentences(
  article: Article,
  passage: Passage,
  question: PreparedQuestion,
  bySentence: Float32Array,
): number[] {
  const { terms, tokenWeights } = question;
  return passage.sentences.map(({ start, end }, index) => {
    const words = extractTerms(article.text.slice(start, end));
    const { coverage } = scoreTerms(terms, countTerms(words), Math.max(1, words.length));
    return (
      average(bySentence, tokenWeights, index * tokenWeights.length) +
      SENTENCE_COVERAGE_WEIGHT * terms.knownShare * coverage
    );
  });
}

/** What the lexical leg reads of a passage: title and headings count as part of it. */
export function passageText(
  article: Pick<Article, 'title' | 'text'>,
  passage: Pick<Passage, 'start' | 'end' | 'headings'>,
): string {
  const text = article.text.slice(passage.start, passage.end);
  return [article.title, ...passage.headings, text].join('\n');
}

/** Weighted mean of `weights.length` values from `from` on; 0 when nothing has weight. */
function average(values: Float32Array, weights: readonly number[], from: number): number {
  let sum = 0;
  let total = 0;
  weights.forEach((weight, index) => {
    sum += weight * (values[from + index] ?? 0);
    total += weight;
  });
  return total > 0 ? sum / total : 0;
}

/** Cosine of a vector less the mean with one that is centred and of length 1. */
function centredCosine(vector: Float32Array, mean: Float32Array, unit: Float32Array): number {
  let dot = 0;
  let square = 0;
  for (let i = 0; i < vector.length; i += 1) {
    const value = (vector[i] as number) - (mean[i] as number);
    dot += value * (unit[i] as number);
    square += value * value;
  }
  return square > 0 ? dot / Math.sqrt(square) : 0;
}
