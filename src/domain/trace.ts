/** A wording through time: where it first occurs, how often, and in which sentences. */
import type { Citation, Highlight } from './answer.js';

/** A sentence that holds the wording. */
export interface TraceUse {
  /** A slice of the article, always. */
  readonly text: string;
  /** The wording in it. */
  readonly highlights: readonly Highlight[];
  readonly citation: Citation;
}

/** How often in one stretch of time. */
export interface TracePeriod {
  /** `2025-01`, or `2025` when the library spans many years. */
  readonly period: string;
  readonly uses: number;
  readonly articles: number;
}

export interface Trace {
  readonly wording: string;
  /** How often it stands in articles, dated or not. */
  readonly uses: number;
  readonly articles: number;
  /** Uses in articles without a month; they are in no period. */
  readonly undated: number;
  /** Without gaps, from the first to the last one. */
  readonly periods: readonly TracePeriod[];
  /** The earliest use; of those of one day the first in the library. Absent when there is none. */
  readonly first?: TraceUse;
  /**
   * Sentences around it, oldest first, each unlike those before it; the first and the latest are among them. `changes` are
   * all there are, `shown` those listed here.
   */
  readonly sentences: readonly TraceUse[];
  readonly changes: number;
}
