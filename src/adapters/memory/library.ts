/** A library in memory, a tool of the tests: what the in-memory stores share, and how a document comes and goes in it. */
import type { Article, ArticleDraft, LibraryDocument } from '../../domain/article.js';
import type { Passage, TokenVectors } from '../../domain/passage.js';
import type { TokenSum } from '../../ports/article-store.js';
import { createMemoryFollowing, type MemoryFollowing } from './following.js';

export interface MemoryPassage {
  readonly passage: Passage;
  readonly vector: Float32Array;
  readonly tokenVectors: TokenVectors;
  readonly terms: readonly string[];
}

export interface MemoryArticle {
  readonly article: Article;
  readonly draft: ArticleDraft;
  readonly passages: readonly MemoryPassage[];
}

export interface MemoryDocument {
  readonly document: LibraryDocument;
  readonly articles: readonly MemoryArticle[];
  readonly tokenSum: TokenSum;
}

/** What the in-memory stores look at; only the article store changes it. */
export interface MemoryLibrary {
  readonly libraryId: string;
  readonly dimensions: number;
  /** In the order in which they were first ingested. */
  documents: readonly MemoryDocument[];
  generation: number;
  nextPassageId: number;
  /** Subscribers, topics and alerts. */
  readonly following: MemoryFollowing;
}

let libraries = 0;

/** An empty library. @param dimensions of its vectors */
export function createMemoryLibrary(dimensions: number): MemoryLibrary {
  libraries += 1;
  const libraryId = `memory-${libraries}`;
  return {
    libraryId,
    dimensions,
    documents: [],
    generation: 0,
    nextPassageId: 1,
    following: createMemoryFollowing(),
  };
}

/** All passages of a library, by ascending id. */
export function listAll(library: MemoryLibrary): MemoryPassage[] {
  return library.documents
    .flatMap(({ articles }) => articles.flatMap(({ passages }) => passages))
    .sort((a, b) => a.passage.id - b.passage.id);
}
