/** What the bot remembers of an answer, so that its buttons need only a short id. */

/** Enough to show more quotes, context or the article later. */
export interface StoredAnswer {
  /** 8 characters `[0-9a-z]`. */
  readonly id: string;
  /** Who may press the buttons: a hash of the reader's id. */
  readonly owner: string;
  readonly question: string;
  /** What the reader wrote, where the question was made of it and the one before. */
  readonly literal?: string;
  /** The quotes of the answer, best first, as article id and `[start, end)`. */
  readonly quotes: readonly {
    readonly articleId: string;
    readonly start: number;
    readonly end: number;
  }[];
  /** How many of them the reader has seen. */
  readonly shown: number;
}

export interface AnswerStore {
  /** Keeps an answer. */
  put(answer: StoredAnswer): Promise<void>;
  /** `undefined` when it was never kept or has been forgotten. */
  get(id: string): Promise<StoredAnswer | undefined>;
  /** Forgets the answers that were last put before a moment, in ms since 1970. @returns how many */
  forgetBefore(before: number): Promise<number>;
  /** Forgets all answers of one owner. */
  removeOf(owner: string): Promise<void>;
}
