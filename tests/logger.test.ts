/** Canaries: neither the token nor a reader's words may appear in any line of the log. */
import { Bot, GrammyError, HttpError } from 'grammy';
import { describe, expect, it } from 'vitest';
import { AppError } from '../src/errors.js';
import { createLogger, describeError } from '../src/logger.js';
import { ANN, BOT_INFO, createTestLogger, LIN, TOKEN } from './support/bot-fixtures.js';
import { startRunningBot } from './support/running-bot.js';

const QUESTION = 'canary question 金丝雀的问题';

async function throwBotError(): Promise<unknown> {
  const bot = new Bot(TOKEN, { botInfo: BOT_INFO });
  bot.use(() => {
    throw new Error(`no answer to “${QUESTION}”`);
  });
  const message = { message_id: 1, date: 1, chat: { id: 1, type: 'private', first_name: 'A' } };
  const update = { update_id: 1, message: { ...message, from: ANN, text: QUESTION } };
  return bot.handleUpdate(update as Parameters<typeof bot.handleUpdate>[0]).catch((e) => e);
}

describe('createLogger', () => {
  it('prints neither the token nor texts, whatever is thrown', async () => {
    const { lines, logger } = createTestLogger();
    const url = `https://api.telegram.org/bot${TOKEN}/sendMessage`;
    const inner = Object.assign(new Error(`request to ${url} failed`), { code: 'ECONNRESET' });
    const refused = { ok: false as const, error_code: 400, description: 'Bad Request' };
    const thrown: readonly unknown[] = [
      new HttpError('Network request for sendMessage failed!', inner),
      new GrammyError('Call failed!', { ...refused, parameters: {} }, 'sendMessage', {
        text: QUESTION,
      }),
      await throwBotError(),
      inner,
      new AppError('INTERNAL', `called ${url}`, { cause: inner }),
      new SyntaxError(`Unexpected token, "${QUESTION}" is not valid JSON`),
    ];
    for (const error of thrown) {
      logger.error({ err: error }, 'failed');
      logger.error({ error }, 'failed');
      logger.error(error, 'failed');
    }
    logger.info({ url }, `calling ${url} and ${encodeURIComponent(TOKEN)}`);
    expect(lines).toHaveLength(thrown.length * 3 + 1);
    expect(lines.join('')).not.toContain('canary');
    expect(lines.join('')).not.toContain('金丝雀');
    expect(lines[0]).toContain('"causeCode":"ECONNRESET"');
    expect(JSON.parse(lines[3] ?? '')).toMatchObject({
      err: { name: 'GrammyError', method: 'sendMessage', error_code: 400 },
    });
  });

  it('keeps its level', () => {
    const lines: string[] = [];
    const destination = { write: (line: string) => void lines.push(line) };
    const logger = createLogger({ level: 'warn', destination });
    logger.info('quiet');
    logger.warn('loud');
    expect(lines).toHaveLength(1);
  });
});

describe('describeError', () => {
  it('leaves out given words and what is no error', () => {
    const ours = new AppError('TOPIC_INVALID', `cannot embed ${QUESTION}, got "${QUESTION}"`);
    expect(describeError(ours, [QUESTION]).message).toBe('cannot embed [hidden], got …');
    expect(describeError(QUESTION)).toEqual({ name: 'Thrown', message: 'a value of type string' });
  });
});

describe('an error of a library', () => {
  it('is told by its name, its code and its place, for nobody knows what its message holds', () => {
    const thrown = Object.assign(new RangeError(`no\n    at ${QUESTION}`), { code: 'ERR_X' });
    const { at, ...facts } = describeError(thrown);
    expect(facts).toEqual({ name: 'RangeError', message: 'not shown', code: 'ERR_X' });
    expect(at?.[0]).toMatch(/logger\.test\.ts:\d+/);
    expect(JSON.stringify(at)).not.toContain(QUESTION);
  });
});

describe('a running bot', () => {
  it('logs no token, question or name, not even in trouble', async () => {
    const running = await startRunningBot();
    const { api, app, lines } = running;
    const chat = api.people.openPrivate(LIN);
    api.failNext('sendMessage', { kind: 'dropBefore' }, 4);
    api.people.post(chat, LIN, QUESTION);
    await api.until(() => lines.some((line) => line.includes('"outcome":"unsure"')), 60_000);
    app.beforeAnswer = () => Promise.reject(new TypeError(`bad ${QUESTION} at ${TOKEN}`));
    api.people.post(chat, LIN, `/ask ${QUESTION}`);
    // A note comes first; the faults above end with it.
    await api.until(() => lines.some((line) => line.includes('"outcome":"failed"')), 60_000);
    await running.close();
    const log = lines.join('');
    expect(log).not.toContain('canary');
    expect(log).not.toContain('金丝雀');
    expect(log).not.toContain(LIN.first_name);
    expect(log).toContain('"chatType":"private"');
    expect(log).toMatch(/"tookMs":\d+/);
  });
});
