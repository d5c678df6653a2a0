/**
 * What Telegram can answer, row by row and in its own words (texts: the Bot API server's source, Client.cpp), and what
 * becomes of a reply and of an alert. The bot downloads no files, so rows about files have no place here yet.
 */
import { Api, GrammyError, HttpError } from 'grammy';
import type { ApiResponse, User } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNotifier, readOutcome } from '../../src/bot/send-alert.js';
import { softenCalls } from '../../src/bot/soften-calls.js';
import { en } from '../../src/texts/en.js';
import { createAlert } from '../contracts/following.js';
import { ANN, createTestLogger, TOKEN } from '../support/bot-fixtures.js';
import { BotApiRefusal } from '../support/fake-bot-api/refusal.js';
import { createRecordingBot, refusal } from '../support/recording-bot.js';
import { type RunningBot, startRunningBot } from '../support/running-bot.js';
import { message, QUESTION } from '../support/updates.js';

type Refusal = Extract<ApiResponse<unknown>, { ok: false }>;

let bot: RunningBot;
let readers = 0;
beforeEach(async () => {
  bot = await startRunningBot();
});
afterEach(() => bot.close());

/** A question over the wire whose replies Telegram refuses for the first `times` times. */
async function askWith(given: Refusal, { times = 1, place = 'private' } = {}) {
  readers += 1;
  const reader: User = { ...ANN, id: 900 + readers };
  const { people } = bot.api;
  const { error_code: code, description, parameters } = given;
  bot.api.failNext(
    'sendMessage',
    { kind: 'refusal', refusal: new BotApiRefusal(code, description, { ...parameters }) },
    times,
  );
  const chat =
    place === 'private'
      ? people.openPrivate(reader)
      : people.openForum(-900 - readers, 'Readers', [4]);
  const chatId = chat.chat.id;
  const { subscribers } = bot.app.alerts;
  await subscribers.ensure({ chatId, kind: 'private', language: 'en' });
  if (place === 'private') people.post(chat, reader, QUESTION);
  else people.post(chat, reader, `/ask ${QUESTION}`, place === 'topic' ? { threadId: 4 } : {});
  const handled = () => bot.lines.find((line) => line.includes('update handled'));
  const { outcome } = JSON.parse(await bot.api.until(handled)) as { outcome: string };
  const listPayloads = () =>
    bot.api.calls.filter(({ method }) => method === 'sendMessage').map(({ payload }) => payload);
  const find = (id: number) => subscribers.find({ chatId: id });
  const payloads = listPayloads();
  return { chatId, outcome, find, payloads, sends: payloads.map(({ text }) => text), listPayloads };
}

describe('a reply whose chat cannot be reached', () => {
  it.each([
    [403, 'Forbidden: bot was blocked by the user', 'blocked'],
    [403, 'Forbidden: bot was kicked from the group chat', 'blocked'],
    [403, 'Forbidden: bot was kicked from the supergroup chat', 'blocked'],
    [403, 'Forbidden: bot was kicked from the channel chat', 'blocked'],
    [403, 'Forbidden: bot is not a member of the supergroup chat', 'blocked'],
    [403, 'Forbidden: bot is not a member of the channel chat', 'blocked'],
    [403, "Forbidden: bot can't initiate conversation with a user", 'blocked'],
    [403, "Forbidden: bot can't send messages to bots", 'blocked'],
    [403, 'Forbidden: the group chat was deleted', 'gone'],
    [400, 'Bad Request: chat not found', 'gone'],
    [400, 'Bad Request: private chat not found', 'gone'],
    [400, 'Bad Request: not enough rights to send text messages to the chat', 'blocked'],
    [400, 'Bad Request: CHAT_WRITE_FORBIDDEN', 'blocked'],
  ])('is no failure, and no alert is tried there either: %i %s', async (code, text, state) => {
    const { outcome, find, chatId, sends } = await askWith(refusal(code, text), { times: 9 });
    expect(outcome).toBe('unreachable');
    expect(sends).toHaveLength(1);
    expect((await find(chatId))?.state).toBe(state);
  });

  it('has its data removed when the account is no more', async () => {
    const { outcome, find, chatId } = await askWith(refusal(403, 'Forbidden: user is deactivated'));
    expect(outcome).toBe('unreachable');
    expect(await find(chatId)).toBeUndefined();
  });

  it('follows a group that has become a supergroup, with all that is kept of it', async () => {
    const words = 'Bad Request: group chat was upgraded to a supergroup chat';
    const moved = refusal(400, words, { migrate_to_chat_id: -1007 });
    bot.api.people.openGroup(-1007, 'Readers');
    const { outcome, find, chatId, payloads } = await askWith(moved, { place: 'group' });
    const chats = payloads.map((payload) => payload['chat_id']);
    expect({ outcome, chats }).toEqual({ outcome: 'answered', chats: [chatId, -1007] });
    expect(await find(chatId)).toBeUndefined();
    expect((await find(-1007))?.state).toBe('active');
  });
});

describe('a reply of which Telegram refuses a part', () => {
  it.each([
    ["Bad Request: can't parse entities: Expected an Array", 'entities'],
    ["Bad Request: can't parse MessageEntity: Unsupported type specified", 'entities'],
    ['Bad Request: entity begins after the end of the text at UTF-16 offset 9', 'entities'],
    ['Bad Request: ENTITIES_TOO_LONG', 'entities'],
    ['Bad Request: reply markup is too long', 'reply_markup'],
    ['Bad Request: BUTTON_DATA_INVALID', 'reply_markup'],
    [
      'Bad Request: can\'t parse inline keyboard button: Field "text" must be non-empty',
      'reply_markup',
    ],
    ['Bad Request: message to be replied not found', 'reply_parameters'],
  ])('goes without it, once: %s', async (text, part) => {
    const { outcome, payloads } = await askWith(refusal(400, text), { place: 'group' });
    expect(outcome).toBe('answered');
    expect(payloads).toHaveLength(2);
    const [before, after] = payloads;
    const { [part]: _, ...rest } = before ?? {};
    expect(before).toHaveProperty(part);
    expect(after).toEqual(rest);
    expect(bot.lines.join('')).toContain('refused a part');
  });

  it('never hangs on a message that was deleted', async () => {
    const { payloads } = await askWith(refusal(429, 'x'), { times: 0, place: 'group' });
    expect(payloads[0]?.['reply_parameters']).toMatchObject({ allow_sending_without_reply: true });
  });

  it('goes to the chat when its topic is gone', async () => {
    const gone = refusal(400, 'Bad Request: message thread not found');
    const { payloads, outcome } = await askWith(gone, { place: 'topic' });
    expect(outcome).toBe('answered');
    expect(payloads.map((payload) => payload['message_thread_id'])).toEqual([4, undefined]);
  });

  it('is split anew when it is too long, and the defect is logged', async () => {
    const { sends } = await askWith(refusal(400, 'Bad Request: message is too long'));
    expect(sends.slice(1).join('')).toBe(sends[0]);
    expect(bot.lines.join('')).toContain('too long; split again');
  });
});

describe('a reply that Telegram does not take now', () => {
  it('waits out a short flood', async () => {
    const flood = refusal(429, 'Too Many Requests: retry after 1', { retry_after: 1 });
    const { outcome, sends } = await askWith(flood);
    expect({ outcome, sends: sends.length }).toEqual({ outcome: 'answered', sends: 2 });
  });

  it('comes again after a long flood, of which nobody is told', async () => {
    const flood = refusal(429, 'Too Many Requests: retry after 40', { retry_after: 40 });
    const { outcome, sends } = await askWith(flood);
    expect({ outcome, sends: sends.length }).toEqual({ outcome: 'postponed', sends: 1 });
    await expect.poll(() => bot.app.inbox.count()).toMatchObject({ waiting: 1, dead: {} });
    expect(bot.lines.join('')).toContain('"waitMs":40000');
  });

  it.each([
    [500, 'Internal Server Error'],
    [502, 'Bad Gateway'],
    [504, 'Gateway Timeout'],
  ])('is not sent twice after a fault that may have come late: %i %s', async (code, text) => {
    const { outcome, listPayloads } = await askWith(refusal(code, text));
    expect(outcome).toBe('unsure');
    expect((await bot.seeAnswer(900 + readers)).text).toBe(en.maybeUnanswered);
    expect(listPayloads()).toHaveLength(2);
  });

  it('is apologised for when nothing else is known', async () => {
    const { outcome, sends } = await askWith(refusal(400, 'Bad Request: SOMETHING_NEW'));
    expect({ outcome, last: sends.at(-1) }).toEqual({ outcome: 'failed', last: en.trouble });
  });
});

describe('a button', () => {
  async function pressWith(answers: Readonly<Record<string, string>>) {
    const recording = createRecordingBot({
      answer: ({ method }) => {
        const words = answers[method];
        return words === undefined ? undefined : refusal(400, `Bad Request: ${words}`);
      },
    });
    await recording.handle(message({ text: QUESTION }));
    const [id] = recording.app.stored.keys();
    const { message: under } = message({});
    const press = { id: '1', from: ANN, chat_instance: '1', data: `c:${id}:0:0`, message: under };
    await recording.handle({ callback_query: press });
    const outcome = JSON.parse(recording.lines.at(-1) ?? '{}').outcome as string;
    return { outcome, methods: recording.calls.slice(1).map(({ method }) => method) };
  }

  it('does its work though its press is too old to be answered', async () => {
    const { outcome, methods } = await pressWith({
      answerCallbackQuery: 'query is too old and response timeout expired or query ID is invalid',
    });
    expect(outcome).toBe('context');
    expect(methods).toEqual(['answerCallbackQuery', 'editMessageText']);
  });

  it('is content when nothing has changed', async () => {
    const { outcome, methods } = await pressWith({
      editMessageText:
        'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    });
    expect(outcome).toBe('context');
    expect(methods).toEqual(['answerCallbackQuery', 'editMessageText']);
  });

  it.each(['message to edit not found', "message can't be edited", 'MESSAGE_ID_INVALID'])(
    'sends a new message when the old one is gone: %s',
    async (words) => {
      const { outcome, methods } = await pressWith({ editMessageText: words });
      expect(outcome).toBe('context');
      expect(methods).toEqual(['answerCallbackQuery', 'editMessageText', 'sendMessage']);
    },
  );
});

describe('an alert', () => {
  const thrown = (given: Refusal) => new GrammyError('x', given, 'sendMessage', {});

  it.each([
    [
      refusal(429, 'Too Many Requests: retry after 7', { retry_after: 7 }),
      { kind: 'flooded', retryAfterMs: 7000 },
    ],
    [
      refusal(403, 'Forbidden: bot was blocked by the user'),
      { kind: 'unreachable', state: 'blocked' },
    ],
    [refusal(403, 'Forbidden: user is deactivated'), { kind: 'unreachable', state: 'erased' }],
    [
      refusal(403, 'Forbidden: bot was kicked from the supergroup chat'),
      { kind: 'unreachable', state: 'blocked' },
    ],
    [
      refusal(403, 'Forbidden: bot is not a member of the channel chat'),
      { kind: 'unreachable', state: 'blocked' },
    ],
    [refusal(403, 'Forbidden: the group chat was deleted'), { kind: 'unreachable', state: 'gone' }],
    [refusal(400, 'Bad Request: chat not found'), { kind: 'unreachable', state: 'gone' }],
    [
      refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: -1007,
      }),
      { kind: 'moved', chatId: -1007 },
    ],
    [refusal(400, 'Bad Request: message thread not found'), { kind: 'threadGone' }],
    [refusal(400, 'Bad Request: SOMETHING_NEW'), { kind: 'refused' }],
    [refusal(500, 'Internal Server Error'), { kind: 'ambiguous' }],
    [refusal(502, 'Bad Gateway'), { kind: 'ambiguous' }],
  ])('is told what became of it: %j', (given, expected) => {
    expect(readOutcome(thrown(given))).toMatchObject(expected);
  });

  it.each([
    ['ECONNREFUSED', 'notSent'],
    ['ENOTFOUND', 'notSent'],
    ['EAI_AGAIN', 'notSent'],
    ['ECONNRESET', 'ambiguous'],
    ['ETIMEDOUT', 'ambiguous'],
    ['EPIPE', 'ambiguous'],
  ])('is ambiguous only where it can have left: %s', (code, kind) => {
    const error = new HttpError('x', Object.assign(new Error('x'), { code }));
    expect(readOutcome(error)).toEqual({ kind });
  });

  /** Sends one that Telegram refuses once. */
  async function sendWith(given: Refusal) {
    const api = new Api(TOKEN);
    const payloads: Record<string, unknown>[] = [];
    api.config.use((_previous, _method, payload) => {
      payloads.push({ ...payload });
      const answer = payloads.length === 1 ? given : { ok: true, result: { message_id: 9 } };
      return Promise.resolve(answer) as never;
    });
    const { lines, logger } = createTestLogger();
    api.config.use(softenCalls(logger));
    const text = 'One sentence of many. '.repeat(150);
    const citation = {
      articleId: 'a',
      document: 'a.txt',
      title: 't',
      headings: [],
      startLine: 1,
      endLine: 2,
      start: 0,
      end: 5,
    };
    const quote = { start: 0, end: text.length, text, headings: [], score: 1 };
    const outcome = await createNotifier(api, 'quoth_test_bot').send({
      subscriber: { chatId: ANN.id, kind: 'private', language: 'en' } as never,
      alerts: [{ alert: { ...createAlert(1, 't', 'a'), id: 1, quote }, topicName: 'x', citation }],
      reason: 'instant',
      isSilent: false,
    });
    return { outcome, payloads, lines };
  }

  it('is sent shorter when it is too long', async () => {
    const { outcome, payloads } = await sendWith(refusal(400, 'Bad Request: message is too long'));
    expect(outcome).toEqual({ kind: 'sent', messageId: 9 });
    const [first = '', second = ''] = payloads.map(({ text }) => String(text));
    expect(first.length).toBeGreaterThan(3000);
    expect(second.length).toBeLessThanOrEqual(2048);
    expect(second).toContain(en.restInArticle);
  });

  it.each([
    ["Bad Request: can't parse entities: Expected an Array", 'entities'],
    ['Bad Request: BUTTON_DATA_INVALID', 'reply_markup'],
  ])('goes without what Telegram does not take: %s', async (text, part) => {
    const { outcome, payloads, lines } = await sendWith(refusal(400, text));
    expect(outcome).toEqual({ kind: 'sent', messageId: 9 });
    expect(payloads.map((payload) => payload[part] === undefined)).toEqual([false, true]);
    expect(lines.join('')).toContain('refused a part');
  });
});
