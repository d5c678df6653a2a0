/**
 * Keeps answers for their buttons. The store remembers which quotes an answer had; the answer itself stays in memory for a
 * while, and is found again by asking once more when it is gone, say after a restart.
 */
import type { Answer } from '../domain/answer.js';
import type { StoredAnswer } from '../ports/answer-store.js';
import { askLibrary } from './ask-library.js';
import type { BotApp } from './bot-app.js';

/** Answers kept in memory at most; each is some 10 KB. */
const MAX_REMEMBERED = 300;

/** An answer as it was shown. */
interface RecalledAnswer {
  readonly answer: Answer;
  /** Lines of ours that stood over it; not known after a restart. */
  readonly notices: readonly string[];
}

export interface AnswerKeeper {
  /** Keeps an answer and returns the id that its buttons carry. */
  keep(
    kept: RecalledAnswer,
    options: {
      readonly readerId: number;
      readonly shown: number;
      readonly literal?: string;
      readonly isPublic?: boolean;
    },
  ): Promise<string>;
  find(answerId: string): Promise<StoredAnswer | undefined>;
  isOwner(stored: StoredAnswer, readerId: number): boolean;
  /**
   * Brings the answer back. When the library has changed so that other quotes are found now, these take the place of
   * the old ones under the same id.
   *
   * @returns `undefined` when the library is empty now
   */
  recall(stored: StoredAnswer): Promise<RecalledAnswer | undefined>;
  /** Notes that more quotes were shown. */
  setShown(stored: StoredAnswer, shown: number): Promise<void>;
}

/** @param options.createId 8 characters `[0-9a-z]`, never the same twice */
export function createAnswerKeeper(options: {
  readonly app: BotApp;
  readonly createId: () => string;
  readonly hashReader: (readerId: number) => string;
}): AnswerKeeper {
  const { app, createId, hashReader } = options;
  const remembered = new Map<string, RecalledAnswer>();

  const remember = (id: string, kept: RecalledAnswer) => {
    remembered.delete(id);
    remembered.set(id, kept);
    const oldest = remembered.keys().next().value;
    if (remembered.size > MAX_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  };

  return {
    async keep(kept, { readerId, shown, literal, isPublic }) {
      const id = createId();
      const { question } = kept.answer;
      const owner = hashReader(readerId);
      await app.answers.put({
        id,
        owner,
        question,
        quotes: listSpans(kept.answer),
        shown,
        ...(literal !== undefined && { literal }),
        ...(isPublic === true && { isPublic }),
      });
      remember(id, kept);
      return id;
    },
    find: (answerId) => app.answers.get(answerId),
    isOwner: (stored, readerId) => stored.owner === hashReader(readerId),
    async recall(stored) {
      const known = remembered.get(stored.id);
      if (known !== undefined) return known;
      const answer = await askLibrary(app, stored.question);
      if (answer === undefined) return undefined;
      const quotes = listSpans(answer);
      if (JSON.stringify(quotes) !== JSON.stringify(stored.quotes)) {
        await app.answers.put({ ...stored, quotes });
      }
      const recalled = { answer, notices: [] };
      remember(stored.id, recalled);
      return recalled;
    },
    setShown: (stored, shown) => app.answers.put({ ...stored, shown }),
  };
}

function listSpans(answer: Answer): StoredAnswer['quotes'] {
  return answer.quotes.map(({ citation: { articleId, start, end } }) => ({
    articleId,
    start,
    end,
  }));
}
