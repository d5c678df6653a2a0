/** The surroundings of a quote: its neighbours in the article. */
import type { Article } from '../domain/article.js';
import type { Span } from '../domain/passage.js';
import type { PassageStore } from '../ports/article-store.js';

/** A quote's surroundings: the passage with its neighbours, as spans of the article. */
export interface Context {
  readonly article: Article;
  /** The passage before, or an empty span at the quote's start. */
  readonly before: Span;
  readonly quote: Span;
  /** The passage after, or an empty span at the quote's end. */
  readonly after: Span;
}

/** @returns undefined when the article is gone or the span is not in it any more */
export async function readContext(
  article: Article | undefined,
  quote: Span,
  passages: Pick<PassageStore, 'listPassages'>,
): Promise<Context | undefined> {
  if (
    article === undefined ||
    quote.start < 0 ||
    quote.end > article.text.length ||
    quote.start >= quote.end
  ) {
    return undefined;
  }
  const all = await passages.listPassages(article.id);
  const previous = all.filter((passage) => passage.end <= quote.start).at(-1);
  const next = all.find((passage) => passage.start >= quote.end);
  return {
    article,
    before: { start: previous?.start ?? quote.start, end: previous?.end ?? quote.start },
    quote,
    after: { start: next?.start ?? quote.end, end: next?.end ?? quote.end },
  };
}
