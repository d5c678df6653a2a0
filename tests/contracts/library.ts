/** Tool of the contracts: a library with its stores, as each technology opens one. */
import type {
  ArticleStore,
  LibraryStateSource,
  PassageStore,
} from '../../src/ports/article-store.js';
import type { LexicalIndex } from '../../src/ports/lexical-index.js';

/** The stores of one library, which are the same data seen through several ports. */
export interface OpenLibrary {
  readonly store: ArticleStore;
  readonly passages: PassageStore;
  readonly lexical: LexicalIndex;
  readonly state: LibraryStateSource;
  close(): Promise<void>;
}

/** Dimensions of the vectors that the contracts store. */
export const DIMENSIONS = 32;

/** Opens an empty library. */
export type OpenEmptyLibrary = () => Promise<OpenLibrary>;
