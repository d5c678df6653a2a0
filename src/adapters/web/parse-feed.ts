/**
 * RSS, Atom, RDF and JSON Feed → entries, by feedsmith. Feeds that bring a document type with entities of their own are
 * refused before any parser sees them.
 */
import { parseFeed as parseAnyFeed } from 'feedsmith';
import type { FeedEntry, WebParagraph } from '../../domain/feed.js';
import { AppError } from '../../errors.js';
import { readEntryDate } from '../../ingest/read-entry-date.js';
import { readLine, readParagraphs } from '../../read-html.js';

/** How entries are read. */
const ENTRY_RULES = {
  /** Entries that are taken from one feed, its first ones; the largest feeds in use have some hundreds. */
  maxEntries: 500,
  /** A summary with fewer characters than this is taken for a teaser; news agencies tease with 50 to 300. */
  minFullLength: 800,
  maxLinkLength: 2000,
  maxIdLength: 1000,
} as const;

/** Longest document type without declarations of its own; real ones have some 130 characters. */
const MAX_DOCTYPE_LENGTH = 1000;

/** What teasers end with, in their last characters. */
const TEASER_END =
  /(?:\.{3}|…|\[…\]|\[\.{3}\]|(?:阅读|閱讀|查看|點擊|点击)(?:全文|原文|更多|详情)|(?:read|continue reading|see) (?:more|on|the rest).{0,20})[\s»›>。.]*$/i;

/** A feed that was read. */
export interface ParsedFeed {
  readonly title?: string;
  /** Each id once. */
  readonly entries: readonly FeedEntry[];
}

type AnyFeed = ReturnType<typeof parseAnyFeed>;

/** An entry as its format has it, under common names. */
interface RawEntry {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly link?: string | undefined;
  readonly date?: unknown;
  readonly authors?: readonly (string | undefined)[] | undefined;
  /** The whole text, as HTML. */
  readonly content?: string | undefined;
  /** The whole text, plain. */
  readonly plain?: string | undefined;
  /** A summary, or the whole text: nobody says which. */
  readonly summary?: string | undefined;
}

/**
 * Parses a feed.
 *
 * @param address of the feed, for relative links and messages
 * @throws AppError FEED_INVALID, FEED_UNSAFE
 */
export function parseFeed(text: string, address: string): ParsedFeed {
  refuseEntities(text, address);
  let parsed: AnyFeed;
  try {
    parsed = parseAnyFeed(text);
  } catch (cause) {
    throw new AppError(
      'FEED_INVALID',
      `expected an RSS, Atom, RDF or JSON feed, got something else: ${address}`,
      { cause },
    );
  }
  const { title, entries } = readFormat(parsed);
  const shown = readLine(title ?? '');
  const seen = new Set<string>();
  return {
    ...(shown === '' ? {} : { title: shown }),
    entries: entries.slice(0, ENTRY_RULES.maxEntries).flatMap((raw) => {
      const entry = readEntry(raw, address);
      if (entry === undefined || seen.has(entry.id)) return [];
      seen.add(entry.id);
      return [entry];
    }),
  };
}

/**
 * Looks at what stands before the first element; comments and instructions cannot hide it. Goes through the text once,
 * because patterns take for ever on a text that is made to that end.
 *
 * @throws AppError FEED_UNSAFE
 */
function refuseEntities(text: string, address: string): void {
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const start = text.slice(at, at + 4);
    if (start === '<!--' || start.startsWith('<?')) {
      const close = start === '<!--' ? '-->' : '?>';
      const end = text.indexOf(close, at + 2);
      if (end < 0) return;
      at = end + close.length;
    } else if (start.startsWith('<!')) {
      const end = text.slice(at, at + MAX_DOCTYPE_LENGTH).search(/[[>]/);
      if (text[at + end] !== '>') {
        const message = `expected a feed without entities of its own, got a document type that may declare some: ${address}`;
        throw new AppError('FEED_UNSAFE', message);
      }
      at += end;
    } else return;
  }
}

function readFormat(parsed: AnyFeed): { title?: string | undefined; entries: RawEntry[] } {
  switch (parsed.format) {
    case 'rss':
      return {
        title: parsed.feed.title,
        entries: (parsed.feed.items ?? []).map((item) => ({
          id: item.guid?.value,
          title: item.title,
          link:
            item.link ?? (item.guid?.isPermaLink === false ? undefined : onlyWeb(item.guid?.value)),
          date: item.pubDate ?? item.dc?.dates?.[0],
          authors: item.dc?.creators ?? item.authors?.map(({ name }) => name),
          content: item.content?.encoded,
          summary: item.description,
        })),
      };
    case 'rdf':
      return {
        title: parsed.feed.title,
        entries: (parsed.feed.items ?? []).map((item) => ({
          id: item.rdf?.about,
          title: item.title,
          link: item.link,
          date: item.dc?.dates?.[0],
          authors: item.dc?.creators,
          content: item.content?.encoded,
          summary: item.description,
        })),
      };
    case 'atom':
      return {
        title: parsed.feed.title?.value,
        entries: (parsed.feed.entries ?? []).map((entry) => ({
          id: entry.id,
          title: entry.title?.value,
          link: (
            entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate') ??
            entry.links?.[0]
          )?.href,
          date: entry.published ?? entry.updated,
          authors: entry.authors?.map(({ name }) => name),
          ...(entry.content?.type === undefined || entry.content.type === 'text'
            ? { plain: entry.content?.value }
            : { content: entry.content.value }),
          summary: entry.summary?.value,
        })),
      };
    case 'json':
      return {
        title: parsed.feed.title,
        entries: (parsed.feed.items ?? []).map((item) => ({
          id: item.id,
          title: item.title,
          link: item.url ?? item.external_url,
          date: item.date_published ?? item.date_modified,
          authors: item.authors?.map(({ name }) => name),
          content: item.content_html,
          plain: item.content_text,
          summary: item.summary,
        })),
      };
  }
}

function readEntry(raw: RawEntry, address: string): FeedEntry | undefined {
  const link = readLink(raw.link, address);
  const title = readLine(raw.title ?? '');
  const author = (raw.authors ?? [])
    .map((name) => readAuthor((name ?? '').slice(0, 400)))
    .filter(Boolean);
  const body = readBody(raw);
  const id = (raw.id?.trim() || link || title).slice(0, ENTRY_RULES.maxIdLength);
  if (id === '') return undefined;
  return {
    id,
    ...(title === '' ? {} : { title }),
    ...(link === undefined ? {} : { link }),
    ...readEntryDate(typeof raw.date === 'string' ? raw.date.slice(0, 80) : undefined),
    ...(author.length === 0 ? {} : { author: author.join(', ') }),
    ...body,
  };
}

function readBody({
  content,
  plain,
  summary,
}: RawEntry): Pick<FeedEntry, 'paragraphs' | 'isTeaser'> {
  const whole =
    content === undefined ? (plain === undefined ? [] : splitLines(plain)) : readAny(content);
  const paragraphs = whole.length > 0 ? whole : readAny(summary ?? '');
  const length = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  const isShort = whole.length === 0 && length < ENTRY_RULES.minFullLength;
  return {
    paragraphs,
    isTeaser: isShort || TEASER_END.test((paragraphs.at(-1)?.text ?? '').slice(-80)),
  };
}

/** HTML, or a plain text whose paragraphs are parted by empty lines. */
function readAny(text: string): readonly WebParagraph[] {
  if (/<[a-z/!]/i.test(text)) return readParagraphs(text);
  return text.split(/\n\s*\n/).flatMap((part) => readParagraphs(part));
}

function splitLines(text: string): readonly WebParagraph[] {
  return text
    .split(/[\n\r]+/)
    .map((line) => ({ text: line.replace(/\s+/g, ' ').trim() }))
    .filter((paragraph) => paragraph.text !== '');
}

function readLink(link: string | undefined, address: string): string | undefined {
  if (link === undefined || !URL.canParse(link.trim(), address)) return undefined;
  return onlyWeb(new URL(link.trim(), address).href);
}

function onlyWeb(link: string | undefined): string | undefined {
  if (link === undefined || !/^https?:\/\//.test(link)) return undefined;
  return link.length > ENTRY_RULES.maxLinkLength ? undefined : link;
}

/** `editor@example.org (Ann Lee)` is Ann Lee; an address without a name is nobody. */
function readAuthor(author: string): string {
  const name = /^\S+@\S+\s+\((.+)\)$/.exec(author.trim())?.[1] ?? author;
  return /^\S+@\S+$/.test(name.trim()) ? '' : readLine(name).slice(0, 80);
}
