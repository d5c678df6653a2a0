/** Tool of the tests: the bot on long polling against the fake Bot API server, with a person at the other end. */
import type { BotApp } from '../../src/bot/bot-app.js';
import { runBot } from '../../src/bot/run-bot.js';
import type { Metrics } from '../../src/monitor/metrics.js';
import type { Clock } from '../../src/ports/clock.js';
import { BOT_INFO, createTestLogger, TOKEN } from './bot-fixtures.js';
import { createFakeApp, type FakeApp } from './fake-app.js';
import { type FakeBotApi, startFakeBotApi } from './fake-bot-api/server.js';
import type { SeenMessage } from './fake-bot-api/world.js';

export interface RunningBot<TheApp extends BotApp = FakeApp> {
  readonly api: FakeBotApi;
  readonly app: TheApp;
  readonly lines: readonly string[];
  /** Waits until the bot's `count`th message in a chat can be seen, and returns it. */
  seeAnswer(chatId: number, count?: number): Promise<SeenMessage>;
  /** Waits until a message shows other words than before. */
  seeChange(chatId: number, before: SeenMessage): Promise<SeenMessage>;
  /** Waits for the toast of a press; an empty string when it was answered without one. */
  seeToast(pressId: string): Promise<string>;
  /** Stops the bot only; the server goes on. */
  stopBot(): Promise<void>;
  close(): Promise<void>;
}

interface RunningBotOptions {
  readonly examples?: readonly string[];
  readonly metrics?: Metrics;
  readonly clock?: Clock;
}

/** Starts the bot on a small library in memory, and the server, and waits until the bot listens. */
export function startRunningBot(options: RunningBotOptions = {}): Promise<RunningBot> {
  return startRunningBotOn(createFakeApp(), options);
}

/** The same on any library. Closing the bot does not close the library. */
export async function startRunningBotOn<TheApp extends BotApp>(
  app: TheApp,
  options: RunningBotOptions = {},
): Promise<RunningBot<TheApp>> {
  const api = await startFakeBotApi({ token: TOKEN, botInfo: BOT_INFO });
  const { lines, logger } = createTestLogger();
  const stopping = new AbortController();
  let isReady = false;
  const finished = runBot({
    token: TOKEN,
    apiRoot: api.apiRoot,
    app,
    logger,
    signal: stopping.signal,
    onReady: () => {
      isReady = true;
    },
    ...options,
  });
  await api.until(() => isReady);

  const answersIn = (chatId: number) => api.world.see(chatId).filter(({ from }) => from === 'bot');
  const stopBot = async () => {
    stopping.abort();
    await finished;
  };
  return {
    api,
    app,
    lines,
    seeAnswer: (chatId, count = 1) => api.until(() => answersIn(chatId)[count - 1]),
    seeChange: (chatId, before) =>
      api.until(() =>
        answersIn(chatId).find(
          ({ messageId, text }) => messageId === before.messageId && text !== before.text,
        ),
      ),
    async seeToast(pressId) {
      const answered = await api.until(() => api.presses.get(pressId)?.answered);
      return answered.text ?? '';
    },
    stopBot,
    async close() {
      await stopBot();
      await api.close();
    },
  };
}
