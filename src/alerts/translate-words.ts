/**
 * Puts a topic's words into the language of the articles, as far as a glossary knows them. Names and set terms are what a
 * small multilingual model knows worst: “Minjin” is near nothing, 民进 finds its articles.
 */
import type { Aliases } from '../search/aliases.js';
import { foldText } from '../search/fold-text.js';

/** A glossary made ready for looking up: its patterns by the first characters of what they look for. */
export type Glossary = ReadonlyMap<string, readonly GlossaryPattern[]>;

interface GlossaryPattern {
  /** The thing in each language that the glossary can put it into. */
  readonly inChinese: string;
  readonly inEnglish: string | undefined;
  /** Stands in every text that the pattern matches: looking for it costs a hundredth. */
  readonly needle: string;
  /** What it is looked for by; made when it is first needed, for most of thousands never are. */
  readonly getPattern: () => RegExp;
}

/** Characters that patterns are found by. With them a text is compared with a few patterns, not with a thousand. */
const KEY_LENGTH = 2;

/** Words of a topic in another language. */
export interface Translation {
  readonly text: string;
  /** Share of the topic's letters that the glossary knew, words without meaning of their own left out; 0 to 1. */
  readonly share: number;
  /** Whether any of it was in other words than the result's. */
  readonly isForeign: boolean;
}

/** Words that say nothing of a subject, folded, in the languages of the glossary. */
const FUNCTION_WORDS = new Set(
  (
    'a an and at by for from in of on or the to with about its their within between into ' +
    'de del la las el los en y con por para un una al sobre ' +
    'des du le les et d l dans sur au aux a par pour avec leur ' +
    'и в во на о об с со по для из к от за между ' +
    'va cua ve o trong cho voi nam cac nhung tai ' +
    'und der die das von im in zu mit fur des ' +
    'و في من على إلى عن مع بين ' +
    'の と に は が を で も 及び における に関する への'
  ).split(' '),
);

const LETTERS = /[\p{L}\p{M}\p{N}]+/gu;
/** Particles between Japanese words. */
const PARTICLES = /[のとにはがをでも]|における|に関する/g;

/** @param groups a group a thing: Chinese first, English second where there is any; `*` at a word's end: any ending */
export function createGlossary(groups: Aliases): Glossary {
  const glossary = new Map<string, GlossaryPattern[]>();
  for (const words of groups) {
    const inChinese = words[0] ?? '';
    const inEnglish = words
      .slice(1)
      .find((word) => /^[A-Za-z]/.test(word))
      ?.replaceAll('*', '');
    for (const word of new Set(words.map(foldText))) {
      // The Arabic article may be joined to a particle; what follows it stands in every form.
      const key = word.replace(/^ال/, '').slice(0, KEY_LENGTH);
      const list = glossary.get(key) ?? [];
      let pattern: RegExp | undefined;
      const getPattern = (): RegExp => {
        pattern ??= toPattern(word);
        return pattern;
      };
      const needle = word.replace(/^ال/, '').split(/[\s*]/)[0] ?? '';
      list.push({ inChinese, inEnglish, needle, getPattern });
      glossary.set(key, list);
    }
  }
  return glossary;
}

/** The patterns that a text can hold, each once. */
function choosePatterns(folded: string, glossary: Glossary): Set<GlossaryPattern> {
  const chosen = new Set<GlossaryPattern>();
  for (let at = 0; at < folded.length; at += 1) {
    for (let length = 1; length <= KEY_LENGTH; length += 1) {
      for (const pattern of glossary.get(folded.slice(at, at + length)) ?? []) {
        if (folded.startsWith(pattern.needle, at)) chosen.add(pattern);
      }
    }
  }
  return chosen;
}

function toPattern(word: string): RegExp {
  const source = word
    .split(/\s+/)
    .map((part) => {
      const stem = part.replace(/\*$/, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return part.endsWith('*') ? `${stem}[\\p{L}\\p{M}]*` : stem;
    })
    .join('\\s+');
  // Words of scripts with spaces stand alone, Arabic ones behind their joined particles; the others need not.
  const isSpaced = /^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(word);
  if (isSpaced)
    return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${source}(?![\\p{L}\\p{M}\\p{N}])`, 'gu');
  const isArabic = /^\p{Script=Arabic}/u.test(word);
  if (!isArabic) return new RegExp(source, 'gu');
  const joined = source.startsWith('ال')
    ? `(?:[وبفك]?ال|[وف]?لل)${source.slice(2)}`
    : `[وبلفك]?${source}`;
  return new RegExp(`(?<!\\p{L})${joined}(?!\\p{L})`, 'gu');
}

/**
 * Translates what the glossary knows of a text; the rest is left out.
 *
 * @param language of the articles, without script or region
 * @returns `undefined` when it knows nothing of it, or not that language
 */
export function translateWords(
  text: string,
  language: string,
  glossary: Glossary,
): Translation | undefined {
  if (language !== 'zh' && language !== 'en') return undefined;
  const folded = foldText(text);
  const found = [...choosePatterns(folded, glossary)].flatMap(
    ({ inChinese, inEnglish, getPattern }) => {
      const word = language === 'zh' ? inChinese : inEnglish;
      if (word === undefined) return [];
      return [...folded.matchAll(getPattern())].map((match) => ({
        word,
        start: match.index,
        end: match.index + match[0].length,
      }));
    },
  );
  // The longest win: “Inner Mongolia” is not Mongolia.
  found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const taken: typeof found = [];
  for (const match of found) {
    if (taken.every(({ start, end }) => match.end <= start || match.start >= end))
      taken.push(match);
  }
  if (taken.length === 0) return undefined;
  taken.sort((a, b) => a.start - b.start);
  let rest = folded;
  for (const { start, end } of taken)
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  const known = taken.reduce(
    (sum, { start, end }) => sum + countLetters(folded.slice(start, end)),
    0,
  );
  const unknown = countLetters(rest.replace(PARTICLES, ' '));
  const words = [...new Set(taken.map(({ word }) => word))];
  return {
    text: words.join(language === 'zh' ? '' : ' '),
    share: known / (known + unknown),
    isForeign: taken.some(({ word, start, end }) => folded.slice(start, end) !== foldText(word)),
  };
}

function countLetters(text: string): number {
  return (text.match(LETTERS) ?? [])
    .filter((word) => !FUNCTION_WORDS.has(word))
    .reduce((sum, word) => sum + word.length, 0);
}
