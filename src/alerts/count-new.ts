/** The library as it will be with a document that is about to be stored: what is new in it must not count as unknown. */
import { baseLanguage } from '../domain/article.js';
import { sumRows } from '../domain/vectors.js';
import type { LibraryState, NewArticle, TokenSum } from '../ports/article-store.js';
import type { LexicalIndex } from '../ports/lexical-index.js';
import { weighTerms } from '../search/score-terms.js';
import { extractTerms } from '../search/terms.js';

/** A document's articles as they are about to be stored. */
export interface NewDocument {
  readonly articles: readonly NewArticle[];
  readonly tokenSum: TokenSum;
}

export type CountTerms = Pick<LexicalIndex, 'countPassagesWith'>;

/** The state with the document in it. */
export function addDocument(state: LibraryState, document: NewDocument): LibraryState {
  const vectors = document.articles.flatMap(({ passages }) => passages.map(({ vector }) => vector));
  const dimensions = state.vectorSum.length;
  const languages = new Map(state.languages);
  for (const { draft, passages } of document.articles) {
    const base = baseLanguage(draft.language);
    languages.set(base, (languages.get(base) ?? 0) + passages.length);
  }
  return {
    ...state,
    passages: state.passages + vectors.length,
    tokenSum: {
      sum: sumRows([state.tokenSum.sum, document.tokenSum.sum], dimensions),
      tokens: state.tokenSum.tokens + document.tokenSum.tokens,
    },
    vectorSum: sumRows([state.vectorSum, ...vectors], dimensions),
    languages,
  };
}

/** Counts terms in the library and the document together. */
export function countNewPassages(document: NewDocument, lexical: CountTerms): CountTerms {
  const inDocument = new Map<string, number>();
  for (const { passages } of document.articles) {
    for (const { terms } of passages) {
      for (const term of new Set(terms)) inDocument.set(term, (inDocument.get(term) ?? 0) + 1);
    }
  }
  // Asked for all topics' terms at once, then for those of one topic after the other.
  const known = new Map<string, number>();
  return {
    async countPassagesWith(terms) {
      const missing = [...new Set(terms)].filter((term) => !known.has(term));
      const counts = await lexical.countPassagesWith(missing);
      for (const term of missing) {
        known.set(term, (counts.get(term) ?? 0) + (inDocument.get(term) ?? 0));
      }
      return new Map(terms.map((term) => [term, known.get(term) ?? 0]));
    },
  };
}

/** The weight of each term of some texts in the library. */
export async function readIdf(
  texts: readonly string[],
  state: Pick<LibraryState, 'passages'>,
  lexical: CountTerms,
): Promise<(term: string) => number> {
  const terms = [...new Set(texts.flatMap(extractTerms))];
  const { idf } = weighTerms(terms, await lexical.countPassagesWith(terms), state.passages);
  return (term) => idf.get(term) ?? 0;
}
