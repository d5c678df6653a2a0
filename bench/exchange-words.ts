/** Gives a sentence other numbers and here and there another word, so that a large library has rare words too. */
import type { Random } from './random.js';

/** Share of the words that are exchanged. */
const EXCHANGED_SHARE = 0.06;

export type ExchangeWords = (sentence: string, language: string) => string;

/** @param texts where the words come from, by language */
export function createExchange(
  texts: readonly { readonly language: string; readonly sentences: readonly string[] }[],
  random: Random,
): ExchangeWords {
  const segmenters = new Map<string, Intl.Segmenter>();
  const segmented = new Map<string, readonly string[]>();
  const segment = (sentence: string, language: string): readonly string[] => {
    const known = segmented.get(sentence);
    if (known !== undefined) return known;
    const segmenter =
      segmenters.get(language) ??
      new Intl.Segmenter(language === 'und' ? 'en' : language, { granularity: 'word' });
    segmenters.set(language, segmenter);
    const parts = [...segmenter.segment(sentence)].map((part) => part.segment);
    segmented.set(sentence, parts);
    return parts;
  };
  const isWord = (part: string): boolean => /^\p{L}{2,}$/u.test(part);
  const words = new Map<string, string[]>();
  for (const { language, sentences } of texts) {
    const known = new Set(words.get(language));
    for (const sentence of sentences) {
      for (const part of segment(sentence, language)) if (isWord(part)) known.add(part);
    }
    words.set(language, [...known]);
  }
  return (sentence, language) => {
    const pool = words.get(language) ?? [];
    return segment(sentence, language)
      .map((part) => {
        if (/^\d+$/.test(part)) return part.replace(/\d/g, () => String(random.pick(10)));
        return isWord(part) && random.next() < EXCHANGED_SHARE
          ? (pool[random.pick(pool.length)] ?? part)
          : part;
      })
      .join('');
  };
}
