/**
 * Puts what a glossary knows of a text into the language of the articles. Names and set terms are what a small
 * multilingual model knows worst: “Minjin” is near nothing, 民进 finds its articles.
 */
import type { Aliases } from './aliases.js';
import { foldText } from './fold-text.js';
import { detectQuestionLanguage } from './question-language.js';
import { UNSPACED } from './terms.js';

/** A thing that a glossary names. */
interface Thing {
  /** How Chinese articles write it, the commonest way first. */
  readonly chinese: readonly string[];
  readonly english: string | undefined;
}

/** One way to say a thing: words that stand one after the other, or characters of a script without spaces. */
interface Phrase {
  readonly thing: Thing;
  /** Folded; a `*` at a word's end for any ending. The whole phrase is one part in scripts without spaces. */
  readonly parts: readonly string[];
  /** Accents tell it from a word of another language: “thé” is not “the”. */
  readonly isAccented: boolean;
}

/** A glossary made ready for looking up: its phrases by the first characters of their first part. */
export interface Glossary {
  readonly spaced: ReadonlyMap<string, readonly Phrase[]>;
  readonly unspaced: ReadonlyMap<string, readonly Phrase[]>;
}

/** A thing that a text names, as articles of one language write it. */
export interface NamedThing {
  /** All ways to write it, the commonest first. */
  readonly ways: readonly string[];
  /** Whether it is a proper name: of a place, a body, a person; in English it must be written so. */
  readonly isName: boolean;
}

/** What a glossary makes of a text. */
export interface Translation {
  /** The commonest words for what it knows, each once, in the order of the text. */
  readonly text: string;
  /** The same with all other ways to write them. */
  readonly words: readonly string[];
  /** Each thing once. */
  readonly things: readonly NamedThing[];
  /** Share of the text's letters that the glossary knew, words without meaning of their own left out; 0 to 1. */
  readonly share: number;
  /** Whether any of it was in other words than the result's. */
  readonly isForeign: boolean;
}

interface Match {
  readonly thing: Thing;
  readonly start: number;
  readonly end: number;
}

/** Characters that phrases are found by. With them a word is compared with a few dozen phrases, not with ten thousands. */
const KEY_LENGTH = { spaced: 4, unspaced: 2 } as const;

/** Words that say nothing of a subject, folded, in the languages of the glossary. */
const FUNCTION_WORDS = new Set(
  (
    'a an and at by for from in of on or the to with about its their within between into against ' +
    'de del la las el los en y con por para un una al sobre contra ' +
    'des du le les et d l dans sur au aux a par pour avec leur contre ' +
    'и в во на о об с со по для из к от за между против ' +
    'va cua ve o trong cho voi nam cac nhung tai ' +
    'und der die das von im in zu mit fur des gegen ' +
    'و في من على إلى عن مع بين ضد ' +
    'の と に は が を で も 及び における に関する への'
  ).split(' '),
);

const LETTERS = /[\p{L}\p{M}\p{N}]+/gu;
/** Words; between characters of Chinese and Japanese they need no spaces round them. */
const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+/gu;
/** Particles between Japanese words. */
const PARTICLES = /[のとにはがをでも]|における|に関する/g;
const ACCENT = /\p{Script=Latin}\p{M}/u;
const ASCII = /^[\x20-\x7E\t]*$/;
/** The Arabic article with the particles that are joined to it, and particles alone. */
const ARABIC_ARTICLE = /^(?:[وبفك]?ال|[وف]?لل)(?=.{2})/u;
const ARABIC_PARTICLE = /^[وبلفك](?=.{2})/u;

/**
 * @param groups a group a thing: Chinese first (several ways parted by `|`), English second where there is any; `*` at a
 * word's end: any ending
 */
export function createGlossary(groups: Aliases): Glossary {
  const spaced = new Map<string, Phrase[]>();
  const unspaced = new Map<string, Phrase[]>();
  // Folded in one go: word by word a large glossary takes ten times as long.
  const lines = foldText(groups.map((words) => words.join('\t')).join('\n')).split('\n');
  groups.forEach((words, index) => {
    const folded = (lines[index] ?? '').split('\t');
    const [chinese = '', ...others] = words;
    const english = others.find((word) => /^[A-Za-z]/.test(word))?.replaceAll('*', '');
    const thing = { chinese: chinese.split('|'), english };
    const ways = new Map<string, boolean>();
    folded.forEach((way, place) => {
      const isAccented = isAccentedWord(words[place] ?? '');
      for (const one of way.split('|')) ways.set(one, isAccented && ways.get(one) !== false);
    });
    for (const [way, isAccented] of ways) {
      const isUnspaced = !ASCII.test(way) && UNSPACED.test(way);
      const parts = isUnspaced ? [way] : (way.match(/[\p{L}\p{M}\p{N}]+\*?/gu) ?? []).map(toStem);
      const [first] = parts;
      if (first === undefined) continue;
      const map = isUnspaced ? unspaced : spaced;
      const length = isUnspaced ? KEY_LENGTH.unspaced : KEY_LENGTH.spaced;
      const key = first.replace('*', '').slice(0, length);
      const list = map.get(key) ?? [];
      list.push({ thing, parts, isAccented });
      map.set(key, list);
    }
  });
  return { spaced, unspaced };
}

function isAccentedWord(word: string): boolean {
  return !ASCII.test(word) && ACCENT.test(word.normalize('NFD'));
}

/** A word as it is looked up: without the Arabic article. */
function toStem(word: string): string {
  return word.replace(ARABIC_ARTICLE, '');
}

/** Whether a glossary puts texts into this language, without script or region. */
function knowsLanguage(language: string): language is 'zh' | 'en' {
  return language === 'zh' || language === 'en';
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
  if (!knowsLanguage(language)) return undefined;
  const folded = foldText(text);
  const taken = takeLongest(matchPhrases(text, folded, language, glossary));
  if (taken.length === 0) return undefined;
  let rest = folded;
  let known = 0;
  for (const { start, end } of taken) {
    known += countLetters(folded.slice(start, end));
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  }
  const unknown = countLetters(rest.replace(PARTICLES, ' '));
  const waysOf = ({ thing }: Match): readonly string[] => waysToWrite(thing, language);
  const words = [...new Set(taken.map((match) => waysOf(match)[0] ?? ''))];
  return {
    text: words.join(language === 'zh' ? '' : ' '),
    words: [...new Set(taken.flatMap(waysOf))],
    things: listThings(taken, language, text),
    share: known / (known + unknown),
    isForeign: taken.some((match) => {
      const said = folded.slice(match.start, match.end);
      return waysOf(match).every((word) => said !== foldText(word));
    }),
  };
}

/**
 * The things that a text in the articles' own language names, as far as the glossary knows them.
 *
 * @param language of the text and the articles, without script or region
 * @returns in the order of the text
 */
export function nameThings(
  text: string,
  language: string,
  glossary: Glossary,
): readonly NamedThing[] {
  if (!knowsLanguage(language)) return [];
  const folded = foldText(text);
  // The same characters may be a word of another language; a single one is part of many words.
  const isOwn = ({ thing, start, end }: Match): boolean =>
    end - start > 1 &&
    waysToWrite(thing, language).some((way) => foldText(way) === folded.slice(start, end));
  const named = takeLongest(matchPhrases(text, folded, language, glossary).filter(isOwn));
  return listThings(named, language, text);
}

/** English writes names with a capital letter, and months and days, which are none. */
const NAME =
  /^(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|\w+day)$)\p{Lu}/u;

function listThings(matches: readonly Match[], language: 'zh' | 'en', text: string): NamedThing[] {
  return [...new Set(matches.map(({ thing }) => thing))].map((thing) => {
    const { english = '' } = thing;
    const isWritten = language === 'zh' || text.includes(english);
    return { ways: waysToWrite(thing, language), isName: NAME.test(english) && isWritten };
  });
}

/** All phrases of a glossary that stand in a text. */
function matchPhrases(
  text: string,
  folded: string,
  language: 'zh' | 'en',
  glossary: Glossary,
): Match[] {
  const isPlain = !isAccentedWord(text) && detectQuestionLanguage(text) === 'en';
  const admits = ({ thing, isAccented }: Phrase): boolean =>
    (language === 'zh' || thing.english !== undefined) && !(isPlain && isAccented);
  return [
    ...matchSpaced(folded, glossary.spaced, admits),
    ...matchUnspaced(folded, glossary.unspaced, admits),
  ];
}

const waysToWrite = (thing: Thing, language: 'zh' | 'en'): readonly string[] =>
  language === 'zh' ? thing.chinese : [thing.english ?? ''];

/** Phrases of words that stand one after the other. */
function matchSpaced(
  folded: string,
  phrases: Glossary['spaced'],
  admits: (phrase: Phrase) => boolean,
): Match[] {
  const words = [...folded.matchAll(WORDS)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    forms: [...new Set([word, toStem(word), word.replace(ARABIC_PARTICLE, '')])],
  }));
  return words.flatMap(({ start, forms }, at) =>
    forms.flatMap((form) => {
      const found: Match[] = [];
      for (let length = 1; length <= Math.min(KEY_LENGTH.spaced, form.length); length += 1) {
        for (const phrase of phrases.get(form.slice(0, length)) ?? []) {
          const last = words[at + phrase.parts.length - 1];
          const fits = (part: string, place: number): boolean =>
            words[at + place]?.forms.some((word) => fitsWord(word, part)) === true;
          if (last === undefined || !admits(phrase) || !phrase.parts.every(fits)) continue;
          found.push({ thing: phrase.thing, start, end: last.end });
        }
      }
      return found;
    }),
  );
}

function fitsWord(word: string, part: string): boolean {
  return part.endsWith('*') ? word.startsWith(part.slice(0, -1)) : word === part;
}

/** Phrases of scripts without spaces, wherever their characters stand. */
function matchUnspaced(
  folded: string,
  phrases: Glossary['unspaced'],
  admits: (phrase: Phrase) => boolean,
): Match[] {
  const found: Match[] = [];
  for (let start = 0; start < folded.length; start += 1) {
    for (let length = 1; length <= KEY_LENGTH.unspaced; length += 1) {
      for (const phrase of phrases.get(folded.slice(start, start + length)) ?? []) {
        const [way = ''] = phrase.parts;
        const literal = way.replace(/\*$/, '');
        if (!folded.startsWith(literal, start) || !admits(phrase)) continue;
        found.push({ thing: phrase.thing, start, end: start + literal.length });
      }
    }
  }
  return found;
}

/** The longest win: “Inner Mongolia” is not Mongolia. @returns in the order of the text, none over another */
function takeLongest(found: readonly Match[]): Match[] {
  const taken: Match[] = [];
  const byLength = [...found].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  for (const match of byLength) {
    const isFree = taken.every(({ start, end }) => match.end <= start || match.start >= end);
    if (isFree) taken.push(match);
  }
  return taken.sort((a, b) => a.start - b.start);
}

function countLetters(text: string): number {
  return (text.match(LETTERS) ?? [])
    .filter((word) => !FUNCTION_WORDS.has(word))
    .reduce((sum, word) => sum + word.length, 0);
}
