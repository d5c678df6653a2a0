/** Which messages the bot answers, and with what, without a network. */
import { describe, expect, it } from 'vitest';
import { en } from '../../src/texts/en.js';
import { zh } from '../../src/texts/zh.js';
import { ANN, BOT_INFO, LIN } from '../support/bot-fixtures.js';
import { createRecordingBot } from '../support/recording-bot.js';
import { command, DATE, GROUP, message, QUESTION, textsOf } from '../support/updates.js';

describe('in a private chat', () => {
  it('/start shows what the bot is and two examples, whatever the deep link says', async () => {
    const examples = [
      'Tide pools',
      `How many species ${'and varieties '.repeat(4)}were found in 2025?`,
      'Third',
    ];
    const bot = createRecordingBot({ examples });
    await bot.handle(command('/start q_42'));
    const [call] = bot.calls;
    expect(call?.payload['text']).toBe(`${en.start}\n\n${en.tryExample}`);
    const markup = call?.payload['reply_markup'] as { inline_keyboard: { text: string }[][] };
    const labels = markup.inline_keyboard.flat().map(({ text }) => text);
    expect(labels).toEqual([
      'Tide pools',
      'How many species and varieties and varieties and varieties…',
    ]);
    expect(labels[1]?.length).toBeLessThanOrEqual(60);
  });

  it('/help and unknown commands explain, /ask without a question too', async () => {
    const bot = createRecordingBot();
    await bot.handle(command('/help'));
    await bot.handle(command('/nonsense'));
    await bot.handle(command('/ask'));
    expect(textsOf(bot)).toEqual([en.help, en.help, en.howToAsk]);
  });

  it('plain text and /ask are questions', async () => {
    const bot = createRecordingBot();
    await bot.handle(message({ text: QUESTION }));
    await bot.handle(command(`/ask ${QUESTION}`));
    await bot.handle(command(`/ask@${BOT_INFO.username.toUpperCase()} ${QUESTION}`));
    expect(bot.app.asked).toEqual([QUESTION, QUESTION, QUESTION]);
    expect(textsOf(bot)[0]).toMatch(/^1 passage\n\nThe tide pools open/);
  });

  it('speaks the language of the reader, or of the question when the client tells none', async () => {
    const bot = createRecordingBot();
    const { language_code: _, ...nobody } = LIN;
    await bot.handle(message({ from: LIN, text: '没有的事情' }));
    await bot.handle(message({ from: nobody, text: '没有的事情' }));
    await bot.handle(message({ from: nobody, text: 'nothing like it' }));
    expect(textsOf(bot)).toEqual([zh.notFound, zh.notFound, en.notFound]);
  });

  it('says a kind word to a sticker, and one to a whole album', async () => {
    const bot = createRecordingBot();
    await bot.handle(message({ sticker: {} }));
    await bot.handle(message({ voice: {} }));
    await bot.handle(message({ photo: [], media_group_id: '1' }));
    await bot.handle(message({ photo: [], media_group_id: '1' }));
    expect(textsOf(bot)).toEqual([en.onlyText, en.onlyText, en.onlyText]);
  });

  it('says that the library is empty', async () => {
    const bot = createRecordingBot();
    bot.app.articles = [];
    await bot.handle(message({ text: QUESTION }));
    expect(textsOf(bot)).toEqual([en.emptyLibrary]);
  });

  it('reads the first 1,000 characters of a long question and says so', async () => {
    const bot = createRecordingBot();
    await bot.handle(message({ text: `${'问'.repeat(999)}😀很长` }));
    expect(bot.app.asked).toEqual(['问'.repeat(999)]);
    expect(textsOf(bot)[0]).toBe(`${en.questionTooLong(1000)}\n\n${en.notFound}`);
  });

  it.each([
    ['another bot', { from: { ...ANN, is_bot: true }, text: QUESTION }],
    ['a message sent through an inline bot', { via_bot: BOT_INFO, text: QUESTION }],
    ['a service message', { pinned_message: {} }],
  ])('ignores %s', async (_, fields) => {
    const bot = createRecordingBot();
    await bot.handle(message(fields));
    expect(bot.calls).toEqual([]);
  });

  it('ignores edits', async () => {
    const bot = createRecordingBot();
    await bot.handle({
      edited_message: message({ text: QUESTION, edit_date: DATE }).message as never,
    });
    expect(bot.calls).toEqual([]);
  });
});

describe('in a group', () => {
  const inGroup = (text: string, fields: object = {}) => message({ chat: GROUP, text, ...fields });
  const mentionOf = (name: string) => ({
    entities: [{ type: 'mention', offset: 0, length: name.length + 1 }],
  });

  it('answers /ask, a mention and a reply to itself, each as a reply', async () => {
    const bot = createRecordingBot();
    const name = BOT_INFO.username;
    await bot.handle(command(`/ask ${QUESTION}`, { chat: GROUP }));
    await bot.handle(inGroup(`@${name} ${QUESTION}`, mentionOf(name)));
    await bot.handle(inGroup(QUESTION, { reply_to_message: { from: BOT_INFO } }));
    expect(bot.app.asked).toEqual([QUESTION, QUESTION, QUESTION]);
    for (const { payload } of bot.calls) {
      expect(payload['reply_parameters']).toEqual({
        message_id: 5,
        allow_sending_without_reply: true,
      });
    }
  });

  it('answers nothing else', async () => {
    const bot = createRecordingBot();
    await bot.handle(inGroup(QUESTION));
    await bot.handle(inGroup(`@other_bot ${QUESTION}`, mentionOf('other_bot')));
    await bot.handle(inGroup(QUESTION, { reply_to_message: { from: ANN } }));
    await bot.handle(command(`/ask@other_bot ${QUESTION}`, { chat: GROUP }));
    await bot.handle(command('/start', { chat: GROUP }));
    await bot.handle(inGroup(QUESTION, { is_automatic_forward: true, ...mentionOf('x') }));
    await bot.handle(message({ chat: GROUP, sticker: {} }));
    const opened = { from: BOT_INFO, forum_topic_created: { name: 'Topic' } };
    await bot.handle(inGroup(QUESTION, { reply_to_message: opened }));
    expect(bot.calls).toEqual([]);
  });

  it('stays in the topic of a forum, but takes no chain of replies for one', async () => {
    const bot = createRecordingBot();
    const fields = { chat: GROUP, message_thread_id: 9 };
    await bot.handle(command(`/ask ${QUESTION}`, { ...fields, is_topic_message: true }));
    await bot.handle(command(`/ask ${QUESTION}`, fields));
    expect(bot.calls.map(({ payload }) => payload['message_thread_id'])).toEqual([9, undefined]);
  });
});
