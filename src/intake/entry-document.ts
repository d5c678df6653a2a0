/** A feed's entry → the document that is ingested, from the entry alone or from the page that it links to. */
import { createHash } from 'node:crypto';
import type { Feed, FeedEntry } from '../domain/feed.js';
import { makeTitle } from '../ingest/make-title.js';
import type { TextDocument } from '../ingest/text-document.js';
import type { WebPage } from '../ports/web-reader.js';

/** A page whose text is not this many times longer than the teaser is a menu, or a wall. */
const MIN_PAGE_GAIN = 1.2;

/** The hash of all that an entry says; another one means that it has changed. */
export function hashEntry(entry: FeedEntry): string {
  const { title, link, date, author, paragraphs } = entry;
  const words = JSON.stringify([title, link, date, author, paragraphs]);
  return createHash('sha256').update(words).digest('hex');
}

/** Makes the document of an entry. @param page that the entry links to, where it was read */
export function makeEntryDocument(
  feed: Pick<Feed, 'address' | 'title'>,
  entry: FeedEntry,
  page?: WebPage,
): TextDocument {
  const publisher = feed.title ?? new URL(feed.address).hostname;
  const isPageBetter =
    page !== undefined && countCharacters(page) > countCharacters(entry) * MIN_PAGE_GAIN;
  const { paragraphs } = isPageBetter ? page : entry;
  const author = entry.author ?? (isPageBetter ? page.author : undefined);
  const first = paragraphs[0]?.text ?? '';
  return {
    name: publisher,
    // The entry’s id, not its link: links change, and several entries may share one. (The buffer mends half characters.)
    path: `${feed.address}#${encodeURIComponent(Buffer.from(entry.id).toString())}`,
    title: entry.title ?? page?.title ?? (makeTitle(first) || publisher),
    paragraphs,
    ...(entry.date === undefined ? {} : { date: entry.date }),
    ...(entry.datePrecision === undefined ? {} : { datePrecision: entry.datePrecision }),
    publisher,
    ...(author === undefined ? {} : { author }),
    ...(entry.link === undefined ? {} : { link: entry.link }),
  };
}

function countCharacters({ paragraphs }: Pick<WebPage, 'paragraphs'>): number {
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0);
}
