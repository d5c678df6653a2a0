/** Folds a text character by character and remembers where each folded character came from. */
import { foldText } from '../search/fold-text.js';

/** A folded text; `starts[i]` is the UTF-16 offset in the original of folded unit `i`, with the length at the end. */
interface FoldedText {
  readonly text: string;
  readonly starts: Uint32Array;
}

/** Folded characters; a library uses a few thousand different ones. */
const known = new Map<string, string>();

function foldCharacter(character: string): string {
  let folded = known.get(character);
  if (folded === undefined) {
    folded = foldText(character);
    known.set(character, folded);
  }
  return folded;
}

/** Traditional as Simplified, capitals as small letters, full width as half width; white space and soft hyphens left out. */
export function foldWithMap(text: string): FoldedText {
  const parts: string[] = [];
  const starts: number[] = [];
  let offset = 0;
  for (const character of text) {
    const folded = /^[\s\u00AD\u200B-\u200D\u2060\uFEFF]$/u.test(character)
      ? ''
      : foldCharacter(character);
    for (let i = 0; i < folded.length; i += 1) starts.push(offset);
    parts.push(folded);
    offset += character.length;
  }
  return { text: parts.join(''), starts: Uint32Array.from([...starts, text.length]) };
}
