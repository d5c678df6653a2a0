/** What may be a version of an article. Which of it is one, the core decides. */
import type { ArticleVersion } from '../domain/version.js';

/** An article with the texts that may be versions of it. */
export interface VersionCandidates {
  readonly article: ArticleVersion;
  /** Texts whose place it has taken, directly or one after the other, or that took its place; in no particular order. */
  readonly earlier: readonly ArticleVersion[];
  /** Others of the same title and publisher, the latest ones at most. */
  readonly namesakes: readonly ArticleVersion[];
}

export interface VersionStore {
  /** By id, of those among `ids` that exist, also as old texts. */
  findCandidates(ids: readonly string[]): Promise<ReadonlyMap<string, VersionCandidates>>;
  /** All old texts, in the order in which they were replaced. */
  listReplaced(): Promise<readonly ArticleVersion[]>;
}
