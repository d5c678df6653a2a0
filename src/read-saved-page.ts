/** A page that somebody has saved → its article with what its head says of it, or all its text where it holds many. */
import { parseHTML } from 'linkedom';
import type { ArticleFacts } from './domain/article.js';
import type { WebParagraph } from './domain/feed.js';
import { readEntryDate } from './ingest/read-entry-date.js';
import { readArticlePage, readParagraphs, refuseManyTags } from './read-html.js';
import { findMainElement, type PageElement } from './read-main-text.js';

export interface SavedPage extends ArticleFacts {
  readonly paragraphs: readonly WebParagraph[];
  /** The page holds several articles; `paragraphs` are those of all of it. */
  readonly isMany: boolean;
}

const MAIN_SHARES = {
  /** Readability has found the main text where it has this share of the words outside of menus, heads and feet … */
  trusted: 0.6,
  /** … and all of it where it has this share of the words in the part that holds it. */
  whole: 0.99,
} as const;

const FURNITURE =
  'nav, aside, header nav, body > header, body > footer, footer, form, [role=navigation], [role=banner], [role=contentinfo], [aria-hidden=true], [hidden]';

/** As much of a document as is looked at. */
interface Head {
  querySelector(selector: string): {
    readonly textContent: string | null;
    getAttribute(name: string): string | null;
  } | null;
}

/** @throws Error when it has too many elements */
export function readSavedPage(html: string): SavedPage {
  refuseManyTags(html);
  const { document } = parseHTML(
    html.includes('<body') ? html : `<html><body>${html}</body></html>`,
  );
  const facts = readFacts(document as unknown as Head, html);
  for (const node of document.querySelectorAll(FURNITURE)) node.remove();
  const body = readParagraphs(String(document.body?.innerHTML ?? ''));
  const headings = body.filter(({ headingLevel }) => headingLevel === 1);
  if (headings.length > 1) return { ...facts, paragraphs: body, isMany: true };
  const main = readArticlePage(html);
  const root = document.body as unknown as PageElement & { readonly innerHTML: string };
  const element = findMainElement(root, main.paragraphs) as typeof root;
  const part = readParagraphs(String(element.innerHTML));
  const isPart = countWords(main.paragraphs) >= countWords(body) * MAIN_SHARES.trusted;
  const whole = isPart ? part : body;
  const isMain = countWords(main.paragraphs) >= countWords(whole) * MAIN_SHARES.whole;
  const title = headings[0]?.text ?? main.title ?? facts.title;
  const author = facts.author ?? main.author;
  return {
    ...facts,
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    paragraphs: isMain ? main.paragraphs : whole,
    isMany: false,
  };
}

function countWords(paragraphs: readonly WebParagraph[]): number {
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0);
}

function readFacts(document: Head, html: string): ArticleFacts {
  const meta = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const found = document.querySelector(`meta[property="${name}"], meta[name="${name}"]`);
      const content = found?.getAttribute('content')?.trim();
      if (content) return content;
    }
    return undefined;
  };
  const title = meta('og:title') ?? document.querySelector('title')?.textContent?.trim();
  const author = meta('author', 'article:author', 'DC.creator');
  const publisher = meta('og:site_name', 'publisher', 'DC.publisher', 'application-name');
  const link = [
    document.querySelector('link[rel=canonical]')?.getAttribute('href'),
    meta('og:url'),
    /<!-- saved from url=\(\d+\)(\S+) -->/.exec(html)?.[1],
  ].find((address) => address?.match(/^https?:\/\/\S+$/));
  return {
    ...(title === undefined || title === '' ? {} : { title }),
    ...(author === undefined || author.length > 80 || /^https?:/.test(author) ? {} : { author }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(link === undefined || link === null ? {} : { link }),
    ...readEntryDate(
      meta(
        'article:published_time',
        'datePublished',
        'publishdate',
        'pubdate',
        'date',
        'DC.date',
      ) ??
        /"datePublished"\s*:\s*"([^"]+)"/.exec(html)?.[1] ??
        document
          .querySelector('article time[datetime], time[datetime]')
          ?.getAttribute('datetime') ??
        undefined,
    ),
  };
}
