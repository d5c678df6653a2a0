/** An article → pages, cut between paragraphs; each page is one message with the article's head. */
import type { Citation } from '../../domain/answer.js';
import { type Article, findPages } from '../../domain/article.js';
import type { Span } from '../../domain/passage.js';
import type { Texts } from '../../texts/texts.js';
import { cleanLabel } from './clean-label.js';
import { renderSource } from './render-citation.js';
import { boldSpans, joinRich, linkRich, type RichText, wrapRich } from './rich-text.js';
import { MESSAGE_LIMITS, splitMessage } from './split-message.js';

/** Characters of the article on one page at most; the head takes the rest of the message. */
const PAGE_LENGTH = 3000;

/** One page of an article. */
export interface ArticlePage {
  readonly content: RichText;
  /** From 0. */
  readonly page: number;
  readonly pages: number;
}

/**
 * Renders a page of an article.
 *
 * @param options.quote shown in bold, in offsets of the article's text
 * @param options.page from 0; clamped to the pages there are; without it the page on which the quote begins
 */
export function renderArticlePage(
  article: Article,
  options: {
    readonly quote: Span & Pick<Citation, 'version'>;
    readonly page?: number | undefined;
    readonly texts: Texts;
  },
): ArticlePage {
  const { quote, texts } = options;
  const body = boldSpans(article.text, [[quote.start, quote.end]]);
  const pages = splitMessage(body, { ...MESSAGE_LIMITS, maxLength: PAGE_LENGTH });
  const wanted = options.page ?? findPage(pages, quote.start);
  const page = Math.min(Math.max(wanted, 0), pages.length - 1);
  const title = wrapRich(linkRich(cleanLabel(article.title), article.link), 'bold');
  const place = findPages(article.pageStarts, article);
  const source = renderSource({ ...article, ...place, version: quote.version }, texts);
  const head = joinRich(source === '' ? [title] : [title, source], '\n');
  return {
    content: joinRich([head, pages[page] ?? { text: '', entities: [] }], '\n\n'),
    page,
    pages: pages.length,
  };
}

function findPage(pages: readonly RichText[], offset: number): number {
  let end = 0;
  for (const [index, { text }] of pages.entries()) {
    end += text.length;
    if (offset < end) return index;
  }
  return 0;
}
