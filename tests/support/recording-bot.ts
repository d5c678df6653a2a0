/** Tool of the tests: a bot without a network. Every call is recorded and answered by the test, or else with plain success. */
import type { ApiResponse, Message, Update } from 'grammy/types';
import { createBot, type QuothBot } from '../../src/bot/create-bot.js';
import type { Clock } from '../../src/ports/clock.js';
import type { TurnResult } from '../../src/ports/inbox.js';
import { BOT_INFO, createTestLogger, TOKEN } from './bot-fixtures.js';
import { createFakeApp, type FakeApp } from './fake-app.js';
import { createFakeClock } from './fake-clock.js';

export interface RecordedCall {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface RecordingBot extends Omit<QuothBot, 'handle'> {
  readonly app: FakeApp;
  readonly calls: RecordedCall[];
  readonly lines: readonly string[];
  /** Handles an update and waits until it is done. */
  handle(update: Omit<Update, 'update_id'>): Promise<TurnResult>;
}

type Refusal = Extract<ApiResponse<unknown>, { ok: false }>;

export function createRecordingBot(
  options: {
    readonly clock?: Clock;
    readonly examples?: readonly string[];
    /** The library, such as that of a bot before it was restarted. */
    readonly app?: FakeApp;
    /** Refuses or breaks a call; `undefined` lets it pass. */
    readonly answer?: (call: RecordedCall, count: number) => Refusal | undefined;
  } = {},
): RecordingBot {
  const app = options.app ?? createFakeApp();
  const { lines, logger } = createTestLogger();
  const { clock = createFakeClock(), examples = [] } = options;
  const quoth = createBot({
    token: TOKEN,
    readerKey: 'key of the tests',
    apiRoot: 'http://127.0.0.1:9',
    app,
    logger,
    botInfo: BOT_INFO,
    clock,
    examples,
  });
  const calls: RecordedCall[] = [];
  quoth.bot.api.config.use((_previous, method, payload) => {
    const call = { method, payload: (payload ?? {}) as Record<string, unknown> };
    calls.push(call);
    const refusal = options.answer?.(call, calls.length);
    if (refusal !== undefined) return Promise.resolve(refusal) as never;
    const result = method.startsWith('send') && method !== 'sendChatAction' ? sent(call) : true;
    return Promise.resolve({ ok: true, result }) as never;
  });
  let updateId = 0;
  return {
    ...quoth,
    app,
    calls,
    lines,
    async handle(update) {
      updateId += 1;
      return quoth.handle({ update_id: updateId, ...update });
    },
  };
}

/** A refusal as Telegram writes it. */
export function refusal(errorCode: number, description: string, parameters = {}): Refusal {
  return { ok: false, error_code: errorCode, description, parameters };
}

function sent({ payload }: RecordedCall): Message {
  return {
    message_id: 77,
    date: 1_760_000_000,
    chat: { id: Number(payload['chat_id']), type: 'private', first_name: 'x' },
    text: String(payload['text']),
  };
}
