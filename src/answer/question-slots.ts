/** The parts of a question that a follow-up puts something else in the place of: a numbered article, a time. */

type SlotKind = 'article' | 'time';

/** A part of a text, `[start, end)`. */
export interface Slot {
  readonly kind: SlotKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Whether the text is nothing but this part, small words aside. */
  readonly isWhole: boolean;
}

const NUMERAL = '(?:[〇零一二三四五六七八九十百千]{1,9}|\\d{1,4})';

/** Numbered articles of a regulation, as the languages name them. */
const ARTICLE = new RegExp(
  [
    `第\\s*${NUMERAL}\\s*[条條]`,
    '제\\s*\\d{1,4}\\s*조',
    '(?:article|articles|art\\.|section|artículo|artikel|paragraf|paragraph|статья|статье|статьи|статью|điều|المادة)\\s*\\d{1,4}(?!\\d)',
    '§\\s*\\d{1,4}',
  ].join('|'),
  'giu',
);

/** Years with a month or day behind them, and years told from now on. */
const TIME = new RegExp(
  [
    '(?<!\\d)(?:19|20)\\d\\d\\s*年(?:\\s*\\d{1,2}\\s*月(?:\\s*\\d{1,2}\\s*[日号號])?|[上下]半年|末|底|初)?',
    '[一二][〇零○一二三四五六七八九]{3}年',
    '(?<!\\d)(?:19|20)\\d\\d\\s*년',
    '[去今明前后後]年|昨年|来年|來年',
    '(?<![\\d.,-])(?:19|20)\\d\\d(?:-\\d{2}(?:-\\d{2})?|/\\d\\d)?(?![\\d.,]\\d|\\d)',
    '\\b(?:last|this|next)\\s+year\\b',
  ].join('|'),
  'giu',
);

/** Words that stand around a slot without adding to it. */
const SMALL_WORDS =
  /^(?:in|for|from|of|the|year|under|en|año|el|la|du|dans|im|jahr|in|nach|в|за|году|год|năm|trong|في|عام|سنة|의|에|은|는|은요|는요|に|の|は|では|在|到)$/iu;

/** The first numbered article of a text, else its first time. */
export function findSlot(text: string): Slot | undefined {
  return findSlots(text, 'article')[0] ?? findSlots(text, 'time')[0];
}

/** All parts of one kind, in order. */
export function findSlots(text: string, kind: SlotKind): readonly Slot[] {
  return [...text.matchAll(kind === 'article' ? ARTICLE : TIME)].map((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const around = `${text.slice(0, start)} ${text.slice(end)}`;
    const words = around.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    const isWhole = words.every((word) => SMALL_WORDS.test(word));
    return { kind, start, end, text: match[0], isWhole };
  });
}
