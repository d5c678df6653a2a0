/** Words that mean the same, from a small file that the keeper edits. They widen what the words of a question find. */
import { foldText } from './fold-text.js';

/** Groups of words, as they were written. */
export type Aliases = readonly (readonly string[])[];

/**
 * Reads a file of aliases: a group a line, its words parted by `=`; `#` starts a comment. A line with a single word
 * says nothing and is passed over.
 */
export function parseAliases(text: string): Aliases {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*$/, ''))
    .map((line) =>
      line
        .split('=')
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    )
    .filter((group) => group.length > 1);
}

/**
 * Finds the other words of each group of which the question holds one.
 *
 * @returns in the order of the file; without what the question says itself
 */
export function findAliases(question: string, aliases: Aliases): string[] {
  const folded = foldText(question);
  return foldAliases(aliases).flatMap((group) => {
    const held = group.filter((word) => holdsWord(folded, word.folded));
    if (held.length === 0) return [];
    return group.filter((word) => !held.includes(word)).map(({ written }) => written);
  });
}

type FoldedGroups = readonly (readonly { readonly written: string; readonly folded: string }[])[];

/** Folded once: the words are looked for in every question, and in every topic that a new article may concern. */
const foldedAliases = new WeakMap<Aliases, FoldedGroups>();

function foldAliases(aliases: Aliases): FoldedGroups {
  const known = foldedAliases.get(aliases);
  if (known !== undefined) return known;
  const groups = aliases.map((group) =>
    group.map((written) => ({ written, folded: foldText(written) })),
  );
  foldedAliases.set(aliases, groups);
  return groups;
}

/** Latin words must stand alone (`UN` is not in `under`); Chinese ones need not. */
function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + word.length] ?? ' ';
    const isJoined = (edge: string, beside: string): boolean =>
      /[a-z0-9]/.test(edge) && /[a-z0-9]/.test(beside);
    if (!isJoined(word[0] ?? '', before) && !isJoined(word.at(-1) ?? '', after)) return true;
  }
  return false;
}
