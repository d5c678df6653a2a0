/** Versions: an article that arrived again with changes. The older texts are kept; the newest one is in force. */
import type { Article } from './article.js';

/** An article as it arrived once. */
export interface ArticleVersion extends Article {
  /** ISO 8601, UTC. */
  readonly arrivedAt: string;
  /** When another text took its place in its document; absent for one that can be quoted. */
  readonly replacedAt?: string;
  /** Id of that text. */
  readonly replacedBy?: string;
}

/** Where an article stands among its versions. */
export interface VersionPlace {
  /** From 1, the oldest. */
  readonly number: number;
  /** How many there are, at least 2. */
  readonly of: number;
  /** The newest version. */
  readonly newest: { readonly id: string; readonly date?: string };
}
