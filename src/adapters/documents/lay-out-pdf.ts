/** Pages of a PDF → lines of text in reading order, with the page that each stands on. */
import type { PageStart } from '../../domain/article.js';
import { arrangePage } from './arrange-page.js';
import { findRunningLines } from './find-running-lines.js';
import { markParagraphs } from './mark-paragraphs.js';
import type { PageLine, PdfPage } from './page-text.js';

/** A PDF as the splitter takes it. */
export interface PdfText {
  readonly lines: readonly string[];
  readonly pageStarts: readonly PageStart[];
  /** Numbers of the lines that begin a paragraph. */
  readonly paragraphStarts: readonly number[];
  /** What each line was on its page; blank lines were nothing. */
  readonly printed: ReadonlyMap<number, PageLine>;
  /** Numbers of pages without text. */
  readonly emptyPages: readonly number[];
  /** What was left out as running heads, feet and page numbers. */
  readonly left: readonly string[];
}

/** Spaces before a line at most. */
const MAX_INDENT = 12;

export function layOutPdf(pages: readonly PdfPage[]): PdfText {
  const found: PageLine[] = [];
  for (const page of pages) {
    found.push(...arrangePage(page, (found[found.length - 1]?.column ?? 0) + 1));
  }
  const likely = findRunningLines(found);
  // Where nothing else is printed on the pages it is their text: slides of one line, labels.
  const running = likely.size === found.length ? new Set<PageLine>() : likely;
  const kept = found.filter((line) => !running.has(line) && line.text !== '');
  const lines: string[] = [];
  const pageStarts: PageStart[] = [];
  const paragraphStarts: number[] = [];
  const printed = new Map<number, PageLine>();
  const margins = measureMargins(kept);
  for (const { line, beginsParagraph, hasSpaceAbove } of markParagraphs(kept)) {
    const isNewPage = pageStarts[pageStarts.length - 1]?.[1] !== line.page;
    if (hasSpaceAbove) lines.push('');
    lines.push(`${isNewPage && lines.length > 0 ? '\f' : ''}${indent(line, margins)}${line.text}`);
    printed.set(lines.length, line);
    if (isNewPage) pageStarts.push([lines.length, line.page]);
    if (beginsParagraph) paragraphStarts.push(lines.length);
  }
  const withText = new Set(found.map(({ page }) => page));
  return {
    lines,
    pageStarts,
    paragraphStarts,
    printed,
    emptyPages: pages.map(({ number }) => number).filter((number) => !withText.has(number)),
    left: [...running].map(({ text }) => text),
  };
}

/** The left edge of each column. */
function measureMargins(lines: readonly PageLine[]): ReadonlyMap<number, number> {
  const margins = new Map<number, number>();
  for (const { column, left } of lines) {
    margins.set(column, Math.min(left, margins.get(column) ?? left));
  }
  return margins;
}

function indent(line: PageLine, margins: ReadonlyMap<number, number>): string {
  const width = (line.left - (margins.get(line.column) ?? line.left)) / (line.size / 2);
  return ' '.repeat(Math.min(MAX_INDENT, Math.max(0, Math.round(width))));
}
