/** Remembers what each reader asked last in each chat, for a short while and in memory only, so that a follow-up is understood. */
import { type PreviousQuestion, resolveFollowUp } from '../answer/resolve-follow-up.js';
import type { Answer } from '../domain/answer.js';
import type { Clock } from '../ports/clock.js';
import type { AnswerKeeper } from './answer-keeper.js';
import type { BotApp } from './bot-app.js';
import type { BotContext } from './bot-context.js';
import { findAnswerId } from './callback-data.js';
import { findChatPlace } from './chat-place.js';

/** After that a reader has another matter in mind; and what is kept of all readers at most. */
const MEMORY = { keepMs: 10 * 60 * 1000, maxReaders: 2000 } as const;

export interface QuestionMemory {
  /** Notes a question that was answered. */
  note(ctx: BotContext, answer: Answer): void;
  /**
   * The whole question behind a follow-up: to the answer that it replies to, else to what the reader asked last here.
   *
   * @returns `undefined` for what stands by itself
   */
  resolve(ctx: BotContext, text: string): Promise<string | undefined>;
  /** Forgets what a reader asked, in every chat. */
  forget(readerId: number): void;
}

export function createQuestionMemory(options: {
  readonly app: Pick<BotApp, 'getArticle'>;
  readonly answers: Pick<AnswerKeeper, 'find'>;
  readonly clock: Clock;
}): QuestionMemory {
  const { app, answers, clock } = options;
  const asked = new Map<string, PreviousQuestion & { readonly at: number }>();

  /** The question of the answer that a message replies to; Telegram sends its buttons along. */
  const findReplied = async (ctx: BotContext): Promise<PreviousQuestion | undefined> => {
    const buttons = ctx.message?.reply_to_message?.reply_markup?.inline_keyboard.flat() ?? [];
    const ids = buttons.map((button) =>
      'callback_data' in button ? findAnswerId(button.callback_data) : undefined,
    );
    const answerId = ids.find((id) => id !== undefined);
    const stored = answerId === undefined ? undefined : await answers.find(answerId);
    if (stored === undefined) return undefined;
    const [first] = stored.quotes;
    const article = first === undefined ? undefined : await app.getArticle(first.articleId);
    return { question: stored.question, ...(article !== undefined && { title: article.title }) };
  };

  /** Questions stand in the order in which they were asked. */
  const dropOld = (): void => {
    for (const [key, { at }] of asked) {
      if (clock.now() - at <= MEMORY.keepMs && asked.size <= MEMORY.maxReaders) return;
      asked.delete(key);
    }
  };

  return {
    note(ctx, { kind, question, quotes }) {
      if (kind === 'notAQuestion') return;
      const key = keyOf(ctx);
      const title = quotes[0]?.citation.title;
      asked.delete(key);
      asked.set(key, { question, at: clock.now(), ...(title !== undefined && { title }) });
      dropOld();
    },
    async resolve(ctx, text) {
      dropOld();
      const previous = (await findReplied(ctx)) ?? asked.get(keyOf(ctx));
      return previous === undefined ? undefined : resolveFollowUp(text, previous);
    },
    forget(readerId) {
      for (const key of asked.keys()) if (key.startsWith(`${readerId}:`)) asked.delete(key);
    },
  };
}

function keyOf(ctx: BotContext): string {
  const { chatId, threadId } = findChatPlace(ctx) ?? {};
  return [ctx.from?.id, chatId, threadId].join(':');
}
