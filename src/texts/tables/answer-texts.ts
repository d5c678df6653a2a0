/** What is said around answers: over them, under them, and on their buttons. How to add a text: see `../texts.ts`. */
import { fixed, ungrouped } from './variables.js';

export const ANSWER_TEXTS = {
  // Answers: the bot and the terminal share these.
  /** The line over an answer. */
  foundPassages: (count: number) => ({ count }),
  /** The line over passages that are near the question but do not answer it. */
  related: fixed,
  notFound: fixed,
  notAQuestion: fixed,
  emptyLibrary: fixed,
  /** Stands before the other places that carry the same words, without a colon. */
  alsoIn: fixed,
  /** Where a quote stands in its document; both numbers 1-based and inclusive. */
  lines: (startLine: number, endLine: number) => ({
    startLine: ungrouped(startLine),
    endLine: ungrouped(endLine),
    count: endLine - startLine + 1,
  }),
  /** The same for pages of a document that has them. */
  pages: (startPage: number, endPage: number) => ({
    startPage: ungrouped(startPage),
    endPage: ungrouped(endPage),
    count: endPage - startPage + 1,
  }),
  /** Parts a label from what follows: `: ` or `：`. */
  colon: fixed,

  // Answers: the bot only.
  /** Repeats a question that came from a button. */
  youAsked: (question: string) => ({ question }),
  questionTooLong: (limit: number) => ({ limit }),
  /** Says that a passage was too long for one message and where the rest is. */
  restInArticle: fixed,
  articleGone: fixed,

  // Follow-ups.
  /** Stands over an answer to a follow-up. */
  understoodAs: (question: string) => ({ question }),
  /** Asks for what the reader wrote, as it stands. */
  literalButton: fixed,

  // What a reader says of an answer. The mark ✓ stands before a chosen one.
  helpfulButton: fixed,
  notHelpfulButton: fixed,
  /** Under an answer that found nothing. */
  shouldBeThereButton: fixed,
  wrongPassageButton: fixed,
  wrongSourceButton: fixed,
  missingButton: fixed,
  otherReasonButton: fixed,
  /** Toasts. */
  voteThanks: fixed,
  voteTakenBack: fixed,
  /** For the keeper, below `status`. */
  statusVotes: (good: number, bad: number) => ({ good, bad }),
} as const;
