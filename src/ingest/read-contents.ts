/**
 * Finds a table of contents: lines that name what comes later. Its lines belong to no article, but its entries are
 * the best evidence for titles there is.
 */
import { endsSentence, squeeze } from './punctuation.js';
import type { SourceLine } from './scan-lines.js';

/** A table of contents. */
export interface Contents {
  /** Numbers of its lines, heading included. */
  readonly lines: ReadonlySet<number>;
  /** Its entries, with and without their number, white space removed. */
  readonly entries: ReadonlySet<string>;
}

const HEADING =
  /^(?:#+\s*)?[【［]?(?:本期|本书|本月)?(?:目\s*录|目\s*次|目\s*錄|要\s*目|contents|table of contents|in this issue)[】］]?\s?[:：]?$/i;
/** Dots, dashes or spaces and a page number at the end of an entry. */
const LEADER = /[\s.·…．・—_–-]{2,}[（(]?\d{1,4}[)）]?$/;
const PAGE = /[\s.·…．・—_–-]*[（(]?\d{1,4}[)）]?$/;
const NUMBER =
  /^(?:[-*•]\s+)?(?:\d{1,3}[.、．)）]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十\d]+[篇编部分章节]+)?\s*/;

const CONTENTS_RULES = {
  minEntries: 3,
  /** Share of the entries that must come again as lines of the document. */
  minFound: 0.5,
  /** A table of contents is not longer than this. */
  maxLines: 3000,
  /** In half-width columns; a longer line is text. */
  maxWidth: 160,
  /** Without a heading it stands within the first lines. */
  maxUnannouncedStart: 12,
  /** A title broken over lines is known by this many first characters. */
  prefixLength: 8,
} as const;

interface Entry {
  readonly line: SourceLine;
  readonly key: string;
  readonly bare: string;
  readonly hasLeader: boolean;
}

function readEntry(line: SourceLine): Entry {
  const text = line.text.replace(/^(?:[-*•]\s+)?\[(.*)\]\(.*\)$/, '$1').replace(/^#+\s+/, '');
  const hasLeader = LEADER.test(text);
  const name = hasLeader ? text.replace(LEADER, '') : text;
  return { line, hasLeader, key: squeeze(name), bare: squeeze(name.replace(NUMBER, '')) };
}

/** Collects the entries from a line on, up to the line that repeats one of them or is running text. */
function collectEntries(lines: readonly SourceLine[], from: number): Entry[] {
  const entries: Entry[] = [];
  const seen = new Set<string>();
  for (const line of lines.slice(from, from + CONTENTS_RULES.maxLines)) {
    if (line.width > CONTENTS_RULES.maxWidth) break;
    const entry = readEntry(line);
    const isAgain = [entry.key, entry.bare].some((name) => name.length >= 4 && seen.has(name));
    if (isAgain) break;
    const isText =
      !entry.hasLeader && (endsSentence(line.text) || /[，、；]$|[。；]/.test(line.text));
    if (isText) break;
    entries.push(entry);
    if (/^\d+$/.test(entry.key)) continue;
    for (const name of [entry.key, entry.bare]) seen.add(name).add(squeeze(name.replace(PAGE, '')));
  }
  return entries;
}

function confirm(
  entries: readonly Entry[],
  lines: readonly SourceLine[],
  after: number,
): Entry[] | undefined {
  const whole = new Set<string>();
  const prefixes = new Set<string>();
  for (const line of lines.slice(after)) {
    const key = squeeze(line.text.replace(/^#+\s+/, ''));
    if (key.length > 90) continue;
    for (const form of [key, key.replace(NUMBER, '')]) {
      whole.add(form);
      if (form.length >= CONTENTS_RULES.prefixLength)
        prefixes.add(form.slice(0, CONTENTS_RULES.prefixLength));
    }
  }
  const isFound = ({ bare }: Entry): boolean =>
    bare.length >= 2 &&
    (whole.has(bare) ||
      whole.has(squeeze(bare.replace(PAGE, ''))) ||
      prefixes.has(bare.slice(0, CONTENTS_RULES.prefixLength)));
  const lastFound = entries.findLastIndex((entry) => isFound(entry) || entry.hasLeader);
  const region = entries.slice(0, lastFound + 1);
  const names = region.filter((entry) => !/^\d*$/.test(entry.key));
  const found = names.filter(isFound).length;
  const leaders = names.filter((entry) => entry.hasLeader).length;
  if (names.length < CONTENTS_RULES.minEntries) return undefined;
  return found >= names.length * CONTENTS_RULES.minFound || leaders >= names.length * 0.8
    ? region
    : undefined;
}

const NONE: Contents = { lines: new Set(), entries: new Set() };

/** Finds the table of contents of a document, if it has one near its beginning. */
export function readContents(lines: readonly SourceLine[]): Contents {
  const heading = lines.findIndex((line, index) => index < 200 && HEADING.test(line.text));
  const starts = heading >= 0 ? [heading + 1] : [];
  if (heading < 0) {
    const leader = lines.findIndex(
      (line, index) =>
        index < 60 && line.width <= CONTENTS_RULES.maxWidth && readEntry(line).hasLeader,
    );
    if (leader >= 0) starts.push(leader);
    for (let start = 0; start < CONTENTS_RULES.maxUnannouncedStart; start += 1) starts.push(start);
  }
  for (const start of starts) {
    const entries = collectEntries(lines, start);
    if (entries.length < CONTENTS_RULES.minEntries) continue;
    const isAnnounced = heading >= 0 || entries[0]?.hasLeader === true;
    const region = confirm(entries, lines, start + entries.length);
    if (region === undefined) continue;
    if (!isAnnounced && !isRepeated(region, lines.slice(start + entries.length))) continue;
    const names = region.filter((entry) => !/^\d*$/.test(entry.key));
    return {
      lines: new Set([
        ...(heading >= 0 ? [lines[heading]?.number ?? 0] : []),
        ...region.map((entry) => entry.line.number),
      ]),
      entries: new Set(
        names.flatMap((entry) => [entry.key, entry.bare, squeeze(entry.bare.replace(PAGE, ''))]),
      ),
    };
  }
  return NONE;
}

/**
 * Whether all entries come again, word for word, with text between them: without a heading above and leaders nothing less
 * is believed. Rows of a table that is printed twice come again one below the other.
 */
function isRepeated(region: readonly Entry[], lines: readonly SourceLine[]): boolean {
  let before: number | undefined;
  let isBlock = true;
  for (const { key } of region) {
    const place = lines.findIndex(({ text }) => squeeze(text) === key);
    if (place < 0) return false;
    isBlock &&= before === undefined || place === before + 1;
    before = place;
  }
  return !isBlock;
}
