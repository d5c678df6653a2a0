/**
 * Gives each paragraph its role by its own shape and its neighbours: what may be a title, what surely is none.
 * Titles themselves are found later, among the paragraphs that are `plain`.
 */
import type { Layout } from './detect-layout.js';
import type { ParagraphLines } from './heal-lines.js';
import { type JoinedText, joinLines } from './join-lines.js';
import { countInnerSentenceEnds, endsOpen, endsSentence, squeeze } from './punctuation.js';
import { readByline, readInlineAuthor } from './read-bylines.js';
import { isDateLine } from './read-dates.js';
import { type MarkdownHeading, type MarkdownLines, stripMarks } from './read-markdown.js';
import {
  isEditorialCredit,
  readBareSource,
  readSourceLine,
  type SourceCredit,
  unwrapBrackets,
} from './read-source-lines.js';
import {
  isAnnouncement,
  isDivision,
  isInterviewLabel,
  isSalutation,
  recogniseNumbering,
  recogniseSpeaker,
} from './recognise-headings.js';
import { measureWidth, type SourceLine } from './scan-lines.js';

/**
 * - `plain`: a short line without a sentence's end: a title, a kicker, a heading, a signature.
 * - `field`: `标题：…`; `dash`: `——…` under a title; `credit`: a line of the editorial office.
 * - `body`: all that is read as running text.
 */
export type Role =
  | 'body'
  | 'plain'
  | 'field'
  | 'dash'
  | 'date'
  | 'byline'
  | 'note'
  | 'source'
  | 'credit'
  | 'salutation'
  | 'announcement'
  | 'speaker'
  | 'numbered'
  | 'markdown';

/** A paragraph of the document, healed and classified. */
export interface Paragraph extends JoinedText {
  readonly lines: ParagraphLines;
  readonly role: Role;
  readonly first: SourceLine;
  readonly last: SourceLine;
  /** Only of a source line. */
  readonly source?: SourceCredit;
  /** Only of a byline, or of a source line that names one. */
  readonly author?: string;
  /** Only of a Markdown heading. */
  readonly markdown?: MarkdownHeading;
}

/** Longest line that may be a title, in half-width columns: 60 Chinese characters or 120 letters. */
const MAX_DISPLAY_WIDTH = 124;
/** `全市广大医务工作者：` between a title and the first sentence. */
const MAX_ADDRESSEE_LENGTH = 40;
const TITLE_FIELD = /^(?:标题|題目|题目|標題|篇名|文章标题|Title|Headline)\s?[:：]\s?(?=\S)/i;
const OTHER_FIELD =
  /^(?:副标题|发布时间|发布日期|时间|日期|作者|栏目|关键词|正文|内容|摘要|链接|网址|Date|Author|Published|Subtitle|Tags?|URL|Link)\s?[:：]/i;

/** The title in a line such as `标题：…`. */
export function readTitleField(text: string): string | undefined {
  const key = TITLE_FIELD.exec(text)?.[0];
  return key === undefined ? undefined : text.slice(key.length);
}

/** Whether a line stands like a title: short, in one piece, not a sentence. */
export function isDisplayLine(text: string, layout: Layout, lineCount = 1): boolean {
  if (measureWidth(text, layout.isChinese) > MAX_DISPLAY_WIDTH || lineCount > 3) return false;
  if (/[，,].*[：:]$/u.test(text)) return false;
  if (endsOpen(text) || /^[，。、；：！？”）》」』,.;:!?)]/.test(text)) return false;
  if (!/[\p{L}\p{N}]/u.test(text) || /\|.*\|/.test(text) || /https?:\/\//.test(text)) return false;
  if (/^[•·▪◦●○◎*+-]\s/.test(text)) return false;
  if (!layout.isChinese && /^\p{Ll}/u.test(text)) return false;
  if (!endsSentence(text)) return !/[。；]|(?<!^\d{1,2})[.;] (?=\p{Lu}\p{Ll}+ )/u.test(text);
  // Titles may ask or call out, in one short sentence.
  return /[!?！？][”’」』]?$/.test(text) && text.length <= 30 && countInnerSentenceEnds(text) === 0;
}

function findRole(text: string, paragraph: Pick<Paragraph, 'lines'>, layout: Layout): Role {
  if (readTitleField(text) !== undefined) return 'field';
  if (isEditorialCredit(text)) return 'credit';
  if (isDateLine(text)) return 'date';
  if (isAnnouncement(text)) return 'announcement';
  if (/^[※＊]|^(?:注|编者按|编者的话|按语|Note|Editor’s note|Editor's note)\s?[:：]/i.test(text))
    return 'note';
  if (/^[（(]/.test(text) && unwrapBrackets(text) !== undefined && text.length <= 200)
    return 'note';
  if (
    /^(?:——|－－|--|—|―)\s?[^\s—-]/.test(text) &&
    measureWidth(text, layout.isChinese) <= MAX_DISPLAY_WIDTH
  ) {
    return endsSentence(text) ? 'body' : 'dash';
  }
  if (OTHER_FIELD.test(text) && text.length <= 60) return 'byline';
  if (isSalutation(text)) return 'salutation';
  if (recogniseNumbering(text) !== undefined) return 'numbered';
  const isShort = isDisplayLine(text, layout, paragraph.lines.length);
  const label = recogniseSpeaker(text);
  // `某某：一个标题` is a title; a turn of an interview is made of sentences.
  if (label !== undefined && (!isShort || isInterviewLabel(label))) return 'speaker';
  return isShort ? 'plain' : 'body';
}

/** What is known of the document when its paragraphs are classified. */
export interface ClassifyContext {
  readonly layout: Layout;
  readonly markdown: Pick<MarkdownLines, 'headings'>;
  /** Entries of the table of contents, white space removed. */
  readonly contents: ReadonlySet<string>;
  /** Knows the words of the document, for words cut by a hyphen. */
  readonly isWord: (word: string) => boolean;
}

/** Classifies paragraphs. */
export function classifyParagraphs(
  paragraphs: readonly ParagraphLines[],
  { layout, markdown, contents, isWord }: ClassifyContext,
): readonly Paragraph[] {
  const joined = paragraphs.map((lines) => joinLines(lines, isWord));
  return paragraphs.map((lines, index) => {
    const first = lines[0];
    const last = lines[lines.length - 1];
    const text = joined[index];
    if (first === undefined || last === undefined || text === undefined) {
      throw new Error('a paragraph has at least one line');
    }
    const shape = { ...text, lines, first, last };
    const heading = markdown.headings.get(first.number);
    if (heading !== undefined) return { ...shape, role: 'markdown', markdown: heading };
    const below = joined[index + 1]?.text ?? '';
    const above = joined[index - 1]?.text ?? '';
    const isBetween =
      endsSentence(above) &&
      (below === '' || isDisplayLine(below, layout, paragraphs[index + 1]?.length));
    const unmarked = stripMarks(text.text);
    const source = readSourceLine(unmarked) ?? (isBetween ? readBareSource(text.text) : undefined);
    if (source !== undefined) {
      const writer = readInlineAuthor(text.text);
      return {
        ...shape,
        role: 'source',
        source,
        ...(writer === undefined ? {} : { author: writer }),
      };
    }
    const author = readByline(unmarked, unwrapBrackets(below) !== undefined && below.length < 60);
    if (author !== undefined) return { ...shape, role: 'byline', author };
    // Chapters and clauses that are listed too are parts of an article, whatever the contents say.
    const isListed =
      contents.size > 0 &&
      contents.has(squeeze(text.text)) &&
      !isDivision(text.text) &&
      isDisplayLine(text.text, layout, lines.length);
    const role = isListed ? 'plain' : findRole(text.text, shape, layout);
    const isAddressee =
      role === 'plain' &&
      /[：:]$/.test(text.text) &&
      text.text.length <= MAX_ADDRESSEE_LENGTH &&
      !endsSentence(above) &&
      endsSentence(below);
    return { ...shape, role: isAddressee ? 'salutation' : role };
  });
}
