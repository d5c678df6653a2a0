/** Naive oracles for the splitter: is every block in its lines, and is every character of the file somewhere? */
import { type ArticleDraft, findLine } from '../../src/domain/article.js';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNSEEN = /[\s\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u00AD]/g;
const squeeze = (text: string): string => text.replace(UNSEEN, '');

/** Blocks whose text, white space removed, does not stand in their lines; `skipped` lines count as absent. */
export function findMisplacedBlocks(
  articles: readonly ArticleDraft[],
  lines: readonly string[],
): string[] {
  return articles.flatMap((article) =>
    article.blocks.flatMap((block) => {
      const quote = article.text.slice(block.start, block.end);
      const from = findLine(article.lineStarts, block.start);
      const to = findLine(article.lineStarts, Math.max(block.start, block.end - 1));
      const inside = lines.slice(from - 1, to);
      const whole = squeeze(inside.join(''));
      const withoutNumbers = squeeze(
        inside.filter((line) => !/^\s*[-—]?\s*\d*\s*[-—]?\s*$/.test(line)).join(''),
      );
      const isThere = whole.includes(squeeze(quote)) || withoutNumbers.includes(squeeze(quote));
      const isInside = from >= article.startLine && to <= article.endLine;
      return isThere && isInside ? [] : [`${from}-${to}: ${quote}`];
    }),
  );
}

const count = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const character of squeeze(text)) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
};

/**
 * Characters of the file that are in no title, subtitle, text or warning.
 * Markdown's marks, the brackets 【】 round a title and the key `标题：` are not kept.
 */
export function findLostCharacters(
  articles: readonly ArticleDraft[],
  lines: readonly string[],
  warnings: readonly string[],
): string[] {
  const kept = count(
    articles.map(({ title, subtitle, text }) => title + (subtitle ?? '') + text).join('') +
      warnings.join(''),
  );
  const lost: string[] = [];
  for (const [character, times] of count(
    lines.map((line) => line.replace(/^标题：/, '')).join(''),
  )) {
    if (/[#*_=【】［］`-]/.test(character)) continue;
    const missing = times - (kept.get(character) ?? 0);
    if (missing > 0) lost.push(`${character} × ${missing}`);
  }
  return lost;
}
