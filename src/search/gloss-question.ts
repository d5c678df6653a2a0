/**
 * A question in another language than the passages, put word by word into theirs as far as the lexicon knows it. It is no
 * sentence, but a small model tells texts of one language apart better than texts of two: so the gloss is compared with
 * the passages as well, and counts the more the more of the question it says.
 *
 * Hit@1 and hit@3 without and with it, in one run: 97 new questions in nine languages to two Chinese readers 0.54/0.78 and
 * 0.61/0.84; XQuAD (every sixth question) ar→zh 0.69/0.80 and 0.72/0.80, ru→zh 0.77/0.86 and 0.77/0.87, en→zh 0.82/0.91 and
 * 0.82/0.91, zh→en 0.83/0.90 and 0.83/0.90. To search for candidates with it too finds no more.
 */
import type { Embedder } from '../ports/embedder.js';
import { extractTerms, isSingleCharacter } from './terms.js';
import type { Translation } from './translate-words.js';

/** A question word by word in another language. */
export interface Gloss {
  /** BCP 47, without script or region. */
  readonly language: string;
  readonly text: string;
  /** Share of the question's letters that the lexicon knew, 0 to 1. */
  readonly share: number;
}

/** A gloss of which less of the question is known says something else. With 0.15, XQuAD ar→zh 0.69 hit@1; with 0.5, 0.70. */
const LEAST_SHARE = 0.3;

/** What a gloss that says all of the question counts against the question itself. From 0.4 to 0.7 little changes. */
const FULL_WEIGHT = 0.45;

/**
 * Puts a question's gloss together: of each thing the first way to write it that the library knows, and the numbers.
 *
 * @param countOf in how many passages a term stands
 * @returns `undefined` when too little of the question is known
 */
export function makeGloss(
  question: string,
  { language, things, share }: Translation & { readonly language: string },
  countOf: (term: string) => number,
): Gloss | undefined {
  if (share < LEAST_SHARE) return undefined;
  const words = things.map(({ ways }) => ways.find((way) => isHeld(way, countOf)) ?? ways[0] ?? '');
  const numbers = question.match(/\d+(?:[.,:/]\d+)*/g) ?? [];
  return { language, text: [...new Set([...words, ...numbers])].join(' '), share };
}

/** Whether the terms of a word all stand in the library; of unspaced scripts, its pairs of characters. */
export function isHeld(word: string, countOf: (term: string) => number): boolean {
  const terms = extractTerms(word);
  const pairs = terms.filter((term) => !isSingleCharacter(term));
  return (pairs.length > 0 ? pairs : terms).every((term) => countOf(term) > 0);
}

/** A gloss with its vectors. */
export interface EmbeddedGloss {
  readonly language: string;
  /** What its late interaction counts against that of the question itself, 0 to 1. */
  readonly weight: number;
  readonly embedding: Awaited<ReturnType<Embedder['embedQuestion']>>;
}

/** Embeds glosses, one a language. */
export async function embedGlosses(
  glosses: readonly Gloss[],
  embedder: Pick<Embedder, 'embedQuestion'>,
): Promise<ReadonlyMap<string, EmbeddedGloss>> {
  const embedded = await Promise.all(
    glosses.map(async ({ language, text, share }) => ({
      language,
      weight: FULL_WEIGHT * share,
      embedding: await embedder.embedQuestion(text),
    })),
  );
  return new Map(embedded.map((gloss) => [gloss.language, gloss]));
}
