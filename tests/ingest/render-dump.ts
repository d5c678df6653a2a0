/** Renders small articles in the layouts that real dumps have, so that tests know what a splitter must find in them. */

/** An article as a test knows it. */
export interface PlainArticle {
  readonly kicker?: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly byline?: string;
  readonly dateLine?: string;
  readonly paragraphs: readonly string[];
  readonly source?: string;
}

/** How a dump is set. */
export interface DumpStyle {
  /** Half-width columns; 0: one paragraph a line. */
  readonly wrap: number;
  /** A blank line behind every line, as PDF readers give it. */
  readonly doubleSpaced?: boolean;
  readonly blankBetweenParagraphs?: boolean;
  readonly blankAroundTitle?: boolean;
  /** White space before a paragraph. */
  readonly indent?: string;
  /** White space before a title. */
  readonly titleIndent?: string;
  /** A line between articles. */
  readonly separator?: string;
  readonly titlePrefix?: (order: number) => string;
  readonly lineEnd?: string;
}

const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u2E80-\uFFEF“”‘’—…]/.test(character) ? 2 : 1), 0);

/** Breaks a text at a width as a word processor does: between Chinese characters, between Latin words. */
function wrapText(text: string, columns: number): string[] {
  if (columns === 0) return [text];
  const pieces = text.match(/[A-Za-z0-9.,%'’;:!?()-]+|\s|./gu) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    const cannotBegin = /^[，。、；：！？”）》]/.test(piece);
    if (widthOf(line) + widthOf(piece) > columns && line !== '' && !cannotBegin) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  lines.push(line.trimEnd());
  return lines;
}

/** Renders a dump; the result is split at `\n` when no other line end is asked for. */
export function renderDump(articles: readonly PlainArticle[], style: DumpStyle): string {
  const lines: string[] = [];
  const blank = (): void => {
    if (lines.length > 0 && lines[lines.length - 1] !== '') lines.push('');
  };
  const put = (text: string, indent = ''): void => {
    for (const [order, line] of wrapText(indent + text, style.wrap).entries()) {
      if (style.doubleSpaced === true && order >= 0) blank();
      lines.push(line);
    }
  };
  for (const [order, article] of articles.entries()) {
    if (order > 0 && style.separator !== undefined) {
      blank();
      lines.push(style.separator);
      blank();
    }
    if (style.blankAroundTitle === true) blank();
    const titleIndent = style.titleIndent ?? '';
    if (article.kicker !== undefined) put(article.kicker, titleIndent);
    put((style.titlePrefix?.(order + 1) ?? '') + article.title, titleIndent);
    for (const line of [article.subtitle, article.byline, article.dateLine]) {
      if (line !== undefined) put(line, titleIndent);
    }
    if (style.blankAroundTitle === true) blank();
    for (const paragraph of article.paragraphs) {
      if (style.blankBetweenParagraphs === true) blank();
      put(paragraph, style.indent ?? '');
    }
    if (article.source !== undefined) {
      if (style.blankBetweenParagraphs === true) blank();
      put(article.source);
    }
  }
  return lines.join(style.lineEnd ?? '\n');
}
