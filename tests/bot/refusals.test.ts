/** What the bot does when answers are slow or fail, or a button is not what it was. */
import { describe, expect, it } from 'vitest';
import { en } from '../../src/texts/en.js';
import { ANN } from '../support/bot-fixtures.js';
import { createFakeClock } from '../support/fake-clock.js';
import { createRecordingBot } from '../support/recording-bot.js';
import { message, QUESTION, textsOf } from '../support/updates.js';

describe('typing', () => {
  it('shows after half a second and again every four and a half', async () => {
    const clock = createFakeClock();
    const bot = createRecordingBot({ clock });
    let finish = () => {};
    bot.app.beforeAnswer = () => new Promise((resolve) => (finish = resolve));
    const handled = bot.handle(message({ text: QUESTION }));
    const methods = () => bot.calls.map(({ method }) => method);
    await clock.advance(499);
    expect(methods()).toEqual([]);
    await clock.advance(1);
    expect(methods()).toEqual(['sendChatAction']);
    await clock.advance(4500);
    expect(methods()).toEqual(['sendChatAction', 'sendChatAction']);
    finish();
    await clock.advance(60_000);
    await handled;
    expect(methods()).toEqual(['sendChatAction', 'sendChatAction', 'sendMessage']);
  });
});

describe('what goes wrong', () => {
  it('is apologised for and logged without the reader’s words', async () => {
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
