/**
 * Keeps answers for their buttons. The store remembers which quotes an answer had; the answer itself stays in memory for a
 * while, and is found again by asking once more when it is gone, say after a restart.
 */
import { createHash } from 'node:crypto';
import type { Answer } from '../domain/answer.js';
import type { StoredAnswer } from '../ports/answer-store.js';
import { askLibrary } from './ask-library.js';
import type { BotApp } from './bot-app.js';

/** Answers kept in memory at most; each is some 10 KB. */
const MAX_REMEMBERED = 300;

/** Stands for the reader of an answer that was given in a group: all who are there have seen it. */
export const EVERYBODY = 0;

/** An answer as it was shown. */
interface RecalledAnswer {
  readonly answer: Answer;
  /** Lines of ours that stood over it; not known after a restart. */
  readonly notices: readonly string[];
}

export interface AnswerKeeper {
  /** Keeps an answer with quotes and returns the id that its buttons carry. */
  keep(
    kept: RecalledAnswer,
    options: { readonly readerId: number; readonly shown: number },
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
  /** Makes the hashes of reader ids differ from bot to bot. */
  readonly salt: () => string;
}): AnswerKeeper {
  const { app, createId, salt } = options;
  const remembered = new Map<string, RecalledAnswer>();

  const remember = (id: string, kept: RecalledAnswer) => {
    remembered.delete(id);
    remembered.set(id, kept);
    const oldest = remembered.keys().next().value;
    if (remembered.size > MAX_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  };
  const hashReader = (readerId: number) =>
    createHash('sha256').update(`${salt()}:${readerId}`).digest('hex').slice(0, 16);

  return {
    async keep(kept, { readerId, shown }) {
      const id = createId();
      const { question } = kept.answer;
      const owner = hashReader(readerId);
      await app.answers.put({ id, owner, question, quotes: listSpans(kept.answer), shown });
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
