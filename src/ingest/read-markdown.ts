/** Finds the headings of Markdown, `#` and underlined, and the front matter; nothing else of it matters to splitting. */
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
  /** Lines of the front matter, fences included. */
  readonly frontMatter: ReadonlySet<number>;
  /** `title: …` of the front matter. */
  readonly title?: string;
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
 */
export function readMarkdown(lines: readonly SourceLine[], isMarkdown: boolean): MarkdownLines {
  const headings = new Map<number, MarkdownHeading>();
  const underlines = new Set<number>();
  const frontMatter = new Set<number>();
  let title: string | undefined;
  const fence = lines.findIndex((line, index) => index > 0 && index < 40 && line.text === '---');
  if (isMarkdown && lines[0]?.text === '---' && lines[0].number === 1 && fence > 0) {
    for (const line of lines.slice(0, fence + 1)) {
      frontMatter.add(line.number);
      title ??= /^title:\s*["'“]?(.+?)["'”]?$/i.exec(line.text)?.[1];
    }
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
  return { headings, underlines, frontMatter, ...(title === undefined ? {} : { title }) };
}
