/** The id of an article, made of its words: so it also tells whether they are still those that were stored. */
import { createHash } from 'node:crypto';

/** Title and text, as far as an id is made of them. */
interface Words {
  readonly title: string;
  readonly text: string;
}

/** An article that stands more often than this in one document is not checked for all its repeats. */
const MOST_REPEATS = 64;

/**
 * The id of an article: the same text under the same title in the same document keeps it.
 *
 * @param path of the document
 * @param repeat how many articles before it in the document have the same title and text
 */
export function makeArticleKey(path: string, { title, text }: Words, repeat: number): string {
  return createHash('sha256')
    .update(JSON.stringify([path, title, text, repeat]))
    .digest('hex')
    .slice(0, 12);
}

/** Whether title and text are those that the id was made of. */
export function isKeyOf(key: string, path: string, words: Words): boolean {
  for (let repeat = 0; repeat < MOST_REPEATS; repeat += 1) {
    if (makeArticleKey(path, words, repeat) === key) return true;
  }
  return false;
}
