/**
 * The first step of splitting: every line of a document with its characters cleaned and its shape measured.
 * All later steps see lines only through this; the line number is never lost.
 */

/** A line with text, as the splitter sees it. Lines without text are counted in the `blanksBefore` of the next one. */
export interface SourceLine {
  /** 1-based number in the document as given. */
  readonly number: number;
  /** Trimmed, control and invisible characters dropped, runs of white space collapsed to one space. */
  readonly text: string;
  /** Width of the white space before the text, in half-width columns. */
  readonly indent: number;
  /** Width of the text in half-width columns: a Chinese character is 2. */
  readonly width: number;
  /** Lines without text between this line and the line with text before it. */
  readonly blanksBefore: number;
  /** A form feed stands in or before the line. */
  readonly afterFormFeed: boolean;
}

/** C0 and C1 controls but tab and form feed, soft hyphen, zero-width space, word joiner, BOM, bidi controls, U+FFFC. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFFC]/g;
/** Joiners mean something between letters of Persian or Hindi and inside emoji, never beside these. */
const IDLE_JOINER = /(?<=^|[\s\p{Script=Han}\p{Script=Latin}\p{P}\d])[\u200C\u200D]+/gu;
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/;
/** Full-width in Chinese print, narrow in Latin print. */
const WIDE_IN_CHINESE =
  /[\u2014\u2018\u2019\u201C\u201D\u2026\u00B7\u203B\u2460-\u24FF\u2160-\u217F\u25A0-\u26FF]/;

/** A line may be a whole book. Longer ones than this are not measured to the end. */
const LONG_LINE = 5000;

/** Drops the characters of a line that nobody can see and that would break a search for a quote. */
function dropInvisible(line: string): string {
  return line.replace(INVISIBLE, '').replace(IDLE_JOINER, '');
}

/**
 * Measures how wide a text is printed, in half-width columns.
 *
 * A line longer than any page is wide is as wide as it has characters. A space between a digit or Latin letter and a Chinese character counts a half: word processors set it that narrow.
 */
export function measureWidth(text: string, isChinese: boolean): number {
  if (text.length > LONG_LINE) return text.length;
  let width = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? '';
    if (character === ' ') {
      const isBesideChinese =
        WIDE.test(text[index - 1] ?? ' ') !== WIDE.test(text[index + 1] ?? ' ') && isChinese;
      width += isBesideChinese ? 0.5 : 1;
    } else if (WIDE.test(character)) width += 2;
    else if (isChinese && WIDE_IN_CHINESE.test(character)) width += 2;
    else if (character >= '\uDC00' && character <= '\uDFFF') continue;
    else if (character >= '\uD800' && character <= '\uDBFF') width += 2;
    else width += 1;
  }
  return width;
}

/** Whether more than a fifth of the visible characters are Chinese, Japanese or Korean. */
export function isMostlyChinese(lines: readonly string[]): boolean {
  let wide = 0;
  let visible = 0;
  const step = Math.max(1, Math.floor(lines.length / 2000));
  for (let index = 0; index < lines.length; index += step) {
    for (const character of (lines[index] ?? '').slice(0, LONG_LINE)) {
      if (/\s/.test(character)) continue;
      visible += 1;
      if (WIDE.test(character)) wide += 1;
    }
  }
  return wide > visible / 5;
}

function measureIndent(line: string): number {
  let indent = 0;
  for (const character of line) {
    if (character === '\t') indent += 4;
    else if (character === '\u3000' || character === '\u2003') indent += 2;
    else if (/\s/.test(character)) indent += 1;
    else break;
  }
  return indent;
}

/**
 * Reads the lines that hold text.
 *
 * @param lines as the document reader gives them: `lines[0]` is line 1
 */
export function scanLines(lines: readonly string[]): readonly SourceLine[] {
  const isChinese = isMostlyChinese(lines);
  const scanned: SourceLine[] = [];
  let blanksBefore = 0;
  let afterFormFeed = false;
  for (const [index, line] of lines.entries()) {
    if (line.includes('\f')) afterFormFeed = true;
    const visible = dropInvisible(line);
    const text = visible.trim().replace(/\s{2,}|[\t\f\v\u00A0]/g, ' ');
    if (text === '') {
      blanksBefore += 1;
      continue;
    }
    scanned.push({
      number: index + 1,
      text,
      indent: measureIndent(visible.replaceAll('\f', '')),
      width: measureWidth(text, isChinese),
      blanksBefore,
      afterFormFeed,
    });
    blanksBefore = 0;
    afterFormFeed = false;
  }
  return scanned;
}
