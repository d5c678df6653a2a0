/** Readers and machines in their variety: backlogs, floods, clocks that jump, a store in trouble, odd texts, old buttons. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRandom } from '../../src/domain/random.js';
import { AppError } from '../../src/errors.js';
import { type Chaos, SEED, startChaos } from '../support/chaos.js';
import { createBudget } from '../support/fake-bot-api/budgets.js';

let chaos: Chaos;
beforeEach(async () => {
  chaos = await startChaos();
});
afterEach(() => chaos.close());

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

describe(`with the seed ${SEED}`, () => {
  test('6: a backlog of a hundred questions, and a reader who floods', async () => {
    const random = createRandom(SEED);
    const flooder = 99;
    for (let count = 0; count < 100; count += 1) chaos.ask(count % 20);
    const others = chaos.asked.length;
    const floods = Array.from({ length: 60 }, (_, count) => `Flood of words ${count}`);
    const chat = chaos.api.people.openPrivate(chaos.readerAt(flooder));
    for (const text of floods) chaos.api.people.post(chat, chaos.readerAt(flooder), text);
    chaos.api.budget = createBudget(() => chaos.api.world.nowMs() / 1000, { perSecond: 200 });
    chaos.app.beforeAnswer = () => pause(random() * 10);
    const bot = chaos.start();
    await chaos.settle(others + floods.length);
    await bot.stop();
    expect(chaos.verify()).toEqual({ answered: others, noted: 0 });
    // Memory is bounded by what is under way.
    expect(chaos.mostRunning()).toBeLessThanOrEqual(32);
  });

  test('8: a clock that jumps: presses that are too old are dropped, nothing is held up', async () => {
    const bot = chaos.start();
    const first = chaos.ask(1);
    await chaos.api.until(() => chaos.numbersIn(first.chatId).length === 1);
    let finish = () => {};
    chaos.app.beforeAnswer = () => new Promise((resolve) => (finish = resolve));
    chaos.ask(1);
    const chat = chaos.api.people.openPrivate(chaos.readerAt(1));
    await chaos.api.until(() => chaos.mostRunning() === 1 && finish.toString().length > 0);
    const press = chaos.api.people.press(chat, chaos.readerAt(1), 'Context 1');
    await chaos.api.until(() => chaos.api.queue.pending.length === 0);
    chaos.jump(200_000);
    chaos.app.beforeAnswer = undefined;
    finish();
    chaos.ask(1);
    await chaos.settle(4);
    expect((await chaos.app.inbox.count()).dead).toEqual({ expired: 1 });
    expect(chaos.api.presses.get(press)?.answered).toBeUndefined();
    chaos.jump(-3_600_000);
    chaos.ask(1);
    chaos.ask(2);
    await chaos.settle(6);
    await bot.stop();
    expect(chaos.verify()).toEqual({ answered: 5, noted: 0 });
  });

  test('9: a store that is slow, locked and full from time to time', async () => {
    const random = createRandom(SEED + 9);
    const { inbox } = chaos.app;
    for (const name of ['add', 'claim', 'markSending', 'settle'] as const) {
      const work = inbox[name] as (...given: unknown[]) => Promise<unknown>;
      const troubled = async (...given: unknown[]) => {
        if (random() < 0.2) await pause(30);
        if (random() < 0.25) throw new AppError('INDEX_BUSY', 'another program holds the inbox');
        return work(...given);
      };
      Object.assign(inbox, { [name]: troubled });
    }
    for (let count = 0; count < 24; count += 1) chaos.ask(count % 6);
    const bot = chaos.start();
    await chaos.settle();
    await bot.stop();
    // Nothing is doubled; who was refused by the store three times in a row is told, and offered the answer.
    const { answered, noted } = chaos.verify();
    expect(answered + noted).toBeGreaterThanOrEqual(24);
    expect(answered).toBeGreaterThan(18);
    expect((await inbox.count()).dead).toEqual(noted === 0 ? {} : { unsure: noted });
  });

  test('10: odd texts in questions and quotes: nothing is refused, nothing is lost', async () => {
    const random = createRandom(SEED + 10);
    const signs = [
      'a',
      '字',
      '😀',
      '👨‍👩‍👧‍👦',
      'שלום',
      '\u202e',
      '\u0000',
      '<b>',
      '_*`[',
      '\n\n',
      ' ',
      'é',
      '🇩🇪',
      '。',
    ];
    const write = (length: number) =>
      Array.from({ length }, () => signs[Math.floor(random() * signs.length)]).join('');
    const { ask } = chaos.app;
    chaos.app.ask = async (question) => {
      const answer = await ask(question);
      const [quote] = answer.quotes;
      if (quote === undefined) return answer;
      const text = `${quote.text} ${write(Math.floor(random() * 4200))}`;
      return { ...answer, quotes: [{ ...quote, text, highlights: [[0, quote.text.length]] }] };
    };
    const bot = chaos.start();
    for (let count = 0; count < 24; count += 1) {
      chaos.ask(count % 6);
      const reader = chaos.readerAt(20 + (count % 6));
      const chat = chaos.api.people.openPrivate(reader);
      const text = count === 0 ? 'x'.repeat(4096) : `${write(1 + Math.floor(random() * 900))}?`;
      chaos.api.people.post(chat, reader, text);
    }
    await chaos.settle(48);
    await bot.stop();
    expect(chaos.verify()).toMatchObject({ answered: 24 });
    const log = chaos.lines.join('');
    expect(log).not.toContain('update failed');
    expect(log).not.toContain('refused a part');
    expect(log).not.toContain('split again');
  });

  test('11: buttons of another time and of another reader: each press is answered, once', async () => {
    const random = createRandom(SEED + 11);
    const bot = chaos.start();
    const { chatId } = chaos.ask(1);
    await chaos.settle();
    const message = [...(chaos.api.world.chats.get(chatId)?.messages.values() ?? [])].at(-1);
    if (message === undefined) throw new Error('no answer');
    const data = [
      'c:00000000:0:0',
      'zz',
      'm:abc',
      'e:000000000000',
      't:o:00000000',
      '💥',
      'r',
      '-',
    ];
    const presses = Array.from({ length: 30 }, (_, count) =>
      chaos.api.people.pressData(
        chaos.readerAt(count % 10),
        message,
        data[Math.floor(random() * data.length)] ?? '',
      ),
    );
    await chaos.settle(31);
    await bot.stop();
    const answers = chaos.api.calls
      .filter(({ method }) => method === 'answerCallbackQuery')
      .map(({ payload }) => String(payload['callback_query_id']));
    expect(answers.toSorted()).toEqual(presses.toSorted());
    expect(chaos.numbersIn(chatId)).toEqual([1]);
    expect(chaos.lines.join('')).not.toContain('update failed');
  });
});
