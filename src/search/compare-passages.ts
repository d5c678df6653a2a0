/** Each candidate compared with the question: by vector, token by token, and by words. */
import { type Article, baseLanguage } from '../domain/article.js';
import type { Passage } from '../domain/passage.js';
import type { PassageStore } from '../ports/article-store.js';
import type { LegScores } from './fuse-scores.js';
import type { MaxSim } from './max-sim.js';
import { centre, type PreparedQuestion, type QuestionVectors } from './prepare-question.js';
import { scoreTerms } from './score-terms.js';
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
  readonly getArticle: (id: string) => Promise<Article | undefined>;
}

/** Compares the passages that exist among `ids`. */
export async function comparePassages(
  ids: readonly number[],
  question: PreparedQuestion,
  ports: ComparePorts,
): Promise<ComparedPassage[]> {
  const [passages, tokenVectors, vectors] = await Promise.all([
    ports.passages.getPassages(ids),
    ports.passages.readTokenVectors(ids),
    ports.passages.readVectors(ids),
  ]);
  const articles = new Map<string, Article>();
  for (const articleId of new Set(passages.map((passage) => passage.articleId))) {
    const article = await ports.getArticle(articleId);
    if (article !== undefined) articles.set(articleId, article);
  }
  const found = passages.flatMap((passage) => {
    const article = articles.get(passage.articleId);
    return article === undefined
      ? []
      : [{ passage, article, terms: extractTerms(passageText(article, passage)) }];
  });
  const averageTerms =
    found.reduce((sum, { terms }) => sum + terms.length, 0) / (found.length || 1);
  return found.flatMap(({ passage, article, terms }) => {
    const vector = vectors.get(passage.id);
    const packed = tokenVectors.get(passage.id);
    const asked = question.vectors.get(baseLanguage(article.language));
    if (vector === undefined || packed === undefined || asked === undefined) return [];
    const similar = ports.maxSim.compare(asked.late, packed);
    const legs = scoreLegs({ vector, terms }, similar.best, { question, asked, averageTerms });
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
}

/** What each leg says of a passage, stored or on its way into the store. */
export function scoreLegs(
  passage: { readonly vector: Float32Array; readonly terms: readonly string[] },
  best: Float32Array,
  context: {
    readonly question: PreparedQuestion;
    /** The question as passages of this language see it. */
    readonly asked: QuestionVectors;
    readonly averageTerms: number;
  },
): LegScores {
  const { question, asked, averageTerms } = context;
  return {
    vector: dot(centre(passage.vector, question.pooledMean), asked.pooled),
    late: average(best, question.tokenWeights, 0),
    ...scoreTerms(question.terms, passage.terms, averageTerms),
    place: findPlaces(question.places, passage.terms),
  };
}

/** Share of the named places that a passage holds, itself or in its headings. */
function findPlaces(places: readonly string[], terms: readonly string[]): number {
  const held = places.filter((place) => terms.includes(place));
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
    const { coverage } = scoreTerms(terms, words, Math.max(1, words.length));
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

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
