/** One score from what the legs say of a passage. */

export interface LegScores {
  /** Cosine of the pooled vectors, centred; -1 to 1, rarely below 0. */
  readonly vector: number;
  /** Late interaction: mean over the question's tokens of their best cosine in the passage, about 0 to 1. */
  readonly late: number;
  /** BM25 as a share of the most that the question could reach, 0 to 1. */
  readonly bm25: number;
  /** Share of the question's weight of words that the passage holds, 0 to 1. */
  readonly coverage: number;
  /** Share of the places that the question names (第十二条) which the passage holds, 0 to 1. */
  readonly place: number;
}

/**
 * Weights of the legs, on fixed scales, so that a score means the same in every question. The lexical ones are scaled
 * by the share of the question's words that the library knows at all: a question in another script has few, and what
 * little it shares by chance must not decide.
 *
 * hit@1 on XQuAD (240 passages; zh→zh, en→en, en→zh, zh→en): late alone 0.955 0.970 0.801 0.834; with these weights
 * 0.964 0.978 0.802 0.834. The pooled vector brings candidates but no order: with weight 0.5 it cost 0.005 on zh→en.
 */
export const FUSION = {
  late: 1,
  bm25: 0.3,
  coverage: 0.3,
  /** Who names a 条 wants that one: enough to outweigh a neighbour that says similar things. */
  place: 0.3,
  /** Only when late interaction is switched off. */
  vectorAlone: 2,
} as const;

/** Fuses the legs; a leg that is off counts nothing. */
export function fuseScores(
  legs: LegScores,
  options: {
    readonly knownShare: number;
    readonly noVector?: boolean;
    readonly noLexical?: boolean;
    readonly noLate?: boolean;
  },
): number {
  const lexical = options.knownShare * (FUSION.bm25 * legs.bm25 + FUSION.coverage * legs.coverage);
  return (
    (options.noLexical ? 0 : lexical + FUSION.place * legs.place) +
    (options.noLate
      ? options.noVector
        ? 0
        : FUSION.vectorAlone * legs.vector
      : FUSION.late * legs.late)
  );
}
