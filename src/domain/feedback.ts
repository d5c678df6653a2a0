/** What readers say of answers: a thumb, and for a wrong answer why. */

/** Why an answer is wrong; `missing`: nothing was found although the library holds it. */
export const REASONS = ['wrongPassage', 'wrongSource', 'missing', 'other'] as const;

export type Reason = (typeof REASONS)[number];

/** A reader's opinion of one answer. */
export interface Vote {
  readonly verdict: 'good' | 'bad';
  /** Only of a bad answer, once the reader has said. */
  readonly reason?: Reason;
}

/** How many votes there are. */
export interface VoteCounts {
  readonly good: number;
  readonly bad: number;
  /** Of the bad ones, those with a reason. */
  readonly reasons: Readonly<Record<Reason, number>>;
}
