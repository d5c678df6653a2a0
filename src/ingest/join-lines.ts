/** Joins the lines of a broken paragraph and remembers in which line of the document each character stands. */
import type { LineStart } from '../domain/article.js';

/** A piece of text and the line it stands in. */
export interface TextPart {
  readonly text: string;
  /** 1-based line of the document. */
  readonly number: number;
}

/** A text joined from lines, with offsets into it. */
export interface JoinedText {
  readonly text: string;
  readonly lineStarts: readonly LineStart[];
}

const LATIN_LETTER = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;
const WRITTEN_WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u3000-\u303F\uFF00-\uFFEF]/u;
/** Marks that Chinese and Latin print share; the text around them decides. */
const SHARED_MARK = /[“”‘’—…·]/;

/** What to put between two lines of one paragraph: nothing next to Chinese, a space between words. */
export function findGlue(before: string, after: string): '' | ' ' {
  const last = [...before.slice(-2)].at(-1) ?? '';
  const first = [...after.slice(0, 2)][0] ?? '';
  if (WRITTEN_WITHOUT_SPACES.test(last) || WRITTEN_WITHOUT_SPACES.test(first)) return '';
  if (/[—“‘（(]/.test(last) || first === '—') return '';
  const isShared = SHARED_MARK.test(last) || SHARED_MARK.test(first);
  return isShared && WRITTEN_WITHOUT_SPACES.test(before.slice(-40)) ? '' : ' ';
}

/**
 * Joins lines to one paragraph.
 *
 * A word cut by a hyphen is made whole only when `isWord` knows it; otherwise the hyphen stays and no space follows it.
 */
export function joinLines(
  parts: readonly TextPart[],
  isWord: (word: string) => boolean = () => false,
): JoinedText {
  const pieces: string[] = [];
  const lineStarts: LineStart[] = [];
  let length = 0;
  let before = '';
  for (const part of parts) {
    if (before !== '') {
      const stem = before.endsWith('-') ? /(\p{L}{2,})-$/u.exec(before)?.[1] : undefined;
      const rest = stem === undefined ? undefined : /^\p{Ll}+/u.exec(part.text)?.[0];
      if (stem !== undefined && rest !== undefined && LATIN_LETTER.test(stem)) {
        if (isWord((stem + rest).toLowerCase())) {
          pieces[pieces.length - 1] = before.slice(0, -1);
          length -= 1;
        }
      } else {
        const glue = findGlue(before, part.text);
        pieces.push(glue);
        length += glue.length;
      }
    }
    lineStarts.push([length, part.number]);
    pieces.push(part.text);
    length += part.text.length;
    before = part.text;
  }
  return { text: pieces.join(''), lineStarts };
}

/** Takes the spaces out between digits or Latin letters and Chinese, where they are set by a word processor. */
export function closeChineseGaps(text: string): string {
  return text
    .replace(/(?<=[\dA-Za-z%]) (?=[\p{Script=Han}《》“”（）：，、])/gu, '')
    .replace(/(?<=[\p{Script=Han}《》“”（）：，、]) (?=[\dA-Za-z])/gu, '');
}
