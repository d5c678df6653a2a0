/**
 * Tool of the chaos tests: readers who ask numbered questions, a bot on a fast clock against the strict fake of Telegram's
 * server, and what must be true in the end whatever went wrong. `CHAOS_SEED` gives other troubles.
 */
import type { User } from 'grammy/types';
import { expect } from 'vitest';
import { type RunBotOptions, runBot } from '../../src/bot/run-bot.js';
import { en } from '../../src/texts/en.js';
import { ANN, BOT_INFO, createTestLogger, TOKEN } from './bot-fixtures.js';
import { answerNumbered, createFakeApp } from './fake-app.js';
import { type Fault, startFakeBotApi } from './fake-bot-api/server.js';
import { createFastClock } from './fast-clock.js';

export const SEED = Number(process.env['CHAOS_SEED'] ?? 1);
/** Twenty seconds of the bot are one of the tests. */
const SPEED = 20;
/** A call is given up after so long, in seconds of the tests, where calls are held up on purpose. */
export const HURRIED = { timeoutSeconds: 60 / SPEED };
const CANARY = 'canary';

interface Asked {
  readonly number: number;
  readonly chatId: number;
  readonly messageId: number;
}

export type Chaos = Awaited<ReturnType<typeof startChaos>>;

/** Starts the server; the bot is started by the test, as often as it likes. */
export async function startChaos() {
  let aheadMs = 0;
  const fast = createFastClock(Date.now(), SPEED);
  const clock = { now: () => fast.now() + aheadMs, wait: fast.wait };
  const api = await startFakeBotApi({
    token: TOKEN,
    botInfo: BOT_INFO,
    clock: clock.now,
    speed: SPEED,
  });
  const app = createFakeApp();
  const { lines, logger } = createTestLogger();
  const asked: Asked[] = [];
  let running = 0;
  let mostRunning = 0;
  app.ask = async (question) => {
    running += 1;
    mostRunning = Math.max(mostRunning, running);
    await app.beforeAnswer?.(question);
    running -= 1;
    return answerNumbered(question);
  };

  const readerAt = (index: number): User => ({ ...ANN, id: 5000 + index });
  const seen = (chatId: number) => api.world.see(chatId).filter(({ from }) => from === 'bot');
  const numbersIn = (chatId: number) =>
    seen(chatId).flatMap(({ text }) => {
      const found = /Answer to #(\d+)\./.exec(text)?.[1];
      return found === undefined ? [] : [Number(found)];
    });

  return {
    api,
    app,
    botId: BOT_INFO.id,
    clock,
    lines,
    asked,
    readerAt,
    seen,
    numbersIn,
    /** Questions that were under way at once. */
    mostRunning: () => mostRunning,
    /** Moves the bot's clock and Telegram's. */
    jump: (byMs: number) => {
      aheadMs += byMs;
    },
    /** A reader asks the next question. */
    ask(index: number): Asked {
      const number = asked.length + 1;
      const chat = api.people.openPrivate(readerAt(index));
      const text = `What does the ${CANARY} rule #${number} of the harbour say about boats?`;
      const { message_id: messageId } = api.people.post(chat, readerAt(index), text);
      const one = { number, chatId: chat.chat.id, messageId };
      asked.push(one);
      return one;
    },
    /**
     * Starts the bot. `stop` waits until it has ended, and throws what ended it. Calls are given up after a minute of the
     * tests: a machine that is busy elsewhere is no trouble of the network.
     */
    start(options: Partial<RunBotOptions> = {}) {
      const stopping = new AbortController();
      const { signal } = stopping;
      const finished = runBot({
        token: TOKEN,
        apiRoot: api.apiRoot,
        app,
        logger,
        clock,
        signal,
        ...options,
      });
      finished.catch(() => undefined);
      return {
        finished,
        stop: () => {
          stopping.abort();
          return finished;
        },
      };
    },
    /** Waits until every update has been taken in and settled. */
    async settle(updates = asked.length, timeoutMs = 60_000): Promise<void> {
      const left = async () => {
        const { waiting, running: open, done, dead } = await app.inbox.count();
        const settled = done + Object.values(dead).reduce((sum, count) => sum + count, 0);
        return { open: waiting + open, missing: updates - settled };
      };
      await expect.poll(left, { timeout: timeoutMs }).toEqual({ open: 0, missing: 0 });
    },
    /**
     * Every question answered at most once, in order; what was not is known to its reader, but for those that the inbox has
     * marked as `dead` without a word. No secret in the log.
     */
    verify(dead = 0): { readonly answered: number; readonly noted: number } {
      let noted = 0;
      const lost: number[] = [];
      for (const { number, chatId, messageId } of asked) {
        const answers = numbersIn(chatId).filter((one) => one === number).length;
        const isNoted = seen(chatId).some(
          ({ text, replyTo }) => replyTo === messageId && text === en.maybeUnanswered,
        );
        expect(answers, `answers to #${number}`).toBeLessThanOrEqual(1);
        if (answers === 0 && !isNoted) lost.push(number);
        if (isNoted) noted += 1;
      }
      expect(lost.length, `lost: ${lost}`).toBeLessThanOrEqual(dead);
      for (const chatId of new Set(asked.map((one) => one.chatId))) {
        const numbers = numbersIn(chatId);
        expect(numbers, `order in ${chatId}`).toEqual(numbers.toSorted((a, b) => a - b));
      }
      const log = lines.join('');
      expect(log).not.toContain(TOKEN);
      expect(log).not.toContain(CANARY);
      const answered = asked.filter((one) => numbersIn(one.chatId).includes(one.number)).length;
      return { answered, noted };
    },
    close: () => api.close(),
  };
}

/** One of the faults, in a share of all calls that `isMeant`; the same ones for the same random numbers. */
export function sabotageCalls(
  random: () => number,
  faults: readonly (() => Fault)[],
  share: number,
  isMeant: (method: string) => boolean = () => true,
) {
  return ({ method }: { readonly method: string }): Fault | undefined => {
    if (!isMeant(method) || random() >= share) return undefined;
    return faults[Math.floor(random() * faults.length)]?.();
  };
}
