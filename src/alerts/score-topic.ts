/**
 * How far a passage lies above what a topic asks. The search's own scores (late interaction, words, pooled vector) against
 * the topic's own background in this library; never a raw cosine.
 */
import { baseLanguage } from '../domain/article.js';
import type { TokenVectors } from '../domain/passage.js';
import { centredCosine } from '../search/compare-passages.js';
import type { LegScores } from '../search/fuse-scores.js';
import { type MaxSim, weighTokens } from '../search/max-sim.js';
import { scoreTerms } from '../search/score-terms.js';
import type { TermBag } from '../search/term-bag.js';
import { type Glossary, translateWords } from '../search/translate-words.js';
import type { PreparedTopic } from './prepare-topic.js';

/**
 * Score of a passage: late + words × coverage + vector × cosine − background × median late of the library. `least` is what
 * a topic asks by default.
 *
 * Measured on 50 topics in eleven languages over the two readers (43 articles, 120 that must fire, 1,500 that must not):
 * fitted on token vectors of whole passages; with those of windows 98 % and 0.9 % fire all the same.
 * `own`, for topics in the passages' language or put into it by the glossary, fires 99 % and 1.3 % of them. `foreign`, for
 * words in another language that the glossary does not know: a quarter and 0.1 %; stricter, since a wrong alert is the worse
 * mistake there. Without the background `own` would fire 5 % of those that must not at the same recall.
 */
export const TOPIC_MODELS = {
  own: { words: 0.1, vector: 0.2, background: 0.3, least: 0.55 },
  foreign: { words: 0, vector: 0.8, background: 0.6, least: 0.52 },
  /** Asked of the words as they are, where the glossary knows a part of them only. */
  doubtful: { words: 0, vector: 0.8, background: 0.6, least: 0.26 },
} as const;

/** One step stricter or looser. At +1 the default asks 0.60, at which 96 % and 0.5 % fire; at -1 0.50: 99 % and 3.5 %. */
export const STRICTNESS_STEP = 0.05;

/** What a passage scores at least that holds the words of a topic of nothing but `"exact words"`. */
const EXACT_SCORE = 0.2;

/** Shares of a topic's letters that the glossary must know: to stand for the whole topic, and to say anything. */
const TRANSLATED = { whole: 0.62, part: 0.3 } as const;

/** The texts that stand for a topic in passages of a language; alternatives, each with all that must agree. */
export function chooseTexts(
  subject: string,
  subjectLanguage: string,
  passageLanguage: string,
  glossary: Glossary,
): readonly (readonly { readonly text: string; readonly model: keyof typeof TOPIC_MODELS }[])[] {
  const translation = translateWords(subject, passageLanguage, glossary);
  const isOwn = subjectLanguage === passageLanguage;
  const own =
    translation === undefined ? undefined : ({ text: translation.text, model: 'own' } as const);
  if (isOwn) {
    const raw = { text: subject, model: 'own' } as const;
    // 食糧安全保障 looks Chinese and is not; what the glossary takes for the same words adds nothing.
    const isNew = own !== undefined && translation?.isForeign === true;
    return isNew && translation.share >= TRANSLATED.whole ? [[raw], [own]] : [[raw]];
  }
  if (own === undefined || translation === undefined || translation.share < TRANSLATED.part) {
    return [[{ text: subject, model: 'foreign' }]];
  }
  if (translation.share >= TRANSLATED.whole) return [[own]];
  return [[own, { text: subject, model: 'doubtful' }]];
}

/** A passage as topics look at it. */
export interface TopicPassage {
  /** BCP 47, of its article. */
  readonly language: string;
  readonly vector: Float32Array;
  readonly tokenVectors: TokenVectors;
  readonly terms: TermBag;
}

/**
 * How far a passage that keeps to the topic's words lies above what the topic asks by default; below 0: not a match. Steps
 * of strictness are {@link STRICTNESS_STEP} each.
 */
export function scorePassage(
  topic: PreparedTopic,
  passage: TopicPassage,
  context: { readonly maxSim: MaxSim; readonly averageTerms: number },
): number {
  const language = baseLanguage(passage.language);
  const alternatives = topic.byLanguage.get(language) ?? [];
  let best = Number.NEGATIVE_INFINITY;
  for (const renderings of alternatives) {
    let least = Number.POSITIVE_INFINITY;
    for (const { model, terms, tokenWeights, vectors, background } of renderings) {
      const { best: similar } = context.maxSim.compare(vectors.late, passage.tokenVectors);
      // A topic names no time, no place and no publisher.
      const legs = {
        late: weighTokens(similar, tokenWeights),
        coverage: scoreTerms(terms, passage.terms, Math.max(1, context.averageTerms)).coverage,
        vector: centredCosine(passage.vector, vectors.mean, vectors.pooled),
      };
      const score = fuseTopicScore(legs, { model, background, known: terms.knownShare });
      least = Math.min(least, score);
    }
    if (least < Number.POSITIVE_INFINITY) best = Math.max(best, least);
  }
  return topic.words.isExactOnly ? Math.max(best, EXACT_SCORE) : best;
}

/** One score from what the legs say, relative to what the model asks at least. */
export function fuseTopicScore(
  legs: Pick<LegScores, 'late' | 'coverage' | 'vector'>,
  options: {
    readonly model: keyof typeof TOPIC_MODELS;
    readonly background: number;
    /** Share of the topic's words that the library knows. */
    readonly known: number;
  },
): number {
  const { words, vector, background, least } = TOPIC_MODELS[options.model];
  return (
    legs.late +
    words * options.known * legs.coverage +
    vector * legs.vector -
    background * options.background -
    least
  );
}
