/** Reads what a reader wants to follow: words, `"exact words"` that must occur, `-words` that must not. */
import { foldText } from '../search/fold-text.js';

/** Limits of a topic. */
export const TOPIC_LIMITS = {
  /** Letters and digits; a single one is near everything. */
  minLetters: 2,
  /** Characters; a topic is a subject, not an article. */
  maxCharacters: 200,
  /** Topics of one subscriber. */
  maxTopics: 200,
} as const;

/** A topic as it is matched. */
export interface TopicWords {
  /** As written, white space repaired: what is stored and shown. */
  readonly text: string;
  /** What is compared by meaning: the words and the exact words, without quotation marks. */
  readonly subject: string;
  /** Must all occur; folded. */
  readonly exact: readonly string[];
  /** Must not occur; folded. */
  readonly excluded: readonly string[];
  /** Whether nothing but exact words was given: where they occur, that is the match. */
  readonly isExactOnly: boolean;
}

export type ReadTopicResult =
  | { readonly kind: 'topic'; readonly topic: TopicWords }
  | { readonly kind: 'empty' }
  | { readonly kind: 'tooShort' }
  | { readonly kind: 'tooLong'; readonly characters: number };

const EXACT = /(?<!\S)(-?)["“”„«「『]([^"“”«»「」『』]+)["“”»」』]/g;
const EXCLUDED = /(?<!\S)[-−–](?=[\p{L}\p{N}])(\S+)/gu;

/** Reads a topic. */
export function readTopic(given: string): ReadTopicResult {
  const text = given
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (text === '') return { kind: 'empty' };
  const characters = [...text].length;
  if (characters > TOPIC_LIMITS.maxCharacters) return { kind: 'tooLong', characters };
  const exact: string[] = [];
  const excluded: string[] = [];
  let rest = text.replace(EXACT, (_, minus: string, words: string) => {
    if (words.trim() !== '') (minus === '-' ? excluded : exact).push(words.trim());
    return ' ';
  });
  rest = rest.replace(EXCLUDED, (_, word: string) => {
    excluded.push(word);
    return ' ';
  });
  const words = rest.replace(/\s+/g, ' ').trim();
  const subject = [words, ...exact].filter((part) => part !== '').join(' ');
  const letters = subject.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (letters < TOPIC_LIMITS.minLetters) return { kind: 'tooShort' };
  const hasWords = /[\p{L}\p{N}]/u.test(words);
  return {
    kind: 'topic',
    topic: {
      text,
      subject,
      exact: exact.map(foldText),
      excluded: excluded.map(foldText),
      isExactOnly: exact.length > 0 && !hasWords,
    },
  };
}
