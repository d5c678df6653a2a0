/** Finds the headings of Markdown, `#` and underlined, and the front matter; nothing else of it matters to splitting. */
import type { ArticleFacts } from '../domain/article.js';
import { isTitleKey, readFrontMatter } from './read-front-matter.js';
import { recogniseNumbering } from './recognise-headings.js';
import type { SourceLine } from './scan-lines.js';

/** A heading of Markdown. */
export interface MarkdownHeading {
  /** 1 for `#`. */
  readonly level: number;
  /** Without `#`, `**` and link targets. */
  readonly text: string;
}

/** What Markdown says about the lines of a document. */
export interface MarkdownLines {
  /** By line number. */
  readonly headings: ReadonlyMap<number, MarkdownHeading>;
  /** Underlines of headings: they belong to no paragraph. */
  readonly underlines: ReadonlySet<number>;
  /** Lines of the front matter, fences included, but for a title that stands nowhere else. */
  readonly frontMatter: ReadonlySet<number>;
  /** What the front matter states. */
  readonly facts: ArticleFacts;
}

/** Takes the marks of emphasis and links off a heading. */
export function stripMarks(text: string): string {
  return text
    .replace(/\s#+$/, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^(\*\*|__|\*|_)(.+)\1$/, '$2')
    .replace(/\*\*|__|`/g, '')
    .trim();
}

/**
 * Reads the headings of a document.
 *
 * @param isMarkdown false: a plain text, in which `#` headings count only when there are at least two
 * @param known levels of headings by line, of a format that marks them; then nothing else is one
 */
export function readMarkdown(
  lines: readonly SourceLine[],
  isMarkdown: boolean,
  known?: ReadonlyMap<number, number>,
): MarkdownLines {
  if (known !== undefined) return readKnownHeadings(lines, known);
  const headings = new Map<number, MarkdownHeading>();
  const underlines = new Set<number>();
  const frontMatter = new Set<number>();
  let facts: ArticleFacts = {};
  const fence = lines.findIndex((line, index) => index > 0 && index < 40 && line.text === '---');
  if (isMarkdown && lines[0]?.text === '---' && lines[0].number === 1 && fence > 0) {
    const front = lines.slice(0, fence + 1);
    for (const line of front) frontMatter.add(line.number);
    facts = readFrontMatter(front.map(({ text }) => text));
  }
  let isCode = false;
  for (const [index, line] of lines.entries()) {
    if (/^(?:```|~~~)/.test(line.text)) isCode = !isCode;
    if (isCode || frontMatter.has(line.number)) continue;
    const match = /^(#{1,6})\s+(?=\S)(.*)$/.exec(line.text);
    if (match !== null) {
      const text = stripMarks(match[2] ?? '');
      if (text !== '') headings.set(line.number, { level: (match[1] ?? '#').length, text });
      continue;
    }
    const before = lines[index - 1];
    if (!isMarkdown || before === undefined || line.blanksBefore > 0) continue;
    if (!/^(?:={3,}|-{3,})$/.test(line.text) || headings.has(before.number)) continue;
    if (before.blanksBefore === 0 && index > 1) continue;
    headings.set(before.number, {
      level: line.text.startsWith('=') ? 1 : 2,
      text: stripMarks(before.text),
    });
    underlines.add(line.number);
  }
  if (!isMarkdown && headings.size < 2) headings.clear();
  const titleLine = lines.slice(0, fence + 1).find(({ text }) => isTitleKey(text));
  const hasTitle = [...headings.values()].some(({ level }) => level === 1);
  if (facts.title !== undefined && titleLine !== undefined && !hasTitle) {
    headings.set(titleLine.number, { level: 1, text: facts.title });
    frontMatter.delete(titleLine.number);
  }
  return { headings, underlines, frontMatter, facts };
}

/**
 * The headings of a word processor or a web page. Chapters and clauses of a regulation are set as headings too: a level
 * that is mostly numbered divides an article, and numbering tells of itself.
 */
function readKnownHeadings(
  lines: readonly SourceLine[],
  known: ReadonlyMap<number, number>,
): MarkdownLines {
  const found = lines.flatMap((line) => {
    const level = known.get(line.number);
    return level === undefined ? [] : [{ line, level }];
  });
  const headings = new Map<number, MarkdownHeading>();
  for (const { line, level } of found) {
    const same = found.filter((other) => other.level === level);
    const numbered = same.filter((other) => recogniseNumbering(other.line.text) !== undefined);
    if (numbered.length * 2 <= same.length) headings.set(line.number, { level, text: line.text });
  }
  return { headings, underlines: new Set(), frontMatter: new Set(), facts: {} };
}
