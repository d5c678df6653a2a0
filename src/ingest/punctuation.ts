/** What the end or the beginning of a line says about whether a sentence, a bracket or a phrase goes on. */

const CLOSERS = '”’」』）)\\]】》〉"\'';
const SENTENCE_END = new RegExp(`(?:[。！？!?…]|\\.(?!\\.))[${CLOSERS}]*$`, 'u');
/** Abbreviations that end in a full stop without ending a sentence. */
const ABBREVIATION = /\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Vol|Inc|Ltd|Jr|Sr|vs|etc|e\.g|i\.e|[A-Z])\.$/;
const OPEN_END = /[，、；,;]$/;
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['（', '）'],
  ['(', ')'],
  ['“', '”'],
  ['《', '》'],
  ['【', '】'],
  ['「', '」'],
  ['『', '』'],
]);

/** Whether the text ends with the end of a sentence: 。！？… or a full stop, closing quotes and brackets aside. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text) && !ABBREVIATION.test(text);
}

/** Whether the text ends with a mark that calls for more on the same level: ，、；. */
export function endsOpen(text: string): boolean {
  return OPEN_END.test(text);
}

/** Whether a bracket or quotation mark is opened in the text and not closed in it. ASCII and full-width brackets pair. */
export function hasOpenBracket(text: string): boolean {
  const open: string[] = [];
  for (const character of text) {
    const closer = PAIRS.get(character);
    if (closer !== undefined) open.push(closer);
    else if (/[）)”》】」』]/.test(character) && open.length > 0) {
      const last = open[open.length - 1];
      if (last === character || (/[）)]/.test(character) && /[）)]/.test(last ?? ''))) open.pop();
    }
  }
  return open.length > 0;
}

/** Counts the ends of sentences inside the text, its last character left out. */
export function countInnerSentenceEnds(text: string): number {
  return text.slice(0, -1).match(/[。！？；]|[.!?] (?=[A-Z])/g)?.length ?? 0;
}

/** The text without white space: what lines are compared by. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
