/** Following in Telegram, without a network: commands, buttons, limits, and who may do what. */

import { describe, expect, it } from 'vitest';
import { decodePress, encodePress, type Press } from '../../src/bot/callback-data.js';
import { renderAlerts } from '../../src/bot/render/render-alert.js';
import { en } from '../../src/texts/en.js';
import { createAlert, createTopic } from '../contracts/following.js';
import { ANN, BOT_INFO } from '../support/bot-fixtures.js';
import { ARTICLES } from '../support/fake-app.js';
import { createRecordingBot, type RecordingBot, refusal } from '../support/recording-bot.js';
import { command, DATE, GROUP, message, QUESTION, textsOf } from '../support/updates.js';

type Button = { text: string; callback_data: string };
const buttonsOf = ({ calls }: RecordingBot): Button[] => {
  const shown = calls.filter(({ payload }) => payload['reply_markup'] !== undefined).at(-1);
  const markup = shown?.payload['reply_markup'] as { inline_keyboard?: Button[][] } | undefined;
  return markup?.inline_keyboard?.flat() ?? [];
};
const press = async (
  bot: RecordingBot,
  label: string,
  chat: object = { id: ANN.id, type: 'private' },
) => {
  const button = buttonsOf(bot).find(({ text }) => text === label);
  if (button === undefined) throw new Error(`no button ${label}`);
  await bot.handle({
    callback_query: {
      id: '1',
      from: ANN,
      chat_instance: '1',
      data: button.callback_data,
      message: { message_id: 77, date: DATE, chat },
    } as never,
  });
};
const lastText = ({ calls }: RecordingBot): unknown =>
  calls
    .filter(({ payload }) => payload['text'] !== undefined && payload['chat_id'] !== undefined)
    .at(-1)?.payload['text'];

describe('/follow', () => {
  it('shows the back-test, and follows once started', async () => {
    const bot = createRecordingBot();
    await bot.handle(command('/follow tide pools'));
    expect(lastText(bot)).toBe(`${en.backTest('tide pools', 0, 0)}\n\n${en.nothingNear}`);
    expect(await bot.app.alerts.topics.listActive()).toEqual([]);
    await press(bot, en.stricterButton);
    await press(bot, en.startButton);
    expect(textsOf(bot).at(-1)).toBe(en.askZone);
    expect(buttonsOf(bot).map(({ text }) => text)).toContain('Ho Chi Minh');
    expect(await bot.app.alerts.topics.listActive()).toMatchObject([
      { words: 'tide pools', strictness: 1, state: 'active' },
    ]);
    await press(bot, 'Shanghai');
    const subscriber = await bot.app.alerts.subscribers.find({ chatId: ANN.id });
    expect(subscriber).toMatchObject({
      hasChosenZone: true,
      schedule: { timeZone: 'Asia/Shanghai' },
    });
  });

  it.each([
    ['', en.followHow],
    ['x', en.topicTooShort],
    ['x'.repeat(5000), en.topicTooLong(200)],
  ])('says what is wrong with a bad topic', async (words, expected) => {
    const bot = createRecordingBot();
    await bot.handle(command(`/follow ${words}`.trim()));
    expect(lastText(bot)).toBe(expected);
  });

  it('knows what is followed already, and when it is enough', async () => {
    const bot = createRecordingBot();
    await bot.handle(command('/follow Tide Pools'));
    await press(bot, en.startButton);
    await bot.handle(command('/follow  tide  pools'));
    expect(lastText(bot)).toBe(en.alreadyFollowed('Tide Pools'));
    const { id } = (await bot.app.alerts.subscribers.find({ chatId: ANN.id })) ?? { id: 0 };
    for (let i = 0; i < 200; i += 1) {
      await bot.app.alerts.topics.put(createTopic(`t${i}`.padEnd(8, 'x'), id));
    }
    await bot.handle(command('/follow crabs'));
    expect(lastText(bot)).toBe(en.tooManyTopics(200));
  });

  it('offers to merge what is followed already in other words', async () => {
    const bot = createRecordingBot();
    await bot.handle(command('/follow tide pools'));
    await press(bot, en.startButton);
    const { topics } = bot.app.alerts;
    const count = async () => (await topics.listActive()).length;
    await bot.handle(command('/follow the tide pools'));
    expect(lastText(bot)).toBe(en.similarTopic('the tide pools', 'tide pools'));
    await press(bot, en.mergeButton);
    expect(lastText(bot)).toBe(en.merged('tide pools'));
    expect(await topics.list(1)).toHaveLength(1);
    await bot.handle(command('/follow the tide pools'));
    await press(bot, en.keepBothButton);
    expect(lastText(bot)).toContain(en.nothingNear);
    await press(bot, en.startButton);
    expect(await count()).toBe(2);
    // Other numbers, other words that must occur: another topic.
    await bot.handle(command('/follow tide pools 2024'));
    expect(lastText(bot)).toContain(en.nothingNear);
    await bot.handle(command('/follow tide pools -crabs'));
    expect(lastText(bot)).toContain(en.nothingNear);
  });

  it('stands under every answer with quotes', async () => {
    const bot = createRecordingBot();
    await bot.handle(message({ text: QUESTION }));
    await press(bot, en.followButton);
    expect(lastText(bot)).toContain(en.backTest(QUESTION, 0, 0));
  });

  it('is for admins in groups, and keeps to the topic of a forum', async () => {
    let status = 'member';
    const bot = createRecordingBot();
    bot.bot.api.config.use((previous, method, payload, signal) =>
      method === 'getChatMember'
        ? (Promise.resolve({ ok: true, result: { status, user: ANN } }) as never)
        : previous(method, payload, signal),
    );
    const fields = { chat: GROUP, message_thread_id: 9, is_topic_message: true };
    await bot.handle(command('/follow crabs', fields));
    expect(lastText(bot)).toBe(en.adminsOnly);
    status = 'administrator';
    await bot.handle(command('/follow crabs', fields));
    expect(lastText(bot)).toContain('crabs');
    const subscriber = await bot.app.alerts.subscribers.find({ chatId: GROUP.id, threadId: 9 });
    expect(subscriber?.kind).toBe('group');
    status = 'member';
    await bot.handle(command('/follow crabs', { ...fields, sender_chat: GROUP }));
    expect(lastText(bot)).toContain('crabs');
    const channel = { id: -100900, type: 'channel', title: 'Crabs' };
    await bot.handle(command('/follow crabs', { ...fields, sender_chat: channel }));
    expect(lastText(bot)).toBe(en.adminsOnly);
  });
});

describe('/topics', () => {
  const startWithTopic = async () => {
    const bot = createRecordingBot();
    const { id } = await bot.app.alerts.subscribers.ensure({
      chatId: ANN.id,
      kind: 'private',
      language: 'en',
    });
    await bot.app.alerts.topics.put({
      ...createTopic('topic001', id),
      words: 'crabs',
      name: 'crabs',
    });
    await bot.handle(command('/topics'));
    await press(bot, 'crabs');
    const topic = () => bot.app.alerts.topics.get('topic001');
    return { bot, topic, id };
  };

  it('says that nothing is followed', async () => {
    const bot = createRecordingBot();
    await bot.handle(command('/topics'));
    expect(lastText(bot)).toBe(en.noTopics);
  });

  it('pauses, mutes, renames and deletes, the last after asking', async () => {
    const { bot, topic } = await startWithTopic();
    await press(bot, en.pauseButton);
    await press(bot, en.muteButton);
    expect(await topic()).toMatchObject({ state: 'paused', isMuted: true });
    await press(bot, en.resumeButton);
    expect(await topic()).toMatchObject({ state: 'active' });
    await press(bot, en.deleteButton);
    expect(lastText(bot)).toBe(en.sureToDelete('crabs'));
    await press(bot, en.keepButton);
    await press(bot, en.renameButton);
    expect(lastText(bot)).toBe(en.askName('crabs'));
    const { text, entities } = bot.calls.at(-1)?.payload ?? {};
    const asked = { message_id: 77, from: BOT_INFO, text, entities };
    // What was asked stands in the message itself: it survives a restart, and nobody else can ask it.
    const later = createRecordingBot({ app: bot.app });
    const forged = { ...asked, from: { ...BOT_INFO, id: 99 } };
    await later.handle(message({ text: 'Forged', reply_to_message: forged }));
    await later.handle(message({ text: 'Crabs & co', reply_to_message: asked }));
    expect(await topic()).toMatchObject({ name: 'Crabs & co', words: 'crabs' });
    await bot.handle(command('/topics'));
    await press(bot, '🔕 Crabs & co');
    await press(bot, en.deleteButton);
    await press(bot, en.deleteButton);
    expect(await topic()).toBeUndefined();
  });

  it('offers to catch up after a pause, once', async () => {
    const { bot, topic } = await startWithTopic();
    const labels = () => buttonsOf(bot).map(({ text }) => text);
    expect(labels()).not.toContain(en.catchUpButton);
    await press(bot, en.pauseButton);
    expect(labels()).not.toContain(en.catchUpButton);
    await press(bot, en.resumeButton);
    await press(bot, en.catchUpButton);
    expect(lastText(bot)).toBe(en.caughtUp(0));
    expect(labels()).not.toContain(en.catchUpButton);
    expect(await topic()).not.toHaveProperty('pausedAt');
  });

  it('lists two hundred topics in pages', async () => {
    const { bot, id } = await startWithTopic();
    for (let i = 2; i <= 200; i += 1) {
      await bot.app.alerts.topics.put(createTopic(`t${i}`.padEnd(8, 'x'), id));
    }
    await bot.handle(command('/topics'));
    expect(lastText(bot)).toBe(en.yourTopics(200));
    expect(buttonsOf(bot).map(({ text }) => text)).toContain('topic t200xxxx');
    for (let page = 2; page <= 20; page += 1) await press(bot, '▶');
    expect(buttonsOf(bot).map(({ text }) => text)).toContain('crabs');
    expect(buttonsOf(bot).map(({ text }) => text)).toContain('20/20');
  });

  it('takes no press from another chat', async () => {
    const { bot, topic } = await startWithTopic();
    await press(bot, en.pauseButton, { id: 999, type: 'private' });
    expect(await topic()).toMatchObject({ state: 'active' });
    expect(bot.calls.at(-1)?.payload['text']).toBe(en.staleButton);
  });

  it('shows the context and the article of an alert, and moves the threshold by a vote', async () => {
    const { bot, topic, id } = await startWithTopic();
    const [, article] = ARTICLES;
    const text = article?.text.slice(0, 54) ?? '';
    const quote = { start: 0, end: 54, text, headings: [], score: 0.1 };
    await bot.app.alerts.outbox.add([{ ...createAlert(id, 'topic001', article?.id ?? ''), quote }]);
    const pressAlert = (data: string) =>
      bot.handle({
        callback_query: {
          id: '1',
          from: ANN,
          chat_instance: '1',
          data,
          message: { message_id: 77, date: DATE, chat: { id: ANN.id, type: 'private' } },
        } as never,
      });
    await pressAlert('l:c:1');
    expect(lastText(bot)).toContain('Visitors must wear');
    await pressAlert('l:a:1');
    expect(lastText(bot)).toContain('Dogs are kept on a lead');
    await pressAlert('l:g:1');
    expect(await topic()).toMatchObject({ strictness: -0.25 });
    expect(buttonsOf(bot).map(({ text: label }) => label)).not.toContain(en.badButton);
    // A double tap: Telegram refuses an edit that changes nothing, and that is no reason to apologise.
    bot.bot.api.config.use((previous, method, payload, signal) =>
      method === 'editMessageReplyMarkup'
        ? Promise.resolve(refusal(400, 'Bad Request: message is not modified') as never)
        : previous(method, payload, signal),
    );
    const before = textsOf(bot).length;
    expect(await pressAlert('l:g:1')).toEqual({ kind: 'done' });
    expect(textsOf(bot)).toHaveLength(before);
    await pressAlert('l:u:1');
    expect(lastText(bot)).toBe(en.sureToDelete('crabs'));
    await pressAlert('l:c:99');
    expect(bot.calls.at(-1)?.payload['text']).toBe(en.staleButton);
  });
});

describe('what is known of a reader', () => {
  it('is told by /privacy and gone after /delete_me', async () => {
    const bot = createRecordingBot();
    await bot.handle(command('/follow crabs'));
    await press(bot, en.startButton);
    await bot.handle(command('/privacy'));
    expect(lastText(bot)).toBe(en.privacy(30));
    await bot.handle(command('/delete_me'));
    await press(bot, en.deleteButton);
    expect(lastText(bot)).toBe(en.forgotten);
    expect(await bot.app.alerts.subscribers.find({ chatId: ANN.id })).toBeUndefined();
    expect(await bot.app.alerts.topics.listAll()).toEqual([]);
    expect(bot.lines.join('')).not.toContain('crabs');
  });

  it('follows the chat: blocked, back, moved', async () => {
    const bot = createRecordingBot();
    const { subscribers } = bot.app.alerts;
    await subscribers.ensure({ chatId: GROUP.id, kind: 'group', language: 'en' });
    const member = (status: string) =>
      bot.handle({
        my_chat_member: {
          chat: GROUP,
          from: ANN,
          date: DATE,
          old_chat_member: { status: 'member', user: ANN },
          new_chat_member: { status, user: ANN },
        } as never,
      });
    await member('kicked');
    expect((await subscribers.find({ chatId: GROUP.id }))?.state).toBe('blocked');
    await member('member');
    expect((await subscribers.find({ chatId: GROUP.id }))?.state).toBe('active');
    await bot.handle(message({ chat: GROUP, migrate_to_chat_id: -100999 }));
    expect(await subscribers.find({ chatId: -100999 })).toBeDefined();
  });
});

describe('/settings', () => {
  it('steps through the choices', async () => {
    const bot = createRecordingBot();
    await bot.handle(command('/settings'));
    await press(bot, en.timingButton);
    await press(bot, en.hourButton);
    await press(bot, en.quietButton);
    await press(bot, en.soundButton);
    const { schedule } = (await bot.app.alerts.subscribers.find({ chatId: ANN.id })) ?? {};
    expect(schedule).toMatchObject({
      timing: 'daily',
      hour: 10,
      quietFrom: 22,
      quietTo: 8,
      isSilent: true,
    });
  });
});

describe('presses about topics and alerts', () => {
  const presses: Press[] = [
    { action: 'follow', answerId: 'ab12cd34' },
    { action: 'topic', what: 'askDelete', topicId: 'ab12cd34' },
    { action: 'alert', what: 'article', alertId: 123456789012345, page: 12345 },
    { action: 'settings', what: 'zone', subscriberId: 123456789012345, value: 11 },
    { action: 'settings', what: 'timing', subscriberId: 1 },
    { action: 'topics', subscriberId: 123456789012345, page: 20 },
    { action: 'forget', isSure: true },
  ];
  it.each(presses)('come back as they went, in 64 bytes: %j', (sent) => {
    const data = encodePress(sent);
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
    expect(decodePress(data)).toEqual(sent);
  });
  it.each(['t:y:ab12cd34', 'l:constructor:1', 't:s:short', 's:!', 'x:2', 'l:c:-1'])(
    'are refused when nobody made them: %s',
    (data) => expect(decodePress(data)).toBeUndefined(),
  );
});

describe('a message of alerts', () => {
  it('fits one message, however long its quotes, each of them a part of the original', () => {
    const long = 'One more sentence of many. '.repeat(300);
    const alerts = Array.from({ length: 10 }, (_, i) => ({
      alert: {
        ...createAlert(1, 'topic001', 'a'),
        id: i,
        quote: { start: 0, end: long.length, text: long, headings: [], score: 1 },
      },
      topicName: 'x'.repeat(200),
      citation: {
        articleId: 'a',
        document: 'd',
        title: 't'.repeat(200),
        headings: [],
        startLine: 1,
        endLine: 2,
        start: 0,
        end: 9,
      },
    }));
    for (const count of [1, 10]) {
      const shown = renderAlerts({ alerts: alerts.slice(0, count), reason: 'flood' }, en);
      expect(shown.text.length).toBeLessThanOrEqual(4096);
      for (const { offset, length } of shown.entities) {
        expect(long.startsWith(shown.text.slice(offset, offset + length))).toBe(true);
      }
    }
  });
});
