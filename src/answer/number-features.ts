/** Numbers as evidence: what a question asks for and names, and what a passage holds of it. */
import { foldText } from '../search/fold-text.js';

/** Words that ask for a number or a date, in the languages that readers ask in. */
const ASKS_NUMBER =
  /多少|几[个项条名位次年月日种家届]|哪一?年|哪一?天|何时|什么时候|how (?:many|much|long|far|old)|\bwhen\b|what (?:year|date|percent)|сколько|когда|каком году|cu[aá]nt|cu[aá]ndo|combien|quand|wie ?viele?|wann|كم|متى|bao nhiêu|khi nào|mấy|いくつ|何[人年月日回個件]|いつ|どれくらい|몇|언제|얼마/iu;

/** Digits, a Chinese numeral of several characters, or one in front of what it counts. */
const HOLDS_NUMBER =
  /\d|[一二三四五六七八九十百千万亿两]{2,}|[一二三四五六七八九十百千万亿两][个项条名位次年月日种家届人元吨]/u;

const NUMBER = /\d+(?:\.\d+)?/g;

/** Whether a question asks for a number or date while the sentences that match it best hold none. */
export function lacksNumber(question: string, bestSentences: readonly string[]): boolean {
  return (
    ASKS_NUMBER.test(question) &&
    !bestSentences.some((sentence) => HOLDS_NUMBER.test(sentence.normalize('NFKC')))
  );
}

/**
 * How many of the numbers that a question names stand neither in the passage nor in the year of its article.
 *
 * @param passage with its title and headings
 * @param date of the article, ISO 8601
 */
export function countMissingNumbers(
  question: string,
  passage: string,
  date: string | undefined,
): number {
  const numbers = foldText(question).match(NUMBER);
  if (numbers === null) return 0;
  const folded = foldText(passage);
  return numbers.filter(
    (number) =>
      !folded.includes(number) && !(number.length === 4 && date?.startsWith(number) === true),
  ).length;
}
