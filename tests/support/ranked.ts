/** Tool of the tests: what a search found, out of a few numbers. */
import type { Article } from '../../src/domain/article.js';
import type { RankedPassage, SearchResult } from '../../src/search/search-passages.js';
import { createDraft } from './drafts.js';

/** A stored article of one paragraph a line. */
export function createArticle(
  title: string,
  paragraphs: readonly string[],
  facts: Partial<Article> = {},
): Article {
  const { blocks: _, ...draft } = createDraft(title, paragraphs);
  return { ...draft, id: title.padEnd(12, '0'), document: 'a.txt', ordinal: 1, ...facts };
}

/** Legs of a passage of usual length and a question that names neither year nor publisher. */
export const UNNAMED = { date: 0, publisher: 0, tokens: 200 } as const;

let nextId = 1;

/** A hit on the part of an article between two offsets; one sentence, unless others are given. */
export function createHit(
  article: Article,
  span: { readonly start: number; readonly end: number },
  facts: Partial<Omit<RankedPassage, 'passage' | 'article'>> & {
    readonly sentences?: RankedPassage['passage']['sentences'];
    readonly headings?: readonly string[];
  } = {},
): RankedPassage {
  const { sentences = [span], headings = [], ...rest } = facts;
  return {
    passage: {
      id: nextId++,
      articleId: article.id,
      ordinal: 1,
      ...span,
      headings,
      sentences,
    },
    article,
    legs: { vector: 0.85, late: 0.5, bm25: 0.3, coverage: 0.5, place: 0, ...UNNAMED },
    score: 0.5,
    sentenceScores: sentences.map(() => 0.5),
    ...rest,
  };
}

/** A whole search result; a question in Chinese whose words the library knows. */
export function createResult(
  ranked: readonly RankedPassage[],
  {
    knownShare = 1,
    questionLanguage = 'zh',
    languageShare = 0,
    places = [],
    question = '早稻插完了吗？',
  }: {
    question?: string;
    knownShare?: number;
    questionLanguage?: string;
    languageShare?: number;
    places?: readonly string[];
  } = {},
): SearchResult {
  return {
    question,
    ranked,
    questionTerms: { idf: new Map(), knownShare, passagesWith: new Map() },
    places,
    questionLanguage,
    languageShare,
  };
}
