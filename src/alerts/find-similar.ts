/** Finds the topic that a reader follows already in other words, or in another language, so that two need not tell the same. */

import { centre, divideSum } from '../domain/vectors.js';
import type { LibraryStateSource } from '../ports/article-store.js';
import { foldText } from '../search/fold-text.js';
import { fillUpMean } from '../search/prepare-question.js';
import type { TopicPorts } from './prepare-topic.js';
import { readTopic, type TopicWords } from './read-topic.js';
import { chooseTexts } from './score-topic.js';

/**
 * Cosine of two topics from which on they are taken for the same, each put into the library's language by the glossary and
 * centred as a question is. Of 30 pairs that mean the same, in seven languages (海洋经济 and marine economy, electric cars
 * and electric vehicles), 25 lie above it; of 2,600 others one that is not as good as the same (electric cars and electric
 * power have 0.79, 乡村振兴 and 乡村教育 0.70); 2024年高考 and 2025年高考 are told apart by their numbers.
 */
const SAME = 0.82;

export type SimilarPorts = Pick<TopicPorts, 'readProbe' | 'findShift' | 'glossary'> & {
  readonly state: LibraryStateSource;
};

/** @returns the most similar one of `others`; `undefined` when none means the same */
export async function findSimilarTopic<Other extends { readonly words: string }>(
  words: TopicWords,
  others: readonly Other[],
  ports: SimilarPorts,
): Promise<Other | undefined> {
  const state = await ports.state.readState();
  const mean = divideSum(state.vectorSum, state.passages);
  const asked = await ports.readProbe(words.subject);
  const languages = state.languages.size > 0 ? [...state.languages.keys()] : [asked.language];
  const readVectors = async ({ subject }: TopicWords, language: string) => {
    const probe = await ports.readProbe(subject);
    const texts = chooseTexts(subject, probe.language, language, ports.glossary);
    return Promise.all(
      // Of texts that all have to agree the first is the best known.
      texts
        .flatMap(([first]) => (first === undefined ? [] : [first]))
        .map(async (chosen) => {
          const known = await ports.readProbe(chosen.text);
          const from = chosen.model === 'own' ? language : known.language;
          const shift = await ports.findShift?.(from, language);
          const middle = fillUpMean(
            mean,
            shift?.typical.pooled,
            state.languages.get(language) ?? 0,
          );
          return centre(known.vector, middle, shift?.pooled);
        }),
    );
  };

  let best: { readonly other: Other; readonly cosine: number } | undefined;
  const comparable = others.flatMap((other) => {
    const read = readTopic(other.words);
    const isComparable = read.kind === 'topic' && rulesOf(read.topic) === rulesOf(words);
    return isComparable ? [{ other, words: read.topic }] : [];
  });
  for (const language of languages) {
    const own = await readVectors(words, language);
    for (const { other, words: theirs } of comparable) {
      for (const vector of await readVectors(theirs, language)) {
        const cosine = Math.max(...own.map((one) => dot(one, vector)));
        if (cosine >= (best?.cosine ?? SAME)) best = { other, cosine };
      }
    }
  }
  return best?.other;
}

/** What two topics must have in common word for word: exact words, excluded words, numbers. */
function rulesOf({ exact, excluded, subject }: TopicWords): string {
  const numbers = foldText(subject).match(/\d+/g) ?? [];
  return JSON.stringify([exact, excluded, numbers].map((list) => [...list].sort()));
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
}
