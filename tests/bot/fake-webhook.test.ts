/** The fake server brings updates to a webhook as Telegram does, and prints what a chat sees. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { ANN, BOT_INFO, LIN, TOKEN } from '../support/bot-fixtures.js';
import { createBudget } from '../support/fake-bot-api/budgets.js';
import { type FakeBotApi, startFakeBotApi } from '../support/fake-bot-api/server.js';
import { printTranscript } from '../support/fake-bot-api/transcript.js';

let api: FakeBotApi;
afterEach(() => api.close());

const call = async (method: string, payload: object) =>
  (await (
    await fetch(`${api.apiRoot}/bot${TOKEN}/${method}`, {
      method: 'POST',
      body: JSON.stringify(payload),
    })
  ).json()) as { description?: string };

test('a webhook gets updates in order a chat, again until it takes them, with its secret', async () => {
  api = await startFakeBotApi({ token: TOKEN, botInfo: BOT_INFO, speed: 50 });
  const arrived: { text: string; secret: unknown }[] = [];
  let failures = 2;
  const receiver = createServer(async (request: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { message } = JSON.parse(Buffer.concat(chunks).toString());
    arrived.push({
      text: message.text,
      secret: request.headers['x-telegram-bot-api-secret-token'],
    });
    const isFailing = message.text === 'one' && failures-- > 0;
    response.writeHead(isFailing ? 500 : 200).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  const bad = await call('setWebhook', { url, secret_token: 'not allowed!' });
  expect(bad.description).toContain('unallowed characters');
  await call('setWebhook', { url, secret_token: 'secret', allowed_updates: ['message'] });
  const [ann, lin] = [api.people.openPrivate(ANN), api.people.openPrivate(LIN)];
  api.people.post(ann, ANN, 'one');
  api.people.post(ann, ANN, 'two');
  api.people.post(lin, LIN, 'three');
  await api.until(() => api.queue.pending.length === 0);
  expect(arrived.map(({ text }) => text).filter((text) => text !== 'three')).toEqual([
    'one',
    'one',
    'one',
    'two',
  ]);
  expect(new Set(arrived.map(({ secret }) => secret))).toEqual(new Set(['secret']));
  expect((await call('getUpdates', {})).description).toContain('while webhook is active');
  await call('deleteWebhook', {});
  expect((await call('getUpdates', {})).description).toBeUndefined();
  receiver.close();
});

test('updates expire, budgets answer 429, and a transcript shows what a person sees', async () => {
  let now = 1_795_000_000_000;
  api = await startFakeBotApi({ token: TOKEN, botInfo: BOT_INFO, clock: () => now });
  const chat = api.people.openPrivate(ANN);
  api.budget = createBudget(() => now / 1000);
  for (let count = 0; count < 6; count += 1) {
    const answer = await call('sendMessage', { chat_id: ANN.id, text: `message ${count}` });
    expect(answer.description).toBe(count < 5 ? undefined : 'Too Many Requests: retry after 1');
  }
  now += 1000;
  const sent = await call('sendMessage', {
    chat_id: ANN.id,
    text: 'Quoted words\n[1] Title',
    entities: [
      { type: 'blockquote', offset: 0, length: 12 },
      { type: 'bold', offset: 0, length: 6 },
    ],
    reply_markup: { inline_keyboard: [[{ text: 'Context 1', callback_data: 'c' }]] },
  });
  expect(sent.description).toBeUndefined();
  const last = api.world.see(ANN.id).at(-1);
  expect(printTranscript(last === undefined ? [] : [last])).toBe(
    `#${last?.messageId} bot\n  ▏*Quoted* words\n  [1] Title\n  [Context 1]`,
  );
  api.people.press(chat, ANN, 'Context 1');
  expect(api.queue.pending).toHaveLength(1);
  now += 151_000;
  expect(api.queue.pending).toEqual([]);
});
