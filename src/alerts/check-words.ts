/** Holds an article to a topic's rules: `"exact words"` that must stand in the passage, `-words` that must stand nowhere. */
import type { Article } from '../domain/article.js';
import type { Passage } from '../domain/passage.js';
import { foldText } from '../search/fold-text.js';
import { passageText } from '../search/load-passages.js';
import type { TopicWords } from './read-topic.js';

type Rules = Pick<TopicWords, 'exact' | 'excluded'>;
type Place = Pick<Passage, 'start' | 'end' | 'headings'>;

/** Whether a passage of the article may be quoted for a topic. */
export type KeepsToWords = (rules: Rules, passage: Place) => boolean;

/** Looks at one article for many topics. It is folded when one has rules: most have none. */
export function createWordCheck(article: Pick<Article, 'title' | 'text'>): KeepsToWords {
  let whole: string | undefined;
  const passages = new Map<Place, string>();
  const readPassage = (passage: Place): string => {
    const folded = passages.get(passage) ?? foldText(passageText(article, passage));
    passages.set(passage, folded);
    return folded;
  };
  return ({ exact, excluded }, passage) => {
    if (exact.length > 0) {
      const text = readPassage(passage);
      if (!exact.every((words) => holds(text, words))) return false;
    }
    if (excluded.length === 0) return true;
    whole ??= foldText(`${article.title}\n${article.text}`);
    const text = whole;
    return !excluded.some((words) => holds(text, words));
  };
}

/** Words with spaces between them must stand alone: `art` is not in `party`. */
function holds(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const isJoined = (edge: string, beside: string): boolean =>
      SPACED.test(edge) && SPACED.test(beside);
    const before = text[at - 1] ?? ' ';
    const after = text[at + words.length] ?? ' ';
    if (!isJoined(words[0] ?? '', before) && !isJoined(words.at(-1) ?? '', after)) return true;
  }
  return false;
}

const SPACED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{N}]/u;
