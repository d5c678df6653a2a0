/** Readers who wait, and readers who send too much: what they are told, and that nobody else waits for them. */
import { afterEach, describe, expect, it } from 'vitest';
import { PACE } from '../../src/bot/pace-readers.js';
import { en } from '../../src/texts/en.js';
import { ANN } from '../support/bot-fixtures.js';
import { createFakeClock } from '../support/fake-clock.js';
import { createRecordingBot, refusal } from '../support/recording-bot.js';
import { type RunningBot, startRunningBot } from '../support/running-bot.js';
import { message, textsOf } from '../support/updates.js';

const QUESTION = 'When do the tide pools open?';
const readerAt = (id: number) => ({
  from: { ...ANN, id },
  chat: { id, type: 'private' as const, first_name: 'Ann' },
});

/** A bot on which questions stay under way until they are let go. */
function createSlowBot(options: Parameters<typeof createRecordingBot>[0] = {}) {
  const clock = createFakeClock();
  const bot = createRecordingBot({ clock, ...options });
  const waiting: (() => void)[] = [];
  bot.app.beforeAnswer = () => new Promise((resolve) => waiting.push(resolve));
  return {
    bot,
    clock,
    /** Sends a question, and does not wait for its answer. */
    async ask(readerId: number): Promise<void> {
      void bot.handle(message({ text: QUESTION, ...readerAt(readerId) }));
      await clock.advance(0);
    },
    async answerNext(): Promise<void> {
      waiting.shift()?.();
      await clock.advance(0);
    },
    sentTo: (readerId: number) =>
      bot.calls
        .filter(({ payload }) => payload['chat_id'] === readerId)
        .filter(({ method }) => method !== 'sendChatAction'),
  };
}

describe('a question that has to wait', () => {
  it('is told so after a while, and the note goes when the turn is over', async () => {
    const { ask, answerNext, sentTo, clock } = createSlowBot();
    for (const readerId of [1, 2, 3, 4]) await ask(readerId);
    await clock.advance(2499);
    expect(sentTo(4)).toEqual([]);
    await clock.advance(1);
    expect(sentTo(1)).toEqual([]);
    expect(sentTo(3).map(({ payload }) => payload['text'])).toEqual([en.oneMoment(2)]);
    expect(sentTo(4).map(({ payload }) => payload['text'])).toEqual([en.oneMoment(3)]);
    for (let count = 0; count < 4; count += 1) await answerNext();
    expect(
      sentTo(4)
        .map(({ method }) => method)
        .sort(),
    ).toEqual(['deleteMessage', 'sendMessage', 'sendMessage']);
    const [note] = sentTo(4);
    const removed = sentTo(4).find(({ method }) => method === 'deleteMessage');
    expect(note?.payload['text']).toBe(en.oneMoment(3));
    expect(removed?.payload['message_id']).toEqual(expect.any(Number));
    await clock.advance(60_000);
    expect(sentTo(1).map(({ method }) => method)).toEqual(['sendMessage']);
  });

  it('is answered though the note cannot be left or taken away', async () => {
    const { ask, answerNext, sentTo, clock } = createSlowBot({
      answer: ({ method, payload }) =>
        method === 'deleteMessage' || String(payload['text']).startsWith('One moment')
          ? refusal(400, 'Bad Request: message can’t be deleted')
          : undefined,
    });
    for (const readerId of [1, 2, 3]) await ask(readerId);
    await clock.advance(3000);
    for (let count = 0; count < 3; count += 1) await answerNext();
    expect(sentTo(3).at(-1)?.payload['text']).toContain('tide pools');
  });
});

describe('a reader who floods', () => {
  it('is told once how long to wait, then nothing, and is answered again after that', async () => {
    const clock = createFakeClock();
    const bot = createRecordingBot({ clock });
    Object.assign(bot.app.config, { keepers: [] });
    for (let count = 0; count < PACE.burst; count += 1) {
      await bot.handle(message({ text: QUESTION }));
    }
    expect(bot.app.asked).toHaveLength(PACE.burst);
    const before = bot.calls.length;
    for (let count = 0; count < 20; count += 1) await bot.handle(message({ text: QUESTION }));
    expect(bot.app.asked).toHaveLength(PACE.burst);
    expect(textsOf(bot).slice(before)).toEqual([en.tooFast(PACE.refillMs / 1000)]);
    await clock.advance(PACE.refillMs);
    await bot.handle(message({ text: QUESTION }));
    expect(bot.app.asked).toHaveLength(PACE.burst + 1);
  });

  it('has every press answered, or it would go on turning', async () => {
    const bot = createRecordingBot({ clock: createFakeClock() });
    Object.assign(bot.app.config, { keepers: [] });
    const presses = PACE.burst / PACE.pressCost + 3;
    for (let count = 0; count < presses; count += 1) {
      await bot.handle({
        callback_query: {
          id: String(count),
          from: ANN,
          chat_instance: '1',
          data: '-',
          message: message({}).message,
        },
      });
    }
    expect(bot.calls.map(({ method }) => method)).toEqual(
      Array(presses).fill('answerCallbackQuery'),
    );
    expect(bot.calls.at(-1)?.payload['text']).toBe(en.tooFast(1));
  });
});

describe('on the fake Bot API server', () => {
  let running: RunningBot;
  afterEach(() => running.close());

  it('a hundred readers are all answered while one of them floods', async () => {
    running = await startRunningBot();
    const { api, app } = running;
    const order: string[] = [];
    app.beforeAnswer = async (question) => {
      order.push(question);
      await new Promise((resolve) => setTimeout(resolve, 2));
    };
    const flooder = { ...ANN, id: 9000 };
    const flooded = api.people.openPrivate(flooder);
    for (let count = 0; count < 60; count += 1) {
      api.people.post(flooded, flooder, `When do the tide pools open? ${count}`);
    }
    const readers = Array.from({ length: 100 }, (_, index) => ({ ...ANN, id: 1000 + index }));
    for (const reader of readers) {
      api.people.post(api.people.openPrivate(reader), reader, QUESTION);
    }
    const isAnswered = ({ id }: { readonly id: number }) =>
      api.world.see(id).some(({ from, text }) => from === 'bot' && text.includes('tide pools'));
    await api.until(() => readers.every(isAnswered), 20_000);
    expect(order.filter((question) => question !== QUESTION).length).toBeLessThanOrEqual(
      PACE.burst + 1,
    );
    const seen = () => api.world.see(flooder.id).filter(({ from }) => from === 'bot');
    const told = await api.until(
      () => seen().some(({ text }) => /a lot at once/.test(text)) && seen(),
    );
    expect(told.length).toBeLessThanOrEqual(PACE.burst + 3);
  });

  it('is not asked to wait who keeps the library', async () => {
    const bot = createRecordingBot({ clock: createFakeClock() });
    for (let count = 0; count < PACE.burst + 5; count += 1) {
      await bot.handle(message({ text: QUESTION }));
    }
    expect(bot.app.asked).toHaveLength(PACE.burst + 5);
  });
});
