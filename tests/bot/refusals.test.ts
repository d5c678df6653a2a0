/** What the bot does when answers are slow, Telegram refuses, or a button is not what it was. */
import { describe, expect, it } from 'vitest';
import { en } from '../../src/texts/en.js';
import { ANN } from '../support/bot-fixtures.js';
import { createFakeClock } from '../support/fake-clock.js';
import { createRecordingBot, refusal } from '../support/recording-bot.js';
import { command, GROUP, message, QUESTION, textsOf } from '../support/updates.js';

describe('typing', () => {
  it('shows after half a second and again every four and a half', async () => {
    const clock = createFakeClock();
    const bot = createRecordingBot({ clock });
    let finish = () => {};
    bot.app.beforeAnswer = () => new Promise((resolve) => (finish = resolve));
    await bot.bot.handleUpdate({ update_id: 1, ...message({ text: QUESTION }) });
    const methods = () => bot.calls.map(({ method }) => method);
    await clock.advance(499);
    expect(methods()).toEqual([]);
    await clock.advance(1);
    expect(methods()).toEqual(['sendChatAction']);
    await clock.advance(4500);
    expect(methods()).toEqual(['sendChatAction', 'sendChatAction']);
    finish();
    await clock.advance(60_000);
    expect(methods()).toEqual(['sendChatAction', 'sendChatAction', 'sendMessage']);
  });
});

describe('what Telegram refuses', () => {
  const blocked = refusal(403, 'Forbidden: bot was blocked by the user');

  it('a blocked bot is no failure', async () => {
    const bot = createRecordingBot({ answer: () => blocked });
    await bot.handle(message({ text: QUESTION }));
    expect(bot.calls).toHaveLength(1);
    expect(bot.lines.at(-1)).toContain('"outcome":"unreachable"');
  });

  it('a deleted topic is answered in the chat, a migrated group at its new place', async () => {
    const bot = createRecordingBot({
      answer: ({ payload }, count) => {
        if (count === 1) return refusal(400, 'Bad Request: message thread not found');
        if (payload['chat_id'] !== GROUP.id) return undefined;
        const text = 'Bad Request: group chat was upgraded to a supergroup chat';
        return refusal(400, text, { migrate_to_chat_id: -1007 });
      },
    });
    const fields = { chat: GROUP, message_thread_id: 9, is_topic_message: true };
    await bot.handle(command(`/ask ${QUESTION}`, fields));
    const places = bot.calls.map(({ payload }) => [
      payload['chat_id'],
      payload['message_thread_id'],
    ]);
    expect(places).toEqual([
      [GROUP.id, 9],
      [GROUP.id, undefined],
      [-1007, undefined],
    ]);
  });

  it('a text found too long is split again, nothing lost', async () => {
    const bot = createRecordingBot({
      answer: ({ payload }) =>
        String(payload['text']).length > 200
          ? refusal(400, 'Bad Request: message is too long')
          : undefined,
    });
    await bot.handle(command('/help'));
    const accepted = textsOf(bot).filter((text) => String(text).length <= 200);
    expect(accepted.join('')).toBe(en.help);
  });

  it('a stale press, an unchanged message and a deleted one are no failures', async () => {
    const refusals = new Map([
      [
        'answerCallbackQuery',
        'query is too old and response timeout expired or query ID is invalid',
      ],
      ['editMessageText', 'message is not modified: specified new message content …'],
    ]);
    const bot = createRecordingBot({
      answer: ({ method }) => {
        const words = refusals.get(method);
        return words === undefined ? undefined : refusal(400, `Bad Request: ${words}`);
      },
    });
    await bot.handle(message({ text: QUESTION }));
    const [id] = bot.app.stored.keys();
    const press = (data: string) =>
      bot.handle({
        callback_query: {
          id: '1',
          from: ANN,
          chat_instance: '1',
          data,
          message: message({}).message,
        },
      });
    await press(`c:${id}:0:0`);
    refusals.set('editMessageText', 'message to edit not found');
    await press(`c:${id}:0:0`);
    const methods = bot.calls.map(({ method }) => method);
    expect(methods).toEqual([
      'sendMessage',
      'answerCallbackQuery',
      'editMessageText',
      'answerCallbackQuery',
      'editMessageText',
      'sendMessage',
    ]);
    expect(bot.lines.filter((line) => line.includes('failed'))).toEqual([]);
  });

  it('anything else is apologised for and logged without the reader’s words', async () => {
    const bot = createRecordingBot();
    bot.app.beforeAnswer = () => Promise.reject(new Error(`cannot embed ${QUESTION}`));
    await bot.handle(message({ text: QUESTION }));
    expect(textsOf(bot)).toEqual([en.trouble]);
    expect(bot.lines.join('')).toContain('update failed');
    expect(bot.lines.join('')).not.toContain(QUESTION);
  });
});

describe('buttons', () => {
  it.each(['', 'm', 'm:abc:0', 'c:00000000:0', 'x:00000000:0', 'b:00000000:9999', 'e:xyz', '💥'])(
    'a press with %j gets a kind toast',
    async (data) => {
      const bot = createRecordingBot();
      await bot.handle({
        callback_query: {
          id: '1',
          from: ANN,
          chat_instance: '1',
          data,
          message: message({}).message,
        },
      });
      expect(bot.calls).toEqual([
        {
          method: 'answerCallbackQuery',
          payload: { callback_query_id: '1', text: en.staleButton },
        },
      ]);
    },
  );
});
